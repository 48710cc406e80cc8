import { describe, expect, test } from '@jest/globals';
import { followPlan } from './follow-plan.oracle.ts';
import { optimalPlan } from './plan-optimum.oracle.ts';
import { planTraining } from './plan-training.ts';
import { randomFrom, randomPlanning } from './random-planning.arbitrary.ts';
import type { PlanningInput, TrainingPlan } from './training-plan.ts';

const sumOf = (gained: readonly bigint[]): bigint => gained.reduce((sum, each) => sum + each, 0n);

/** What holds of every plan, found by following it. */
function check(input: PlanningInput, plan: TrainingPlan): void {
  const { faults, gained, costCents } = followPlan(input, plan.places, plan.denominator);
  expect(faults).toEqual([]);
  expect(plan.places.map((place) => place.gained)).toEqual(gained);
  expect(plan.gained).toBe(sumOf(gained));
  expect(plan.costCents).toBe(costCents);
  for (const { sessionId, taken, seatsLeft } of plan.sessions) {
    const { seats } = input.sessions.find(({ id }) => id === sessionId)!;
    expect(taken).toBe(plan.places.filter((place) => place.sessionId === sessionId).length);
    expect(seatsLeft).toBe(seats === null ? null : seats - taken);
  }
}

/** Nobody could be given one seat more that brings anything. */
function checkFull(input: PlanningInput, plan: TrainingPlan): void {
  for (const { workerNo } of input.workers) {
    for (const { id } of input.sessions) {
      const more = followPlan(input, [...plan.places, { workerNo, sessionId: id }], plan.denominator);
      if (more.faults.length === 0) expect([workerNo, id, more.total]).toEqual([workerNo, id, plan.gained]);
    }
  }
}

/** The planner against the exact optimum of each instance. */
async function ratios(instances: number, times: number, exactNodes: number) {
  const random = randomFrom(20_261_124);
  const found: number[] = [];
  const certified: number[] = [];
  let optimal = 0;
  let all = 0;
  while (found.length < instances) {
    const input = randomPlanning(random, times);
    const plan = planTraining(input, { exactNodes });
    check(input, plan);
    if (times === 1) checkFull(input, plan);
    all += 1;
    const best = await optimalPlan(input);
    const followed = followPlan(input, best.places, plan.denominator);
    expect(followed.faults).toEqual([]);
    const optimum = sumOf(followed.gained);
    expect(Number(optimum) / Number(plan.denominator)).toBeCloseTo(best.gained, 9);
    expect(plan.gained).toBeLessThanOrEqual(optimum);
    expect(plan.bound).toBeGreaterThanOrEqual(optimum);
    if (plan.optimal) {
      expect(plan.gained).toBe(optimum);
      optimal += 1;
    }
    if (optimum === 0n) continue;
    found.push(Number(plan.gained) / Number(optimum));
    certified.push(Number(plan.gained) / Number(plan.bound));
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean: mean(found), worst: Math.min(...found), certified: mean(certified), optimal: optimal / all };
}

describe('a plan, against the exact optimum of HiGHS,', () => {
  test('is the best there is and says so where the organisation is small', async () => {
    const { mean, worst, optimal } = await ratios(60, 1, 200_000);
    expect([mean, worst]).toEqual([1, 1]);
    expect(optimal).toBe(1);
  });

  test('is nearly the best without any search of plans, and the bound holds', async () => {
    const { mean, worst, certified } = await ratios(30, 4, 0);
    process.stdout.write(
      `plans without search: of the optimum ${mean.toFixed(4)} on average, ${worst.toFixed(4)} at worst; of the bound ${certified.toFixed(4)}\n`,
    );
    expect(mean).toBeGreaterThanOrEqual(0.97);
    expect(worst).toBeGreaterThanOrEqual(0.85);
    expect(certified).toBeGreaterThanOrEqual(0.9);
  });
});
