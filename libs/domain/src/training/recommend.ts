import { unknownLevel } from '../gaps/score-requirements.ts';
import { assertLevel } from '../scales/proficiency-scale.ts';
import { mostCents, mostMinutes } from './assert-programmes.ts';
import { searchBetter } from './branch-and-bound.ts';
import { greedySelection } from './greedy.ts';
import type {
  Recommendation,
  RecommendationInput,
  RemainingGap,
  TrainingBudget,
  TrainingStep,
} from './recommendation.ts';
import { raise, startingLevels } from './selection.ts';
import { TrainingError } from './training.errors.ts';
import { trainingProblem, type TrainingProblem } from './training-problem.ts';
import { trainingSteps } from './training-steps.ts';
import { mostToAdd } from './upper-bound.ts';

/** The method's name and version, kept with every recommendation. */
export const recommendationAlgorithm = 'greedy-branch-and-bound/1';

const defaultSearchNodes = 20_000;

/**
 * Which programmes to take, in which order, to gain the most readiness within the budget, prerequisites kept; with a
 * certificate: a bound that no selection within the budget exceeds. What is unknown is not trained for but listed to
 * be assessed first. (Domain design, "Training recommendation".) The same input gives the same answer.
 *
 * Throws `training.catalogue-of-another-scale`, `training.invalid-budget`, `scales.level-off-scale` for an attained
 * level; what is wrong with a programme, `compileCatalogue` has said.
 */
export function recommendTraining(input: RecommendationInput): Recommendation {
  const { profile, attained, catalogue, budget } = input;
  if (catalogue.maxLevel !== profile.maxLevel) throw ofAnotherScale(catalogue.maxLevel, profile.maxLevel);
  assertBudget(budget);
  attained.forEach((level, ksaNo) => {
    if (level !== unknownLevel)
      assertLevel(level, profile.maxLevel, `KSA number ${ksaNo}`, `/attained/${ksaNo}`);
  });

  const problem = trainingProblem(input);
  const atMost = mostToAdd(
    problem,
    startingLevels(problem),
    problem.candidates,
    budget.minutes,
    budget.costCents,
  );
  const greedy = greedySelection(problem, atMost);
  const { best, bound } =
    greedy.gained >= atMost
      ? { best: greedy, bound: atMost }
      : searchBetter(problem, greedy, input.searchNodes ?? defaultSearchNodes);

  const gaps = shortGaps(input);
  const shortfall = gaps.reduce((sum, gap) => sum + gap.shortfall, 0);
  const steps = trainingSteps(problem, profile, best.chosen, shortfall);
  const certified = Math.min(bound, certificate(problem, steps));
  return {
    algorithm: recommendationAlgorithm,
    denominator: profile.denominator,
    gained: best.gained,
    bound: certified,
    optimal: best.gained === certified,
    minutes: best.minutes,
    costCents: best.costCents,
    steps,
    remainingGaps: gapsAfter(gaps, steps),
    uncovered: uncovered(input, gaps),
    assessFirst: unknowns(input),
  };
}

/**
 * For each prefix of the steps: its gain, and the most that the whole budget could add to it; the least of these is
 * more than nothing within the budget can exceed. (Domain design, "certificate".)
 */
function certificate(problem: TrainingProblem, steps: readonly TrainingStep[]): number {
  const { candidates, budget } = problem;
  const levels = startingLevels(problem);
  const done = new Set<string>();
  const boundHere = (gained: number): number => {
    const open = candidates.filter(({ id }) => !done.has(id));
    return gained + mostToAdd(problem, levels, open, budget.minutes, budget.costCents);
  };
  let gained = 0;
  let least = boundHere(0);
  for (const step of steps) {
    const candidate = candidates.find(({ id }) => id === step.programmeId);
    if (candidate !== undefined) raise(levels, candidate);
    done.add(step.programmeId);
    gained += step.gained;
    least = Math.min(least, boundHere(gained));
  }
  return least;
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

function uncovered(
  { catalogue: { programmes } }: RecommendationInput,
  gaps: readonly RemainingGap[],
): number[] {
  return gaps
    .filter(
      (gap) =>
        !programmes.some(({ outcomes }) =>
          outcomes.some((o) => o.ksaNo === gap.ksaNo && o.level > gap.level),
        ),
    )
    .map(({ ksaNo }) => ksaNo);
}

function unknowns({ profile, attained, unknowns: treated }: RecommendationInput): number[] {
  if (treated === 'as-zero') return [];
  return profile.requirements
    .map(({ ksaNo }) => ksaNo)
    .filter((ksaNo) => (attained.get(ksaNo) ?? unknownLevel) === unknownLevel);
}

function ofAnotherScale(catalogue: number, profile: number): TrainingError {
  return new TrainingError(
    'training.catalogue-of-another-scale',
    `The catalogue is on a scale to ${catalogue}, the role profile on one to ${profile}.`,
    '/catalogue',
  );
}

function assertBudget(budget: TrainingBudget): void {
  for (const [name, limit] of [
    ['minutes', budget.minutes],
    ['costCents', budget.costCents],
  ] as const) {
    const most = name === 'minutes' ? mostMinutes : mostCents;
    if (limit !== null && (!Number.isInteger(limit) || limit < 0 || limit > most)) {
      throw new TrainingError(
        'training.invalid-budget',
        `A budget's ${name} must be a whole number 0 to ${most}, not ${limit}.`,
        `/budget/${name}`,
      );
    }
  }
}
