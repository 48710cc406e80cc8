import { searchBetter, type SearchResult } from './branch-and-bound.ts';
import { flatProgrammes, type Coverage } from './coverage.ts';
import type { Effort } from './effort.ts';
import { budgetPrices, filled, rankingBy } from './greedy.ts';
import { Relaxation } from './relaxation.ts';
import { compareSelections, isOpen, nothingTaken, type Selection } from './selection.ts';
import { bySwaps } from './swaps.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';
import { trimmed } from './trimmed.ts';

/** How often the relaxation steps before each greedy selection by its prices. */
const roundsOfPrices = [30, 60];

/**
 * The best selection found, and a bound that none exceeds. A greedy selection first; then a relaxation, whose bound leaves
 * out each candidate with which nothing better is to be had, and by whose prices greed goes again; swaps; and an exact
 * search of what is left, as far as the effort reaches.
 */
export function bestSelection(problem: TrainingProblem, effort: Effort): SearchResult {
  const { candidates, boundOutside } = problem;
  const nothing = nothingTaken(problem);
  let open: readonly number[] = [...candidates.keys()];
  const relaxation = new Relaxation(coverageOf(problem), open);
  const free = open.filter((index) => isOpen(candidates[index] as Candidate, nothing));
  let allowed = maskOf(free, candidates.length);
  let ranking = rankingBy(problem, budgetPrices(problem), free);
  let best = trimmed(problem, filled(problem, nothing, allowed, ranking, effort));
  let { bound } = problem;
  for (const rounds of roundsOfPrices) {
    const sum = relaxation.tighten(nothing, open, best.gained, rounds);
    bound = Math.min(bound, Math.max(relaxation.gainOf(sum), boundOutside));
    if (bound <= best.gained) return { best, bound: best.gained };
    open = open.filter((index) => relaxation.gainWith(sum, index) > best.gained);
    allowed = maskOf(open, candidates.length);
    ranking = rankingBy(problem, relaxation.prices, open);
    best = better(best, trimmed(problem, filled(problem, nothing, allowed, ranking, effort)));
  }
  best = bySwaps(problem, best, allowed, ranking, effort);
  const found = searchBetter(problem, relaxation, best, open, effort);
  best = better(best, trimmed(problem, found.best));
  if (problem.isWhole) bound = Math.min(bound, Math.max(found.bound, boundOutside));
  return { best, bound: Math.max(bound, best.gained) };
}

function better(a: Selection, b: Selection): Selection {
  return compareSelections(b, a) < 0 ? b : a;
}

function maskOf(some: readonly number[], count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const index of some) mask[index] = 1;
  return mask;
}

function coverageOf(problem: TrainingProblem): Coverage {
  const { candidates, budget, raisers, isWhole } = problem;
  const none = new Uint8Array(candidates.length);
  return {
    standing: problem,
    budget,
    programmes: candidates,
    flat: flatProgrammes(candidates),
    raisers: isWhole ? raisers : null,
    done: none,
    besides: none,
  };
}
