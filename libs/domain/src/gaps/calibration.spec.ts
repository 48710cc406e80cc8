import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultRatingPolicy } from '../ratings/rating-policy.ts';
import type { Rating } from '../ratings/rating.ts';
import { someDay, somePolicy, someRatings } from '../ratings/ratings.arbitrary.ts';
import { resolveRatings } from '../ratings/resolve-ratings.ts';
import { everySourceButSelf } from '../ratings/sources.ts';
import { calibration } from './calibration.ts';

let seq = 0;
const rated = (ksaNo: number, source: Rating['source'], level: number, ratedAt: number): Rating => {
  seq += 1;
  return { seq, ksaNo, source, level, ratedAt, recordedAt: ratedAt, expiresAt: null };
};

describe('calibration', () => {
  test('is the newest own rating less what the others resolve to, where there are both', () => {
    const ratings = [
      // KSA 1: self 4 (newest), assessor 2 over manager 3: +2.
      rated(1, 'self', 1, 10),
      rated(1, 'self', 4, 20),
      rated(1, 'manager', 3, 30),
      rated(1, 'assessor', 2, 5),
      // KSA 2: self 1, test 2: −1.
      rated(2, 'self', 1, 10),
      rated(2, 'test', 2, 10),
      // KSA 3 has no other, KSA 4 no own.
      rated(3, 'self', 3, 10),
      rated(4, 'test', 3, 10),
    ];
    expect(calibration(defaultRatingPolicy, ratings, 100)).toEqual({
      mean: { numerator: 1, count: 2 },
      items: [
        { ksaNo: 1, difference: 2 },
        { ksaNo: 2, difference: -1 },
      ],
    });
  });

  test('has no mean, and no NaN, where nothing can be compared', () => {
    expect(calibration(defaultRatingPolicy, [rated(1, 'self', 3, 10)], 100)).toEqual({
      mean: null,
      items: [],
    });
    expect(calibration(defaultRatingPolicy, [], 100)).toEqual({ mean: null, items: [] });
  });

  test('compares what ratings resolve to under any policy', () => {
    fc.assert(
      fc.property(somePolicy, someRatings(3, 4), (policy, ratings) => {
        const own = resolveRatings(
          defaultRatingPolicy,
          ratings
            .filter(({ source }) => source === 'self')
            .map((rating) => {
              const days = policy.validityDays.self;
              const ends = days === undefined ? null : rating.ratedAt + days * 86_400;
              const expiresAt = Math.min(rating.expiresAt ?? Infinity, ends ?? Infinity);
              return { ...rating, expiresAt: expiresAt === Infinity ? null : expiresAt };
            }),
          someDay,
        );
        const others = resolveRatings(policy, ratings, someDay, everySourceButSelf);
        const { items, mean } = calibration(policy, ratings, someDay);
        const both = [1, 2, 3].filter((ksaNo) => own.has(ksaNo) && others.has(ksaNo));
        expect(items).toEqual(
          both.map((ksaNo) => ({ ksaNo, difference: own.get(ksaNo)!.level - others.get(ksaNo)!.level })),
        );
        const sum = items.reduce((total, { difference }) => total + difference, 0);
        expect(mean).toEqual(both.length === 0 ? null : { numerator: sum, count: both.length });
      }),
      { numRuns: 300 },
    );
  });
});
