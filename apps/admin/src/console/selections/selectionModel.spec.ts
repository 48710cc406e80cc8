import { describe, expect, it } from '@jest/globals';
import type { Item, Occupation } from '../providers/records.ts';
import {
  asTable,
  cellKey,
  cellsToSend,
  countAt,
  countsOf,
  edited,
  keysIn,
  pasted,
  refusedCells,
  toggled,
  viewOf,
  withSent,
} from './selectionModel.ts';

const occupation = (title: string, technologyArea = 'materials'): Occupation => ({
  ...{ id: title, lineage: title, version: 1, releaseId: 'release', title, technologyArea },
  ...{ technologyAreaName: technologyArea, selectedBy: 1, roleFamily: null, ksaCount: 0 },
});
const ksa = (code: string, title: string): Item => ({
  ...{ id: code, lineage: code, version: 1, releaseId: 'release', code, kind: 'ksa', parentId: null, title },
  ...{ definition: null, provisional: false, occupationCount: 0, ksaCount: 1 },
});

const view = {
  rows: [occupation('Engineers'), occupation('Technicians', 'electronics')],
  columns: [ksa('1.01', 'Robots'), ksa('1.02', 'Sensors'), ksa('1.03', 'Grippers')],
};
const at = (row: number, column: number) => ({ row, column });
const all = { from: at(1, 2), to: at(0, 0) };
const stored = new Map([
  [cellKey('Engineers', '1.01'), 2],
  [cellKey('Technicians', '1.03'), 1],
]);
const nothing = new Map<string, number>();

describe('the matrix of occupations and KSAs', () => {
  it('shows the rows and columns that are looked for', () => {
    const filter = { occupation: 'tech', ksa: '1.0 s', area: '' };
    expect(viewOf(view.rows, view.columns, filter)).toEqual({
      rows: [view.rows[1]],
      columns: view.columns,
    });
    expect(viewOf(view.rows, view.columns, { ...filter, area: 'materials' }).rows).toEqual([]);
  });

  it('selects all of an area that lacks one, and none of a full one, and keeps what is counted', () => {
    const keys = keysIn(view, { from: at(0, 0), to: at(0, 1) });
    const full = edited(stored, nothing, toggled(stored, nothing, keys));
    expect([...full]).toEqual([[cellKey('Engineers', '1.02'), 1]]);
    expect(countAt(stored, full, cellKey('Engineers', '1.01'))).toBe(2);
    const none = edited(stored, full, toggled(stored, full, keys));
    expect([...none]).toEqual([[cellKey('Engineers', '1.01'), 0]]);
  });

  it('has no edit where a cell is back at what is stored', () => {
    const key = cellKey('Engineers', '1.01');
    expect(edited(stored, new Map([[key, 0]]), new Map([[key, 2]])).size).toBe(0);
  });

  it('copies and takes tables as spreadsheets do, and nothing that is no number', () => {
    const table = asTable(view, all, (key) => countAt(stored, nothing, key));
    expect(table).toBe('2\t\t\n\t\t1');
    expect(edited(stored, nothing, pasted(view, all, `${table}\n`) as Map<string, number>).size).toBe(0);
    expect(pasted(view, { from: at(1, 1), to: at(1, 1) }, 'x\t3\t9\r\n1\t1')).toEqual(
      new Map([
        [cellKey('Technicians', '1.02'), 1],
        [cellKey('Technicians', '1.03'), 3],
      ]),
    );
    expect(pasted(view, all, '7')).toHaveProperty('size', 6);
    expect(pasted(view, all, 'Robots\t1')).toBe('Robots');
    expect(pasted(view, all, '1\t\n0,5\t-1')).toBe('0,5');
    expect(pasted(view, all, '10001')).toBe('10001');
  });

  it('sends what is stored beside what is wanted, and finds what is refused again', () => {
    const pending = new Map([
      [cellKey('Engineers', '1.02'), 1],
      [cellKey('Engineers', '1.01'), 0],
    ]);
    const sent = cellsToSend(stored, pending);
    expect(sent.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 0],
    ]);
    const before = [...stored].map(([key, count]) => {
      const [occupationId = '', ksaId = ''] = key.split(' ');
      return { occupationId, ksaId, count };
    });
    expect(countsOf(withSent(before, sent))).toEqual(
      new Map([
        [cellKey('Technicians', '1.03'), 1],
        [cellKey('Engineers', '1.02'), 1],
      ]),
    );
    const errors = [{ pointer: '/cells/1/from', detail: 'selects it 3 times by now' }];
    expect([...refusedCells(sent, errors)]).toEqual([
      [cellKey('Engineers', '1.01'), 'selects it 3 times by now'],
    ]);
  });
});
