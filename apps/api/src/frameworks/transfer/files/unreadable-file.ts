/** Where in a file something is; as far as it can be said. */
export interface FilePlace {
  /** A table's or a list's name; null: the file as a whole. */
  readonly sheet: string | null;
  /** As a spreadsheet counts: 1 is the header. Of a list in JSON: 1 is its first. */
  readonly row: number | null;
  /** By its header; in JSON the key. */
  readonly column: string | null;
}

export const WHOLE_FILE: FilePlace = { sheet: null, row: null, column: null };

/** From here on the file cannot be read. */
export class UnreadableFile extends Error {
  constructor(
    readonly problem: string,
    readonly place: FilePlace = WHOLE_FILE,
  ) {
    super(problem);
    this.name = 'UnreadableFile';
  }
}
