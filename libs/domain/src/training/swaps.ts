import type { Effort } from './effort.ts';
import { filled, type Ranking } from './greedy.ts';
import { compareSelections, takenInTurn, type Selection } from './selection.ts';
import type { TrainingProblem } from './training-problem.ts';
import { trimmed } from './trimmed.ts';

/** Leaves one programme out, and what then cannot be entered, and fills up without it, as long as that gets better. */
export function bySwaps(
  problem: TrainingProblem,
  from: Selection,
  allowed: Uint8Array,
  ranking: Ranking,
  effort: Effort,
): Selection {
  const others = allowed.slice();
  for (const index of from.taken) {
    if (effort.left <= 0) break;
    const rest = from.taken.filter((each) => each !== index);
    others[index] = 0;
    const swapped = trimmed(problem, filled(problem, takenInTurn(problem, rest), others, ranking, effort));
    if (compareSelections(swapped, from) < 0) return bySwaps(problem, swapped, allowed, ranking, effort);
    others[index] = allowed[index] as number;
  }
  return from;
}
