import { Readable } from 'node:stream';
import { type ReleaseDocument, type ReleaseTable, releaseTables, tableColumns, tableRows } from '#domain';
import { csvLine } from '#platform/http/csv';
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
  yield csvLine(tableColumns[table]);
  for (const row of tableRows(document, table)) yield csvLine(row);
}
