import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { instantAtEndOf } from '../ratings/instant.ts';
import { defaultRatingPolicy } from '../ratings/rating-policy.ts';
import type { Rating } from '../ratings/rating.ts';
import { calibration } from './calibration.ts';
import { scoreWorker } from './gap-score.ts';
import { gapView } from './gap-view.ts';
import { percentDown } from './percentage.ts';
import { compileRoleProfile, type Requirement } from './role-profile.ts';

/** A worker and a role worked out by hand: numerators over the denominator; `ranking` says part/share. */
interface Scenario {
  readonly title: string;
  readonly maxLevel: number;
  readonly asOf: string;
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

function played({ maxLevel, asOf, requirements, ratings }: Scenario): unknown {
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
  } = gapView(profile, scoreWorker(profile, defaultRatingPolicy, given, day));
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
    calibration: calibration(defaultRatingPolicy, given, day).items.map(
      ({ ksaNo, difference }) => `${code(ksaNo)} ${difference}`,
    ),
  };
}

describe('a worker against a role', () => {
  test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_, scenario) => {
    expect(played(scenario)).toEqual(scenario.expected);
  });

  test('is worked out in several scenarios', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(4);
  });
});
