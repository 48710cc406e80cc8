import type { RatingColumns } from './rating-columns.ts';
import { codeOfSource, sourceCount, type SourceSet } from './sources.ts';
import type { MostTrustedPolicy } from './rating-policy.ts';
import type { ChooseRating } from './choose-rating.ts';

/** The choice by trust: the first rank that has a live rating, the newest within it, the higher seq at one second. */
export function chooseMostTrusted(policy: MostTrustedPolicy): ChooseRating {
  const rankOfSource = new Uint8Array(sourceCount);
  policy.ranks.forEach((rank, place) => {
    for (const source of rank) rankOfSource[codeOfSource(source)] = place;
  });
  return (columns: RatingColumns, newest: Int32Array, base: number, allowed: SourceSet) => {
    const { ratedAt, seq } = columns;
    let chosen = -1;
    let chosenRank: number = sourceCount;
    for (let code = 0; code < sourceCount; code += 1) {
      const index = newest[base + code] as number;
      if (index < 0 || (allowed & (1 << code)) === 0) continue;
      const rank = rankOfSource[code] as number;
      if (rank > chosenRank) continue;
      if (rank === chosenRank) {
        const given = ratedAt[index] as number;
        const chosenGiven = ratedAt[chosen] as number;
        if (given < chosenGiven) continue;
        if (given === chosenGiven && (seq[index] as number) < (seq[chosen] as number)) continue;
      }
      chosen = index;
      chosenRank = rank;
    }
    return chosen;
  };
}
