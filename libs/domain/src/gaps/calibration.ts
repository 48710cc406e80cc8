import { isIterable } from '../given.ts';
import { type Instant } from '../ratings/instant.ts';
import { ksaSlots } from '../ratings/ksa-slots.ts';
import { columnsOfRatings, type RatingColumns } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import type { Rating } from '../ratings/rating.ts';
import { RatingsError } from '../ratings/ratings.errors.ts';
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

/** Of one worker's ratings `from` … `to` − 1, in any order, as of an instant. */
export type Calibrate = (columns: RatingColumns, from: number, to: number, asOf: Instant) => Calibration;

/**
 * Newest live self rating − what the other sources resolve to, for each KSA of the ratings given that has both.
 * (Domain design, "calibration".)
 */
export function calibration(policy: RatingPolicy, ratings: readonly Rating[], asOf: Instant): Calibration {
  const columns = columnsOfRatings(ratings);
  assertDistinctSeqs(ratings);
  const calibrate = calibrator(
    policy,
    ratings.map(({ ksaNo }) => ksaNo),
  );
  return calibrate(columns, 0, ratings.length, asOf);
}

/** Makes a policy ready to calibrate any number of workers, one after the other, in these KSAs alone. */
export function calibrator(policy: RatingPolicy, ksas: Iterable<number>): Calibrate {
  if (!isIterable(ksas))
    throw new RatingsError('ratings.invalid-ksa', 'KSA numbers come as a list.', '/ksas');
  const ksaNos = [...new Set(ksas)].sort((a, b) => a - b);
  const resolver = new RatingResolver(policy, ksaSlots(ksaNos));
  const self = codeOfSource('self');
  return (columns, from, to, asOf) => {
    resolver.read(columns, from, to, asOf);
    const { level } = columns;
    const items: CalibrationItem[] = [];
    let numerator = 0;
    ksaNos.forEach((ksaNo, slot) => {
      const own = resolver.newest(slot, self);
      if (own < 0) return;
      const others = resolver.chosen(slot, everySourceButSelf);
      if (others < 0) return;
      const difference = (level[own] as number) - (level[others] as number);
      items.push({ ksaNo, difference });
      numerator += difference;
    });
    return { mean: items.length === 0 ? null : { numerator, count: items.length }, items };
  };
}
