import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { never, secondsPerDay } from '../ratings/instant.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import type { Rating } from '../ratings/rating.ts';
import { defaultRatingPolicy, type RatingPolicy } from '../ratings/rating-policy.ts';
import { someDay, somePolicy, someRatings } from '../ratings/ratings.arbitrary.ts';
import { someProfile } from './gaps.arbitrary.ts';
import { scoreWorker } from './gap-score.ts';
import type { CompiledRoleProfile } from './role-profile.ts';
import { bulkScorer } from './score-in-bulk.ts';

const someWorker = someProfile.chain((some) =>
  fc.record({
    profile: fc.constant(some.profile),
    ratings: someRatings(some.requirements.length + 2, some.maxLevel),
    policy: somePolicy,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

function runsOut(profile: CompiledRoleProfile, policy: RatingPolicy, ratings: readonly Rating[]): number {
  const columns = columnsOfRatings(ratings, profile.maxLevel);
  return bulkScorer(profile, policy)({ columns, starts: [0, ratings.length] }, someDay).runsOut[0] as number;
}

describe('how long a score stands', () => {
  test('by trust nothing of it changes before it runs out, while nobody rates', () => {
    fc.assert(
      fc.property(someWorker, ({ profile, policy, ratings, share }) => {
        fc.pre(policy.kind === 'most-trusted');
        const given = ratings.filter(({ ratedAt }) => ratedAt <= someDay);
        const end = runsOut(profile, policy, given);
        const last = Math.min(end - 1, someDay + 4000 * secondsPerDay);
        const then = someDay + Math.floor(share * (last - someDay));
        const score = (asOf: number) => ({ ...scoreWorker(profile, policy, given, asOf), asOf: 0 });
        for (const asOf of [then, last]) expect(score(asOf)).toEqual(score(someDay));
      }),
      { numRuns: 200 },
    );
  });

  test('it ends with a rating of a KSA that is asked for, by its expiry or its source’s validity', () => {
    fc.assert(
      fc.property(someWorker, ({ profile, policy, ratings }) => {
        const end = runsOut(profile, policy, ratings);
        const ends = ratings
          .filter(({ ksaNo }) => profile.requirements.some((asked) => asked.ksaNo === ksaNo))
          .filter(({ ratedAt }) => ratedAt <= someDay)
          .map(({ ratedAt, expiresAt, source }) =>
            Math.min(
              expiresAt ?? never,
              ratedAt + (policy.validityDays[source] ?? Number.POSITIVE_INFINITY) * secondsPerDay,
            ),
          )
          .filter((each) => each > someDay);
        expect(end).toBe(Math.min(never, ...ends));
      }),
      { numRuns: 150 },
    );
  });

  test('one who holds a credential for a year stands for a year; without an end it stands for good', () => {
    const [some] = fc.sample(someProfile, 1);
    const { ksaNo } = some!.requirements[0]!;
    const credential: Rating = {
      ...{ seq: 1, ksaNo, source: 'credential', level: 1, recordedAt: someDay },
      ...{ ratedAt: someDay, expiresAt: someDay + 365 * secondsPerDay },
    };
    expect(runsOut(some!.profile, defaultRatingPolicy, [credential])).toBe(someDay + 365 * secondsPerDay);
    expect(runsOut(some!.profile, defaultRatingPolicy, [{ ...credential, expiresAt: null }])).toBe(never);
    expect(runsOut(some!.profile, defaultRatingPolicy, [])).toBe(never);
  });
});
