import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidences, sourcesOfEvidence } from '../ratings/evidence.ts';
import { packRatings, unpackRatings } from '../ratings/packed-ratings.ts';
import { columnsOfRatings, ratingColumns } from '../ratings/rating-columns.ts';
import { someDay, somePolicy, someRatings } from '../ratings/ratings.arbitrary.ts';
import { ratingsKnownAt, resolveRatings } from '../ratings/resolve-ratings.ts';
import { codeOfSource } from '../ratings/sources.ts';
import { scoreWorker } from './gap-score.ts';
import { gapView } from './gap-view.ts';
import { someProfile } from './gaps.arbitrary.ts';
import { bulkScorer } from './score-in-bulk.ts';

/** Some workers on one scale, with ratings of the profile's KSAs and of others. */
const someWorkers = someProfile.chain((some) =>
  fc.record({
    some: fc.constant(some),
    workers: fc.array(someRatings(some.requirements.length + 2, some.maxLevel), { maxLength: 6 }),
    policy: somePolicy,
  }),
);

/** The same with one worker alone. */
const someWorker = someProfile.chain((some) =>
  fc.record({
    some: fc.constant(some),
    ratings: someRatings(some.requirements.length + 1, some.maxLevel),
    policy: somePolicy,
  }),
);

describe('scoring many workers', () => {
  test('gives each the very score that it gives one alone, and that a gap view tells, from packed ratings too', () => {
    fc.assert(
      fc.property(someWorkers, ({ some: { profile }, workers, policy }) => {
        const columns = ratingColumns(workers.flat().length);
        const starts = [0];
        for (const ratings of workers)
          starts.push(unpackRatings(packRatings(ratings), columns, starts.at(-1)));
        const score = bulkScorer(profile, policy);
        score({ columns, starts }, someDay - 5);
        const many = score({ columns, starts }, someDay);
        expect(score({ columns: columnsOfRatings(workers.flat()), starts }, someDay)).toEqual(many);

        const alone = workers.map((ratings) => scoreWorker(profile, policy, ratings, someDay));
        expect({
          ...{ low: [...many.low], high: [...many.high], met: [...many.met], short: [...many.short] },
          ...{ criticalShort: [...many.criticalShort], criticalOpen: [...many.criticalOpen] },
          ...{
            attained: [...many.attained],
            used: [...many.used],
            verified: [...many.verified].map(Boolean),
          },
        }).toEqual({
          ...{ low: alone.map(({ low }) => low), high: alone.map(({ high }) => high) },
          ...{ met: alone.map(({ met }) => met), short: alone.map(({ short }) => short) },
          criticalShort: alone.map(({ criticalShort }) => criticalShort),
          criticalOpen: alone.map(({ criticalOpen }) => criticalOpen),
          attained: alone.flatMap(({ attained }) => attained),
          used: alone.flatMap(({ used }) => used),
          verified: alone.flatMap(({ verified }) => verified),
        });

        const told = alone.map((score) => gapView(profile, score));
        expect(
          told.map(({ low, high, denominator, coverage }) => ({ low, high, denominator, ...coverage })),
        ).toEqual(
          alone.map(({ low, high, denominator, met, short, unknown }) => ({
            ...{ low, high, denominator, met, short, unknown },
            total: profile.slotCount,
          })),
        );
        expect(told.map(({ qualified: { answer, reasons } }) => [answer, reasons.length])).toEqual(
          alone.map(({ criticalShort, criticalOpen }) => [
            criticalShort > 0 ? 'no' : criticalOpen > 0 ? 'not-yet-known' : 'yes',
            criticalShort + criticalOpen,
          ]),
        );
      }),
      { numRuns: 250 },
    );
  });

  test('attains what the ratings resolve to KSA by KSA, in whatever order they and the requirements come', () => {
    const shuffled = someWorker.chain((world) =>
      fc.record({
        world: fc.constant(world),
        ratings: fc.shuffledSubarray(world.ratings, { minLength: world.ratings.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ world: { some, ratings, policy }, ratings: inAnotherOrder }) => {
        const score = scoreWorker(some.profile, policy, ratings, someDay);
        expect(scoreWorker(some.profile, policy, inAnotherOrder, someDay)).toEqual(score);
        const resolved = resolveRatings(policy, ratings, someDay);
        const deciding = some.requirements.map(({ ksaNo }) => resolved.get(ksaNo));
        expect(score.attained).toEqual(deciding.map((rating) => rating?.level ?? -1));
        expect(score.used).toEqual(deciding.map((rating) => rating?.seq ?? -1));
      }),
      { numRuns: 200 },
    );
  });

  test('verifies by the sources that a requirement asks for alone: the ratings of others may come and go', () => {
    let verified = 0;
    fc.assert(
      fc.property(someWorker, ({ some: { profile, requirements }, ratings, policy }) => {
        const score = scoreWorker(profile, policy, ratings, someDay);
        for (const evidence of evidences) {
          const asked = sourcesOfEvidence[evidence];
          const heard = ratings.filter(({ source }) => (asked >> codeOfSource(source)) % 2 === 1);
          const alone = scoreWorker(profile, policy, heard, someDay);
          const slots = requirements.flatMap((each, slot) => (each.evidence === evidence ? [slot] : []));
          const meets = slots.map((slot) => alone.attained[slot]! >= requirements[slot]!.requiredLevel);
          expect(slots.map((slot) => score.verified[slot])).toEqual(meets);
          expect(slots.map((slot) => alone.verified[slot])).toEqual(meets);
          verified += evidence === 'any' ? 0 : meets.filter(Boolean).length;
        }
      }),
      { numRuns: 200 },
    );
    expect(verified).toBeGreaterThan(20);
  });

  test('as known at a time does not change by what is entered later, whenever that holds from', () => {
    fc.assert(
      fc.property(someWorker, fc.nat(2 * someDay), fc.nat(2 * someDay), (world, knownAt, ratedAt) => {
        const { some, ratings, policy } = world;
        const late = { seq: 1000, ksaNo: 1, source: 'test' as const, level: 1, ratedAt, expiresAt: null };
        const log = [...ratings, { ...late, recordedAt: knownAt + 1 }];
        const scoreOf = (log: typeof ratings) =>
          scoreWorker(some.profile, policy, ratingsKnownAt(log, knownAt), someDay);
        expect(scoreOf(log)).toEqual(scoreOf(ratings));
        expect(ratingsKnownAt(log, knownAt + 1)).toContainEqual(log.at(-1));
      }),
      { numRuns: 100 },
    );
  });

  test('gives nobody a score when there is nobody', () => {
    const [some] = fc.sample(someProfile, 1);
    const [policy] = fc.sample(somePolicy, 1);
    expect(
      bulkScorer(some!.profile, policy!)({ columns: ratingColumns(0), starts: [0] }, 0).low,
    ).toHaveLength(0);
  });
});
