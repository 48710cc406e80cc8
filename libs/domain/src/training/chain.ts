import { indexOf, levelOf, type AtLevel } from './at-level.ts';
import type { Effort } from './effort.ts';
import { isOpen, type Selection } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

/** Ways within ways within ways: beyond so many looks none is found, though there may be one. */
const mostLooks = 100;

/**
 * A candidate and what it needs first that is not taken yet, in an order that can be entered; of several ways to a
 * level the one of fewest minutes. `null` when none is found among those `allowed` (1 at its index) within the budget.
 */
export function chainTo(
  problem: TrainingProblem,
  selection: Selection,
  index: number,
  allowed: Uint8Array,
  effort: Effort,
): readonly number[] | null {
  const { candidates, raisers, budget } = problem;
  const chain: number[] = [];
  const path: number[] = [];
  let looks = mostLooks;

  function isReached(asked: AtLevel): boolean {
    if ((selection.levels[indexOf(asked)] as number) >= levelOf(asked)) return true;
    const raisesIt = (raised: AtLevel): boolean =>
      indexOf(raised) === indexOf(asked) && levelOf(raised) >= levelOf(asked);
    return chain.some((link) => (candidates[link] as Candidate).raises.some(raisesIt));
  }
  function minutesFrom(place: number): number {
    let sum = 0;
    for (let at = place; at < chain.length; at += 1)
      sum += (candidates[chain[at] as number] as Candidate).minutes;
    return sum;
  }
  /** Adds the shortest way to a level; false when there is none. */
  function addWay(asked: AtLevel): boolean {
    const place = chain.length;
    let best: number[] | null = null;
    let fewest = Number.POSITIVE_INFINITY;
    for (const raiser of raisers[indexOf(asked)] ?? []) {
      // The shortest come first: none of the rest can be shorter.
      if ((candidates[indexOf(raiser)] as Candidate).minutes >= fewest) break;
      if (levelOf(raiser) < levelOf(asked) || !add(indexOf(raiser))) continue;
      const minutes = minutesFrom(place);
      if (minutes < fewest) {
        best = chain.slice(place);
        fewest = minutes;
      }
      chain.length = place;
    }
    if (best === null) return false;
    chain.push(...best);
    return true;
  }
  /** Adds a candidate and what it needs; false, and nothing added, when it cannot be entered. */
  function add(next: number): boolean {
    if (chain.includes(next) || selection.taken.includes(next)) return true;
    looks -= 1;
    if (allowed[next] !== 1 || looks < 0 || path.includes(next)) return false;
    const candidate = candidates[next] as Candidate;
    if (!isOpen(candidate, selection)) {
      const place = chain.length;
      path.push(next);
      const isEntered =
        candidate.requires.every(add) &&
        candidate.entryLevels.every((asked) => isReached(asked) || addWay(asked));
      path.pop();
      if (!isEntered) {
        chain.length = place;
        return false;
      }
    }
    chain.push(next);
    return true;
  }

  const isFound = add(index);
  effort.left -= mostLooks - looks;
  if (!isFound) return null;
  let { minutes, costCents } = selection;
  for (const link of chain) {
    minutes += (candidates[link] as Candidate).minutes;
    costCents += (candidates[link] as Candidate).costCents;
  }
  if (budget.minutes !== null && minutes > budget.minutes) return null;
  return budget.costCents !== null && costCents > budget.costCents ? null : chain;
}
