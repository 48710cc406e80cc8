import { describe, expect, test } from '@jest/globals';
import { searchBetter } from './branch-and-bound.ts';
import { greedySelection } from './greedy.ts';
import { compareSelections, enterable, isWithin, selectionOf, type Selection } from './selection.ts';
import { raisersOf, type Candidate, type TrainingProblem } from './training-problem.ts';

/** A generator with a fixed seed (a linear congruence), so that the figures below are of the same problems every time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Programmes that overlap, stand in each other's way and are dear: hard for greed. */
function problemOf(
  random: (below: number) => number,
  size: number,
  ksaCount: number,
  hours: number,
): TrainingProblem {
  const ksas = Array.from({ length: ksaCount }, (_, index) => {
    const from = random(3);
    const isWanted = random(6) > 0;
    const required = isWanted ? from + 1 + random(4 - from) : from;
    return { ksaNo: index + 1, slot: index, from, required, worth: isWanted ? 1 + random(60) : 0 };
  });
  const candidates = Array.from({ length: size }, (_, index): Candidate => {
    const followed = [...new Set(Array.from({ length: 1 + random(5) }, () => random(ksaCount)))];
    return {
      id: String(index).padStart(3, '0'),
      minutes: 60 * (1 + random(40)),
      costCents: 1000 * random(200),
      raises: followed.map((each) => ({ followed: each, level: 1 + random(4) })),
      requiresCandidates: index > 0 && random(4) === 0 ? [random(index)] : [],
      requiresLevels: random(4) === 0 ? [{ followed: random(ksaCount), level: 1 + random(4) }] : [],
    };
  });
  return {
    ksas,
    candidates,
    raisers: raisersOf(ksas, candidates),
    budget: { minutes: 60 * hours, costCents: random(2) === 0 ? null : 400_000 },
  };
}

const nothing = (problem: TrainingProblem): Selection =>
  selectionOf(problem, new Uint8Array(problem.candidates.length));

function bestOfEverySubset(problem: TrainingProblem): Selection {
  const { candidates } = problem;
  let best = nothing(problem);
  for (let mask = 1; mask < 1 << candidates.length; mask += 1) {
    const chosen = Uint8Array.from(candidates, (_, index) => (mask >> index) & 1);
    const selection = selectionOf(problem, chosen);
    if (selection.gained <= best.gained || !isWithin(problem, selection.minutes, selection.costCents))
      continue;
    if (enterable(problem, chosen).every((isIn, index) => isIn === chosen[index])) best = selection;
  }
  return best;
}

describe('the exact search, begun from nothing,', () => {
  test('finds what the best of every subset gains, and says that there is no more', () => {
    const random = randomFrom(1);
    for (let round = 0; round < 150; round += 1) {
      const problem = problemOf(random, 4 + random(7), 6, 40);
      const optimum = bestOfEverySubset(problem).gained;
      const { best, bound } = searchBetter(problem, nothing(problem), 1_000_000);
      expect([best.gained, bound]).toEqual([optimum, optimum]);
      expect(enterable(problem, best.chosen)).toEqual(best.chosen);
      expect(isWithin(problem, best.minutes, best.costCents)).toBe(true);
    }
  });

  test('cut short after any number of nodes, still never bounds below the best', () => {
    const random = randomFrom(2);
    let isShort = 0;
    for (let round = 0; round < 150; round += 1) {
      const problem = problemOf(random, 4 + random(6), 6, 40);
      const optimum = bestOfEverySubset(problem).gained;
      const { best, bound } = searchBetter(problem, nothing(problem), 1 + random(8));
      expect(best.gained).toBeLessThanOrEqual(optimum);
      expect(bound).toBeGreaterThanOrEqual(optimum);
      if (best.gained < optimum) isShort += 1;
    }
    expect(isShort).toBeGreaterThan(10);
  });
});

describe('greed with restarts and swaps', () => {
  test('comes close to the exact search on 25 programmes', () => {
    const random = randomFrom(777);
    let sum = 0;
    let worst = 1;
    const rounds = 100;
    for (let round = 0; round < rounds; round += 1) {
      const problem = problemOf(random, 25, 20, 80);
      const greedy = greedySelection(problem, Number.POSITIVE_INFINITY);
      const { best, bound } = searchBetter(problem, greedy, 1_000_000);
      expect(bound).toBe(best.gained);
      sum += greedy.gained / best.gained;
      worst = Math.min(worst, greedy.gained / best.gained);
    }
    expect(sum / rounds).toBeGreaterThanOrEqual(0.997);
    expect(worst).toBeGreaterThanOrEqual(0.9);
  });
});

test('of two selections that gain the same, the shorter, the cheaper, the smaller, the first by id is better', () => {
  const selection = (gained: number, minutes: number, costCents: number, ...chosen: number[]): Selection => ({
    gained,
    minutes,
    costCents,
    chosen: Uint8Array.from(chosen),
  });
  const inOrder = [
    selection(9, 90, 90, 1, 1, 1),
    selection(8, 50, 90, 1, 1, 1),
    selection(8, 60, 10, 1, 1, 1),
    selection(8, 60, 20, 1, 0, 0),
    selection(8, 60, 20, 0, 1, 0),
    selection(8, 60, 20, 1, 1, 0),
    selection(8, 60, 20, 1, 0, 1),
  ];
  expect([...inOrder].reverse().sort(compareSelections)).toEqual(inOrder);
  expect(compareSelections(inOrder[0]!, { ...inOrder[0]! })).toBe(0);
});
