/**
 * What a spreadsheet would take for a formula, or might after somebody has edited the cell. (OWASP, "CSV injection": the
 * signs, their full-width forms, and the white space that some programs skip.)
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const MARKED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export function beginsLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/**
 * The text so that no spreadsheet runs it: a `'` before what begins like a formula, and one more before what begins with
 * such a mark already, so that `restored` gives back exactly what was there.
 */
export function defused(text: string): string {
  return FORMULA.test(text) || MARKED.test(text) ? `'${text}` : text;
}

/** What `defused` was given. */
export function restored(text: string): string {
  return MARKED.test(text) ? text.slice(1) : text;
}
