import { describe, expect, it } from '@jest/globals';
import type { Analysis } from '../providers/records.ts';
import { heatOf, inFigures, isSquare, listedRows, mostOf, printedCells, tiesOf } from './analysisModel.ts';

const entry = (key: string) => ({ of: 'item' as const, key, code: key, title: key });

const analysis = (given: Partial<Analysis>): Analysis => ({
  name: 'selections-by-competency',
  releaseId: '',
  rule: 'lines',
  subject: null,
  under: null,
  rows: [entry('a'), entry('b')],
  columns: [entry('wood'), entry('all')],
  values: [
    [3, 9],
    [1, 2],
  ],
  total: 2,
  rules: [],
  printed: [],
  ...given,
});

const printed = (given: Partial<Analysis['printed'][number]>) => ({
  figure: 'Fig. 6',
  row: 'a',
  column: 'wood',
  rowAt: 0,
  columnAt: 0,
  printed: '3',
  recomputed: '3',
  agrees: true,
  reason: null,
  ...given,
});

describe('a ranking', () => {
  it('names the places that share a number, to the end of each tie', () => {
    const ranking = { columns: [entry('count'), entry('areas')], values: [] as number[][] };
    ranking.values = [9, 6, 6, 6, 2, 1, 1].map((count, place) => [count, place < 3 ? 2 : 1]);
    expect(tiesOf(ranking, ['count'], 3)).toEqual([{ from: 2, to: 4, value: 6 }]);
    expect(tiesOf(ranking, ['count'], 10)).toEqual([
      { from: 2, to: 4, value: 6 },
      { from: 6, to: 7, value: 1 },
    ]);
    expect(tiesOf(ranking, ['count', 'areas'], 10)).toEqual([
      { from: 2, to: 3, value: 6 },
      { from: 6, to: 7, value: 1 },
    ]);
    expect(tiesOf({ ...ranking, values: [] }, ['count'], 10)).toEqual([]);
  });
});

describe('a heat map', () => {
  it('is dark as the number is large, and has no colour for nothing', () => {
    expect([0, 1, 50, 100].map((value) => heatOf(value, 100))).toEqual([0, 1, 3, 6]);
    expect(heatOf(7, 5)).toBe(6);
    expect(heatOf(0, 0)).toBe(0);
  });

  it('measures by what is no total', () => {
    expect(mostOf(analysis({}), ['all'])).toBe(3);
    const square = analysis({ columns: [entry('a'), entry('b')] });
    expect(isSquare(square)).toBe(true);
    expect(mostOf(square, [])).toBe(9);
  });

  it('tells of a cell that is printed twice what differs', () => {
    const at = printedCells(
      analysis({
        printed: [
          printed({}),
          printed({ figure: 'Section 3', printed: '4', agrees: false }),
          printed({ rowAt: null }),
        ],
      }),
    );
    expect(at(0, 0)?.figure).toBe('Section 3');
    expect(at(1, 0)).toBeUndefined();
  });
});

describe('a list', () => {
  it('says which rows the report lists, and at which place', () => {
    const rows = listedRows(
      analysis({
        printed: [
          printed({ column: 'listed', columnAt: null }),
          printed({ column: 'associated skill 2', columnAt: null, rowAt: 1 }),
          printed({ column: 'associated skill 3', columnAt: null, rowAt: 2, agrees: false }),
        ],
      }),
    );
    expect([...rows]).toEqual([
      [0, 'listed'],
      [1, 2],
    ]);
  });
});

it('reads shares and factors as such', () => {
  expect([inFigures(1 / 3, 'jaccard'), inFigures(2.5, 'lift'), inFigures(7, 'lines')]).toEqual([
    '0.33',
    '2.5×',
    '7',
  ]);
  expect(inFigures(null, 'lines')).toBe('–');
});
