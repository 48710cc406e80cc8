import { describe, expect, test } from '@jest/globals';
import type { TechnologyArea } from './framework.ts';
import { readTable17 } from './table-17.ts';

const known: Partial<Record<TechnologyArea, string[]>> = {
  biomanufacturing: ['Biological Technicians', 'Process Engineers', 'Process Engineers/Scientists'],
  'energy-process': [
    'Electronics Assemblers',
    'Electronics Assemblers & Fabrication Specialists',
    'Machine Operators',
    'Operators',
  ],
};

const read = (rows: string[][], titles = known) => readTable17(rows, (area) => new Set(titles[area] ?? []));

describe('Table 17', () => {
  test('titles that run together are parted where Table 19 has titles', () => {
    const { occupations } = read([
      [
        'Energy/Process',
        'Electronics Assemblers Electronics Assemblers & Fabrication Specialists',
        'Machine Operators Operators',
      ],
    ]);
    expect(occupations.map(({ title }) => title)).toEqual([
      'Electronics Assemblers',
      'Electronics Assemblers & Fabrication Specialists',
      'Machine Operators',
      'Operators',
    ]);
  });

  test('(x2) belongs to the title before it, and a title without is selected by one institute', () => {
    const { occupations } = read([
      ['Biomanufacturing', 'Biological Technicians (x2) Process Engineers', 'Process Engineers/Scientists'],
    ]);
    expect(occupations.map(({ selectedBy }) => selectedBy)).toEqual([2, 1, 1]);
  });

  test('a row without an area goes on the row before it, and is listed', () => {
    const { occupations, irregularities } = read([
      ['Biomanufacturing', 'Biological Technicians', 'Process Engineers'],
      ['', 'Process Engineers/Scientists'],
    ]);
    expect(occupations.at(-1)).toEqual({
      title: 'Process Engineers/Scientists',
      technologyArea: 'biomanufacturing',
      selectedBy: 1,
    });
    expect(irregularities).toMatchObject([{ printed: 'Process Engineers/Scientists' }]);
  });

  test('words that no title uses are refused', () => {
    expect(() => read([['Biomanufacturing', 'Biological Technicians Botanists']])).toThrow('0 ways to read');
  });

  test('titles that can be parted in two ways are refused', () => {
    const titles = { materials: ['Machine', 'Operators', 'Machine Operators'] };
    expect(() => read([['Materials', 'Machine Operators']], titles)).toThrow('2 ways to read');
  });
});
