import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decayTable } from './decay-table.ts';
import { instantAtEndOf, secondsPerDay } from './instant.ts';
import { defaultRatingPolicy, type ConsensusPolicy, type RatingPolicy } from './rating-policy.ts';
import type { Rating } from './rating.ts';
import { someDay, somePolicy, someRatings } from './ratings.arbitrary.ts';
import { ratingsKnownAt, resolveRatings } from './resolve-ratings.ts';
import { codeOfSource, everySource, sourceSetOf, type Source, type SourceSet } from './sources.ts';

const ksaNo = 7;

function rated(seq: number, source: Source, level: number, day: number, more: Partial<Rating> = {}): Rating {
  const ratedAt = day * secondsPerDay;
  return { seq, ksaNo, source, level, ratedAt, recordedAt: ratedAt, expiresAt: null, ...more };
}

function attained(
  policy: RatingPolicy,
  ratings: readonly Rating[],
  day: number,
  allowed?: SourceSet,
): string {
  const rating = resolveRatings(policy, ratings, day * secondsPerDay, allowed).get(ksaNo);
  return rating === undefined ? 'unknown' : `${rating.level} by ${rating.source}, seq ${rating.seq}`;
}

describe('the most trusted source', () => {
  const all = [
    rated(1, 'test', 1, 10),
    rated(2, 'assessor', 2, 20),
    rated(3, 'manager', 3, 30),
    rated(4, 'training', 4, 40),
    rated(5, 'self', 0, 50),
  ];

  test('wins over newer ratings by the less trusted', () => {
    expect(attained(defaultRatingPolicy, all, 100)).toBe('1 by test, seq 1');
    expect(attained(defaultRatingPolicy, all.slice(1), 100)).toBe('2 by assessor, seq 2');
    expect(attained(defaultRatingPolicy, all.slice(2), 100)).toBe('3 by manager, seq 3');
    expect(attained(defaultRatingPolicy, all.slice(3), 100)).toBe('4 by training, seq 4');
    expect(attained(defaultRatingPolicy, all.slice(4), 100)).toBe('0 by self, seq 5');
  });

  test('is nobody when there is no rating: unknown, which is not 0', () => {
    expect(attained(defaultRatingPolicy, [], 100)).toBe('unknown');
  });

  test('is the newer of test and credential, which share a rank', () => {
    const older = rated(1, 'credential', 4, 10);
    expect(attained(defaultRatingPolicy, [older, rated(2, 'test', 1, 11)], 100)).toBe('1 by test, seq 2');
    expect(attained(defaultRatingPolicy, [rated(2, 'test', 1, 9), older], 100)).toBe(
      '4 by credential, seq 1',
    );
  });

  test('said at the same second what was recorded later', () => {
    const ratings = [rated(9, 'assessor', 1, 10), rated(8, 'assessor', 3, 10)];
    expect(attained(defaultRatingPolicy, ratings, 100)).toBe('1 by assessor, seq 9');
    const shared = [rated(3, 'test', 2, 10), rated(4, 'credential', 3, 10)];
    expect(attained(defaultRatingPolicy, shared, 100)).toBe('3 by credential, seq 4');
  });

  test('gives way when its rating has expired, to the second', () => {
    const expiring = [
      rated(1, 'credential', 4, 10, { expiresAt: 20 * secondsPerDay }),
      rated(2, 'self', 1, 5),
    ];
    const at = (instant: number) => resolveRatings(defaultRatingPolicy, expiring, instant).get(ksaNo)?.level;
    expect(at(20 * secondsPerDay - 1)).toBe(4);
    expect(at(20 * secondsPerDay)).toBe(1);
    expect(at(10 * secondsPerDay)).toBe(4);
    expect(at(10 * secondsPerDay - 1)).toBe(1);
    expect(at(5 * secondsPerDay - 1)).toBeUndefined();
  });

  test('gives way when the validity of its source is over, or its own expiry, whichever is first', () => {
    const policy: RatingPolicy = { ...defaultRatingPolicy, validityDays: { test: 30 } };
    const ratings = [rated(1, 'test', 3, 10, { expiresAt: 1000 * secondsPerDay }), rated(2, 'self', 1, 5)];
    expect(attained(policy, ratings, 39)).toBe('3 by test, seq 1');
    expect(attained(policy, ratings, 40)).toBe('1 by self, seq 2');
    const sooner = [rated(1, 'test', 3, 10, { expiresAt: 12 * secondsPerDay })];
    expect(attained(policy, sooner, 12)).toBe('unknown');
  });

  test('is the organisation’s to choose', () => {
    const ranks: Source[][] = [['self'], ['training'], ['manager', 'assessor'], ['test'], ['credential']];
    expect(attained({ ...defaultRatingPolicy, ranks }, all, 100)).toBe('0 by self, seq 5');
  });

  test('is asked for among some sources alone', () => {
    expect(attained(defaultRatingPolicy, all, 100, sourceSetOf('self', 'manager'))).toBe(
      '3 by manager, seq 3',
    );
    expect(attained(defaultRatingPolicy, all, 100, sourceSetOf('credential'))).toBe('unknown');
  });
});

describe('consensus', () => {
  const policy: ConsensusPolicy = {
    kind: 'consensus',
    name: 'consensus',
    version: 1,
    weights: { self: 1, manager: 2, assessor: 3, test: 4, credential: 4, training: 0 },
    halfLifeDays: 100,
    decay: decayTable(100),
    validityDays: {},
  };

  test('is the highest level that more than half of the weight reaches', () => {
    // Weights, same age: self 1, manager 2, assessor 3: total 6. Level 3 is reached by 1 + 2 = 3, which is not more
    // than 3; level 2 by all 6.
    const even = [rated(1, 'self', 4, 50), rated(2, 'manager', 3, 50), rated(3, 'assessor', 2, 50)];
    expect(attained(policy, even, 50)).toBe('2 by assessor, seq 3');
    // With a test at 3 (weight 4): total 10, level 3 is reached by 1 + 2 + 4 = 7.
    expect(attained(policy, [...even, rated(4, 'test', 3, 50)], 50)).toBe('3 by test, seq 4');
  });

  test('weighs by age: half after one half-life', () => {
    // Test at 1, 100 days old: 4 · 2^19 = 2 · 2^20. Assessor at 3, today: 3 · 2^20. Total 5, level 3 reached by 3.
    const ratings = [rated(1, 'test', 1, 0), rated(2, 'assessor', 3, 100)];
    expect(attained(policy, ratings, 100)).toBe('3 by assessor, seq 2');
    // At the same age 4 against 3: level 3 is reached by 3 of 7.
    expect(attained(policy, [rated(1, 'test', 1, 100), rated(2, 'assessor', 3, 100)], 100)).toBe(
      '1 by test, seq 1',
    );
  });

  test('hears only the newest of each source, and no source of weight 0', () => {
    const ratings = [rated(1, 'manager', 4, 10), rated(2, 'manager', 1, 11), rated(3, 'training', 4, 12)];
    expect(attained(policy, ratings, 20)).toBe('1 by manager, seq 2');
    expect(attained(policy, ratings.slice(2), 20)).toBe('unknown');
  });

  test('names of those at its level the heaviest, then the newest, then the one recorded later', () => {
    const equal: ConsensusPolicy = { ...policy, weights: { ...policy.weights, manager: 3, training: 3 } };
    const test = rated(7, 'test', 2, 20);
    const manager = rated(5, 'manager', 2, 50);
    const assessor = rated(6, 'assessor', 2, 50);
    const training = rated(4, 'training', 2, 50, { ratedAt: 50 * secondsPerDay - 1 });
    // The test, 30 days old, still weighs the most: 4 · 0.81 against 3.
    const all = [assessor, test, manager, training];
    expect(attained(equal, all, 50)).toBe('2 by test, seq 7');
    // Manager and assessor weigh 3 at the same second; training weighs as much and is a second older.
    expect(attained(equal, [training, manager, assessor], 50.5)).toBe('2 by assessor, seq 6');
    expect(attained(equal, [training, manager], 50.5)).toBe('2 by manager, seq 5');
    expect(attained(equal, [manager, { ...assessor, seq: 3 }], 50.5)).toBe('2 by manager, seq 5');
  });

  test('is unknown once all has decayed to nothing', () => {
    // round(2^20 · 2^(−d/100)) is 0 from 2^20 · 2^(−d/100) < 1/2, d > 2100, on.
    expect(policy.decay).toHaveLength(2101);
    expect(attained(policy, [rated(1, 'test', 3, 0)], 2100)).toBe('3 by test, seq 1');
    expect(attained(policy, [rated(1, 'test', 3, 0)], 2101)).toBe('unknown');
  });
});

/** The rules once more, written from the text: sorting and counting on objects, BigInt weights. */
function oracle(
  policy: RatingPolicy,
  ratings: readonly Rating[],
  asOf: number,
  allowed: SourceSet,
): Rating | null {
  const live = ratings.filter((rating) => {
    const days = policy.validityDays[rating.source];
    const ends = [rating.expiresAt, days === undefined ? null : rating.ratedAt + days * 86_400];
    return rating.ratedAt <= asOf && ends.every((end) => end === null || end > asOf);
  });
  const heard = live
    .filter(({ source }) => (allowed >> codeOfSource(source)) % 2 === 1)
    .sort((a, b) => b.ratedAt - a.ratedAt || b.seq - a.seq);
  if (policy.kind === 'most-trusted') {
    for (const rank of policy.ranks) {
      const first = heard.find(({ source }) => rank.includes(source));
      if (first !== undefined) return first;
    }
    return null;
  }
  const voices = heard
    .filter((rating, index) => heard.findIndex(({ source }) => source === rating.source) === index)
    .map((rating) => {
      const days = Math.floor((asOf - rating.ratedAt) / 86_400);
      return { rating, weight: BigInt(policy.weights[rating.source]) * BigInt(policy.decay[days] ?? 0) };
    })
    .filter(({ weight }) => weight > 0n);
  const total = voices.reduce((sum, { weight }) => sum + weight, 0n);
  for (let level = 10; level >= 0; level -= 1) {
    const reaching = voices.filter(({ rating }) => rating.level >= level);
    if (reaching.reduce((sum, { weight }) => sum + weight, 0n) * 2n <= total) continue;
    const at = reaching.filter(({ rating }) => rating.level === level);
    at.sort(
      (a, b) =>
        Number(b.weight - a.weight) || b.rating.ratedAt - a.rating.ratedAt || b.rating.seq - a.rating.seq,
    );
    return at[0]?.rating ?? null;
  }
  return null;
}

describe('resolving, on random ratings and policies,', () => {
  const allowed = fc.integer({ min: 0, max: everySource });

  test('agrees with the rules written another way', () => {
    let known = 0;
    fc.assert(
      fc.property(somePolicy, someRatings(4, 10), allowed, (policy, ratings, allowed) => {
        const resolved = resolveRatings(policy, ratings, someDay, allowed);
        known += resolved.size;
        const expected = [1, 2, 3, 4].flatMap(
          (ksaNo) =>
            oracle(
              policy,
              ratings.filter((rating) => rating.ksaNo === ksaNo),
              someDay,
              allowed,
            ) ?? [],
        );
        expect([...resolved.values()].sort((a, b) => a.ksaNo - b.ksaNo)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
    expect(known).toBeGreaterThan(500);
  });

  test('does not depend on the order of ratings', () => {
    const shuffled = someRatings(3, 4).chain((ratings) =>
      fc.tuple(fc.constant(ratings), fc.shuffledSubarray(ratings, { minLength: ratings.length })),
    );
    fc.assert(
      fc.property(somePolicy, shuffled, (policy, [ratings, others]) => {
        const order = (map: Map<number, Rating>) => [...map].sort(([a], [b]) => a - b);
        expect(order(resolveRatings(policy, others, someDay))).toEqual(
          order(resolveRatings(policy, ratings, someDay)),
        );
      }),
    );
  });
});

describe('a rating, on random policies,', () => {
  test('counts from its second on, to the second before it expires or its source is no longer valid', () => {
    fc.assert(
      fc.property(somePolicy, someRatings(1, 4), (policy, ratings) => {
        for (const rating of ratings) {
          const days = policy.validityDays[rating.source] ?? Infinity;
          const end = Math.min(rating.expiresAt ?? Infinity, rating.ratedAt + days * secondsPerDay);
          const says = (asOf: number): boolean => {
            const decayed =
              policy.kind === 'consensus' ? policy.decay[Math.floor((asOf - rating.ratedAt) / 86_400)] : 1;
            return (
              policy.kind === 'most-trusted' || (policy.weights[rating.source] > 0 && (decayed ?? 0) > 0)
            );
          };
          const known = (asOf: number): boolean => resolveRatings(policy, [rating], asOf).size === 1;
          const last = Math.min(end - 1, rating.ratedAt + someDay);
          expect([known(rating.ratedAt - 1), known(rating.ratedAt), known(last)]).toEqual([
            false,
            says(rating.ratedAt),
            says(last),
          ]);
          if (Number.isFinite(end)) expect(known(end)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('that is raised never lowers what is attained, and one given to another KSA changes nothing', () => {
    fc.assert(
      fc.property(somePolicy, someRatings(2, 9), fc.nat(), (policy, ratings, place) => {
        const raised = ratings[place % Math.max(1, ratings.length)];
        if (raised === undefined) return;
        const before = resolveRatings(policy, ratings, someDay);
        const after = resolveRatings(
          policy,
          ratings.map((rating) => (rating === raised ? { ...rating, level: rating.level + 1 } : rating)),
          someDay,
        );
        const level = (of: typeof before, ksaNo: number): number => of.get(ksaNo)?.level ?? -1;
        expect(level(after, raised.ksaNo)).toBeGreaterThanOrEqual(level(before, raised.ksaNo));
        expect(after.get(3 - raised.ksaNo)).toEqual(before.get(3 - raised.ksaNo));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a worker’s ratings', () => {
  test('must differ in seq', () => {
    expect(() =>
      resolveRatings(defaultRatingPolicy, [rated(1, 'self', 1, 1), rated(1, 'test', 1, 1)], 9),
    ).toThrow(expect.objectContaining({ code: 'ratings.duplicate-seq' }));
  });

  test('are asked for as known at a time: late entries come later', () => {
    const late = rated(2, 'test', 4, 10, { recordedAt: 50 * secondsPerDay });
    const ratings = [rated(1, 'self', 1, 5), late];
    expect(attained(defaultRatingPolicy, ratingsKnownAt(ratings, 49 * secondsPerDay), 20)).toBe(
      '1 by self, seq 1',
    );
    expect(attained(defaultRatingPolicy, ratingsKnownAt(ratings, 50 * secondsPerDay), 20)).toBe(
      '4 by test, seq 2',
    );
  });

  test.each([Number.NaN, 1.5, 2 ** 40])('are not resolved as of %p', (asOf) => {
    expect(() => resolveRatings(defaultRatingPolicy, [], asOf)).toThrow(
      expect.objectContaining({ code: 'ratings.invalid-instant' }),
    );
  });

  test('of a day count as of that day; what expires on it does not', () => {
    const noon = instantAtEndOf('2026-11-24') - secondsPerDay / 2;
    const ratings = [rated(1, 'test', 3, 0, { ratedAt: noon }), rated(2, 'self', 1, 0, { expiresAt: noon })];
    const at = (date: string) =>
      resolveRatings(defaultRatingPolicy, ratings, instantAtEndOf(date)).get(ksaNo)?.level;
    expect([at('2026-11-23'), at('2026-11-24')]).toEqual([1, 3]);
    expect(resolveRatings(defaultRatingPolicy, ratings.slice(1), instantAtEndOf('2026-11-24')).size).toBe(0);
  });
});
