import { raise } from './enterable.ts';
import { gainAt, takenInTurn, type Selection } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

/** A selection without what adds nothing and opens nothing, the longest left out first. */
export function trimmed(problem: TrainingProblem, selection: Selection): Selection {
  const { candidates } = problem;
  const minutesOf = (index: number): number => (candidates[index] as Candidate).minutes;
  let best = selection;
  for (const index of selection.taken.toSorted((a, b) => minutesOf(b) - minutesOf(a) || b - a)) {
    if (gainWithout(problem, best.taken, index) < best.gained) continue;
    const less = takenInTurn(
      problem,
      best.taken.filter((each) => each !== index),
    );
    if (less.gained === best.gained) best = less;
  }
  return best;
}

/** What the rest gains, whether it can be entered or not. */
function gainWithout(problem: TrainingProblem, taken: readonly number[], without: number): number {
  const levels = problem.from.slice();
  let gain = 0;
  for (const index of taken) {
    if (index === without) continue;
    const candidate = problem.candidates[index] as Candidate;
    gain += gainAt(problem, levels, candidate);
    raise(levels, candidate.raises);
  }
  return gain;
}
