import { highestMaxLevel } from '../scales/proficiency-scale.ts';
import { assertInstant, type Instant } from './instant.ts';
import { ksaSlots } from './ksa-slots.ts';
import { columnsOfRatings } from './rating-columns.ts';
import type { RatingPolicy } from './rating-policy.ts';
import { RatingResolver } from './rating-resolver.ts';
import { assertRatings, type Rating } from './rating.ts';
import { RatingsError } from './ratings.errors.ts';
import { assertSourceSet, everySource, type SourceSet } from './sources.ts';

/**
 * One worker's ratings resolved as of an instant: for each KSA number with an attained level the rating that decided
 * it. A KSA that is absent is unknown. `allowed` restricts the sources that count. Throws a typed error that names the
 * rating, and `ratings.invalid-sources`.
 */
export function resolveRatings(
  policy: RatingPolicy,
  ratings: readonly Rating[],
  asOf: Instant,
  allowed: SourceSet = everySource,
): Map<number, Rating> {
  assertRatings(ratings, highestMaxLevel);
  assertDistinctSeqs(ratings);
  assertSourceSet(allowed, '/allowed');
  const ksaNos = [...new Set(ratings.map(({ ksaNo }) => ksaNo))];
  const resolver = new RatingResolver(policy, ksaSlots(ksaNos));
  resolver.read(columnsOfRatings(ratings), 0, ratings.length, asOf);
  const resolved = new Map<number, Rating>();
  ksaNos.forEach((ksaNo, slot) => {
    const rating = ratings[resolver.chosen(slot, allowed)];
    if (rating !== undefined) resolved.set(ksaNo, rating);
  });
  return resolved;
}

/** The ratings that had been recorded by an instant: "as known at". Throws a typed error that names the rating. */
export function ratingsKnownAt<Known extends Rating>(ratings: readonly Known[], knownAt: Instant): Known[] {
  assertInstant(knownAt, 'as known at', '/knownAt');
  assertRatings(ratings, highestMaxLevel);
  return ratings.filter(({ recordedAt }) => recordedAt <= knownAt);
}

/** Throws `ratings.duplicate-seq` when two of one worker's ratings share a seq: which came later could not be told. */
export function assertDistinctSeqs(ratings: readonly Rating[]): void {
  const seen = new Set<number>();
  for (const [index, { seq }] of ratings.entries()) {
    if (seen.has(seq)) {
      throw new RatingsError(
        'ratings.duplicate-seq',
        `Two ratings of one worker have the seq ${seq}.`,
        `/ratings/${index}/seq`,
      );
    }
    seen.add(seq);
  }
}
