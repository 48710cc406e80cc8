import { describe, expect, test } from '@jest/globals';
import type { OccupationsOfKsa } from './occupations.ts';
import { readCareers, readFigure4 } from './printed-lists.ts';

const mention = (title: string) =>
  ({ title, technologyArea: 'materials', dash: '-', printed: title }) as const;
const ksas: OccupationsOfKsa[] = [
  {
    code: '4.1.07.01',
    title: 'Fault finding',
    mentions: ['Welder', 'Process Engineers/Scientists'].map(mention),
  },
  { code: '4.1.07.02', title: 'Data', mentions: [mention('Welder')] },
  { code: '4.1.02.04', title: 'CAD', mentions: [mention('Machinists')] },
];

const careers = () =>
  readCareers(
    [
      'It is used, and it connects to the following careers within this framework: Welder, and Process Engineers and Scientists.',
      'This collection of skills is essential for the following careers:',
      '',
      'Welder.',
      'These connect strongly to the following careers:',
      '',
      'Machinists, Machinists.',
    ],
    ksas,
  );

describe('a list of careers', () => {
  test('is counted as printed, repeated names too', () => {
    expect(careers().figures.map(({ row, printed }) => [row, printed])).toEqual([
      ['4.1.07.01', '2'],
      ['4.1.07.02', '1'],
      ['4.1.02.04', '2'],
    ]);
  });

  test('has its repeated and respelled names listed', () => {
    expect(careers().irregularities.map(({ printed, reading }) => [printed, reading])).toEqual([
      ['Process Engineers and Scientists', 'Process Engineers/Scientists'],
      ['Machinists', 'no further line'],
    ]);
  });
});

test('the paragraph before Fig. 4 names sub-competencies one after another', () => {
  const paragraph =
    'In red, with a full list of sub-categories: 4.1.2 Drawings and Schematics, 4.2.13 Projects, and 4.6.8 Safety.';
  expect(readFigure4([paragraph]).names.map(({ code, printed }) => [code, printed])).toEqual([
    ['4.1.02', 'Drawings and Schematics'],
    ['4.2.13', 'Projects'],
    ['4.6.08', 'Safety'],
  ]);
});
