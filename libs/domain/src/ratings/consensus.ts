import type { ChooseRating } from './choose-rating.ts';
import { secondsPerDay, type Instant } from './instant.ts';
import type { RatingColumns } from './rating-columns.ts';
import type { ConsensusPolicy } from './rating-policy.ts';
import { sourceCount, sources, type SourceSet } from './sources.ts';

/**
 * The choice by consensus: the weighted lower median of the sources' levels, that is the highest level that more than
 * half of the weight reaches. Weight: the source's, times the decay by whole days of age; at most 1000 · 2^20 a
 * source, so that sums are exact. What has decayed to 0 has no say; when nothing has, the level is unknown.
 *
 * Of the ratings at that level the heaviest is named as the one used, then the newest, then the higher seq.
 */
export function chooseByConsensus(policy: ConsensusPolicy): ChooseRating {
  const weightOfSource = Float64Array.from(sources, (source) => policy.weights[source]);
  const decay = Float64Array.from(policy.decay);
  const weights = new Float64Array(sourceCount);

  function weigh(
    columns: RatingColumns,
    newest: Int32Array,
    base: number,
    allowed: SourceSet,
    asOf: Instant,
  ): number {
    let total = 0;
    for (let code = 0; code < sourceCount; code += 1) {
      const index = newest[base + code] as number;
      const counts = index >= 0 && (allowed & (1 << code)) !== 0;
      const days = counts ? Math.floor((asOf - (columns.ratedAt[index] as number)) / secondsPerDay) : 0;
      const weight = counts ? (weightOfSource[code] as number) * (decay[days] ?? 0) : 0;
      weights[code] = weight;
      total += weight;
    }
    return total;
  }

  function weightReaching(level: number, columns: RatingColumns, newest: Int32Array, base: number): number {
    let reaching = 0;
    for (let code = 0; code < sourceCount; code += 1) {
      const weight = weights[code] as number;
      if (weight > 0 && (columns.level[newest[base + code] as number] as number) >= level) reaching += weight;
    }
    return reaching;
  }

  return (columns, newest, base, allowed, asOf) => {
    const { level, ratedAt, seq } = columns;
    const total = weigh(columns, newest, base, allowed, asOf);
    let chosen = -1;
    let chosenWeight = 0;
    for (let code = 0; code < sourceCount; code += 1) {
      const weight = weights[code] as number;
      if (weight === 0) continue;
      const index = newest[base + code] as number;
      if (2 * weightReaching(level[index] as number, columns, newest, base) <= total) continue;
      const order =
        chosen < 0
          ? 1
          : (level[index] as number) - (level[chosen] as number) ||
            weight - chosenWeight ||
            (ratedAt[index] as number) - (ratedAt[chosen] as number) ||
            (seq[index] as number) - (seq[chosen] as number);
      if (order <= 0) continue;
      chosen = index;
      chosenWeight = weight;
    }
    return chosen;
  };
}
