import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { assertProgrammes } from './assert-programmes.ts';
import { compileCatalogue } from './catalogue.ts';
import { minutesOfHours } from './hours.ts';
import type { Programme } from './programme.ts';
import { recommendTraining } from './recommend.ts';
import type { RecommendationInput } from './recommendation.ts';

const programme = (id: string, more: Partial<Programme> = {}): Programme => ({
  id,
  minutes: 60,
  costCents: 100,
  outcomes: [{ ksaNo: 1, level: 3 }],
  requiresProgrammes: [],
  requiresLevels: [],
  ...more,
});
const programmes = () => [
  programme('a'),
  programme('b', {
    costCents: null,
    outcomes: [{ ksaNo: 2, level: 2 }],
    requiresProgrammes: ['a', 'former'],
    requiresLevels: [{ ksaNo: 1, level: 1 }],
  }),
];
const asked = { requiredLevel: 3, weight: 5, critical: true, evidence: 'any' } as const;
const profile = () =>
  compileRoleProfile(
    [
      { ...asked, ksaNo: 1, ksaCode: '4.2.06.01' },
      { ...asked, ksaNo: 2, ksaCode: '4.2.06.02' },
    ],
    4,
  );
const input = (more: Partial<RecommendationInput> = {}): RecommendationInput => ({
  profile: profile(),
  attained: new Map([
    [1, 2],
    [2, -1],
  ]),
  catalogue: compileCatalogue(programmes(), 4, ['former']),
  budget: { minutes: 100, costCents: null },
  completed: ['former'],
  unknowns: 'as-zero',
  effort: 100,
  ...more,
});

await describeBadInput(['training'], {
  assertProgrammes: ask(() => [programmes(), 4, ['former']]),
  compileCatalogue: ask(() => [programmes(), 4, ['former']]),
  minutesOfHours: ask(() => ['37.5', '/budgetHours']),
  recommendTraining: ask(() => [input()]),
});

describe('an error names the item:', () => {
  const off = (change: object) => () => compileCatalogue([programme('a'), programme('b', change)], 4);
  const without = (change: object) => () => recommendTraining(input(change));

  test.each<[string, string, () => unknown]>([
    ['training.invalid-programme', '/programmes', () => compileCatalogue(null as never, 4)],
    ['training.invalid-programme', '/programmes/0', () => compileCatalogue([null] as never, 4)],
    ['training.invalid-programme', '/programmes/1/id', off({ id: undefined })],
    ['training.invalid-programme', '/programmes/1/id', off({ id: Number.NaN })],
    ['training.invalid-programme', '/programmes/1/outcomes', off({ outcomes: null })],
    ['training.invalid-programme', '/programmes/1/outcomes/0', off({ outcomes: [null] })],
    ['training.invalid-programme', '/programmes/1/requiresProgrammes', off({ requiresProgrammes: null })],
    ['training.invalid-programme', '/programmes/1/requiresProgrammes/0', off({ requiresProgrammes: [1] })],
    ['training.invalid-programme', '/programmes/1/requiresLevels', off({ requiresLevels: null })],
    ...[Number.NaN, 0.5, '1', 40_000].map((ksaNo): [string, string, () => unknown] => [
      'training.invalid-ksa',
      '/programmes/1/outcomes/0/ksaNo',
      off({ outcomes: [{ ksaNo, level: 1 }] }),
    ]),
    [
      'training.invalid-ksa',
      '/programmes/1/requiresLevels/0/ksaNo',
      off({ requiresLevels: [{ ksaNo: Number.NaN, level: 1 }] }),
    ],
    [
      'training.cyclic-prerequisites',
      '/programmes/1/requiresProgrammes/1',
      () =>
        assertProgrammes(
          [programme('a', { requiresProgrammes: ['b'] }), programme('b', { requiresProgrammes: ['c', 'a'] })],
          4,
          ['c'],
        ),
    ],
    ['training.invalid-completed', '/completed/0', () => compileCatalogue([programme('a')], 4, [1] as never)],
    ['training.invalid-input', '', () => recommendTraining(null as never)],
    ['gaps.profile-not-compiled', '/profile', without({ profile: null })],
    ['training.catalogue-not-compiled', '/catalogue', without({ catalogue: programmes() })],
    ['training.invalid-budget', '/budget', without({ budget: null })],
    ['training.invalid-attained', '/attained', without({ attained: null })],
    ['training.invalid-ksa', '/attained', without({ attained: new Map([[Number.NaN, 1]]) })],
    ['scales.level-off-scale', '/attained/1', without({ attained: new Map([[1, Number.NaN]]) })],
    ['training.invalid-completed', '/completed', without({ completed: 'a' })],
    ['training.invalid-completed', '/completed/1', without({ completed: ['a', null] })],
    ['training.invalid-unknowns', '/unknowns', without({ unknowns: 'as-zer0' })],
    ['training.invalid-effort', '/effort', without({ effort: Number.NaN })],
    ['training.invalid-effort', '/effort', without({ effort: Number.POSITIVE_INFINITY })],
    ['training.invalid-hours', '/hours', () => minutesOfHours(5 as never)],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });
});
