import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileRoleProfile, evidences, instantAtEndOf, secondsPerDay } from '#domain';
import { defaultRatingPolicy, sources } from '#domain';
import { answersInBulk, qualifiedAsKnown } from './qualified-as-known.ts';
import type { BehindRating, Rules } from './qualification.types.ts';

const asOf = instantAtEndOf('2026-03-05');

const requirement = fc.record({
  requiredLevel: fc.integer({ min: 1, max: 4 }),
  critical: fc.boolean(),
  evidence: fc.constantFrom(...evidences),
});

const rules = fc.array(requirement, { minLength: 1, maxLength: 4 }).map((list): Rules => {
  const requirements = list.map((each, index) => ({
    ...each,
    ...{ ksaNo: index + 1, ksaCode: `4.2.06.0${index + 1}`, title: `KSA ${index + 1}`, weight: 1 },
  }));
  return {
    version: { profileVersionNo: 1, requirements } as unknown as Rules['version'],
    profile: compileRoleProfile(requirements, 4),
    policy: defaultRatingPolicy,
  };
});

/** Given and recorded within some days before and after the day that is asked about, recorded never before given. */
const log = fc
  .array(
    fc.record({
      ksaNo: fc.integer({ min: 1, max: 5 }),
      source: fc.constantFrom(...sources),
      level: fc.integer({ min: 0, max: 4 }),
      given: fc.integer({ min: -10, max: 2 }),
      late: fc.nat(8),
      lasts: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
    { maxLength: 20 },
  )
  .map((list): BehindRating[] =>
    list.map(({ given, late, lasts, ...rating }, index) => {
      const ratedAt = asOf + given * secondsPerDay;
      return {
        ...rating,
        ...{ seq: index + 1, ratedAt, recordedAt: ratedAt + late * secondsPerDay, ratedByName: null },
        expiresAt: lasts === null ? null : ratedAt + lasts * secondsPerDay,
      };
    }),
  );

describe('qualified as known', () => {
  it('is the same of many at once, from critical ratings alone, as of one with everything behind it', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(log, { maxLength: 5 }),
        fc.integer({ min: -3, max: 9 }),
        (held, logs, days) => {
          const then = asOf + days * secondsPerDay;
          const now = asOf + 10 * secondsPerDay;
          const critical = new Set(
            held.profile.requirements.filter((each) => each.critical).map(({ ksaNo }) => ksaNo),
          );
          const ofCritical = logs.map((each) => each.filter(({ ksaNo }) => critical.has(ksaNo)));
          expect(answersInBulk(held, ofCritical, { on: '2026-03-05', asOf, then, now })).toEqual(
            logs.map((each) => ({
              then: qualifiedAsKnown(held, each, asOf, then).answer,
              now: qualifiedAsKnown(held, each, asOf, now).answer,
            })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('rests on ratings that had been given by then and recorded by the time of knowledge, whatever came since', () => {
    fc.assert(
      fc.property(rules, log, fc.integer({ min: -3, max: 9 }), (held, all, days) => {
        const knownAt = asOf + days * secondsPerDay;
        const answer = qualifiedAsKnown(held, all, asOf, knownAt);
        for (const { rating, proof } of answer.critical) {
          for (const behind of [rating, proof]) {
            if (behind === null) continue;
            expect(Date.parse(behind.recordedAt)).toBeLessThanOrEqual(Date.parse(answer.knownAt));
            expect(behind.ratedAt <= '2026-03-05T23:59:59.000Z').toBe(true);
          }
        }
        const before = all.filter(({ recordedAt }) => recordedAt <= knownAt);
        expect(answer).toEqual(qualifiedAsKnown(held, before, asOf, knownAt));
      }),
      { numRuns: 200 },
    );
  });
});
