import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ratingColumns } from '../ratings/rating-columns.ts';
import { packRatings, unpackRatings } from '../ratings/packed-ratings.ts';
import { sourcesOfEvidence } from '../ratings/evidence.ts';
import { someDay, somePolicy, someRatings } from '../ratings/ratings.arbitrary.ts';
import { resolveRatings } from '../ratings/resolve-ratings.ts';
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

describe('scoring many workers', () => {
  test('gives each the very score that it gives one alone, from packed ratings too', () => {
    fc.assert(
      fc.property(someWorkers, ({ some: { profile }, workers, policy }) => {
        const columns = ratingColumns(workers.flat().length);
        const starts = [0];
        for (const ratings of workers)
          starts.push(unpackRatings(packRatings(ratings), columns, starts.at(-1)));
        const score = bulkScorer(profile, policy);
        score({ columns, starts }, someDay - 5);
        const many = score({ columns, starts }, someDay);
        const alone = workers.map((ratings) => scoreWorker(profile, policy, ratings, someDay));
        expect([...many.low]).toEqual(alone.map(({ low }) => low));
        expect([...many.high]).toEqual(alone.map(({ high }) => high));
        expect([...many.met]).toEqual(alone.map(({ met }) => met));
        expect([...many.short]).toEqual(alone.map(({ short }) => short));
        expect([...many.criticalShort]).toEqual(alone.map(({ criticalShort }) => criticalShort));
        expect([...many.criticalOpen]).toEqual(alone.map(({ criticalOpen }) => criticalOpen));
        expect([...many.attained]).toEqual(alone.flatMap(({ attained }) => attained));
        expect([...many.used]).toEqual(alone.flatMap(({ used }) => used));
        expect([...many.verified].map(Boolean)).toEqual(alone.flatMap(({ verified }) => verified));
      }),
      { numRuns: 300 },
    );
  });

  test('attains what the ratings resolve to KSA by KSA, and verifies by the sources asked for alone', () => {
    fc.assert(
      fc.property(someWorkers, ({ some: { profile, requirements }, workers, policy }) => {
        for (const ratings of workers) {
          const { attained, used, verified } = scoreWorker(profile, policy, ratings, someDay);
          const all = resolveRatings(policy, ratings, someDay);
          requirements.forEach(({ ksaNo, requiredLevel, evidence }, slot) => {
            expect(attained[slot]).toBe(all.get(ksaNo)?.level ?? -1);
            expect(used[slot]).toBe(all.get(ksaNo)?.seq ?? -1);
            const asked = resolveRatings(policy, ratings, someDay, sourcesOfEvidence[evidence]).get(ksaNo);
            expect(verified[slot]).toBe(asked !== undefined && asked.level >= requiredLevel);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('counts critical requirements just as the qualification reads them', () => {
    fc.assert(
      fc.property(someWorkers, ({ some: { profile }, workers, policy }) => {
        for (const ratings of workers) {
          const score = scoreWorker(profile, policy, ratings, someDay);
          const { answer, reasons } = gapView(profile, score).qualified;
          expect(reasons.filter(({ reason }) => reason === 'short')).toHaveLength(score.criticalShort);
          expect(reasons.filter(({ reason }) => reason !== 'short')).toHaveLength(score.criticalOpen);
          expect(answer).toBe(
            score.criticalShort > 0 ? 'no' : score.criticalOpen > 0 ? 'not-yet-known' : 'yes',
          );
        }
      }),
      { numRuns: 200 },
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
