import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { compileRoleProfile, type Requirement } from '../gaps/role-profile.ts';
import { ksaCover } from '../groups/cover.ts';
import type { KsaTotals } from '../groups/group-totals.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import { defaultRatingPolicy } from '../ratings/rating-policy.ts';
import type { Programme } from '../training/programme.ts';
import { changedRequirements } from './changed-requirements.ts';
import { coverChanges } from './cover-changes.ts';
import { copyOfLevels, type EvidencedLevels, evidencedLevels, unknownLevels } from './evidenced-levels.ts';
import { ksasOfProgrammes, ProgrammeTaking, type TakenProgramme } from './taken-programmes.ts';
import { type RoleBeforeAndAfter, WhatIf, type WhatIfMembers } from './what-if.ts';

const requirement = (ksaNo: number): Requirement => ({
  ...{ ksaNo, ksaCode: `4.2.06.0${ksaNo}`, requiredLevel: 3, weight: 5, critical: true },
  evidence: 'any',
});
const profile = () => compileRoleProfile([requirement(1), requirement(2)], 4);
const changes = () => [
  { ksaNo: 1, ksaCode: '4.2.06.01', requiredLevel: 2, weight: 3, critical: false },
  { ksaNo: 3, ksaCode: '4.2.06.03', requiredLevel: 2, evidence: 'certified' },
  { ksaNo: 2, ksaCode: '4.2.06.02', removed: true },
];
const programme = (more: object = {}): Programme => ({
  ...{ id: 'a', minutes: 60, costCents: null, outcomes: [{ ksaNo: 1, level: 3 }] },
  ...{ requiresProgrammes: ['former'], requiresLevels: [{ ksaNo: 2, level: 1 }] },
  ...more,
});
const policy = () => ({ ...defaultRatingPolicy, validityDays: { test: 30 } });
const workers = () => ({
  columns: columnsOfRatings([
    { seq: 1, ksaNo: 1, source: 'test', level: 2, ratedAt: 10, expiresAt: 90 },
    { seq: 1, ksaNo: 2, source: 'self', level: 4, ratedAt: 10, expiresAt: null },
  ]),
  starts: [0, 1, 2],
});
const asOf = 50;
const levels = () => evidencedLevels(policy(), [1, 2], workers(), asOf);
const members = () => ({
  workers: [
    { workerNo: 1, profileVersionNos: [1], leaves: false },
    { workerNo: 2, profileVersionNos: [1], leaves: true },
  ],
  before: levels(),
  after: levels(),
});
const role = () => ({ before: profile(), after: compileRoleProfile([requirement(1)], 4) });
const cover = (met: number) => {
  const counts = { required: 2, short: 0, unknown: 0, verified: 0, atLevel: [1], expiring: 0, metNumbers: 7 };
  return ksaCover([{ ...counts, ksaNo: 1, met } satisfies KsaTotals], [{ ksaNo: 1, headcount: 2 }]);
};

await describeBadInput(['what-if'], {
  WhatIf: {
    good: [() => [4, new Map([[1, role()]]), 3, members()]],
    call: (
      maxLevel: number,
      roles: ReadonlyMap<number, RoleBeforeAndAfter>,
      most: number,
      members: WhatIfMembers,
    ) => {
      const whatIf = new WhatIf(maxLevel, roles, most);
      whatIf.add(members);
      return whatIf.answer();
    },
  },
  changedRequirements: ask(() => [[requirement(1), requirement(2)], changes()]),
  copyOfLevels: ask(() => [levels()]),
  evidencedLevels: ask(() => [policy(), [1, 2], workers(), asOf]),
  unknownLevels: ask(() => [[1, 2], 3]),
  ksasOfProgrammes: ask(() => [[programme()]]),
  ProgrammeTaking: {
    good: [
      () => [[{ programme: programme(), workerNos: new Set([7]) }], 4, 7, levels(), 1],
      () => [[{ programme: programme({ requiresProgrammes: [] }), workerNos: null }], 4, 7, levels(), 1],
    ],
    call: (
      taken: readonly TakenProgramme[],
      maxLevel: number,
      workerNo: number,
      levels: EvidencedLevels,
      worker: number,
    ) => {
      const taking = new ProgrammeTaking(taken, maxLevel);
      taking.take(workerNo, levels, worker);
      return [taking.takers, levels];
    },
  },
  coverChanges: ask(() => [cover(0), cover(1)]),
});

describe('an error names the item:', () => {
  const change = (more: object) => () =>
    changedRequirements([requirement(1)], [{ ksaNo: 1, ksaCode: '4.2.06.01', ...more }]);
  const taking = (more: object) => () =>
    new ProgrammeTaking([{ programme: programme(), workerNos: null, ...more }], 4);
  const adding = (more: object) => () => {
    new WhatIf(4, new Map([[1, role()]]), 3).add({ ...members(), ...more });
  };
  const covered = (more: object) => () => coverChanges(cover(1), [{ ...cover(0)[0], ...more } as never]);

  test.each<[string, string, () => unknown]>([
    ['what-if.invalid-change', '/former', () => changedRequirements(null as never, [])],
    ['gaps.invalid-requirement', '/former/0', () => changedRequirements([null] as never, [])],
    ['what-if.invalid-change', '/requirements', () => changedRequirements([], null as never)],
    ['what-if.invalid-change', '/requirements/0/ksaNo', change({ ksaNo: Number.NaN })],
    ['what-if.invalid-change', '/requirements/0/requiredLevel', change({ requiredLevel: null })],
    ['what-if.invalid-change', '/requirements/0/removed', change({ removed: 'yes' })],
    ['gaps.required-level-off-scale', '/requirements/0/requiredLevel', change({ requiredLevel: Number.NaN })],
    ['gaps.invalid-weight', '/requirements/0/weight', change({ weight: 0.5 })],
    ['gaps.invalid-requirement', '/requirements/0/critical', change({ critical: 'no' })],
    ['gaps.invalid-evidence', '/requirements/0/evidence', change({ evidence: 'sworn' })],
    ['what-if.invalid-workers', '/workerCount', () => unknownLevels([1], Number.NaN)],
    ['what-if.invalid-workers', '/workerCount', () => unknownLevels([1], 0.5)],
    ['what-if.levels-do-not-match', '/levels', () => copyOfLevels(null as never)],
    [
      'what-if.levels-do-not-match',
      '/levels/byEvidence/any',
      () => copyOfLevels({ ...levels(), workerCount: 3 }),
    ],
    [
      'scales.level-off-scale',
      '/columns/level/0',
      () => {
        const { columns, starts } = workers();
        columns.level[0] = 200;
        return evidencedLevels(policy(), [1], { columns, starts }, asOf);
      },
    ],
    ['gaps.invalid-workers', '/starts', () => evidencedLevels(policy(), [1], null as never, asOf)],
    ['training.invalid-programme', '/programmes', () => ksasOfProgrammes(null as never)],
    ['what-if.invalid-taking', '/taken', () => new ProgrammeTaking(null as never, 4)],
    ['training.invalid-programme', '/taken/0/programme', taking({ programme: null })],
    ['what-if.invalid-taking', '/taken/0/workerNos', taking({ workerNos: [1] })],
    ['what-if.invalid-taking', '/taken/0/workerNos', taking({ workerNos: new Set([Number.NaN]) })],
    [
      'what-if.invalid-taking',
      '/worker',
      () => {
        new ProgrammeTaking([], 4).take(1, levels(), 2);
      },
    ],
    ['groups.invalid-totals', '/before', () => coverChanges(null as never, [])],
    ['groups.invalid-totals', '/after/0/met', covered({ met: Number.NaN })],
    ['what-if.invalid-cover', '/after/0/zeroCover', covered({ zeroCover: undefined })],
    ['what-if.invalid-roles', '/roles', () => new WhatIf(4, null as never, 3)],
    [
      'gaps.profile-not-compiled',
      '/roles/1/after',
      () => new WhatIf(4, new Map([[1, { before: profile() }]]) as never, 3),
    ],
    ['what-if.invalid-most', '/most', () => new WhatIf(4, new Map(), Number.NaN)],
    ['what-if.invalid-members', '/workers', adding({ workers: null })],
    ['what-if.levels-do-not-match', '/after', adding({ after: unknownLevels([1, 2], 1) })],
    [
      'what-if.unknown-role-profile',
      '/workers/0/profileVersionNos/0',
      adding({
        workers: [
          { workerNo: 1, profileVersionNos: [9], leaves: false },
          { workerNo: 2, profileVersionNos: [], leaves: false },
        ],
      }),
    ],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });
});
