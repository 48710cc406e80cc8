import {
  compareSelections,
  enterable,
  gainAt,
  isWithin,
  raise,
  selectionOf,
  startingLevels,
  type CandidateSet,
  type Selection,
} from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';
import { mostToAdd } from './upper-bound.ts';

const undecided = 0;
const taken = 1;
const left = 2;

export interface SearchResult {
  readonly best: Selection;
  /** No selection gains more: numerator. Equal to the best's gain when the search came to its end. */
  readonly bound: number;
}

/**
 * Looks for a selection that gains more than `from`: takes or leaves the most promising programme, depth first, and
 * cuts where the bound says that nothing more is to be had. After `mostNodes` nodes what was not looked at counts by
 * its bound alone, so that the answer's bound holds even then.
 */
export function searchBetter(problem: TrainingProblem, from: Selection, mostNodes: number): SearchResult {
  const { candidates, budget } = problem;
  let best = from;
  let unseen = 0;
  let nodes = 0;

  function visit(parent: Uint8Array): void {
    nodes += 1;
    const state = settle(problem, parent);
    if (state === null) return;
    const chosen = setOf(state, taken);
    const now = selectionOf(problem, chosen);
    const isEntered = isSame(enterable(problem, chosen), chosen);
    if (isEntered && compareSelections(now, best) < 0) best = now;

    const levels = startingLevels(problem);
    const open: Candidate[] = [];
    candidates.forEach((candidate, index) => {
      if (state[index] === taken) raise(levels, candidate);
      if (state[index] === undecided) open.push(candidate);
    });
    const minutesLeft = budget.minutes === null ? null : budget.minutes - now.minutes;
    const centsLeft = budget.costCents === null ? null : budget.costCents - now.costCents;
    const bound = now.gained + mostToAdd(problem, levels, open, minutesLeft, centsLeft);
    if (bound <= best.gained) return;
    if (nodes >= mostNodes) {
      unseen = Math.max(unseen, bound);
      return;
    }
    const next = mostPromising(problem, state, levels, !isEntered);
    if (next < 0) return;
    visit(withRequired(candidates, state, next));
    const without = state.slice();
    without[next] = left;
    visit(without);
  }

  visit(new Uint8Array(candidates.length));
  return { best, bound: Math.max(best.gained, unseen) };
}

/**
 * Leaves what can no longer be afforded or entered; `null` when what was taken is over the budget or can never be
 * entered.
 */
function settle(problem: TrainingProblem, parent: Uint8Array): Uint8Array | null {
  const { candidates } = problem;
  const state = parent.slice();
  const spent = selectionOf(problem, setOf(state, taken));
  if (!isWithin(problem, spent.minutes, spent.costCents)) return null;
  candidates.forEach(({ minutes, costCents }, index) => {
    const isAffordable = isWithin(problem, spent.minutes + minutes, spent.costCents + (costCents ?? 0));
    if (state[index] === undecided && !isAffordable) state[index] = left;
  });
  const reachable = enterable(
    problem,
    state.map((decision) => (decision === left ? 0 : 1)),
  );
  for (let index = 0; index < state.length; index += 1) {
    if (reachable[index] === 1) continue;
    if (state[index] === taken) return null;
    state[index] = left;
  }
  return state;
}

/**
 * The undecided programme that gains most for what it spends. Where nothing gains but something taken cannot be entered
 * yet, the first that may open the way to it. −1: nothing is worth deciding.
 */
function mostPromising(
  problem: TrainingProblem,
  state: Uint8Array,
  levels: Uint8Array,
  opensTheWay: boolean,
): number {
  let best = -1;
  let bestGain = 0;
  let bestSpend = 0;
  problem.candidates.forEach((candidate, index) => {
    if (state[index] !== undecided) return;
    const gain = gainAt(problem, levels, candidate);
    if (gain === 0 && !opensTheWay) return;
    const spend = problem.budget.minutes === null ? (candidate.costCents ?? 0) : candidate.minutes;
    if (
      best < 0 ||
      gain * bestSpend > bestGain * spend ||
      (gain * bestSpend === bestGain * spend && gain > bestGain)
    ) {
      best = index;
      bestGain = gain;
      bestSpend = spend;
    }
  });
  return best;
}

/** The state with a programme taken, and every programme that it requires. */
function withRequired(candidates: readonly Candidate[], state: Uint8Array, index: number): Uint8Array {
  const next = state.slice();
  const take = (place: number): void => {
    if (next[place] === taken) return;
    next[place] = taken;
    candidates[place]?.requiresCandidates.forEach(take);
  };
  take(index);
  return next;
}

function setOf(state: Uint8Array, decision: number): CandidateSet {
  return state.map((value) => (value === decision ? 1 : 0));
}

function isSame(a: CandidateSet, b: CandidateSet): boolean {
  return a.every((value, index) => value === b[index]);
}
