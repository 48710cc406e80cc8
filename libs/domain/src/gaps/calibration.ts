import { assertInstant, type Instant } from '../ratings/instant.ts';
import { ksaSlots } from '../ratings/ksa-slots.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import type { Rating } from '../ratings/rating.ts';
import { assertDistinctSeqs } from '../ratings/resolve-ratings.ts';
import { codeOfSource, everySourceButSelf } from '../ratings/sources.ts';

/** How a worker's own ratings stand to the others' for one KSA: positive is overconfidence, in levels. */
export interface CalibrationItem {
  readonly ksaNo: number;
  readonly difference: number;
}

export interface Calibration {
  /** Mean difference in levels = `numerator` / `count`; `null` when no KSA has both. */
  readonly mean: { readonly numerator: number; readonly count: number } | null;
  /** By KSA number. */
  readonly items: readonly CalibrationItem[];
}

/**
 * Newest live self rating − what the other sources resolve to, for each KSA of the ratings given that has both.
 * (Domain design, "calibration".)
 */
export function calibration(policy: RatingPolicy, ratings: readonly Rating[], asOf: Instant): Calibration {
  assertInstant(asOf, 'as-of');
  assertDistinctSeqs(ratings);
  const ksaNos = [...new Set(ratings.map(({ ksaNo }) => ksaNo))].sort((a, b) => a - b);
  const resolver = new RatingResolver(policy, ksaSlots(ksaNos));
  resolver.read(columnsOfRatings(ratings), 0, ratings.length, asOf);
  const self = codeOfSource('self');
  const items = ksaNos.flatMap((ksaNo, slot) => {
    const own = ratings[resolver.newest(slot, self)];
    const others = ratings[resolver.chosen(slot, everySourceButSelf)];
    return own === undefined || others === undefined ? [] : { ksaNo, difference: own.level - others.level };
  });
  const numerator = items.reduce((sum, { difference }) => sum + difference, 0);
  return { mean: items.length === 0 ? null : { numerator, count: items.length }, items };
}
