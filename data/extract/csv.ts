import { parse } from 'csv-parse/sync';

/** RFC 4180 quoting; LF, since the files are diffed as text. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

export function fromCsv<Column extends string>(
  text: string,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const [header, ...rows] = parse(text);
  if (header?.join() !== columns.join())
    throw new Error(`expected the columns ${columns.join()}, not ${header?.join()}`);
  return rows.map(
    (row) =>
      Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ''])) as Record<
        Column,
        string
      >,
  );
}
