import { FrameworksError } from '../../frameworks.errors.ts';

/**
 * What a spreadsheet would take for a formula, or might after somebody has edited the cell. (OWASP, "CSV injection": the
 * signs, their full-width forms, and the white space that some programs skip.)
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const MARKED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Throws `frameworks.invalid-text` for what is no text, as the others here do. */
export function beginsLikeFormula(text: string): boolean {
  assertText(text);
  return FORMULA.test(text);
}

/**
 * The text so that no spreadsheet runs it: a `'` before what begins like a formula, and one more before what begins with
 * such a mark already, so that `restored` gives back exactly what was there.
 */
export function defused(text: string): string {
  assertText(text);
  return FORMULA.test(text) || MARKED.test(text) ? `'${text}` : text;
}

/** What `defused` was given. */
export function restored(text: string): string {
  assertText(text);
  return MARKED.test(text) ? text.slice(1) : text;
}

function assertText(text: string): void {
  if (typeof text !== 'string')
    throw new FrameworksError('frameworks.invalid-text', `${String(text)} is no text of a cell.`, '/text');
}
