import { indexOf, levelOf } from './at-level.ts';
import type { CompiledProgramme } from './catalogue.ts';
import { slotOf } from '../ratings/ksa-slots.ts';
import type { Requirement } from '../gaps/role-profile.ts';
import type { RecommendationInput, StepClosing, TrainingStep } from './recommendation.ts';
import { gainAt, isOpen, nothingTaken, take, type Selection } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

/**
 * A selection as steps, in an order that can be entered: each time, of those that are open, the one that gains most
 * for its minutes, ties in the catalogue's order. `shortfall` is what all short requirements withhold before the first
 * step: numerator.
 */
export function trainingSteps(
  problem: TrainingProblem,
  input: RecommendationInput,
  { taken }: Selection,
  shortfall: number,
): TrainingStep[] {
  const { programmes } = input.catalogue;
  const steps: TrainingStep[] = [];
  const done = nothingTaken(problem);
  let waiting = taken.toSorted((a, b) => a - b);
  let remaining = shortfall;
  while (waiting.length > 0) {
    const next = nextStep(problem, done, waiting);
    const { programme, ...candidate } = problem.candidates[next] as Candidate;
    const { id, minutes, costCents } = programmes[programme] as CompiledProgramme;
    const closes = closings(problem, input, done.levels, candidate.raises);
    const gained = closes.reduce((sum, closing) => sum + closing.gained, 0);
    remaining -= gained;
    steps.push({ programmeId: id, minutes, costCents, closes, gained, remaining });
    take(problem, done, next);
    waiting = waiting.filter((index) => index !== next);
  }
  return steps;
}

function nextStep(problem: TrainingProblem, done: Selection, waiting: readonly number[]): number {
  let best = -1;
  let bestGain = 0;
  let bestMinutes = 0;
  for (const index of waiting) {
    const candidate = problem.candidates[index] as Candidate;
    if (!isOpen(candidate, done)) continue;
    const gain = gainAt(problem, done.levels, candidate);
    if (best >= 0 && gain * bestMinutes <= bestGain * candidate.minutes) continue;
    best = index;
    bestGain = gain;
    bestMinutes = candidate.minutes;
  }
  return best;
}

function closings(
  { ksas, required, worth }: TrainingProblem,
  { catalogue, profile }: RecommendationInput,
  levels: readonly number[],
  raises: Candidate['raises'],
): StepClosing[] {
  return raises.flatMap((raised) => {
    const ksa = indexOf(raised);
    const to = levelOf(raised);
    const from = levels[ksa] as number;
    const requiredLevel = required[ksa] as number;
    const gained = (Math.min(to, requiredLevel) - from) * (worth[ksa] as number);
    if (gained <= 0) return [];
    const ksaNo = catalogue.ksaNos[ksas[ksa] as number] as number;
    const { ksaCode } = profile.requirements[slotOf(profile, ksaNo)] as Requirement;
    return [{ ksaNo, ksaCode, from, to, requiredLevel, gained }];
  });
}
