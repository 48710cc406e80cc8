import type { Range } from './search.types.ts';

/** Below it two words are two words, not one and a typing mistake: as what is found by. */
const LEAST_SIMILARITY = 0.45;

/**
 * Where a text has what was searched for: the whole of it; else each word of it, as it stands in the text or, mistyped, as
 * the words that resemble it. In order, without overlap.
 */
export function highlightsIn(text: string, searched: string): Range[] {
  const whole = occurrences(text, searched.trim());
  if (whole.length > 0) return whole;
  const words = [...new Set(wordsOf(searched).map(({ word }) => word.toLowerCase()))];
  return merged(words.flatMap((word) => rangesOfWord(text, word)));
}

function rangesOfWord(text: string, searched: string): Range[] {
  const standing = occurrences(text, searched);
  if (standing.length > 0) return standing;
  return wordsOf(text).flatMap(({ word, start, end }) =>
    similarity(searched, word.toLowerCase()) >= LEAST_SIMILARITY ? [{ start, end }] : [],
  );
}

function occurrences(text: string, searched: string): Range[] {
  if (searched === '') return [];
  // An expression, since lower-casing may change how long a text is.
  const pattern = new RegExp(searched.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function wordsOf(text: string): (Range & { readonly word: string })[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ index, 0: word }) => ({
    ...{ word, start: index, end: index + word.length },
  }));
}

/** As pg_trgm's word similarity: how much of what was searched for the word has, in trigrams. */
function similarity(searched: string, word: string): number {
  const [wanted, had] = [trigrams(searched), trigrams(word)];
  return [...wanted].filter((trigram) => had.has(trigram)).length / wanted.size;
}

function trigrams(word: string): ReadonlySet<string> {
  const letters = [' ', ' ', ...Array.from(word), ' '];
  return new Set(letters.slice(2).map((_, place) => letters.slice(place, place + 3).join('')));
}

function merged(ranges: readonly Range[]): Range[] {
  const inOrder = ranges.toSorted((left, right) => left.start - right.start || left.end - right.end);
  const apart: Range[] = [];
  for (const range of inOrder) {
    const last = apart.at(-1);
    if (last !== undefined && range.start <= last.end)
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else apart.push(range);
  }
  return apart;
}

const EXCERPT = 220;
const BEFORE = 60;

/** A piece of a long text with the first place that was found in it; whole words, and dots where something is left out. */
export function excerptOf(text: string, searched: string): string {
  if (text.length <= EXCERPT) return text;
  const first = highlightsIn(text, searched)[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const until = from + EXCERPT >= text.length ? text.length : text.lastIndexOf(' ', from + EXCERPT);
  const end = until <= first ? Math.min(text.length, from + EXCERPT) : until;
  return `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`;
}
