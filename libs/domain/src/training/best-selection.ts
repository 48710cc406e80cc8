import { searchBetter, type SearchResult } from './branch-and-bound.ts';
import { flatProgrammes, type Coverage } from './coverage.ts';
import type { Effort } from './effort.ts';
import { budgetPrices, fill, rankingBy, trimmed, type Ranking } from './greedy.ts';
import { Relaxation } from './relaxation.ts';
import { compareSelections, copyOf, isOpen, nothingTaken, takenInTurn, type Selection } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

const rounds = [30, 60];

export function bestSelection(problem: TrainingProblem, effort: Effort): SearchResult {
  const count = problem.candidates.length;
  const nothing = nothingTaken(problem);
  let open: readonly number[] = [...problem.candidates.keys()];
  const relaxation = new Relaxation(coverageOf(problem), open);
  const free = open.filter((index) => isOpen(problem.candidates[index] as Candidate, nothing));
  let allowed = maskOf(free, count);
  let ranking = rankingBy(problem, budgetPrices(problem), free);
  let best = filled(problem, nothing, allowed, ranking, effort);
  let bound = problem.bound;
  for (const each of rounds) {
    const sum = relaxation.tighten(nothing, open, best.gained, each);
    bound = Math.min(bound, Math.max(relaxation.gainOf(sum), problem.boundOutside));
    if (bound <= best.gained) return { best, bound: best.gained };
    open = open.filter((index) => relaxation.gainWith(sum, index) > best.gained);
    allowed = maskOf(open, count);
    ranking = rankingBy(problem, relaxation.prices, open);
    best = better(best, filled(problem, nothing, allowed, ranking, effort));
  }
  best = bySwaps(problem, best, allowed, ranking, effort);
  const found = searchBetter(problem, relaxation, best, open, effort);
  best = better(best, trimmed(problem, found.best));
  if (problem.isWhole) bound = Math.min(bound, Math.max(found.bound, problem.boundOutside));
  return { best, bound: Math.max(bound, best.gained) };
}

function filled(
  problem: TrainingProblem,
  begun: Selection,
  allowed: Uint8Array,
  ranking: Ranking,
  effort: Effort,
): Selection {
  const selection = copyOf(begun);
  fill(problem, selection, allowed, ranking, effort);
  return trimmed(problem, selection);
}

/** Leaves one programme out (and what then cannot be entered), fills up again without it, as long as it gets better. */
function bySwaps(
  problem: TrainingProblem,
  from: Selection,
  allowed: Uint8Array,
  ranking: Ranking,
  effort: Effort,
): Selection {
  for (const index of from.taken) {
    if (effort.left <= 0) break;
    const rest = takenInTurn(
      problem,
      from.taken.filter((each) => each !== index),
    );
    const others = allowed.slice();
    others[index] = 0;
    const swapped = filled(problem, rest, others, ranking, effort);
    if (compareSelections(swapped, from) < 0) return bySwaps(problem, swapped, allowed, ranking, effort);
  }
  return from;
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
