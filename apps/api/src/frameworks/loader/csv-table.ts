import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from './fault.ts';

export interface Row<Column extends string> {
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

interface InformedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Reads one file whole; what is wrong with its shape goes to `faults`, and only well-formed rows come back. */
export function readCsvTable<Column extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column[],
  faults: Fault[],
): Row<Column>[] {
  const fault = (line: number, column: number, reason: string) => faults.push({ file, line, column, reason });
  const text = decode(bytes, fault);
  if (text === undefined) return [];

  const [header, ...records] = parseRecords(text, fault);
  if (header === undefined) {
    if (faults.length === 0) fault(1, 1, 'the file is empty');
    return [];
  }
  const wrong = firstDifference(header.record, columns);
  if (wrong !== undefined) {
    fault(1, wrong + 1, `the header must be ${columns.join(',')}, found ${header.record.join(',')}`);
    return [];
  }

  let line = header.info.lines + 1;
  const rows: Row<Column>[] = [];
  for (const { record, info } of records) {
    const fields = wellFormed(record, line, columns, fault);
    if (fields !== undefined) rows.push({ line, fields });
    line = info.lines + 1;
  }
  return rows;
}

type Report = (line: number, column: number, reason: string) => void;

const OPTIONS = { bom: true, info: true, relax_column_count: true };

function parseRecords(text: string, fault: Report): InformedRecord[] {
  try {
    return parse(text, OPTIONS) as unknown as InformedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { records, column } = error as CsvError & { records: number; column: number };
    fault(lineOfRecord(text, records), column + 1, error.message);
    return [];
  }
}

/** The parser names the line where it gave up, for a quote that is never closed the last: what helps is where the record begins. */
function lineOfRecord(text: string, sound: number): number {
  if (sound === 0) return 1;
  const before = parse(text, { ...OPTIONS, to: sound }) as unknown as InformedRecord[];
  return (before.at(-1)?.info.lines ?? 0) + 1;
}

function wellFormed<Column extends string>(
  record: readonly string[],
  line: number,
  columns: readonly Column[],
  fault: Report,
): Record<Column, string> | undefined {
  if (record.length !== columns.length) {
    fault(
      line,
      Math.min(record.length, columns.length) + 1,
      `${columns.length} columns wanted, found ${record.length}`,
    );
    return undefined;
  }
  const reasons = record.map(unsound);
  reasons.forEach((reason, place) => {
    if (reason !== undefined) fault(line, place + 1, `${columns[place] ?? ''}: ${reason}`);
  });
  if (reasons.some((reason) => reason !== undefined)) return undefined;
  return Object.fromEntries(columns.map((column, place) => [column, record[place]])) as Record<
    Column,
    string
  >;
}

function unsound(field: string): string | undefined {
  if (field !== field.trim()) return 'begins or ends with white space';
  // eslint-disable-next-line no-control-regex -- control characters are what is refused here
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd]/.test(field))
    return 'holds a character that is no text';
  return undefined;
}

function firstDifference(found: readonly string[], wanted: readonly string[]): number | undefined {
  const length = Math.max(found.length, wanted.length);
  for (let place = 0; place < length; place += 1) if (found[place] !== wanted[place]) return place;
  return undefined;
}

function decode(bytes: Uint8Array, fault: Report): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { line, column } = firstUndecodable(bytes);
    fault(line, column, 'is not UTF-8');
    return undefined;
  }
}

/** Bytes that are no text have no fields yet: the column counted here is the one of the commas before the byte. */
function firstUndecodable(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    const lineBytes = bytes.subarray(start, end);
    const readable = readableLength(lineBytes);
    if (readable < lineBytes.length) {
      return { line, column: lineBytes.subarray(0, readable).filter((byte) => byte === 0x2c).length + 1 };
    }
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function readableLength(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const broken = text.indexOf('\ufffd');
  return broken === -1 ? bytes.length : Buffer.byteLength(text.slice(0, broken));
}
