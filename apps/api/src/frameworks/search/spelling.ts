/** Words in small letters, and how often each is used. */
export type Words = ReadonlyMap<string, number>;

const SHORTEST = 4;
const LONGEST = 60;
const TOKEN = new RegExp(`[\\p{L}\\p{N}]{${SHORTEST},${LONGEST}}`, 'gu');
/** Of a whole sentence nobody asks what each word was meant to be. */
const MOST_TOKENS = 12;

/**
 * What was typed with each word that nobody uses, or begins a word with, as the nearest one that is used, else as the
 * nearest beginning of one: it has one letter too many, too few or another, or two that changed places. The oftenest used
 * of those as near. Null when all are used, or nothing is near.
 */
export function spelled(typed: string, vocabularies: readonly Words[]): string | null {
  const text = typed.toLowerCase();
  let left = MOST_TOKENS;
  const meant = text.replaceAll(TOKEN, (token) => {
    left -= 1;
    return left < 0 ? token : (meantBy(token, vocabularies) ?? token);
  });
  return meant === text ? null : meant;
}

function meantBy(token: string, vocabularies: readonly Words[]): string | null {
  const near = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const count = (among: Map<string, number>, word: string, often: number) =>
    among.set(word, (among.get(word) ?? 0) + often);
  for (const words of vocabularies) {
    for (const [word, often] of words) {
      if (word.startsWith(token)) return null;
      if (isOneMistake(word, token)) count(near, word, often);
      for (const length of [token.length - 1, token.length, token.length + 1]) {
        if (word.length <= length) break;
        const beginning = word.slice(0, length);
        if (isOneMistake(beginning, token)) count(beginnings, beginning, often);
      }
    }
  }
  return oftenest(near) ?? oftenest(beginnings);
}

function oftenest(words: ReadonlyMap<string, number>): string | null {
  const [best] = [...words].sort(([left, often], [right, oftener]) =>
    oftener === often ? (left < right ? -1 : 1) : oftener - often,
  );
  return best?.[0] ?? null;
}

/** Whether two words differ by one letter too many, too few or another, or by two neighbours that changed places. */
export function isOneMistake(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}
