import { indexOf, levelOf } from './at-level.ts';
import { raise, reaches } from './enterable.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

/** Candidates taken one after another, each open when it was taken, with what they gain and spend. */
export interface Selection {
  /** In the order of taking. */
  readonly taken: number[];
  /** By KSA: the level reached. */
  readonly levels: number[];
  /** Readiness gained: numerator. */
  gained: number;
  minutes: number;
  costCents: number;
}

export function nothingTaken({ from }: TrainingProblem): Selection {
  return { taken: [], levels: from.slice(), gained: 0, minutes: 0, costCents: 0 };
}

export function copyOf({ taken, levels, gained, minutes, costCents }: Selection): Selection {
  return { taken: taken.slice(), levels: levels.slice(), gained, minutes, costCents };
}

/** Takes one more, in place; it must be open and within the budget. */
export function take(problem: TrainingProblem, selection: Selection, index: number): void {
  const candidate = problem.candidates[index] as Candidate;
  selection.gained += gainAt(problem, selection.levels, candidate);
  selection.minutes += candidate.minutes;
  selection.costCents += candidate.costCents;
  selection.taken.push(index);
  raise(selection.levels, candidate.raises);
}

/** Takes what can be entered of these, in their order, as often as one opens the way to another. */
export function takenInTurn(problem: TrainingProblem, some: readonly number[]): Selection {
  const selection = nothingTaken(problem);
  let waiting = some;
  for (;;) {
    const before = waiting.length;
    waiting = waiting.filter((index) => {
      if (!isOpen(problem.candidates[index] as Candidate, selection)) return true;
      take(problem, selection, index);
      return false;
    });
    if (waiting.length === before) return selection;
  }
}

/** The readiness that a candidate adds at these levels: numerator. */
export function gainAt(
  { required, worth }: TrainingProblem,
  levels: readonly number[],
  { raises }: Candidate,
): number {
  let gain = 0;
  for (const raised of raises) {
    const ksa = indexOf(raised);
    const then = Math.min(levelOf(raised), required[ksa] as number);
    const now = levels[ksa] as number;
    if (then > now) gain += (then - now) * (worth[ksa] as number);
  }
  return gain;
}

/** Whether a candidate can be entered after what was taken. */
export function isOpen({ requires, entryLevels }: Candidate, { taken, levels }: Selection): boolean {
  for (const required of requires) if (!taken.includes(required)) return false;
  return reaches(levels, entryLevels);
}

/** Whether the budget allows a candidate on top of what was taken. */
export function isAffordable(
  { budget }: TrainingProblem,
  selection: Selection,
  { minutes, costCents }: Candidate,
): boolean {
  return (
    (budget.minutes === null || selection.minutes + minutes <= budget.minutes) &&
    (budget.costCents === null || selection.costCents + costCents <= budget.costCents)
  );
}

/**
 * The stated order of answers, for `sort`: more gained, then fewer minutes, then less cost, then fewer programmes, then
 * the first in the catalogue's order. 0 for the same set alone.
 */
export function compareSelections(a: Selection, b: Selection): number {
  return (
    b.gained - a.gained ||
    a.minutes - b.minutes ||
    a.costCents - b.costCents ||
    a.taken.length - b.taken.length ||
    compareInOrder(a.taken, b.taken)
  );
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  const ordered = b.toSorted((one, other) => one - other);
  for (const [place, index] of a.toSorted((one, other) => one - other).entries())
    if (index !== ordered[place]) return index - (ordered[place] as number);
  return 0;
}
