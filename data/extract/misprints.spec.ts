import { describe, expect, test } from '@jest/globals';
import type { Item } from './framework.ts';
import { ampersands, otherNames, repeatedTitles } from './misprints.ts';

const ksa = (code: string, title: string): Item => ({
  code,
  kind: 'ksa',
  parentCode: code.slice(0, 6),
  title,
  definition: '',
  definitionSource: '',
  provisional: false,
});

describe('misprints that the data itself shows', () => {
  test('one title under several codes is listed once', () => {
    const items = [ksa('4.4.05.01', 'Logistics'), ksa('4.4.06.01', 'Logistics'), ksa('4.4.07.01', 'Packing')];
    expect(repeatedTitles(items)).toMatchObject([
      { place: 'Table 19, 4.4.05.01, 4.4.06.01, title', reading: '2 KSAs' },
    ]);
  });

  test('a title spelled with "&" in one area and "and" in another is listed', () => {
    const occupation = { selectedBy: 1, roleFamily: undefined } as const;
    expect(
      ampersands([
        { ...occupation, title: 'Technologists & Technicians', technologyArea: 'biomanufacturing' },
        { ...occupation, title: 'Technologists and Technicians', technologyArea: 'electronics' },
        { ...occupation, title: 'Welder', technologyArea: 'materials' },
      ]),
    ).toMatchObject([{ place: 'Table 17, biomanufacturing, electronics' }]);
  });

  test('a name that another table prints otherwise is listed, an equal one is not', () => {
    const items = [ksa('4.1.07.02', 'Data collection/analysis')];
    const names = [
      { place: 'Table 2', code: '4.1.07.02', printed: 'Data collection and analysis' },
      { place: 'Table 6', code: '4.1.07.02', printed: 'Data collection/analysis' },
    ];
    expect(otherNames(items, names)).toMatchObject([{ place: 'Table 2, 4.1.07.02, name' }]);
  });

  test('a name for a code that Table 19 does not have is refused', () => {
    expect(() => otherNames([], [{ place: 'Table 2', code: '4.9.99.99', printed: 'x' }])).toThrow(
      'no 4.9.99.99',
    );
  });
});
