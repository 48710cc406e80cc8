import { chainTo } from './chain.ts';
import type { Effort } from './effort.ts';
import { enterableAmong } from './enterable.ts';
import type { Relaxation } from './relaxation.ts';
import {
  compareSelections,
  copyOf,
  isAffordable,
  isOpen,
  nothingTaken,
  take,
  type Selection,
} from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

export interface SearchResult {
  readonly best: Selection;
  /** No selection gains more: numerator. */
  readonly bound: number;
}

/** How often the relaxation steps at each node. */
const roundsOfNode = 2;
const paceOfNode = 1;

/**
 * Looks for a selection of `among` that gains more than `from`, depth first: takes, then leaves, what the relaxation
 * values most of what can be entered now, and cuts where the bound says that nothing more is to be had (Land and Doig, "An
 * automatic method of solving discrete programming problems", 1960). When the effort is spent, what was not looked at
 * counts by its bound alone, so that the answer's bound holds even then.
 */
export function searchBetter(
  problem: TrainingProblem,
  relaxation: Relaxation,
  from: Selection,
  among: readonly number[],
  effort: Effort,
): SearchResult {
  let best = from;
  let unseen = 0;

  function visit(selection: Selection, undecided: readonly number[]): void {
    if (compareSelections(selection, best) < 0) best = selection;
    const target = best.gained;
    let open = possible(problem, selection, undecided);
    let sum = relaxation.evaluate(selection, open);
    for (let round = 0; ; round += 1) {
      effort.left -= open.length + 1;
      if (relaxation.gainOf(sum) <= best.gained) return;
      if (effort.left <= 0) {
        unseen = Math.max(unseen, relaxation.gainOf(sum));
        return;
      }
      if (round === roundsOfNode) break;
      relaxation.step(selection, sum, target, paceOfNode);
      sum = relaxation.evaluate(selection, open);
    }
    open = open.filter((index) => relaxation.gainWith(sum, index) > best.gained);
    const next = mostPromising(problem, relaxation, selection, open, effort);
    if (next < 0) return;
    const rest = open.filter((index) => index !== next);
    const more = copyOf(selection);
    take(problem, more, next);
    visit(more, rest);
    visit(selection, rest);
  }

  visit(nothingTaken(problem), among);
  return { best, bound: Math.max(best.gained, unseen) };
}

/** Those that the rest of the budget allows and that can still be entered, now or after others. */
function possible(
  problem: TrainingProblem,
  selection: Selection,
  undecided: readonly number[],
): readonly number[] {
  const { candidates } = problem;
  const affordable: number[] = [];
  let areOpen = true;
  for (const index of undecided) {
    const candidate = candidates[index] as Candidate;
    if (!isAffordable(problem, selection, candidate)) continue;
    affordable.push(index);
    areOpen &&= isOpen(candidate, selection);
  }
  if (areOpen) return affordable;
  const isTaken = (index: number): boolean => selection.taken.includes(index);
  return enterableAmong(candidates, selection.levels, isTaken, affordable);
}

/** Of those that can be entered now, the one that is worth most or that leads to the one worth most. −1: there is none. */
function mostPromising(
  problem: TrainingProblem,
  { margin }: Relaxation,
  selection: Selection,
  open: readonly number[],
  effort: Effort,
): number {
  let best = -1;
  for (const index of open)
    if (best < 0 || (margin[index] as number) > (margin[best] as number)) best = index;
  if (best < 0 || isOpen(problem.candidates[best] as Candidate, selection)) return best;
  const allowed = new Uint8Array(problem.candidates.length);
  for (const index of open) allowed[index] = 1;
  const chain = chainTo(problem, selection, best, allowed, effort);
  return chain?.[0] ?? open.find((index) => isOpen(problem.candidates[index] as Candidate, selection)) ?? -1;
}
