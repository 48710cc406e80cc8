const SMALL_WORDS = new Set(['and', 'for', 'in', 'of', 'or', 'the']);
const ABBREVIATIONS = new Set(['IT', 'OT', 'M/I/R', 'IT/OT']);

/** A heading that Table 19 prints in capitals, as Table 18 writes headings. */
export function headingCase(capitals: string): string {
  return capitals
    .split(' ')
    .map((word, place) => {
      const bare = word.replace(/[^A-Z/]/g, '');
      if (ABBREVIATIONS.has(bare)) return word;
      const lower = word.toLowerCase();
      if (place > 0 && SMALL_WORDS.has(lower)) return lower;
      return lower.replace(/(^|[/(])[a-z]/g, (letter) => letter.toUpperCase());
    })
    .join(' ');
}
