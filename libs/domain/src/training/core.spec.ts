import { describe, expect, test } from '@jest/globals';
import { compileRoleProfile } from '../gaps/role-profile.ts';
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
      const answer = bestSelection(coreProblem(training, { ...tiny, core: 20 }), { left: 1e6 });
      expect(answer.bound).toBeGreaterThanOrEqual(best);
      sum += answer.best.gained / best;
      count += 1;
    }
    expect(sum / count).toBeGreaterThanOrEqual(0.99);
  });
});

const programme = (
  id: string,
  minutes: number,
  ksaNos: number[],
  more: Partial<Programme> = {},
): Programme => ({
  id,
  minutes,
  costCents: 0,
  outcomes: ksaNos.map((ksaNo) => ({ ksaNo, level: 1 })),
  requiresProgrammes: [],
  requiresLevels: [],
  ...more,
});
const asksFor = (ksaNo: number): Partial<Programme> => ({ requiresLevels: [{ ksaNo, level: 1 }] });

/** KSAs 1 and 2 are short by a level, worth 12 each; 100 minutes. */
const short = (programmes: Programme[]): RandomTraining => ({
  profile: compileRoleProfile(
    [1, 2].map((ksaNo) => ({
      ksaNo,
      ksaCode: `4.2.06.0${ksaNo}`,
      requiredLevel: 1,
      weight: 1,
      critical: false,
      evidence: 'any',
    })),
    4,
  ),
  attained: new Map([
    [1, 0],
    [2, 0],
  ]),
  budget: { minutes: 100, costCents: null },
  programmes,
});

test('of many ways to a level, one is kept that can really be gone', () => {
  // "short" comes after "goal", so that only "long" leads to KSA 8 before it, and only after "first".
  const { best } = bestSelection(
    coreProblem(
      short([
        programme('goal', 10, [1], asksFor(8)),
        programme('short', 5, [8], { requiresProgrammes: ['goal'] }),
        programme('long', 50, [8], asksFor(9)),
        programme('first', 30, [9]),
      ]),
    ),
    { left: 1000 },
  );
  expect([best.gained, best.minutes]).toEqual([12, 90]);
});

test('where not all ways are looked at, nothing is said to be optimal for being the best of those that are', () => {
  // "both" with "goal" closes all in 100 minutes. For KSA 1 alone "one" is better, and "way" is the shortest to KSA 8.
  const training = short([
    programme('both', 60, [1, 8]),
    programme('one', 50, [1]),
    programme('way', 30, [8]),
    programme('goal', 40, [2], asksFor(8)),
  ]);
  expect(bestOfEverySubset(training)).toBe(24);
  const { best, bound } = bestSelection(coreProblem(training, { ...tiny, core: 20 }), { left: 1e6 });
  expect([best.gained, bound]).toEqual([12, 24]);
  const whole = bestSelection(coreProblem(training, { ...tiny, whole: 20 }), { left: 1e6 });
  expect([whole.best.gained, whole.bound]).toEqual([24, 24]);
});
