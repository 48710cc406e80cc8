import { isList, isRecord } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';

/** A figure as the report of a release prints it: a number, a title, a list of technology areas, or that it lists something. */
export interface PrintedFigure {
  /** The table, figure or section. */
  readonly figure: string;
  /** An item's code, an area's, or words. */
  readonly row: string;
  readonly column: string;
  readonly printed: string;
}

/** Names a printed figure, and in a list of irregularities the place of one. Throws `frameworks.invalid-figure`. */
export function printedKey(place: Omit<PrintedFigure, 'printed'>): string {
  assertPlace(place, '');
  const { figure, row, column } = place;
  return `${figure}, ${row}, ${column}`;
}

/** Throws `frameworks.invalid-figure`, naming the field, unless it is where a report prints something. */
function assertPlace(place: Omit<PrintedFigure, 'printed'>, pointer: string): void {
  if (!isRecord(place)) throw invalidFigure('There is no printed figure.', pointer);
  for (const field of ['figure', 'row', 'column'] as const)
    if (typeof place[field] !== 'string')
      throw invalidFigure(`The ${field} of a printed figure is no text.`, `${pointer}/${field}`);
}

/** The same, with what is printed there. */
export function assertPrinted(printed: PrintedFigure, pointer: string): void {
  assertPlace(printed, pointer);
  if (typeof printed.printed !== 'string')
    throw invalidFigure('What is printed is no text.', `${pointer}/printed`);
}

/** The same of each of a list. */
export function assertAllPrinted(printed: readonly PrintedFigure[]): void {
  if (!isList(printed)) throw invalidFigure('Printed figures come as a list.', '/printed');
  for (const [place, each] of printed.entries()) assertPrinted(each, `/printed/${place}`);
}

function invalidFigure(message: string, pointer: string): FrameworksError {
  return new FrameworksError('frameworks.invalid-figure', message, pointer);
}
