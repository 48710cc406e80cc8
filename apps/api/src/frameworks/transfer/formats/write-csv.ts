import { Readable } from 'node:stream';
import {
  defused,
  type ReleaseDocument,
  type ReleaseTable,
  releaseTables,
  tableColumns,
  type TableRow,
  tableRows,
} from '#domain';
import { chunked } from './text-chunks.ts';
import { zipped } from './write-zip.ts';

/** One table. (RFC 4180.) */
export function csvFile(document: ReleaseDocument, table: ReleaseTable): Readable {
  return Readable.from(chunked(lines(document, table)));
}

/** All of them, one file each. */
export function csvArchive(document: ReleaseDocument): Readable {
  return zipped(
    releaseTables.map((table) => ({ name: `${table}.csv`, pieces: () => chunked(lines(document, table)) })),
  );
}

function* lines(document: ReleaseDocument, table: ReleaseTable): Generator<string> {
  yield line(tableColumns[table]);
  for (const row of tableRows(document, table)) yield line(row);
}

const line = (row: TableRow): string => `${row.map(cellOf).join(',')}\r\n`;

function cellOf(cell: string | number | null): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = defused(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
