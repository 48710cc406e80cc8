import { at, type CompiledRelease } from './analysed-release.ts';

/** What is counted where two groups of KSAs meet: titles, occupations, or occupations as often as institutes named them. */
export type OverlapRule = 'titles' | 'occupations' | 'institutes';

const BITS = 32;

/**
 * Of each two groups, what needs KSAs of both; of a group with itself, what needs any of its KSAs. The rows stand one
 * after the other. Sets are bits, so that this grows with groups x groups x occupations / 32 and the selections are gone
 * over once.
 */
export function overlaps(
  release: CompiledRelease,
  groups: readonly (readonly number[])[],
  rule: OverlapRule,
): Float64Array {
  const byTitle = rule === 'titles';
  const size = byTitle ? release.titles.length : release.occupations.length;
  const words = Math.ceil(size / BITS);
  const sets = groups.map((ksas) => needing(release, ksas, byTitle ? release.titleOf : null, words));
  const weigh = rule === 'institutes' ? weights(release) : popCount;
  const shared = new Float64Array(groups.length ** 2);
  for (const [row, one] of sets.entries()) {
    for (let column = row; column < sets.length; column += 1) {
      const other = sets[column] as Int32Array;
      let sum = 0;
      for (let word = 0; word < words; word += 1) sum += weigh(at(one, word) & at(other, word), word);
      shared[row * groups.length + column] = sum;
      shared[column * groups.length + row] = sum;
    }
  }
  return shared;
}

/** The bits of the occupations, or of what they are known as, that need any of the KSAs. */
function needing(
  { ofKsas: { starts, others } }: CompiledRelease,
  ksas: readonly number[],
  knownAs: Int32Array | null,
  words: number,
): Int32Array {
  const bits = new Int32Array(words);
  for (const ksa of ksas) {
    for (let slot = at(starts, ksa); slot < at(starts, ksa + 1); slot += 1) {
      const occupation = at(others, slot);
      const bit = knownAs === null ? occupation : at(knownAs, occupation);
      bits[bit >>> 5] = at(bits, bit >>> 5) | (1 << (bit & 31));
    }
  }
  return bits;
}

function weights({ occupations }: CompiledRelease): (bits: number, word: number) => number {
  return (bits, word) => {
    let sum = 0;
    for (let left = bits; left !== 0; left &= left - 1) {
      const lowest = 31 - Math.clz32(left & -left);
      sum += occupations[word * BITS + lowest]?.selectedBy ?? 0;
    }
    return sum;
  };
}

/** How many bits are set. (Warren, Hacker's Delight, 5-1.) */
function popCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
