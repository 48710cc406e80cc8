import type { ReleaseFacts } from './release-facts.ts';

/** A number in the running text. */
export interface Statement {
  readonly figure: string;
  readonly row: string;
  readonly column: string;
  /** The words as printed; `{}` stands for the number. */
  readonly phrase: string;
  /** "over" and "at least" are met by any larger number, "over" not by the same one. */
  readonly relation?: 'over' | 'at least';
  /** Absent where an analysis has the number as a cell, or the report does not print what it was made from. */
  readonly recompute?: (data: ReleaseFacts) => number;
}
