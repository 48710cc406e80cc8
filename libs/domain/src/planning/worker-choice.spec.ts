import { describe, expect, test } from '@jest/globals';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import type { Programme } from '../training/programme.ts';
import { buildProblem } from './build-problem.ts';
import { followPlan } from './follow-plan.oracle.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { randomFrom, randomPlanning } from './random-planning.arbitrary.ts';
import type { PlanningInput } from './training-plan.ts';
import { workerChooser } from './worker-choice.ts';

function built(input: PlanningInput): PlanningProblem {
  const steps = buildProblem(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The most that any set of sessions is worth to a worker at these prices, every set tried, in points. */
function bestOf(
  input: PlanningInput,
  problem: PlanningProblem,
  worker: number,
  prices: Float64Array,
): number {
  const { workerNo } = problem.workers[worker]!;
  const alone = { ...input, workers: input.workers.filter((each) => each.workerNo === workerNo) };
  const { denominator, pointsOfOne } = problem.scale;
  let best = 0;
  for (let set = 0; set < 1 << problem.sessionIds.length; set += 1) {
    const sessions = problem.sessionIds.filter((_, index) => (set >> index) % 2 === 1);
    const places = sessions.map((sessionId) => ({ workerNo, sessionId }));
    const { faults, total } = followPlan(alone, places, denominator);
    if (faults.length > 0) continue;
    const paid = sessions.reduce((sum, id) => sum + prices[problem.sessionIds.indexOf(id)]!, 0);
    best = Math.max(best, Number((total * BigInt(pointsOfOne)) / denominator) - paid);
  }
  return best;
}

describe('what a worker chooses at given prices', () => {
  test('is never worth more than the best of all sets, nor its bound less, however far it is searched', () => {
    const random = randomFrom(7);
    let found = 0;
    let looked = 0;
    for (let instance = 0; instance < 50; instance += 1) {
      const whole = randomPlanning(random);
      const input = {
        ...whole,
        sessions: whole.sessions.slice(0, 8).map((session) => ({ ...session, seats: null })),
      };
      const problem = built(input);
      const chooser = workerChooser(problem);
      const dear = random(3) === 0 ? 0 : problem.scale.pointsOfOne / (2 + random(30));
      const prices = Float64Array.from(problem.sessionIds, () => Math.floor((dear * random(1000)) / 1000));
      for (let worker = 0; worker < problem.workers.length; worker += 1) {
        const best = bestOf(input, problem, worker, prices);
        for (const nodes of [0, 1, 2, 5, 1000]) {
          const { value, bound } = chooser.choose(
            worker,
            { prices, open: null, cents: problem.budgetCents },
            nodes,
          );
          expect([instance, worker, nodes, value <= best, best <= bound]).toEqual([
            ...[instance, worker, nodes, true, true],
          ]);
          if (nodes === 1000) expect([value, bound]).toEqual([best, best]);
          if (nodes === 0) {
            looked += best > 0 ? 1 : 0;
            found += best > 0 && value === best ? 1 : 0;
          }
        }
      }
    }
    expect(looked).toBeGreaterThan(50);
    expect(found / looked).toBeGreaterThan(0.9);
  });

  /** One worker short of KSA 1 and 2 by a level each: by Σw = 2 and L = 12 a half each. */
  const half = (sessions: [id: string, programmeId: string, day: number][], programmes: Programme[]) => ({
    profiles: [
      compileRoleProfile(
        [1, 2].map((ksaNo) => ({
          ...{ ksaNo, ksaCode: `4.2.06.0${ksaNo}`, requiredLevel: 1, weight: 1 },
          ...{ critical: false, evidence: 'any' as const },
        })),
        4,
      ),
    ],
    workers: [{ workerNo: 1, roles: [{ profile: 0, attained: [0, 0] }] }],
    sessions: sessions.map(([id, programmeId, day]) => ({
      ...{ id, programmeId, firstDay: `2027-03-0${day}`, lastDay: `2027-03-0${day}`, seats: null },
    })),
    ...{ programmes, from: '2027-03-01', until: '2027-03-09', costCents: null, minutesPerWorker: null },
  });
  const programme = (id: string, ksaNo: number, more: Partial<Programme> = {}): Programme => ({
    ...{ id, minutes: 60, costCents: 0, requiresProgrammes: [], requiresLevels: [] },
    outcomes: [{ ksaNo, level: 1 }],
    ...more,
  });
  /** In parts of a readiness of 1, with prices in the order of the sessions' days. */
  function chosen(input: PlanningInput, prices: readonly number[], nodes: number) {
    const problem = built(input);
    const { pointsOfOne } = problem.scale;
    const market = {
      prices: Float64Array.from(prices, (price) => price * pointsOfOne),
      open: null,
      cents: Infinity,
    };
    const { value, bound, sessions, count } = workerChooser(problem).choose(0, market, nodes);
    const ids = [...sessions.subarray(0, count)].map((session) => problem.sessionIds[session]);
    return { value: value / pointsOfOne, bound: bound / pointsOfOne, ids };
  }

  test('may be a session that is worth its price only for both that it opens', () => {
    // Each brings a half and asks nothing, the opener asks 5/8: alone with one it loses an eighth, with both it wins 3/8.
    const requiresProgrammes = ['opener'];
    const input = half(
      [
        ['o', 'opener', 1],
        ['a', 'first', 2],
        ['b', 'second', 3],
      ],
      [
        programme('opener', 9),
        programme('first', 1, { requiresProgrammes }),
        programme('second', 2, { requiresProgrammes }),
      ],
    );
    expect(chosen(input, [0.625, 0, 0], 0)).toEqual({ value: 0, bound: 0.375, ids: [] });
    expect(chosen(input, [0.625, 0, 0], 100)).toEqual({ value: 0.375, bound: 0.375, ids: ['o', 'a', 'b'] });
    expect(chosen(input, [1.25, 0, 0], 0)).toEqual({ value: 0, bound: 0, ids: [] });
  });

  test('takes nothing twice where programmes open each other', () => {
    // The bridge asks for a level that the start and the goal both give, and the goal asks for the bridge: the goal on
    // day 9 is opened by the bridge on day 8, and that, it would seem best, by the goal on day 5.
    const goal = programme('goal', 1, {
      outcomes: [
        { ksaNo: 1, level: 1 },
        { ksaNo: 9, level: 3 },
      ],
      requiresProgrammes: ['bridge'],
    });
    const bridge = programme('bridge', 8, { requiresLevels: [{ ksaNo: 9, level: 1 }] });
    const input = half(
      [
        ['s1', 'start', 1],
        ['b3', 'bridge', 3],
        ['g5', 'goal', 5],
        ['b8', 'bridge', 8],
        ['g9', 'goal', 9],
      ],
      [programme('start', 9), bridge, goal],
    );
    const prices = [0, 0.0625, 0.125, 0, 0];
    expect(chosen(input, prices, 0)).toMatchObject({ value: 0.3125, ids: ['s1', 'b3', 'g5'] });
    expect(chosen(input, prices, 100)).toEqual({ value: 0.5, bound: 0.5, ids: ['s1', 'b8', 'g9'] });
  });
});
