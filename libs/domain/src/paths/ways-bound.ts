import type { Need, WaysToTrain } from './training-ways.ts';

/**
 * A bound from below: each need costs at least the least of its programmes' minutes, each shared among the needs that
 * the programme meets (a feasible dual of the set cover). `hardest`: the programmes that meet the need that fewest do;
 * empty when there is a need that none does, which then bounds by infinity.
 */
export function boundOf(
  { raisers, ways }: WaysToTrain,
  needs: readonly Need[],
  taken: Uint8Array,
  excluded: Uint8Array,
): { readonly minutes: number; readonly coverOf: Uint16Array; readonly hardest: number[] } {
  const coverOf = new Uint16Array(ways.length);
  const meeting = needs.map(({ ksa, level: asked }) => {
    const found: number[] = [];
    for (const { way, level } of raisers[ksa] ?? []) {
      if (level < asked || taken[way] === 1 || excluded[way] === 1) continue;
      found.push(way);
      coverOf[way] = (coverOf[way] as number) + 1;
    }
    return found;
  });
  let sum = 0;
  let hardest: number[] | null = null;
  for (const found of meeting) {
    let least = Infinity;
    for (const way of found) least = Math.min(least, (ways[way]?.minutes ?? 0) / (coverOf[way] as number));
    sum += least;
    if (hardest === null || found.length < hardest.length) hardest = found;
  }
  // Minutes are whole; what the divisions may have lost is far less than this.
  return { minutes: Math.ceil(sum - 1e-6), coverOf, hardest: hardest ?? [] };
}
