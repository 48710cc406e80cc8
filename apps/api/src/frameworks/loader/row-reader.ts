import { readCsvTable, type Row } from './csv-table.ts';
import type { Fault } from './fault.ts';

/** What a row may refuse itself for; the first refusal of a field is enough. */
export class RowReader<Column extends string> {
  sound = true;

  constructor(
    private readonly file: string,
    private readonly row: Row<Column>,
    private readonly columns: readonly Column[],
    private readonly faults: Fault[],
  ) {}

  text(column: Column): string {
    const value = this.row.fields[column];
    if (value === '') this.refuse(column, 'is empty');
    return value;
  }

  optional(column: Column): string | null {
    return this.row.fields[column] || null;
  }

  oneOf<Value extends string>(column: Column, known: readonly Value[]): Value {
    const value = this.row.fields[column] as Value;
    if (!known.includes(value)) this.refuse(column, `"${value}" is none of ${known.join(', ')}`);
    return value;
  }

  positive(column: Column): number {
    const value = this.row.fields[column];
    if (!/^[1-9]\d{0,8}$/.test(value)) this.refuse(column, `"${value}" is not a positive whole number`);
    return Number(value);
  }

  refuse(column: Column, reason: string): void {
    this.sound = false;
    const place = this.columns.indexOf(column) + 1;
    this.faults.push({ file: this.file, line: this.row.line, column: place, reason: `${column}: ${reason}` });
  }
}

export function* rowsOf<Column extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column[],
  faults: Fault[],
) {
  for (const row of readCsvTable(file, bytes, columns, faults))
    yield new RowReader(file, row, columns, faults);
}
