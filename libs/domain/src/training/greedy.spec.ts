import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../planning/random-planning.arbitrary.ts';
import { compileCatalogue } from './catalogue.ts';
import { budgetPrices, filled, rankingBy } from './greedy.ts';
import { randomTraining, type RandomTraining } from './random-training.arbitrary.ts';
import { gainAt, isAffordable, nothingTaken, take, type Selection } from './selection.ts';
import { bySwaps } from './swaps.ts';
import { trainingProblem, type TrainingProblem } from './training-problem.ts';

function problemOf(training: RandomTraining): TrainingProblem {
  const catalogue = compileCatalogue(training.programmes, training.profile.maxLevel);
  return trainingProblem({ ...training, catalogue });
}

function greedy(problem: TrainingProblem): Selection {
  const all = [...problem.candidates.keys()];
  const allowed = new Uint8Array(all.length).fill(1);
  const ranking = rankingBy(problem, budgetPrices(problem), all);
  return filled(problem, nothingTaken(problem), allowed, ranking, { left: 1e6 });
}

/** Greed that looks at every programme every time. */
function plainGreedy(problem: TrainingProblem): Selection {
  const { minute, cent } = budgetPrices(problem);
  const selection = nothingTaken(problem);
  for (;;) {
    const ratios = problem.candidates.map((candidate) => {
      const gain = gainAt(problem, selection.levels, candidate);
      const spend = candidate.minutes * minute + candidate.costCents * cent;
      if (gain === 0 || !isAffordable(problem, selection, candidate)) return 0;
      return spend > 0 ? gain / spend : Number.POSITIVE_INFINITY;
    });
    const best = Math.max(0, ...ratios);
    if (best === 0) return selection;
    take(problem, selection, ratios.indexOf(best));
  }
}

describe('the lazy greed', () => {
  test('gains for what it spends as much as the plain one, step by step', () => {
    const random = randomFrom(8);
    for (let round = 0; round < 300; round += 1) {
      const problem = problemOf(randomTraining(random, { fewest: 5, most: 40, prerequisites: false }));
      // Of equal ratios the lazy one takes the one that began higher: the same gain for the same spending at that step.
      const [lazy, plain] = [greedy(problem), plainGreedy(problem)];
      if (lazy.taken.toString() === plain.taken.toString()) continue;
      const place = lazy.taken.findIndex((index, at) => index !== plain.taken[at]);
      const before = nothingTaken(problem);
      for (const index of lazy.taken.slice(0, place)) take(problem, before, index);
      const { minute, cent } = budgetPrices(problem);
      const ratioOf = (index: number): number => {
        const candidate = problem.candidates[index]!;
        return (
          gainAt(problem, before.levels, candidate) /
          (candidate.minutes * minute + candidate.costCents * cent)
        );
      };
      expect(ratioOf(lazy.taken[place]!)).toBe(ratioOf(plain.taken[place]!));
    }
  });
});

test('a swap finds the one long programme that is better than the short one that greed took', () => {
  const few = randomTraining(randomFrom(9), { fewest: 2, most: 2, prerequisites: false });
  const [first, second] = few.profile.requirements;
  const raising = (id: string, minutes: number, ksaNos: number[]): RandomTraining['programmes'][number] => ({
    id,
    minutes,
    costCents: 0,
    outcomes: ksaNos.map((ksaNo) => ({ ksaNo, level: few.profile.maxLevel })),
    requiresProgrammes: [],
    requiresLevels: [],
  });
  // Both KSAs in 100 minutes, or the one in 10: greed takes that, and then nothing fits.
  const problem = problemOf({
    profile: few.profile,
    attained: new Map([first!, second!].map(({ ksaNo }) => [ksaNo, 0])),
    budget: { minutes: 100, costCents: null },
    programmes: [raising('both', 100, [first!.ksaNo, second!.ksaNo]), raising('one', 10, [first!.ksaNo])],
  });
  const all = [...problem.candidates.keys()];
  const from = greedy(problem);
  expect(from.minutes).toBe(10);
  const ranking = rankingBy(problem, budgetPrices(problem), all);
  const swapped = bySwaps(problem, from, new Uint8Array(all.length).fill(1), ranking, { left: 100 });
  expect(swapped.minutes).toBe(100);
  expect(swapped.gained).toBeGreaterThan(from.gained);
});
