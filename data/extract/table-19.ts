import type { Irregularity } from './framework.ts';
import { plain } from './source-text.ts';

/** Table 19: competencies and sub-competencies as headings in capitals, KSAs with a cell of occupations. */
export interface Table19 {
  readonly headings: readonly { readonly code: string; readonly printed: string }[];
  readonly ksas: readonly KsaRow[];
  readonly irregularities: readonly Irregularity[];
}

export interface KsaRow {
  readonly code: string;
  /** Title and occupations run together where `columns` is false: the row is printed without its columns. */
  readonly title: string;
  readonly cell: string;
  readonly columns: boolean;
}

const ROW = /^(\d\.\d(?:\.\d\d(?:\.\d\d)?)?)[\t ](.*)$/;
const KSA_CODE_LENGTH = '4.1.02.04'.length;

interface OpenRow {
  readonly code: string;
  readonly columns: boolean;
  title: string;
  cell: string;
  readonly continuations: string[];
}

export function readTable19(lines: readonly string[]): Table19 {
  const rows: OpenRow[] = [];
  for (const line of lines) {
    if (plain(line) === '') continue;
    const found = ROW.exec(line);
    if (found) rows.push(openRow(found[1] ?? '', found[2] ?? ''));
    else continueRow(rows.at(-1), line);
  }
  const ksas = rows.filter(({ code }) => code.length === KSA_CODE_LENGTH);
  const headings = rows.filter(({ code }) => code.length < KSA_CODE_LENGTH);
  return {
    headings: headings.map(({ code, title }) => ({ code, printed: title })),
    ksas: ksas.map(({ code, title, cell, columns }) => ({ code, title, cell, columns })),
    irregularities: [...rows.flatMap(continued), ...ksas.filter(({ columns }) => !columns).map(columnsLost)],
  };
}

function openRow(code: string, rest: string): OpenRow {
  const [title = '', ...cells] = rest.split('\t');
  return {
    code,
    columns: cells.length > 0,
    title: plain(title),
    cell: plain(cells.join(' ')),
    continuations: [],
  };
}

/** A row that a page break splits goes on without a code: with empty leading columns, or with no column at all. */
function continueRow(row: OpenRow | undefined, line: string): void {
  if (row === undefined) throw new Error(`Table 19 begins with a line that has no code: "${line}"`);
  const columns = line.split('\t');
  const [, title, cell] = columns.length === 1 ? ['', '', line] : columns;
  if (title === undefined || cell === undefined)
    throw new Error(`Table 19, ${row.code}: not a row: "${line}"`);
  row.title = plain(`${row.title} ${title}`);
  row.cell = plain(`${row.cell} ${cell}`);
  row.continuations.push(plain(`${title} ${cell}`));
}

function continued(row: OpenRow): Irregularity[] {
  if (row.continuations.length === 0) return [];
  return [
    {
      place: `Table 19, ${row.code}, row split over a page`,
      printed: row.continuations.join(' '),
      reading: `goes on the row ${row.code}`,
      reason: 'The lines after the page break carry no code and stand before the next one.',
    },
  ];
}

function columnsLost(row: OpenRow): Irregularity {
  return {
    place: `Table 19, ${row.code}, columns`,
    printed: plain(`${row.title} ${row.cell}`),
    reading: 'the title ends where the first occupation of this area that other rows print begins',
    reason: 'The row is printed without a gap between title and occupations.',
  };
}
