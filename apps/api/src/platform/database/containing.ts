/** The LIKE pattern that finds a text within a lower-cased column; null (which the statements let pass) without one. */
export function containing(text: string | undefined): string | null {
  return text ? `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%` : null;
}
