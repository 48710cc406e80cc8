import { describe, expect, it } from '@jest/globals';
import { bySheet, partsOf, typeOf } from './importModel.ts';

describe('a file to import', () => {
  it('is known by its ending, however it is written', () => {
    expect(typeOf('release.JSON')).toBe('application/json');
    expect(typeOf('a.b.csv')).toBe('text/csv');
    expect([typeOf('release.xls'), typeOf('release'), typeOf(''), typeOf('a.constructor')]).toEqual([
      ...[null, null, null, null],
    ]);
  });

  it('tells what it holds, and nothing of what it has none of', () => {
    const counts = { areas: 0, items: 3, occupations: 1, selections: 0, successions: 0 };
    expect(partsOf(counts)).toEqual([
      { key: 'transfer.parts.items', count: 3 },
      { key: 'transfer.parts.occupations', count: 1 },
    ]);
  });

  it('has its problems by sheet, in its own order', () => {
    const on = (sheet: string | null, row: number) => ({ sheet, row, column: null, at: null, problem: 'x' });
    const problems = [on(null, 0), on('items', 2), on('items', 5), on('selections', 1)];
    expect(bySheet(problems).map(([sheet, those]) => [sheet, those.length])).toEqual([
      [null, 1],
      ['items', 2],
      ['selections', 1],
    ]);
  });
});
