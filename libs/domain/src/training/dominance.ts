import { indexOf, levelOf } from './at-level.ts';
import type { CompiledCatalogue, CompiledProgramme } from './catalogue.ts';

/**
 * Of `some` programmes (ascending), those in whose place no other is always at least as good: it raises all that they
 * raise between `from` and `highest` (by KSA), asks for no more on entry, comes before them in the catalogue's order (so
 * it is no longer) and, where `isCostLimited`, is no dearer. One that raises nothing there is left out too, one that `stays`
 * never.
 */
export function withoutDominated(
  { programmes }: CompiledCatalogue,
  some: readonly number[],
  from: readonly number[],
  highest: readonly number[],
  stays: (programme: number) => boolean,
  isCostLimited: boolean,
): number[] {
  const { words, word, bit } = unitsOf(from, highest);
  // By place in `some`, `words` numbers each: the units that it raises, a bit each.
  const units = new Int32Array(some.length * words);
  const keptOfKsa = Array.from(highest, (): number[] => []);
  const kept: number[] = [];

  some.forEach((index, place) => {
    const { raises } = programmes[index] as CompiledProgramme;
    // Who is better raises each of its KSAs: it is enough to look at those who raise the one that fewest raise.
    let rivals: readonly number[] | null = null;
    for (const raised of raises) {
      const ksa = indexOf(raised);
      const least = from[ksa] as number;
      const count = Math.min(levelOf(raised), highest[ksa] as number) - least;
      if (count <= 0) continue;
      const at = place * words + (word[ksa] as number);
      units[at] = (units[at] as number) | (((1 << count) - 1) << (bit[ksa] as number));
      const ofKsa = keptOfKsa[ksa] as number[];
      if (rivals === null || ofKsa.length < rivals.length) rivals = ofKsa;
    }
    const isLeftOut = rivals === null || rivals.some((rival) => isBetter(rival, place));
    if (isLeftOut && !stays(index)) return;
    kept.push(index);
    for (const raised of raises) {
      const ksa = indexOf(raised);
      if (Math.min(levelOf(raised), highest[ksa] as number) > (from[ksa] as number))
        (keptOfKsa[ksa] as number[]).push(place);
    }
  });
  return kept;

  function isBetter(rival: number, place: number): boolean {
    for (let at = 0; at < words; at += 1)
      if (((units[place * words + at] as number) & ~(units[rival * words + at] as number)) !== 0)
        return false;
    const better = programmes[some[rival] as number] as CompiledProgramme;
    const worse = programmes[some[place] as number] as CompiledProgramme;
    if (isCostLimited && (better.costCents ?? 0) > (worse.costCents ?? 0)) return false;
    return asksNoMore(better, worse, from);
  }
}

/** A bit for each level between `from` and `highest`; those of one KSA, 10 at most, in one word of 32. */
function unitsOf(
  from: readonly number[],
  highest: readonly number[],
): { readonly words: number; readonly word: Int32Array; readonly bit: Int32Array } {
  const word = new Int32Array(from.length);
  const bit = new Int32Array(from.length);
  let words = 0;
  let next = 32;
  for (let ksa = 0; ksa < from.length; ksa += 1) {
    const count = Math.max(0, (highest[ksa] as number) - (from[ksa] as number));
    if (next + count > 32) {
      words += 1;
      next = 0;
    }
    word[ksa] = words - 1;
    bit[ksa] = next;
    next += count;
  }
  return { words, word, bit };
}

function asksNoMore(better: CompiledProgramme, worse: CompiledProgramme, from: readonly number[]): boolean {
  for (const required of better.requires) if (!worse.requires.includes(required)) return false;
  for (const asked of better.entryLevels) {
    if (levelOf(asked) <= (from[indexOf(asked)] as number)) continue;
    const isAskedByBoth = worse.entryLevels.some(
      (entry) => indexOf(entry) === indexOf(asked) && levelOf(entry) >= levelOf(asked),
    );
    if (!isAskedByBoth) return false;
  }
  return true;
}
