import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../planning/random-planning.arbitrary.ts';
import { bestSelection } from './best-selection.ts';
import { compileCatalogue } from './catalogue.ts';
import { bestOfEverySubset } from './every-subset.oracle.ts';
import type { Programme } from './programme.ts';
import { randomTraining, type RandomTraining } from './random-training.arbitrary.ts';
import { takenInTurn } from './selection.ts';
import { trainingProblem, type TrainingProblem } from './training-problem.ts';

/** A core so small that what is needed is often outside of it. */
const tiny = { whole: 0, core: 2, ofUnit: 0, working: 4 };

function coreProblem(training: RandomTraining, sizes = tiny): TrainingProblem {
  const catalogue = compileCatalogue(training.programmes, training.profile.maxLevel);
  return trainingProblem({ ...training, catalogue }, sizes);
}

describe('a core, however small,', () => {
  test.each([false, true])(
    'bounds what can be gained by all and by what is outside of it (prerequisites: %p)',
    (prerequisites) => {
      const random = randomFrom(4);
      let outside = 0;
      for (let round = 0; round < 400; round += 1) {
        const training = randomTraining(random, { fewest: 6, most: 11, prerequisites });
        const best = bestOfEverySubset(training);
        const problem = coreProblem(training);
        const catalogue = compileCatalogue(training.programmes, training.profile.maxLevel);
        const idsInside = new Set(
          problem.candidates.map(({ programme }) => catalogue.programmes[programme]?.id),
        );
        const inside = bestOfEverySubset({
          ...training,
          programmes: training.programmes.filter(({ id }) => idsInside.has(id)),
        });
        expect(problem.bound).toBeGreaterThanOrEqual(best);
        if (problem.isWhole) expect(Math.max(inside, problem.boundOutside)).toBeGreaterThanOrEqual(best);
        if (inside < best) outside += 1;

        const answer = bestSelection(problem, { left: random(2) === 0 ? 1e6 : 1 });
        expect(answer.best.gained).toBeLessThanOrEqual(inside);
        expect(answer.bound).toBeGreaterThanOrEqual(best);
        expect(takenInTurn(problem, answer.best.taken)).toEqual(answer.best);
      }
      expect(outside).toBeGreaterThan(10);
    },
  );

  test('that holds every programme but not every way answers nearly as well', () => {
    const random = randomFrom(5);
    let sum = 0;
    let count = 0;
    for (let round = 0; round < 300; round += 1) {
      const training = randomTraining(random, { fewest: 6, most: 11, prerequisites: true });
      const best = bestOfEverySubset(training);
      if (best === 0) continue;
      sum += bestSelection(coreProblem(training, { ...tiny, core: 20 }), { left: 1e6 }).best.gained / best;
      count += 1;
    }
    expect(sum / count).toBeGreaterThanOrEqual(0.99);
  });
});

test('of many ways to a level, one is kept that can really be gone', () => {
  const programme = (
    id: string,
    minutes: number,
    ksaNo: number,
    more: Partial<Programme> = {},
  ): Programme => ({
    id,
    minutes,
    costCents: 0,
    outcomes: [{ ksaNo, level: 1 }],
    requiresProgrammes: [],
    requiresLevels: [],
    ...more,
  });
  // Only "long" leads to KSA 8 before "goal" is taken: "short" comes after it. "first" leads to "long".
  const training = randomTraining(randomFrom(6), { fewest: 1, most: 1, prerequisites: false });
  const profile = training.profile;
  const goal = profile.requirements[0]!.ksaNo;
  const problem = coreProblem({
    profile,
    attained: new Map([[goal, 0]]),
    budget: { minutes: 1000, costCents: null },
    programmes: [
      programme('goal', 10, goal, { requiresLevels: [{ ksaNo: 80, level: 1 }] }),
      programme('short', 10, 80, { requiresProgrammes: ['goal'] }),
      programme('long', 90, 80, { requiresLevels: [{ ksaNo: 81, level: 1 }] }),
      programme('first', 30, 81),
    ],
  });
  const { best } = bestSelection(problem, { left: 1000 });
  expect([best.gained > 0, best.minutes]).toEqual([true, 130]);
});
