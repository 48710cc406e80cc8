import { indexOf, levelOf } from './at-level.ts';
import { chainTo } from './chain.ts';
import type { Effort } from './effort.ts';
import { raise } from './enterable.ts';
import type { Prices } from './relaxation.ts';
import { copyOf, gainAt, isAffordable, isOpen, nothingTaken, take, type Selection } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

/** Candidates by what they gain for what they spend, when nothing is taken. */
export interface Ranking {
  /** The best first, ties in the candidates' order. */
  readonly order: readonly number[];
  /** By candidate: its minutes and cents at the prices. */
  readonly spend: Float64Array;
  /** More than this, nothing gains for what it spends, alone or with what it needs first. */
  readonly most: Float64Array;
}

/** Spent as parts of the limited budgets, added up; plain minutes when nothing is limited. */
export function budgetPrices({ budget }: TrainingProblem): Prices {
  const { minutes, costCents } = budget;
  if (minutes === null && costCents === null) return { minute: 1, cent: 0 };
  return {
    minute: minutes === null || minutes === 0 ? 0 : 1 / minutes,
    cent: costCents === null || costCents === 0 ? 0 : 1 / costCents,
  };
}

/** @param some of the candidates: no other is ranked */
export function rankingBy(problem: TrainingProblem, prices: Prices, some: readonly number[]): Ranking {
  const { candidates, raisers } = problem;
  const { levels } = nothingTaken(problem);
  const spend = new Float64Array(candidates.length);
  const most = new Float64Array(candidates.length);
  const closed: number[] = [];
  for (const index of some) {
    const candidate = candidates[index] as Candidate;
    spend[index] = candidate.minutes * prices.minute + candidate.costCents * prices.cent;
    most[index] = ratioOf(gainAt(problem, levels, candidate), spend[index]);
    if (candidate.requires.length + candidate.entryLevels.length > 0) closed.push(index);
  }
  // A chain gains no more for what it spends than its best link: what leads to a better one counts as that.
  for (let isHigher = closed.length > 0; isHigher;) {
    isHigher = false;
    for (const index of closed) {
      const { requires, entryLevels } = candidates[index] as Candidate;
      let highest = most[index] as number;
      for (const required of requires) highest = Math.max(highest, most[required] as number);
      for (const asked of entryLevels)
        for (const raiser of raisers[indexOf(asked)] ?? [])
          if (levelOf(raiser) >= levelOf(asked)) highest = Math.max(highest, most[indexOf(raiser)] as number);
      if (highest > (most[index] as number)) isHigher = true;
      most[index] = highest;
    }
  }
  return { order: some.toSorted((a, b) => (most[b] as number) - (most[a] as number) || a - b), spend, most };
}

function ratioOf(gain: number, spend: number): number {
  if (gain === 0) return 0;
  return spend > 0 ? gain / spend : Number.POSITIVE_INFINITY;
}

/**
 * A selection and, as long as the budget lasts, what gains most for what it spends, each with its whole chain of
 * prerequisites, among those `allowed` (1 at its index). Gains are submodular: they only fall as others are taken, so
 * that those of the beginning are upper bounds, and the look for the best ends where these cannot reach it (lazy
 * greedy: Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", 1978).
 */
export function filled(
  problem: TrainingProblem,
  begun: Selection,
  allowed: Uint8Array,
  { order, spend, most }: Ranking,
  effort: Effort,
): Selection {
  const selection = copyOf(begun);
  const { candidates } = problem;
  for (;;) {
    let best: readonly number[] | number = -1;
    let bestRatio = 0;
    for (const index of order) {
      if ((most[index] as number) <= bestRatio) break;
      effort.left -= 1;
      if (allowed[index] !== 1) continue;
      const candidate = candidates[index] as Candidate;
      // Its own gain decides whether it is worth a chain at all.
      const gain = gainAt(problem, selection.levels, candidate);
      if (gain === 0 || !isAffordable(problem, selection, candidate)) continue;
      if (isOpen(candidate, selection)) {
        const ratio = ratioOf(gain, spend[index] as number);
        if (ratio <= bestRatio) continue;
        best = index;
        bestRatio = ratio;
      } else {
        const chain = chainTo(problem, selection, index, allowed, effort);
        if (chain === null) continue;
        const ratio = ratioOfChain(problem, selection, chain, spend);
        if (ratio <= bestRatio) continue;
        best = chain;
        bestRatio = ratio;
      }
    }
    if (typeof best !== 'number') for (const link of best) take(problem, selection, link);
    else if (best >= 0) take(problem, selection, best);
    else return selection;
  }
}

function ratioOfChain(
  problem: TrainingProblem,
  { levels }: Selection,
  chain: readonly number[],
  spend: Float64Array,
): number {
  const reached = levels.slice();
  let gain = 0;
  let spent = 0;
  for (const link of chain) {
    const candidate = problem.candidates[link] as Candidate;
    gain += gainAt(problem, reached, candidate);
    spent += spend[link] as number;
    raise(reached, candidate.raises);
  }
  return ratioOf(gain, spent);
}
