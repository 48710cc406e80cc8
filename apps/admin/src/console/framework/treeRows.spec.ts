import { describe, expect, it } from '@jest/globals';
import type { Item } from '../providers/records.ts';
import { itemsMatching, stepFor, typedRow, visibleRows } from './treeRows.ts';

const item = (code: string, parent: string | null, title: string): Item => ({
  id: code,
  lineage: '',
  version: 1,
  releaseId: 'release',
  code,
  kind: 'ksa',
  parentId: parent,
  title,
  definition: null,
  provisional: false,
  occupationCount: 0,
  ksaCount: 0,
});

const items = [
  item('4', null, 'Industry-wide'),
  item('4.1', '4', 'Quality'),
  item('4.1.02', '4.1', 'Print reading'),
  item('4.2', '4', 'Operations Management'),
  item('4.2.06', '4.2', 'Automated systems'),
  item('5', null, 'Industry-sector'),
];

const codes = (rows: readonly Item[]) => rows.map(({ code }) => code);
const allOpen = () => true;

describe('the framework tree', () => {
  it('shows what is open, with each row its place among its siblings', () => {
    const rows = visibleRows(items, ({ code }) => code === '4');
    expect(codes(rows.map((row) => row.item))).toEqual(['4', '4.1', '4.2', '5']);
    expect(rows[2]).toMatchObject({ depth: 1, hasChildren: true, open: false, position: 2, siblings: 2 });
  });

  it('keeps the way down to what is typed', () => {
    expect(codes(itemsMatching(items, 'print'))).toEqual(['4', '4.1', '4.1.02']);
    expect(codes(itemsMatching([...items, item('ABC-1', '5', 'Welding')], 'abc'))).toEqual(['5', 'ABC-1']);
    expect(codes(itemsMatching(items, '4.2.06'))).toEqual(['4', '4.2', '4.2.06']);
  });

  it('keeps everything within an item that matches', () => {
    expect(codes(itemsMatching(items, 'operations'))).toEqual(['4', '4.2', '4.2.06']);
    expect(codes(itemsMatching(items, 'Industry-wide'))).toEqual(['4', '4.1', '4.1.02', '4.2', '4.2.06']);
  });

  it('keeps everything when nothing is typed and nothing when nothing matches', () => {
    expect(itemsMatching(items, ' ')).toHaveLength(items.length);
    expect(itemsMatching(items, 'zeppelin')).toEqual([]);
  });

  it('opens a closed row to the right, then goes into it', () => {
    const closed = visibleRows(items, () => false);
    expect(stepFor('ArrowRight', closed, 0)).toEqual({ open: '4' });
    expect(stepFor('ArrowRight', visibleRows(items, allOpen), 0)).toEqual({ focus: 1 });
  });

  it('closes an open row to the left, then goes to its parent', () => {
    const rows = visibleRows(items, allOpen);
    expect(stepFor('ArrowLeft', rows, 3)).toEqual({ close: '4.2' });
    expect(stepFor('ArrowLeft', rows, 4)).toEqual({ focus: 3 });
    expect(
      stepFor(
        'ArrowLeft',
        visibleRows(items, () => false),
        0,
      ),
    ).toBeNull();
  });

  it('stays within its rows', () => {
    const rows = visibleRows(items, allOpen);
    expect(stepFor('ArrowDown', rows, rows.length - 1)).toBeNull();
    expect(stepFor('ArrowUp', rows, 0)).toBeNull();
    expect(stepFor('End', rows, 0)).toEqual({ focus: rows.length - 1 });
  });

  it('goes to the next row that begins with what is typed, round the end', () => {
    const rows = visibleRows(items, allOpen);
    expect(typedRow(rows, 0, 'p')).toBe(2);
    expect(typedRow(rows, 2, 'q')).toBe(1);
    expect(typedRow(rows, 0, '4.2.')).toBe(4);
    expect(typedRow(rows, 4, 'in')).toBe(5);
    expect(typedRow(rows, 5, 'in')).toBe(5);
    expect(typedRow(rows, 0, 'x')).toBeNull();
  });
});
