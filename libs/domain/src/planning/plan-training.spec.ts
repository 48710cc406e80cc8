import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import type { Programme } from '../training/programme.ts';
import { planTraining, trainingPlanner } from './plan-training.ts';
import { randomFrom, randomPlanning } from './random-planning.arbitrary.ts';
import type { PlanningInput } from './training-plan.ts';

const requirement = (ksaNo: number, requiredLevel: number, weight: number) => ({
  ...{ ksaNo, ksaCode: `4.2.06.0${ksaNo}`, requiredLevel, weight },
  ...{ critical: false, evidence: 'any' as const },
});
const programme = (id: string, level: [number, number], more: Partial<Programme> = {}): Programme => ({
  ...{ id, minutes: 480, costCents: 10_000, requiresProgrammes: [], requiresLevels: [] },
  outcomes: [{ ksaNo: level[0], level: level[1] }],
  ...more,
});
const day = (of: number) => `2027-03-0${of}`;
const session = (id: string, programmeId: string, first: number, last: number, seats: number | null) => ({
  ...{ id, programmeId, firstDay: day(first), lastDay: day(last), seats },
});

/**
 * L = 12. Cell technician: KSA 1 and 2 to level 2, weight 1 each: Σw = 2, denominator 24, a level is worth 6. Painter:
 * KSA 1 to level 3, weight 3: denominator 36, a level is worth 12. The common denominator is 72: a numerator of a
 * technician counts 3 times, of a painter 2 times.
 */
const profiles = [
  compileRoleProfile([requirement(1, 2, 1), requirement(2, 2, 1)], 4),
  compileRoleProfile([requirement(1, 3, 3)], 4),
];
const technician = (workerNo: number, ...attained: number[]) => ({
  workerNo,
  roles: [{ profile: 0, attained }],
});
const painter = (workerNo: number, level: number) => ({
  workerNo,
  roles: [{ profile: 1, attained: [level] }],
});
const question = (more: Partial<PlanningInput>): PlanningInput => ({
  ...{ profiles, workers: [], programmes: [], sessions: [], from: day(1), until: day(9) },
  ...{ costCents: null, minutesPerWorker: null },
  ...more,
});

const robots = programme('robots', [1, 2]);
const welding = programme('welding', [2, 2]);

describe('a training plan', () => {
  test('gives each seat where it closes most, says what stays out and why, and that nothing is better', () => {
    // Robots bring technicians 0 and 0 → 2 levels of 6, times 3: 36 of 72; the painter at 1 one level of 12, times 2:
    // 24. Welding brings the first technician 36, and the second nothing, who is unknown there. One seat in robots,
    // which takes days 1 and 2: with it the first technician has no day 2 for welding. So the second gets it: 72.
    const plan = planTraining(
      question({
        workers: [technician(1, 0, 0), painter(2, 1), technician(3, 0, -1)],
        programmes: [robots, welding, programme('lasers', [2, 3])],
        sessions: [session('r', 'robots', 1, 2, 1), session('w', 'welding', 2, 2, 5)],
        costCents: 20_000,
      }),
    );
    expect(plan).toEqual({
      algorithm: 'priced-seats/1',
      denominator: 72n,
      gained: 72n,
      bound: 72n,
      optimal: true,
      // 24 and 12 of 24, times 3; 24 of 36, times 2.
      shortfall: 156n,
      costCents: 20_000,
      places: [
        { workerNo: 1, sessionId: 'w', programmeId: 'welding', order: 1, gained: 36n },
        { workerNo: 3, sessionId: 'r', programmeId: 'robots', order: 1, gained: 36n },
      ],
      sessions: [
        { sessionId: 'r', taken: 1, seatsLeft: 0 },
        { sessionId: 'w', taken: 1, seatsLeft: 4 },
      ],
      leftOut: [
        { programmeId: 'robots', reason: 'no-time', workers: 1, wouldGain: 36n },
        { programmeId: 'robots', reason: 'no-seats', workers: 1, wouldGain: 24n },
      ],
      uncovered: [],
    });
  });

  test('puts first what must come first, and takes it only for what it opens', () => {
    const chain = [
      programme('advanced', [1, 2], { requiresProgrammes: ['basics'] }),
      programme('basics', [9, 1]),
    ];
    const sessions = [
      session('a1', 'advanced', 1, 1, 9),
      session('a4', 'advanced', 4, 5, 9),
      session('b3', 'basics', 2, 3, 9),
      session('b4', 'basics', 4, 4, 9),
    ];
    const given = { workers: [technician(1, 0, 2), technician(2, 2, 2)], programmes: chain, sessions };
    const seats = (more: Partial<PlanningInput>) =>
      planTraining(question({ ...given, ...more })).places.map(({ workerNo, sessionId, gained }) => [
        ...[workerNo, sessionId, gained],
      ]);
    expect(seats({})).toEqual([
      [1, 'b3', 0n],
      [1, 'a4', 12n],
    ]);
    expect(seats({ costCents: 19_999 })).toEqual([]);
    expect(seats({ minutesPerWorker: 959 })).toEqual([]);
    const knowing = { ...technician(1, 0, 2), completed: ['basics'] };
    expect(seats({ workers: [knowing] })).toEqual([[1, 'a1', 12n]]);
    const byLevel = [
      programme('advanced', [1, 2], { requiresLevels: [{ ksaNo: 9, level: 1 }] }),
      programme('basics', [9, 1]),
    ];
    expect(seats({ programmes: byLevel })).toHaveLength(2);
    const able = { ...technician(1, 0, 2), beyond: new Map([[9, 1]]) };
    expect(seats({ programmes: byLevel, workers: [able] })).toEqual([[1, 'a1', 12n]]);
  });

  test('counts a worker of two roles in both, and each role by itself', () => {
    // Robots to level 2: 2 levels of 6 times 3 for the technician's, 2 of 12 times 2 for the painter's: 36 + 48.
    const both = {
      workerNo: 7,
      roles: [
        { profile: 0, attained: [0, 2] },
        { profile: 1, attained: [0] },
      ],
    };
    const sessions = [session('r', 'robots', 1, 1, 1)];
    const plan = planTraining(
      question({ workers: [technician(1, 0, 2), both], programmes: [robots], sessions }),
    );
    expect(plan.places).toEqual([
      { workerNo: 7, sessionId: 'r', programmeId: 'robots', order: 1, gained: 84n },
    ]);
  });

  test('names each reason for which a programme stays out', () => {
    const sessions = [
      session('full', 'full', 1, 1, 0),
      session('dear', 'dear', 2, 2, 9),
      session('unpriced', 'unpriced', 3, 3, 9),
      session('gated', 'gated', 4, 4, 9),
      session('long', 'long', 5, 5, 9),
      { ...session('late', 'never', 6, 6, 9), lastDay: '2027-03-10' },
    ];
    const programmes = [
      programme('full', [1, 2]),
      programme('dear', [1, 2], { costCents: 1_000_001 }),
      programme('unpriced', [1, 2], { costCents: null }),
      programme('gated', [1, 2], { requiresLevels: [{ ksaNo: 9, level: 1 }] }),
      programme('long', [1, 2], { minutes: 481 }),
      programme('never', [1, 2]),
    ];
    const workers = [technician(1, 0, 0), technician(2, 0, 2)];
    const plan = planTraining(
      question({ workers, programmes, sessions, costCents: 1_000_000, minutesPerWorker: 480 }),
    );
    expect(
      plan.leftOut.map(({ programmeId, reason, workers: count }) => [programmeId, reason, count]),
    ).toEqual([
      ['dear', 'no-budget', 2],
      ['full', 'no-seats', 2],
      ['gated', 'prerequisites', 2],
      ['long', 'no-time', 2],
      ['never', 'no-session', 2],
      ['unpriced', 'cost-unknown', 2],
    ]);
    expect(plan.uncovered).toEqual([{ ksaNo: 2, ksaCode: '4.2.06.02', workers: 1 }]);
    expect([plan.gained, plan.bound, plan.optimal]).toEqual([0n, 0n, true]);
  });

  test('of nobody, of nothing or within no window is empty, and there is none better', () => {
    const empty = { gained: 0n, bound: 0n, optimal: true, places: [] };
    expect(planTraining(question({}))).toMatchObject(empty);
    expect(
      planTraining(question({ profiles: [], workers: [{ workerNo: 1, roles: [] }], programmes: [robots] })),
    ).toMatchObject(empty);
    const sessions = [session('r', 'robots', 3, 4, null)];
    const given = { workers: [technician(1, 0, 0)], programmes: [robots], sessions };
    expect(planTraining(question({ ...given, from: day(4) }))).toMatchObject({ ...empty, sessions: [] });
    expect(planTraining(question(given))).toMatchObject({ gained: 12n, sessions: [{ seatsLeft: null }] });
  });

  test('is the same in whatever order the lists are, and when it is made again', () => {
    const shuffled = <Item>(list: readonly Item[], random: (below: number) => number): Item[] =>
      list
        .map((item) => [random(1_000_000), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item);
    fc.assert(
      fc.property(fc.nat(), fc.nat(3), (seed, times) => {
        const random = randomFrom(seed);
        const input = randomPlanning(random, 1 + times);
        const other = {
          ...input,
          workers: shuffled(input.workers, random),
          programmes: shuffled(input.programmes, random),
          sessions: shuffled(input.sessions, random),
        };
        const plan = planTraining(input, { exactNodes: 500 });
        expect(planTraining(other, { exactNodes: 500 })).toEqual(plan);
        expect(plan.gained <= plan.bound && plan.bound <= plan.shortfall).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('gains no less by a seat, a cent or a day more, and nothing by other weights of the same proportion', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = randomPlanning(randomFrom(seed));
        const plan = planTraining(input);
        fc.pre(plan.optimal);
        const compared = (change: Partial<PlanningInput>): number => {
          const changed = planTraining({ ...input, ...change });
          return changed.optimal
            ? Number(changed.gained) / Number(changed.denominator) -
                Number(plan.gained) / Number(plan.denominator)
            : 0;
        };
        const more = input.sessions.map((each) => ({
          ...each,
          seats: each.seats === null ? null : each.seats + 1,
        }));
        expect(compared({ sessions: more })).toBeGreaterThanOrEqual(0);
        if (input.costCents !== null)
          expect(compared({ costCents: input.costCents + 500 })).toBeGreaterThanOrEqual(0);
        expect(compared({ until: '2027-04-30' })).toBeGreaterThanOrEqual(0);
        const heavier = input.profiles.map(({ requirements, maxLevel }) =>
          compileRoleProfile(
            requirements.map((each) => ({ ...each, weight: each.weight * 7 })),
            maxLevel,
          ),
        );
        expect(planTraining({ ...input, profiles: heavier })).toMatchObject({
          places: plan.places.map(({ workerNo, sessionId }) => ({ workerNo, sessionId })),
        });
      }),
      { numRuns: 25 },
    );
  });

  test('tells how far it has come while it is made', () => {
    const steps = trainingPlanner(randomPlanning(randomFrom(3), 8));
    let before = 0;
    let total = 0;
    for (const progress of { [Symbol.iterator]: () => steps }) {
      expect(progress.done).toBeGreaterThanOrEqual(before);
      expect(progress.done).toBeLessThanOrEqual(progress.total);
      before = progress.done;
      total = progress.total;
    }
    expect(total).toBeGreaterThan(100);
    expect(before).toBeGreaterThan(total / 4);
  });

  test.each<[string, Partial<PlanningInput>, string]>([
    ['a window that ends before it begins', { from: day(5), until: day(4) }, 'planning.invalid-window'],
    ['a day that is none', { until: '2027-02-30' }, 'planning.invalid-day'],
    ['a budget with a fraction', { costCents: 0.5 }, 'planning.invalid-budget'],
    ['minutes below nothing', { minutesPerWorker: -1 }, 'planning.invalid-minutes'],
    ['seats that are no number', { sessions: [session('s', 'robots', 1, 1, NaN)] }, 'planning.invalid-seats'],
    [
      'a session that ends first',
      { sessions: [session('s', 'robots', 2, 1, 1)] },
      'planning.ends-before-it-begins',
    ],
    ['a session of nothing', { sessions: [session('s', 'gone', 1, 1, 1)] }, 'planning.unknown-programme'],
    [
      'a session listed twice',
      { sessions: [session('s', 'robots', 1, 1, 1), session('s', 'robots', 2, 2, 1)] },
      'planning.duplicate-session',
    ],
    [
      'a worker listed twice',
      { workers: [technician(1, 0, 0), technician(1, 0, 0)] },
      'planning.duplicate-worker',
    ],
    ['a worker of half a number', { workers: [technician(1.5, 0, 0)] }, 'planning.invalid-worker'],
    ['too few levels', { workers: [technician(1, 0)] }, 'planning.attained-does-not-match'],
    ['a level off the scale', { workers: [technician(1, 0, 5)] }, 'scales.level-off-scale'],
    ['a level that is no number', { workers: [technician(1, 0, NaN)] }, 'scales.level-off-scale'],
    [
      'a role profile that is not there',
      { workers: [{ workerNo: 1, roles: [{ profile: 2, attained: [] }] }] },
      'planning.unknown-profile',
    ],
    [
      'two scales',
      { profiles: [...profiles, compileRoleProfile([requirement(1, 2, 1)], 5)] },
      'planning.mixed-scales',
    ],
    [
      'a programme without outcomes',
      { programmes: [{ ...robots, outcomes: [] }] },
      'training.programme-without-outcomes',
    ],
    [
      'programmes that require each other',
      {
        programmes: [
          { ...robots, requiresProgrammes: ['welding'] },
          { ...welding, requiresProgrammes: ['robots'] },
        ],
      },
      'training.cyclic-prerequisites',
    ],
  ])('is not made of %s', (_what, change, code) => {
    expect(() => planTraining(question({ programmes: [robots], ...change }))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
