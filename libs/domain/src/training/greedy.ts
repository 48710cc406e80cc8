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

/** Programmes taken so far, in an order that can be entered. */
interface Taken {
  readonly set: CandidateSet;
  readonly levels: Uint8Array;
  readonly minutes: number;
  readonly costCents: number;
}

/**
 * A good selection: greedy by gain for what is spent, each programme with its whole chain of prerequisites; begun
 * empty and again from every single programme, then bettered by swaps. Stops early at `enough`, a gain that nothing
 * can exceed. Deterministic: `compareSelections` decides.
 */
export function greedySelection(problem: TrainingProblem, enough: number): Selection {
  const none = new Uint8Array(problem.candidates.length);
  let best = trimmed(problem, fillGreedily(problem, nothing(problem), none));
  if (best.gained >= enough) return best;
  problem.candidates.forEach((_, index) => {
    const begun = withChain(problem, nothing(problem), index, none, []);
    if (begun === null) return;
    best = better(best, trimmed(problem, fillGreedily(problem, begun, none)));
  });
  return bySwaps(problem, best);
}

const mostRoundsOfSwaps = 10;

/** Leaves one programme out (and what then cannot be entered), fills up again without it, keeps what is better. */
function bySwaps(problem: TrainingProblem, from: Selection): Selection {
  let best = from;
  for (let round = 0; round < mostRoundsOfSwaps; round += 1) {
    const before = best;
    before.chosen.forEach((isIn, index) => {
      if (isIn !== 1) return;
      const blocked = new Uint8Array(before.chosen.length);
      blocked[index] = 1;
      const rest = without(problem, before.chosen, index);
      best = better(best, trimmed(problem, fillGreedily(problem, takenOf(problem, rest), blocked)));
    });
    if (best === before) break;
  }
  return best;
}

function fillGreedily(problem: TrainingProblem, begun: Taken, blocked: CandidateSet): CandidateSet {
  let taken = begun;
  for (;;) {
    let best: { taken: Taken; gain: number; spend: number } | null = null;
    for (let index = 0; index < problem.candidates.length; index += 1) {
      if (taken.set[index] === 1) continue;
      // Its own gain decides whether it is worth a chain at all.
      if (gainAt(problem, taken.levels, problem.candidates[index] as Candidate) === 0) continue;
      const next = withChain(problem, taken, index, blocked, []);
      if (next === null) continue;
      const gain = gainBetween(problem, taken.levels, next.levels);
      const spend = spending(problem, next.minutes - taken.minutes, next.costCents - taken.costCents);
      if (
        best === null ||
        gain * best.spend > best.gain * spend ||
        (spend === 0 && best.spend === 0 && gain > best.gain)
      ) {
        best = { taken: next, gain, spend };
      }
    }
    if (best === null) return taken.set;
    taken = best.taken;
  }
}

/**
 * What was taken, one programme and what it needs first; of several ways to a level the one of fewest minutes. `null`
 * when it cannot be entered, or not within the budget.
 */
function withChain(
  problem: TrainingProblem,
  taken: Taken,
  index: number,
  blocked: CandidateSet,
  path: readonly number[],
): Taken | null {
  if (taken.set[index] === 1) return taken;
  if (blocked[index] === 1 || path.includes(index)) return null;
  const candidate = problem.candidates[index] as Candidate;
  const onwards = [...path, index];
  let now: Taken = taken;
  for (const required of candidate.requiresCandidates) {
    const next = withChain(problem, now, required, blocked, onwards);
    if (next === null) return null;
    now = next;
  }
  for (const { followed, level } of candidate.requiresLevels) {
    if ((now.levels[followed] as number) >= level) continue;
    let cheapest: Taken | null = null;
    for (const raiser of problem.raisers[followed] ?? []) {
      if (raiser.level < level) continue;
      // The shortest come first: from here on none can be cheaper.
      if (cheapest !== null && now.minutes + minutesOf(problem, raiser.candidate) > cheapest.minutes) break;
      const next = withChain(problem, now, raiser.candidate, blocked, onwards);
      if (next !== null && (cheapest === null || isCheaper(next, cheapest))) cheapest = next;
    }
    if (cheapest === null) return null;
    now = cheapest;
  }
  const minutes = now.minutes + candidate.minutes;
  const costCents = now.costCents + (candidate.costCents ?? 0);
  if (!isWithin(problem, minutes, costCents)) return null;
  const set = now.set.slice();
  set[index] = 1;
  const levels = now.levels.slice();
  raise(levels, candidate);
  return { set, levels, minutes, costCents };
}

/** Drops what adds nothing and opens nothing, the longest first. */
function trimmed(problem: TrainingProblem, chosen: CandidateSet): Selection {
  let selection = selectionOf(problem, chosen);
  const longestFirst = [...chosen.keys()]
    .filter((index) => chosen[index] === 1)
    .sort((a, b) => minutesOf(problem, b) - minutesOf(problem, a) || b - a);
  for (const index of longestFirst) {
    if (selection.chosen[index] !== 1) continue;
    const less = selectionOf(problem, without(problem, selection.chosen, index));
    if (less.gained === selection.gained) selection = less;
  }
  return selection;
}

function without(problem: TrainingProblem, chosen: CandidateSet, index: number): CandidateSet {
  const rest = chosen.slice();
  rest[index] = 0;
  return enterable(problem, rest);
}

function nothing(problem: TrainingProblem): Taken {
  return {
    set: new Uint8Array(problem.candidates.length),
    levels: startingLevels(problem),
    minutes: 0,
    costCents: 0,
  };
}

function takenOf(problem: TrainingProblem, chosen: CandidateSet): Taken {
  const levels = startingLevels(problem);
  problem.candidates.forEach((candidate, index) => {
    if (chosen[index] === 1) raise(levels, candidate);
  });
  const { minutes, costCents } = selectionOf(problem, chosen);
  return { set: chosen, levels, minutes, costCents };
}

function better(a: Selection, b: Selection): Selection {
  return compareSelections(b, a) < 0 ? b : a;
}

function isCheaper(a: Taken, b: Taken): boolean {
  return a.minutes - b.minutes < 0 || (a.minutes === b.minutes && a.costCents < b.costCents);
}

function minutesOf(problem: TrainingProblem, index: number): number {
  return (problem.candidates[index] as Candidate).minutes;
}

function gainBetween({ ksas }: TrainingProblem, before: Uint8Array, after: Uint8Array): number {
  return ksas.reduce((sum, { required, worth }, index) => {
    const lifted = Math.min(required, after[index] as number) - Math.min(required, before[index] as number);
    return sum + lifted * worth;
  }, 0);
}

/** What is spent as a part of each limited budget, added up; plain minutes when nothing is limited. */
function spending({ budget }: TrainingProblem, minutes: number, costCents: number): number {
  if (budget.minutes === null && budget.costCents === null) return minutes;
  return partOf(minutes, budget.minutes) + partOf(costCents, budget.costCents);
}

function partOf(spent: number, limit: number | null): number {
  return limit === null || limit === 0 ? 0 : spent / limit;
}
