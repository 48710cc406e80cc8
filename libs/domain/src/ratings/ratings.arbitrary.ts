import fc from 'fast-check';
import { decayTable } from './decay-table.ts';
import { secondsPerDay } from './instant.ts';
import type { ConsensusPolicy, MostTrustedPolicy, RatingPolicy } from './rating-policy.ts';
import type { Rating } from './rating.ts';
import { sources, type Source } from './sources.ts';

/** As-of of the arbitrary ratings: day 1,000, so that some are given before it, some after, some just then. */
export const someDay = 1000 * secondsPerDay;

const instant = fc.oneof(
  fc.integer({ min: 0, max: 2 * someDay }),
  // Few distinct seconds around the as-of: ties and edges come up.
  fc.integer({ min: -2, max: 2 }).map((seconds) => someDay + seconds),
  fc.integer({ min: 990, max: 1000 }).map((day) => day * secondsPerDay),
);

/** One worker's ratings of KSAs 1 … ksaCount, each with a seq of its own, in any order. */
export function someRatings(ksaCount: number, maxLevel: number, maxLength = 24): fc.Arbitrary<Rating[]> {
  const one = fc.record({
    ksaNo: fc.integer({ min: 1, max: ksaCount }),
    source: fc.constantFrom(...sources),
    level: fc.integer({ min: 0, max: maxLevel }),
    ratedAt: instant,
    lasts: fc.option(fc.integer({ min: 1, max: someDay }), { nil: null }),
    order: fc.nat(),
  });
  return fc.array(one, { maxLength }).map((list) =>
    list
      .map(({ lasts, order, ...rating }, index) => ({
        rating: {
          ...rating,
          seq: index + 1,
          recordedAt: rating.ratedAt,
          expiresAt: lasts === null ? null : rating.ratedAt + lasts,
        },
        order,
      }))
      .sort((a, b) => a.order - b.order)
      .map(({ rating }) => rating),
  );
}

const validityDays = fc
  .tuple(...sources.map(() => fc.option(fc.integer({ min: 1, max: 1200 }), { nil: undefined })))
  .map((days) =>
    Object.fromEntries(
      sources.flatMap((source, index) => (days[index] === undefined ? [] : [[source, days[index]]])),
    ),
  ) as fc.Arbitrary<Partial<Record<Source, number>>>;

const mostTrusted: fc.Arbitrary<MostTrustedPolicy> = fc
  .record({
    order: fc.shuffledSubarray([...sources], { minLength: sources.length }),
    firstRank: fc.integer({ min: 1, max: 3 }),
    validityDays,
  })
  .map(({ order, firstRank, validityDays }) => ({
    kind: 'most-trusted',
    name: 'arbitrary',
    version: 1,
    ranks: [order.slice(0, firstRank), ...order.slice(firstRank).map((source) => [source])],
    validityDays,
  }));

const consensus: fc.Arbitrary<ConsensusPolicy> = fc
  .record({
    weights: fc.tuple(...sources.map(() => fc.nat(5))),
    halfLifeDays: fc.integer({ min: 1, max: 400 }),
    validityDays,
  })
  .map(({ weights, halfLifeDays, validityDays }) => ({
    kind: 'consensus',
    name: 'arbitrary',
    version: 1,
    weights: Object.fromEntries(
      sources.map((source, index) => [source, (weights[index] ?? 0) + (source === 'test' ? 1 : 0)]),
    ) as Record<Source, number>,
    halfLifeDays,
    decay: decayTable(halfLifeDays),
    validityDays,
  }));

export const somePolicy: fc.Arbitrary<RatingPolicy> = fc.oneof(mostTrusted, consensus);
