import { describe, expect, test } from '@jest/globals';
import { randomFrom } from '../planning/random-planning.arbitrary.ts';
import { compileCatalogue } from './catalogue.ts';
import { bestOfEverySubset } from './every-subset.oracle.ts';
import { followSteps } from './follow-steps.oracle.ts';
import { amongInferior, randomTraining, type RandomTraining } from './random-training.arbitrary.ts';
import { recommendTraining } from './recommend.ts';
import type { Recommendation } from './recommendation.ts';

interface Ratios {
  readonly mean: number;
  readonly worst: number;
  /** Gain over certificate, on average. */
  readonly certified: number;
  /** The part that is said to be optimal. */
  readonly optimal: number;
}

function recommended(training: RandomTraining, effort: number | undefined): Recommendation {
  const catalogue = compileCatalogue(training.programmes, training.profile.maxLevel);
  return recommendTraining({ ...training, catalogue, ...(effort === undefined ? {} : { effort }) });
}

/** What holds of every answer, found by following its steps and by the best of every subset. */
function check(training: RandomTraining, answer: Recommendation, best: number): void {
  const { faults, gained, minutes, levels } = followSteps(training, answer);
  expect(faults).toEqual([]);
  expect(answer.gained).toBe(gained);
  expect(answer.steps.reduce((sum, step) => sum + step.gained, 0)).toBe(gained);
  expect(answer.minutes).toBe(minutes);
  expect(answer.gained).toBeLessThanOrEqual(best);
  expect(answer.bound).toBeGreaterThanOrEqual(best);
  expect(answer.optimal).toBe(answer.gained === answer.bound);
  const left = answer.remainingGaps.reduce((sum, { shortfall }) => sum + shortfall, 0);
  expect(answer.steps.at(-1)?.remaining ?? left).toBe(left);
  for (const { ksaNo, level } of answer.remainingGaps)
    expect(level).toBe(Math.max(0, levels.get(ksaNo) ?? 0));
}

function ratios(rounds: number, prerequisites: boolean, effort?: number, copies = 0): Ratios {
  const random = randomFrom(20_261_124);
  const found: number[] = [];
  let certified = 0;
  let optimal = 0;
  while (found.length < rounds) {
    const few = randomTraining(random, { fewest: 4, most: copies > 0 ? 10 : 13, prerequisites });
    const best = bestOfEverySubset(few);
    const training = copies > 0 ? amongInferior(few, random, copies) : few;
    const answer = recommended(training, effort);
    check(training, answer, best);
    if (best === 0) continue;
    found.push(answer.gained / best);
    certified += answer.gained / answer.bound / rounds;
    if (answer.optimal) optimal += 1 / rounds;
  }
  return {
    mean: found.reduce((sum, ratio) => sum + ratio, 0) / rounds,
    worst: Math.min(...found),
    certified,
    optimal,
  };
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

describe('a recommendation, against every subset of up to 13 programmes,', () => {
  test.each([false, true])('is the best there is and says so (prerequisites: %p)', (prerequisites) => {
    const { mean, worst, certified, optimal } = ratios(300, prerequisites);
    expect([mean, worst, certified, optimal].map(rounded)).toEqual([1, 1, 1, 1]);
  });

  test.each([false, true])(
    'is near it with hardly a search, and the bound still holds (prerequisites: %p)',
    (prerequisites) => {
      const { mean, certified } = ratios(200, prerequisites, 1);
      expect(mean).toBeGreaterThanOrEqual(0.97);
      expect(certified).toBeGreaterThanOrEqual(0.88);
    },
  );

  test('keeps its bound wherever the search is cut short', () => {
    for (const effort of [20, 60, 150]) expect(ratios(60, true, effort).mean).toBeGreaterThanOrEqual(0.97);
  });
});

describe('a recommendation from a core of many programmes', () => {
  test.each([false, true])(
    'is as good among 300 that are of no use, and the bound holds (prerequisites: %p)',
    (prerequisites) => {
      const { mean, worst, certified } = ratios(40, prerequisites, undefined, 300);
      expect(mean).toBeGreaterThanOrEqual(0.995);
      expect(worst).toBeGreaterThanOrEqual(0.88);
      expect(certified).toBeGreaterThanOrEqual(0.88);
    },
  );
});
