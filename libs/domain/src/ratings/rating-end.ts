import { assertRatingPolicy } from './assert-rating-policy.ts';
import { type Instant, never, secondsPerDay } from './instant.ts';
import type { RatingColumns } from './rating-columns.ts';
import type { RatingPolicy } from './rating-policy.ts';
import { sources, unknownSource } from './sources.ts';

/** The first second at which a rating of the columns no longer counts; `never` when it has no end. */
export type RatingEnd = (columns: RatingColumns, index: number) => Instant;

/**
 * By its own expiry or by the validity that the policy gives its source, whichever comes first. Throws
 * `ratings.invalid-policy`, and of a rating `ratings.unknown-source`.
 */
export function ratingEnd(policy: RatingPolicy): RatingEnd {
  assertRatingPolicy(policy);
  const validity = sources.map((source) => (policy.validityDays[source] ?? Infinity) * secondsPerDay);
  return ({ source, ratedAt, expiresAt }, index) => {
    const lasts = validity[source[index] as number];
    if (lasts === undefined) throw unknownSource(source[index] as number, `/columns/source/${index}`);
    return Math.min(expiresAt[index] as number, (ratedAt[index] as number) + lasts, never);
  };
}
