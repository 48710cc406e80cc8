import { releaseTables } from '#domain';

/**
 * What a cell holds that is not text: values alone are read, and only where they cannot be misread. Foreign is what is
 * not in the encoding that it should be in; merged is one of several that are one; far is one in a column beyond any
 * table's.
 */
export interface OtherCell {
  readonly kind: 'number' | 'boolean' | 'formula' | 'error' | 'foreign' | 'merged' | 'far';
  /** As the file has it; of merged ones which, of a far one its column. */
  readonly text: string;
}

/** Empty cells are empty texts; a row ends with its last cell that is not. */
export interface RawRow {
  /** As a spreadsheet counts: the first is 1. */
  readonly row: number;
  readonly cells: readonly (string | OtherCell)[];
}

/** What a file or a sheet is called, whose capitals say nothing; another name stays as it is. */
export const tableNamed = (name: string): string =>
  releaseTables.find((table) => table === name.trim().toLowerCase()) ?? name;

/** One table of a file, not yet read; its first row is its header. */
export interface RawTable {
  readonly name: string;
  /** In CSV a text that begins like a formula would be one; a workbook says itself what is. */
  readonly isCsv: boolean;
  /** In pieces, each of some rows. */
  rows(): AsyncGenerator<RawRow[]>;
}
