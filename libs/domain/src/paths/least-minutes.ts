import type { ProgrammeGraph } from './programme-graph.ts';
import type { WantedLevel } from './training-ways.ts';

/**
 * A bound from below, quickly: no training reaches those of these levels that it can in fewer minutes; not closable
 * when one of them is reached by no programme for sure. Each level costs at least the least of its programmes' minutes, each shared among the wanted
 * levels that the programme reaches; what programmes require is left out.
 */
export function leastMinutes(
  { programmes, raisers, indexOfKsa }: ProgrammeGraph,
  attained: ReadonlyMap<number, number>,
  wanted: readonly WantedLevel[],
): { readonly minutes: number; readonly isClosable: boolean } {
  const reachedBy = new Map<number, number>();
  const reaching: number[][] = [];
  let isClosable = true;
  for (const { ksaNo, level } of wanted) {
    if ((attained.get(ksaNo) ?? 0) >= level) continue;
    const found: number[] = [];
    for (const raiser of raisers[indexOfKsa.get(ksaNo) ?? -1] ?? []) {
      if (raiser.level < level) continue;
      found.push(raiser.programme);
      reachedBy.set(raiser.programme, (reachedBy.get(raiser.programme) ?? 0) + 1);
    }
    if (found.length === 0) isClosable = false;
    else reaching.push(found);
  }
  let sum = 0;
  for (const found of reaching) {
    let least = Infinity;
    for (const programme of found)
      least = Math.min(least, (programmes[programme]?.minutes ?? 0) / (reachedBy.get(programme) ?? 1));
    sum += least;
  }
  // Minutes are whole; what the divisions may have lost is far less than this.
  return { minutes: Math.ceil(sum - 1e-6), isClosable };
}
