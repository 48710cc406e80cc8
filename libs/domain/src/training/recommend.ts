import { unknownLevel } from '../gaps/score-requirements.ts';
import { assertRecommendationInput } from './assert-recommendation-input.ts';
import { levelOf } from './at-level.ts';
import { bestSelection } from './best-selection.ts';
import type { Recommendation, RecommendationInput, RemainingGap, TrainingStep } from './recommendation.ts';
import { trainingProblem } from './training-problem.ts';
import { trainingSteps } from './training-steps.ts';

/** The method's name and version, kept with every recommendation. */
export const recommendationAlgorithm = 'priced-branch-and-bound/2';

const usualEffort = 10_000;

/**
 * Which programmes to take, in which order, to gain the most readiness within the budget, prerequisites kept; with a
 * certificate: a bound that no selection within the budget exceeds. What is unknown is not trained for but listed to
 * be assessed first. (Domain design, "Training recommendation".) The same input gives the same answer.
 *
 * Throws a typed error that names the field (`assertRecommendationInput`), `scales.level-off-scale` for an attained
 * level and `training.invalid-ksa` for one of no KSA; what is wrong with a programme, `compileCatalogue` has said.
 */
export function recommendTraining(input: RecommendationInput): Recommendation {
  assertRecommendationInput(input);
  const { profile, effort = usualEffort } = input;
  const problem = trainingProblem(input);
  const { best, bound } = bestSelection(problem, { left: effort });
  const gaps = shortGaps(input);
  const shortfall = gaps.reduce((sum, gap) => sum + gap.shortfall, 0);
  const steps = trainingSteps(problem, input, best, shortfall);
  return {
    algorithm: recommendationAlgorithm,
    denominator: profile.denominator,
    gained: best.gained,
    bound,
    optimal: best.gained === bound,
    minutes: best.minutes,
    costCents: best.costCents,
    steps,
    remainingGaps: gapsAfter(gaps, steps),
    uncovered: uncovered(input, gaps),
    assessFirst: unknowns(input),
  };
}

function shortGaps({ profile, attained, unknowns }: RecommendationInput): RemainingGap[] {
  return profile.requirements.flatMap(({ ksaNo, ksaCode, requiredLevel }, slot) => {
    const known = attained.get(ksaNo) ?? unknownLevel;
    if (known === unknownLevel && unknowns !== 'as-zero') return [];
    const level = Math.max(0, known);
    const shortfall = Math.max(0, requiredLevel - level) * (profile.worthOfLevel[slot] as number);
    return shortfall === 0 ? [] : [{ ksaNo, ksaCode, level, requiredLevel, shortfall }];
  });
}

function gapsAfter(gaps: readonly RemainingGap[], steps: readonly TrainingStep[]): RemainingGap[] {
  const closings = steps.flatMap(({ closes }) => closes);
  return gaps.flatMap((gap) => {
    const closed = closings.filter(({ ksaNo }) => ksaNo === gap.ksaNo);
    const level = Math.max(gap.level, ...closed.map(({ to }) => to));
    const shortfall = gap.shortfall - closed.reduce((sum, { gained }) => sum + gained, 0);
    return shortfall === 0 ? [] : [{ ...gap, level, shortfall }];
  });
}

function uncovered({ catalogue }: RecommendationInput, gaps: readonly RemainingGap[]): number[] {
  const isRaised = ({ ksaNo, level }: RemainingGap): boolean => {
    const ksa = catalogue.indexOfKsa.get(ksaNo);
    return ksa !== undefined && (catalogue.raisers[ksa] ?? []).some((raiser) => levelOf(raiser) > level);
  };
  return gaps.filter((gap) => !isRaised(gap)).map(({ ksaNo }) => ksaNo);
}

function unknowns({ profile, attained, unknowns: treated }: RecommendationInput): number[] {
  if (treated === 'as-zero') return [];
  return profile.requirements
    .map(({ ksaNo }) => ksaNo)
    .filter((ksaNo) => (attained.get(ksaNo) ?? unknownLevel) === unknownLevel);
}
