import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import type { StepClosing, TrainingStep } from './recommendation.ts';
import { gainAt, isOpen, raise, startingLevels, type CandidateSet } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

/**
 * A selection as steps, in an order that can be entered: each time, of those that are open, the one that gains most
 * for its minutes, ties by id. `shortfall` is what all short requirements withhold before the first step: numerator.
 */
export function trainingSteps(
  problem: TrainingProblem,
  profile: CompiledRoleProfile,
  chosen: CandidateSet,
  shortfall: number,
): TrainingStep[] {
  const steps: TrainingStep[] = [];
  const done = new Uint8Array(chosen.length);
  const levels = startingLevels(problem);
  let remaining = shortfall;
  for (;;) {
    const index = nextStep(problem, chosen, done, levels);
    if (index < 0) return steps;
    const candidate = problem.candidates[index] as Candidate;
    const closes = closings(problem, profile, levels, candidate);
    const gained = closes.reduce((sum, closing) => sum + closing.gained, 0);
    remaining -= gained;
    const { id, minutes, costCents } = candidate;
    steps.push({ programmeId: id, minutes, costCents, closes, gained, remaining });
    done[index] = 1;
    raise(levels, candidate);
  }
}

function nextStep(
  problem: TrainingProblem,
  chosen: CandidateSet,
  done: CandidateSet,
  levels: Uint8Array,
): number {
  let best = -1;
  let bestGain = 0;
  let bestMinutes = 0;
  problem.candidates.forEach((candidate, index) => {
    if (chosen[index] !== 1 || done[index] === 1 || !isOpen(candidate, done, levels)) return;
    const gain = gainAt(problem, levels, candidate);
    if (best < 0 || gain * bestMinutes > bestGain * candidate.minutes) {
      best = index;
      bestGain = gain;
      bestMinutes = candidate.minutes;
    }
  });
  return best;
}

function closings(
  problem: TrainingProblem,
  profile: CompiledRoleProfile,
  levels: Uint8Array,
  { raises }: Candidate,
): StepClosing[] {
  return raises.flatMap(({ followed, level }) => {
    const { ksaNo, slot, required, worth } = problem.ksas[followed] as TrainingProblem['ksas'][number];
    const from = levels[followed] as number;
    const lifted = Math.min(level, required) - from;
    if (worth === 0 || lifted <= 0) return [];
    const ksaCode = profile.requirements[slot]?.ksaCode ?? '';
    return [{ ksaNo, ksaCode, from, to: level, requiredLevel: required, gained: lifted * worth }];
  });
}
