import type { Analysis, AnalysisRule } from '../providers/records.ts';

export type PrintedCell = Analysis['printed'][number];

/** The darkest; 0 is nothing at all. The steps between leave out the tones on which neither ink can be read. */
const darkest = 6;

export function heatOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(darkest, Math.ceil((darkest * value) / most));
}

/** Of two equal axes, where a cell is a whole and not what two share. */
export const isSquare = ({ rows, columns }: Analysis): boolean =>
  rows.length === columns.length && rows.every(({ key }, place) => columns[place]?.key === key);

/** The highest that colours are measured by: of the columns that are no totals, of a square only what two share. */
export function mostOf(analysis: Analysis, beside: readonly string[]): number {
  const square = isSquare(analysis);
  let most = 0;
  analysis.values.forEach((cells, row) =>
    cells.forEach((value, column) => {
      const key = analysis.columns[column]?.key ?? '';
      if (beside.includes(key) || (square && row === column)) return;
      most = Math.max(most, value);
    }),
  );
  return most;
}

const placeKey = (row: number, column: number): string => `${row}/${column}`;

/** What is printed, by its place; a cell that a table and the text both print is told by what differs. */
export function printedCells({
  printed,
}: Analysis): (row: number, column: number) => PrintedCell | undefined {
  const cells = new Map<string, PrintedCell>();
  for (const cell of printed) {
    if (cell.rowAt === null || cell.columnAt === null) continue;
    const key = placeKey(cell.rowAt, cell.columnAt);
    if (cells.get(key)?.agrees !== false) cells.set(key, cell);
  }
  return (row, column) => cells.get(placeKey(row, column));
}

/** Whether the report lists the row, by name or at a place: what it says of rows and not of cells. */
export function listedRows({ printed }: Analysis): ReadonlyMap<number, number | 'listed'> {
  const rows = new Map<number, number | 'listed'>();
  for (const { rowAt, columnAt, column, agrees } of printed) {
    if (rowAt === null || columnAt !== null) continue;
    const [, rank] = /^associated skill (\d+)$/.exec(column) ?? [];
    if (rank !== undefined && agrees) rows.set(rowAt, Number(rank));
    if (column === 'listed') rows.set(rowAt, 'listed');
  }
  return rows;
}

export interface Tie {
  /** The first and the last of the places that share a number, from 1. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * Of the first places of a ranking those that share their numbers: their order says nothing.
 *
 * @param by the columns whose numbers rank, the first first
 */
export function tiesOf(
  { columns, values }: Pick<Analysis, 'columns' | 'values'>,
  by: readonly string[],
  places: number,
): Tie[] {
  const columnsAt = by.map((key) => columns.findIndex((column) => column.key === key));
  const isTied = (one: number, other: number) =>
    columnsAt.every((at) => values[one]?.[at] === values[other]?.[at]);
  const ties: Tie[] = [];
  for (let from = 0; from < Math.min(places, values.length);) {
    let to = from + 1;
    while (to < values.length && isTied(from, to)) to += 1;
    const value = values[from]?.[columnsAt[0] ?? 0] ?? 0;
    if (to - from > 1) ties.push({ from: from + 1, to, value });
    from = to;
  }
  return ties;
}

/** How many rows of a ranking are shown at first. */
export const firstRows = { bars: 15, heat: 25 } as const;

export const differing = ({ printed }: Analysis): PrintedCell[] => printed.filter(({ agrees }) => !agrees);

/** The tables and sections that print any of it, each once. */
export const figuresPrinted = ({ printed }: Analysis): string =>
  [...new Set(printed.map(({ figure }) => figure))].join(', ');

export const isReportsRule = ({ rule, rules }: Analysis): boolean => rules[0]?.rule === rule;

/** As it is read: a share in hundredths, a factor in tenths, all else as whole numbers. */
export function inFigures(value: number | null, rule: AnalysisRule): string {
  if (value === null) return '–';
  if (rule === 'jaccard') return value.toFixed(2);
  return rule === 'lift' ? `${value.toFixed(1)}×` : String(value);
}
