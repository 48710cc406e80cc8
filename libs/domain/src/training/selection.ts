import type { Candidate, TrainingProblem } from './training-problem.ts';

/** A set of candidates: 1 at each index that is in it. */
export type CandidateSet = Uint8Array;

/** A set of programmes that keeps prerequisites and budget, with what it gains and spends. */
export interface Selection {
  readonly chosen: CandidateSet;
  /** Readiness gained: numerator. */
  readonly gained: number;
  readonly minutes: number;
  readonly costCents: number;
}

/** Each followed KSA's level before any training. */
export function startingLevels({ ksas }: TrainingProblem): Uint8Array {
  return Uint8Array.from(ksas, ({ from }) => from);
}

/** Raises levels by a candidate, in place. A KSA raised by two counts once, to the higher level. */
export function raise(levels: Uint8Array, candidate: Candidate): void {
  for (const { followed, level } of candidate.raises) {
    if ((levels[followed] as number) < level) levels[followed] = level;
  }
}

/** The readiness that a candidate adds at these levels: numerator. */
export function gainAt({ ksas }: TrainingProblem, levels: Uint8Array, candidate: Candidate): number {
  let gain = 0;
  for (const { followed, level } of candidate.raises) {
    const { required, worth } = ksas[followed] as TrainingProblem['ksas'][number];
    const now = levels[followed] as number;
    const then = Math.min(level, required);
    if (then > now) gain += (then - now) * worth;
  }
  return gain;
}

/** Whether a candidate can be entered with these taken and these levels reached. */
export function isOpen(candidate: Candidate, taken: CandidateSet, levels: Uint8Array): boolean {
  return (
    candidate.requiresCandidates.every((required) => taken[required] === 1) &&
    candidate.requiresLevels.every(({ followed, level }) => (levels[followed] as number) >= level)
  );
}

/** Those of `allowed` that can be entered one after another, nothing outside `allowed` being taken. */
export function enterable(problem: TrainingProblem, allowed: CandidateSet): CandidateSet {
  const taken = new Uint8Array(allowed.length);
  const levels = startingLevels(problem);
  let moved = true;
  while (moved) {
    moved = false;
    problem.candidates.forEach((candidate, index) => {
      if (allowed[index] === 1 && taken[index] === 0 && isOpen(candidate, taken, levels)) {
        taken[index] = 1;
        raise(levels, candidate);
        moved = true;
      }
    });
  }
  return taken;
}

/** What a set gains and spends. */
export function selectionOf(problem: TrainingProblem, chosen: CandidateSet): Selection {
  const levels = startingLevels(problem);
  let gained = 0;
  let minutes = 0;
  let costCents = 0;
  problem.candidates.forEach((candidate, index) => {
    if (chosen[index] !== 1) return;
    gained += gainAt(problem, levels, candidate);
    raise(levels, candidate);
    minutes += candidate.minutes;
    costCents += candidate.costCents ?? 0;
  });
  return { chosen: chosen.slice(), gained, minutes, costCents };
}

/** Whether the budget allows what is spent. */
export function isWithin({ budget }: TrainingProblem, minutes: number, costCents: number): boolean {
  return (
    (budget.minutes === null || minutes <= budget.minutes) &&
    (budget.costCents === null || costCents <= budget.costCents)
  );
}

/**
 * The stated order of answers, for `sort`: more gained, then fewer minutes, then less cost, then fewer programmes, then
 * the first by id. 0 for the same set alone.
 */
export function compareSelections(a: Selection, b: Selection): number {
  return (
    b.gained - a.gained ||
    a.minutes - b.minutes ||
    a.costCents - b.costCents ||
    sizeOf(a.chosen) - sizeOf(b.chosen) ||
    compareIds(a.chosen, b.chosen)
  );
}

function sizeOf(chosen: CandidateSet): number {
  return chosen.reduce((sum, isIn) => sum + isIn, 0);
}

function compareIds(a: CandidateSet, b: CandidateSet): number {
  const index = a.findIndex((isIn, place) => isIn !== b[place]);
  return index < 0 ? 0 : (b[index] as number) - (a[index] as number);
}
