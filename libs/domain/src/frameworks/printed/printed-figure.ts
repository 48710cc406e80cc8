/** A figure as the report of a release prints it: a number, a title, a list of technology areas, or that it lists something. */
export interface PrintedFigure {
  /** The table, figure or section. */
  readonly figure: string;
  /** An item's code, an area's, or words. */
  readonly row: string;
  readonly column: string;
  readonly printed: string;
}

/** Names a printed figure, and in a list of irregularities the place of one. */
export function printedKey({ figure, row, column }: Omit<PrintedFigure, 'printed'>): string {
  return `${figure}, ${row}, ${column}`;
}
