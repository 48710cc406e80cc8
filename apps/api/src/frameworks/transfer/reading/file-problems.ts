import type { FilePlace } from '../files/unreadable-file.ts';

export interface FileProblem extends FilePlace {
  /** The cell of a spreadsheet (`C7`), or the place in JSON (`/items/6/title`); null where there is none. */
  readonly at: string | null;
  readonly problem: string;
}

/** More than anybody reads; they are counted on. */
const MOST_KEPT = 10_000;

/** Everything that is wrong with a file, in its own order. */
export class FileProblems {
  readonly #kept: FileProblem[] = [];
  #count = 0;
  #sheets: readonly string[] = [];

  get count(): number {
    return this.#count;
  }

  get kept(): readonly FileProblem[] {
    const sheet = ({ sheet: name }: FileProblem) => (name === null ? -1 : this.#sheets.indexOf(name));
    return this.#kept.toSorted(
      (left, right) => sheet(left) - sheet(right) || (left.row ?? 0) - (right.row ?? 0),
    );
  }

  /** By which they are told. */
  inOrderOf(sheets: readonly string[]): void {
    this.#sheets = sheets;
  }

  add(problem: FileProblem): void {
    this.#count += 1;
    if (this.#kept.length < MOST_KEPT) this.#kept.push(problem);
  }
}

/** A spreadsheet's own name for a column: 0 is A. */
export function columnLetter(column: number): string {
  const higher = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return higher === 0 ? last : columnLetter(higher - 1) + last;
}
