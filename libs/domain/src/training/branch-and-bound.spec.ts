import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../planning/random-planning.arbitrary.ts';
import { searchBetter } from './branch-and-bound.ts';
import { compileCatalogue } from './catalogue.ts';
import { flatProgrammes, type Coverage } from './coverage.ts';
import { bestOfEverySubset } from './every-subset.oracle.ts';
import { randomTraining, type RandomTraining } from './random-training.arbitrary.ts';
import { Relaxation } from './relaxation.ts';
import { compareSelections, nothingTaken, takenInTurn, type Selection } from './selection.ts';
import { trainingProblem, type TrainingProblem } from './training-problem.ts';

const shape = { fewest: 5, most: 10, prerequisites: true };

function problemOf(training: RandomTraining): TrainingProblem {
  const catalogue = compileCatalogue(training.programmes, training.profile.maxLevel);
  return trainingProblem({ ...training, catalogue });
}

function relaxationOf(problem: TrainingProblem): Relaxation {
  const none = new Uint8Array(problem.candidates.length);
  const coverage: Coverage = {
    standing: problem,
    budget: problem.budget,
    programmes: problem.candidates,
    flat: flatProgrammes(problem.candidates),
    raisers: problem.raisers,
    done: none,
    besides: none,
  };
  return new Relaxation(coverage, [...problem.candidates.keys()]);
}

describe('the exact search, begun from nothing,', () => {
  test('finds what the best of every subset gains, and says that there is no more', () => {
    const random = randomFrom(1);
    for (let round = 0; round < 300; round += 1) {
      const training = randomTraining(random, shape);
      const problem = problemOf(training);
      const { best, bound } = searchBetter(
        problem,
        relaxationOf(problem),
        nothingTaken(problem),
        [...problem.candidates.keys()],
        { left: 1e9 },
      );
      const optimum = bestOfEverySubset(training);
      expect([best.gained, bound]).toEqual([optimum, optimum]);
      expect(takenInTurn(problem, best.taken)).toEqual(best);
    }
  });

  test('cut short after any number of looks, still never bounds below the best', () => {
    const random = randomFrom(2);
    let short = 0;
    for (let round = 0; round < 300; round += 1) {
      const training = randomTraining(random, shape);
      const problem = problemOf(training);
      const all = [...problem.candidates.keys()];
      const { best, bound } = searchBetter(problem, relaxationOf(problem), nothingTaken(problem), all, {
        left: random(150),
      });
      const optimum = bestOfEverySubset(training);
      expect(best.gained).toBeLessThanOrEqual(optimum);
      expect(bound).toBeGreaterThanOrEqual(optimum);
      if (best.gained < optimum) short += 1;
    }
    expect(short).toBeGreaterThan(20);
  });
});

describe('the relaxation', () => {
  test('bounds what can be gained at every step, and what can be gained with each programme', () => {
    const random = randomFrom(3);
    for (let round = 0; round < 60; round += 1) {
      const training = randomTraining(random, shape);
      const problem = problemOf(training);
      const optimum = bestOfEverySubset(training);
      const relaxation = relaxationOf(problem);
      const nothing = nothingTaken(problem);
      const all = [...problem.candidates.keys()];
      const gains = selections(problem);
      for (let step = 0; step < 20; step += 1) {
        const sum = relaxation.evaluate(nothing, all);
        expect(relaxation.gainOf(sum)).toBeGreaterThanOrEqual(optimum);
        for (const { taken, gained } of gains)
          for (const index of taken) expect(relaxation.gainWith(sum, index)).toBeGreaterThanOrEqual(gained);
        relaxation.step(nothing, sum, random(optimum + 1), 0.2 + random(20) / 10);
      }
    }
  });
});

/** Some selections within the budget: each single start, filled up in one order or another. */
function selections(problem: TrainingProblem): Selection[] {
  const { budget, candidates } = problem;
  return candidates.flatMap((_, index) => {
    const order = [
      index,
      ...[...candidates.keys()].slice(index + 1),
      ...[...candidates.keys()].slice(0, index),
    ];
    const found: Selection[] = [];
    for (let count = 1; count <= order.length; count += 1) {
      const selection = takenInTurn(problem, order.slice(0, count));
      const isWithin =
        selection.minutes <= (budget.minutes ?? selection.minutes) &&
        selection.costCents <= (budget.costCents ?? selection.costCents);
      if (isWithin) found.push(selection);
    }
    return found;
  });
}

test('of two selections that gain the same, the shorter, the cheaper, the smaller, the first in order is better', () => {
  const selection = (gained: number, minutes: number, costCents: number, ...taken: number[]): Selection => ({
    gained,
    minutes,
    costCents,
    taken,
    levels: [],
  });
  const inOrder = [
    selection(9, 90, 90, 0, 1, 2),
    selection(8, 50, 90, 0, 1, 2),
    selection(8, 60, 10, 0, 1, 2),
    selection(8, 60, 20, 0),
    selection(8, 60, 20, 1),
    selection(8, 60, 20, 1, 0),
    selection(8, 60, 20, 0, 2),
  ];
  expect([...inOrder].reverse().sort(compareSelections)).toEqual(inOrder);
  expect(compareSelections(inOrder[5]!, { ...inOrder[5]!, taken: [0, 1] })).toBe(0);
});
