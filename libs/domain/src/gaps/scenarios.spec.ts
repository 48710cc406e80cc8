import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { instantAtEndOf } from '../ratings/instant.ts';
import { decayTable } from '../ratings/decay-table.ts';
import { type ConsensusPolicy, defaultRatingPolicy, type RatingPolicy } from '../ratings/rating-policy.ts';
import type { Rating } from '../ratings/rating.ts';
import { calibration } from './calibration.ts';
import { fewestQuestions } from './fewest-questions.ts';
import { scoreWorker } from './gap-score.ts';
import { gapView } from './gap-view.ts';
import { percentDown } from './percentage.ts';
import { compileRoleProfile, type Requirement } from './role-profile.ts';

/** A worker and a role worked out by hand: numerators over the denominator; `ranking` says part/share. */
interface Scenario {
  readonly title: string;
  readonly maxLevel: number;
  readonly asOf: string;
  /** By default the most trusted source; its decay table is made from the half-life. */
  readonly consensus?: Pick<ConsensusPolicy, 'weights' | 'halfLifeDays'>;
  /** Per cent of the range that are to be settled by the fewest questions. */
  readonly settle?: readonly number[];
  readonly requirements: readonly Omit<Requirement, 'ksaNo'>[];
  readonly ratings: readonly {
    readonly ksaCode: string;
    readonly source: Rating['source'];
    readonly level: number;
    readonly ratedOn: string;
    readonly expiresOn?: string;
  }[];
  readonly expected: unknown;
}

const folder = join(import.meta.dirname, 'scenarios');
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Scenario);

function policyOf({ consensus }: Scenario): RatingPolicy {
  if (consensus === undefined) return defaultRatingPolicy;
  const { weights, halfLifeDays } = consensus;
  const made = { weights, halfLifeDays, decay: decayTable(halfLifeDays) };
  return { kind: 'consensus', name: 'consensus', version: 1, validityDays: {}, ...made };
}

function played(scenario: Scenario): unknown {
  const { maxLevel, asOf, requirements, ratings, settle } = scenario;
  const policy = policyOf(scenario);
  const codes = [...new Set([...requirements, ...ratings].map(({ ksaCode }) => ksaCode))];
  const ksaNo = (code: string): number => codes.indexOf(code) + 1;
  const code = (number: number): string => codes[number - 1] ?? '';
  const profile = compileRoleProfile(
    requirements.map((requirement) => ({ ...requirement, ksaNo: ksaNo(requirement.ksaCode) })),
    maxLevel,
  );
  const given = ratings.map(({ ksaCode, source, level, ratedOn, expiresOn }, index) => {
    const ratedAt = instantAtEndOf(ratedOn);
    const expiresAt = expiresOn === undefined ? null : instantAtEndOf(expiresOn);
    return { seq: index + 1, ksaNo: ksaNo(ksaCode), source, level, ratedAt, recordedAt: ratedAt, expiresAt };
  });
  const day = instantAtEndOf(asOf);
  const {
    denominator,
    low,
    high,
    coverage,
    qualified,
    nextBestQuestion,
    requirements: ranked,
  } = gapView(profile, scoreWorker(profile, policy, given, day));
  const { mean, items } = calibration(policy, given, day);
  return {
    denominator,
    low,
    high,
    percent: [percentDown(low, denominator, 1), percentDown(high, denominator, 1)],
    coverage,
    qualified: qualified.answer,
    reasons: qualified.reasons.map(({ ksaCode, reason }) => `${ksaCode} ${reason}`),
    nextBestQuestion: nextBestQuestion?.ksaCode ?? null,
    ranking: ranked.map(({ ksaCode, status, part, share }) => `${ksaCode} ${status} ${part}/${share}`),
    calibration: items.map(({ ksaNo, difference }) => `${code(ksaNo)} ${difference}`),
    calibrationMean: mean === null ? null : `${mean.numerator}/${mean.count}`,
    ...(settle && {
      settledBy: settle.map((percent) => {
        const { questions, range } = fewestQuestions(ranked, percent);
        const asked = questions.map(({ ksaCode }) => ksaCode).join(', ');
        return `${percent} % by ${asked}: ${questions.at(-1)?.settles ?? 0} of ${range}`;
      }),
    }),
  };
}

describe('a worker against a role', () => {
  test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) => {
    expect(played(scenario)).toEqual(scenario.expected);
  });

  test('is worked out in several scenarios', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(9);
  });
});
