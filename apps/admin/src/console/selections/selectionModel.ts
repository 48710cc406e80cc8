import type { Item, Occupation, Selection } from '../providers/records.ts';
import type { Place } from '../grid/place.ts';

/** A cell of the matrix by what it is of, so that it stays itself when rows come and go. */
export const cellKey = (occupationId: string, ksaId: string): string => `${occupationId} ${ksaId}`;

/** How often a source says that an occupation selects a KSA; what is not in it is 0. */
export type Counts = ReadonlyMap<string, number>;

export const MOST_COUNT = 10_000;

export interface SelectionView {
  rows: readonly Occupation[];
  columns: readonly Item[];
}

/** The corner that was begun at, and the one that the focus is on. */
export interface Area {
  from: Place;
  to: Place;
}

export const countsOf = (selections: readonly Selection[]): Counts =>
  new Map(selections.map(({ occupationId, ksaId, count }) => [cellKey(occupationId, ksaId), count]));

const has = (words: readonly string[], text: string): boolean => {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
};

const wordsOf = (typed: string): string[] => typed.toLowerCase().split(/\s+/).filter(Boolean);

/** The KSAs in tree order, the occupations by title; every word that is typed must stand in the name or code. */
export function viewOf(
  occupations: readonly Occupation[],
  items: readonly Item[],
  filter: { occupation: string; ksa: string; area: string },
): SelectionView {
  const [occupation, ksa] = [wordsOf(filter.occupation), wordsOf(filter.ksa)];
  return {
    rows: occupations.filter(
      ({ title, technologyArea }) =>
        (filter.area === '' || technologyArea === filter.area) && has(occupation, title),
    ),
    columns: items.filter(({ kind, code, title }) => kind === 'ksa' && has(ksa, `${code} ${title}`)),
  };
}

/** From the top left to the bottom right, both within. */
function cornersOf({ from, to }: Area): { top: number; left: number; bottom: number; right: number } {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export const isWithin = (area: Area, { row, column }: Place): boolean => {
  const { top, left, bottom, right } = cornersOf(area);
  return row >= top && row <= bottom && column >= left && column <= right;
};

/** The cells of an area as keys, row by row. */
export function keysIn({ rows, columns }: SelectionView, area: Area): string[] {
  const { top, left, bottom, right } = cornersOf(area);
  return rows
    .slice(top, bottom + 1)
    .flatMap((occupation) => columns.slice(left, right + 1).map((ksa) => cellKey(occupation.id, ksa.id)));
}

/** What is stored once the cells that were sent are. */
export const withSent = (selections: readonly Selection[], sent: readonly SentCell[]): Selection[] => {
  const keys = new Set(sent.map(({ occupationId, ksaId }) => cellKey(occupationId, ksaId)));
  return [
    ...selections.filter(({ occupationId, ksaId }) => !keys.has(cellKey(occupationId, ksaId))),
    ...sent
      .filter(({ to }) => to > 0)
      .map(({ occupationId, ksaId, to }) => ({ occupationId, ksaId, count: to })),
  ];
};

/** What is edited and not saved, by cell; a cell that is back at what is stored is not among them. */
export function edited(stored: Counts, pending: Counts, edits: ReadonlyMap<string, number>): Counts {
  const after = new Map(pending);
  for (const [key, count] of edits) {
    if (count === (stored.get(key) ?? 0)) after.delete(key);
    else after.set(key, count);
  }
  return after;
}

export const countAt = (stored: Counts, pending: Counts, key: string): number =>
  pending.get(key) ?? stored.get(key) ?? 0;

/** All of them become selected once unless all are selected; then none is. What is counted already keeps its count. */
export function toggled(stored: Counts, pending: Counts, keys: readonly string[]): Map<string, number> {
  const isFull = keys.every((key) => countAt(stored, pending, key) > 0);
  return new Map(keys.map((key) => [key, isFull ? 0 : Math.max(1, countAt(stored, pending, key))] as const));
}

/** A table of numbers as spreadsheets copy it: lines of cells with tabs between; an empty cell is 0. */
export function asTable(view: SelectionView, area: Area, count: (key: string) => number): string {
  const { top, left, bottom, right } = cornersOf(area);
  return view.rows
    .slice(top, bottom + 1)
    .map((occupation) =>
      view.columns
        .slice(left, right + 1)
        .map((ksa) => count(cellKey(occupation.id, ksa.id)) || '')
        .join('\t'),
    )
    .join('\n');
}

/**
 * What a pasted table makes of the matrix, from the top left of the area on; one number alone fills the whole area.
 * A string: the first cell that is no count, for which nothing is taken.
 */
export function pasted(view: SelectionView, area: Area, text: string): Map<string, number> | string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const noCount = cells.flat().find((cell) => numberOf(cell) === null);
  if (noCount !== undefined) return noCount;
  const table = cells.map((line) => line.map(numberOf));
  const { top, left } = cornersOf(area);
  const first = table[0]?.[0] ?? 0;
  if (table.length === 1 && table[0]?.length === 1)
    return new Map(keysIn(view, area).map((key) => [key, first]));
  const edits = new Map<string, number>();
  table.forEach((line, down) =>
    line.forEach((count, across) => {
      const occupation = view.rows[top + down];
      const ksa = view.columns[left + across];
      if (occupation !== undefined && ksa !== undefined)
        edits.set(cellKey(occupation.id, ksa.id), count ?? 0);
    }),
  );
  return edits;
}

function numberOf(cell: string): number | null {
  if (cell === '') return 0;
  if (/^x$/i.test(cell)) return 1;
  const count = /^\d{1,5}$/.test(cell) ? Number(cell) : null;
  return count === null || count > MOST_COUNT ? null : count;
}

export interface SentCell {
  occupationId: string;
  ksaId: string;
  from: number;
  to: number;
}

/** In the order of the list, so that a refusal that names the third means the third. */
export const cellsToSend = (stored: Counts, pending: Counts): SentCell[] =>
  [...pending].map(([key, to]) => {
    const [occupationId = '', ksaId = ''] = key.split(' ');
    return { occupationId, ksaId, from: stored.get(key) ?? 0, to };
  });

/** The places of the cells that a refusal names: `/cells/3/from` is the fourth that was sent. */
export function refusedCells(
  sent: readonly SentCell[],
  errors: readonly { pointer: string; detail: string }[],
): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  for (const { pointer, detail } of errors) {
    const cell = sent[Number(/^\/cells\/(\d+)\//.exec(pointer)?.[1])];
    if (cell !== undefined) refused.set(cellKey(cell.occupationId, cell.ksaId), detail);
  }
  return refused;
}
