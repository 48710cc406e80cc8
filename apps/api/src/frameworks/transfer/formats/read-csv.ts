import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile } from '../files/unreadable-file.ts';
import type { RawRow, RawTable } from '../reading/raw-table.ts';
import { areUtf8, type Bytes, textPieces } from './text-pieces.ts';

/** More than any row of a release has; without it a quote that is never closed would take the file into memory. */
const MOST_RECORD = 256 * 1024;
const ROWS_A_PIECE = 200;

/** @param bytes gives the file from its begin, each time it is asked */
export function csvTable(name: string, bytes: () => Bytes): RawTable {
  return { name, isCsv: true, rows: () => rows(name, bytes) };
}

async function* rows(name: string, bytes: () => Bytes): AsyncGenerator<RawRow[]> {
  const place = { sheet: name, row: 1, column: null };
  // Where it is not, the very cells are found that hold what is none.
  const isSound = await areUtf8(bytes());
  const text = Readable.from(textPieces(bytes(), isSound, place));
  const parser = text.pipe(parse({ bom: true, relax_column_count: true, max_record_size: MOST_RECORD }));
  text.once('error', (error) => parser.destroy(error));
  let row = 0;
  let piece: RawRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.every((cell) => cell === '')) continue;
      piece.push({ row, cells: isSound ? record : record.map(foreign) });
      if (piece.length < ROWS_A_PIECE) continue;
      yield piece;
      piece = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (piece.length > 0) yield piece;
    // The parser is ahead of what it has handed out.
    const { records } = error as CsvError & { records: number };
    throw new UnreadableFile(wordsOf(error), { sheet: name, row: records + 1, column: null });
  } finally {
    text.destroy();
    parser.destroy();
  }
  if (piece.length > 0) yield piece;
}

const foreign = (cell: string) => (cell.includes('\ufffd') ? { kind: 'foreign' as const, text: cell } : cell);

function wordsOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'begins a quotation that does not end';
    case 'CSV_MAX_RECORD_SIZE':
      return 'is too long for a row; is a quotation not closed?';
    default:
      return `is no CSV: ${message}`;
  }
}
