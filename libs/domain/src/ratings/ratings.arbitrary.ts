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

/** One worker's ratings of KSAs 1 … ksaCount, each with a seq of its own, some entered late, in any order. */
export function someRatings(
  ksaCount: number,
  maxLevel: number,
  { minLength = 0, maxLength = 24 } = {},
): fc.Arbitrary<Rating[]> {
  const one = fc.record({
    ksaNo: fc.integer({ min: 1, max: ksaCount }),
    source: fc.constantFrom(...sources),
    level: fc.integer({ min: 0, max: maxLevel }),
    ratedAt: instant,
    lasts: fc.option(fc.integer({ min: 1, max: someDay }), { nil: null }),
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: someDay })),
    order: fc.nat(),
  });
  return fc.array(one, { minLength, maxLength, size: 'max' }).map((list) =>
    list
      .map(({ lasts, late, order, ...rating }, index) => ({
        rating: {
          ...rating,
          seq: index + 1,
          recordedAt: rating.ratedAt + late,
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
    sharesRank: fc.tuple(...sources.map(() => fc.boolean())),
    validityDays,
  })
  .map(({ order, sharesRank, validityDays }) => ({
    kind: 'most-trusted',
    name: 'arbitrary',
    version: 1,
    ranks: order.reduce<Source[][]>((ranks, source, place) => {
      const last = ranks.at(-1);
      if (last !== undefined && sharesRank[place] === true) last.push(source);
      else ranks.push([source]);
      return ranks;
    }, []),
    validityDays,
  }));

const consensus: fc.Arbitrary<ConsensusPolicy> = fc
  .record({
    // Often small, so that halves come out even and sources weigh the same.
    weights: fc.tuple(...sources.map(() => fc.oneof(fc.constant(1), fc.nat(3), fc.nat(999)))),
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
