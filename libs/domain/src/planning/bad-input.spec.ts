import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { planTraining, trainingPlanner } from './plan-training.ts';
import type { PlanningEffort, PlanningInput } from './training-plan.ts';

const asked = { requiredLevel: 3, weight: 5, critical: true, evidence: 'any' } as const;
const profile = () =>
  compileRoleProfile(
    [
      { ...asked, ksaNo: 1, ksaCode: '4.2.06.01' },
      { ...asked, ksaNo: 2, ksaCode: '4.2.06.02' },
    ],
    4,
  );
const programme = {
  minutes: 60,
  costCents: 100,
  requiresProgrammes: [],
  requiresLevels: [],
};
const input = (more: object = {}): PlanningInput => ({
  profiles: [profile()],
  workers: [
    {
      workerNo: 1,
      roles: [{ profile: 0, attained: [1, -1] }],
      beyond: new Map([[7, 2]]),
      completed: ['former'],
    },
    { workerNo: 2, roles: [{ profile: 0, attained: [2, 1] }] },
  ],
  programmes: [
    { ...programme, id: 'a', outcomes: [{ ksaNo: 1, level: 3 }] },
    {
      ...programme,
      id: 'b',
      outcomes: [{ ksaNo: 2, level: 2 }],
      requiresProgrammes: ['a', 'former'],
      requiresLevels: [{ ksaNo: 7, level: 2 }],
    },
  ],
  sessions: [
    { id: 's', programmeId: 'a', firstDay: '2027-01-01', lastDay: '2027-01-02', seats: 1 },
    { id: 't', programmeId: 'b', firstDay: '2027-01-03', lastDay: '2027-01-03', seats: null },
  ],
  from: '2027-01-01',
  until: '2027-02-01',
  costCents: 1000,
  minutesPerWorker: 600,
  ...more,
});

await describeBadInput(['planning'], {
  planTraining: ask(() => [input(), { exactNodes: 100 }]),
  trainingPlanner: {
    good: [() => [input(), { exactNodes: 100 }]],
    call: (input: PlanningInput, effort: PlanningEffort) => [...trainingPlanner(input, effort)],
  },
});

describe('an error names the item:', () => {
  const plan = (change: object, effort?: object | null) => (): unknown =>
    planTraining(input(change), effort as PlanningEffort);
  const worker = (change: object) => plan({ workers: [{ ...input().workers[0], ...change }] });
  const session = (change: object) =>
    plan({ sessions: [...input().sessions.slice(0, 1), { ...input().sessions[1], ...change }] });

  test.each<[string, string, () => unknown]>([
    ['planning.invalid-input', '', () => planTraining(null as never)],
    ['planning.invalid-input', '/profiles', plan({ profiles: null })],
    ['planning.invalid-input', '/workers', plan({ workers: null })],
    ['planning.invalid-input', '/programmes', plan({ programmes: null })],
    ['planning.invalid-input', '/sessions', plan({ sessions: [null] })],
    ['gaps.profile-not-compiled', '/profiles/0', plan({ profiles: [{}] })],
    [
      'training.invalid-programme',
      '/programmes/0/id',
      plan({ programmes: [{ ...programme, id: Number.NaN }] }),
    ],
    ['planning.invalid-session', '/sessions/1/id', session({ id: Number.NaN })],
    ['planning.invalid-day', '/sessions/1/firstDay', session({ firstDay: ['2027-01-01'] })],
    ['planning.invalid-worker', '/workers/0/roles', worker({ roles: null })],
    ['planning.invalid-worker', '/workers/0/beyond', worker({ beyond: [] })],
    ['planning.invalid-worker', '/workers/0/beyond', worker({ beyond: new Map([[0.5, 1]]) })],
    ['training.invalid-completed', '/workers/0/completed/0', worker({ completed: [Number.NaN] })],
    [
      'planning.unknown-profile',
      '/workers/0/roles/0/profile',
      worker({ roles: [{ profile: '0', attained: [1, 1] }] }),
    ],
    [
      'planning.attained-does-not-match',
      '/workers/0/roles/0/attained',
      worker({ roles: [{ profile: 0, attained: null }] }),
    ],
    ['planning.invalid-effort', '/effort', plan({}, null)],
    ['planning.invalid-effort', '/effort/exactNodes', plan({}, { exactNodes: Number.NaN })],
    ['planning.invalid-effort', '/effort/exactNodes', plan({}, { exactNodes: Number.POSITIVE_INFINITY })],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });
});
