import { emptyAssignment, seat, type Assignment } from './assignment.ts';
import type { FoundPrices } from './find-prices.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { takenSessions } from './taken-sessions.ts';
import type { WorkerChooser } from './worker-choice.ts';
import { largestWorker, offerMaker } from './worker-offer.ts';

/** A set of sessions that one worker can take. */
interface Bundle {
  readonly sessions: Int32Array;
  readonly gained: number;
  readonly cents: number;
  /** How much less it is worth at the prices than the worker's best. */
  readonly loss: number;
}

export interface ExactPlan {
  readonly assignment: Assignment;
  /** No plan gains more points. The assignment's own when the search came to its end. */
  readonly bound: number;
}

const mostBundles = 20_000;
const choiceNodes = 20_000;
const nodesAStep = 2_000;

/**
 * Searches all plans that can gain more than `known`, depth first, worker by worker. The bound says how much is to be
 * won at most; a bundle that loses more than that at the prices is in no better plan, so few are left to be tried.
 * `null` when they are too many. Yields now and then; after `mostNodes` what was not looked at counts by its bound.
 */
export function* exactPlan(
  problem: PlanningProblem,
  chooser: WorkerChooser,
  { prices, bound }: FoundPrices,
  known: Assignment,
  mostNodes: number,
): Generator<undefined, ExactPlan | null> {
  const room = bound - known.gained;
  const bundles: Bundle[][] = [];
  let count = 0;
  const list = bundleLister(problem);
  for (let worker = 0; worker < problem.workers.length; worker += 1) {
    const market = { prices: prices.ofSession, open: null, cents: problem.budgetCents };
    const { bound: most, value } = chooser.choose(worker, market, choiceNodes);
    if (most > value) return null;
    const those = list(worker, prices.ofSession, most, room, mostBundles - count);
    if (those === null) return null;
    count += those.length;
    bundles.push(those);
    yield;
  }
  return yield* search(problem, bundles, bound, known, mostNodes);
}

function* search(
  problem: PlanningProblem,
  bundles: readonly Bundle[][],
  bound: number,
  known: Assignment,
  mostNodes: number,
): Generator<undefined, ExactPlan> {
  // Who has the fewest ways first; ties by worker.
  const order = bundles
    .map((_, worker) => worker)
    .sort((a, b) => (bundles[a]?.length ?? 0) - (bundles[b]?.length ?? 0));
  const seatsLeft = problem.seats.slice();
  const chosen: Bundle[] = [];
  let best = known;
  let unseen = 0;
  let nodes = 0;

  const isPossible = ({ sessions, cents }: Bundle, centsLeft: number): boolean =>
    cents <= centsLeft && sessions.every((session) => (seatsLeft[session] as number) > 0);
  const sit = ({ sessions }: Bundle, by: number): void => {
    for (const session of sessions) seatsLeft[session] = (seatsLeft[session] as number) - by;
  };

  function* visit(
    depth: number,
    most: number,
    gained: number,
    centsLeft: number,
  ): Generator<undefined, void> {
    if (depth === order.length) {
      if (gained > best.gained) best = assignmentOf(problem, order, chosen);
      return;
    }
    for (const bundle of bundles[order[depth] as number] as Bundle[]) {
      if (most - bundle.loss <= best.gained) return;
      if (nodes >= mostNodes) {
        unseen = Math.max(unseen, most - bundle.loss);
        return;
      }
      if (!isPossible(bundle, centsLeft)) continue;
      nodes += 1;
      if (nodes % nodesAStep === 0) yield;
      sit(bundle, 1);
      chosen[depth] = bundle;
      yield* visit(depth + 1, most - bundle.loss, gained + bundle.gained, centsLeft - bundle.cents);
      sit(bundle, -1);
    }
  }

  yield* visit(0, bound, 0, problem.budgetCents);
  return { assignment: best, bound: Math.max(best.gained, unseen) };
}

function assignmentOf(
  problem: PlanningProblem,
  order: readonly number[],
  chosen: readonly Bundle[],
): Assignment {
  const assignment = emptyAssignment(problem);
  order.forEach((worker, depth) => {
    const { sessions, gained, cents } = chosen[depth] as Bundle;
    seat(assignment, worker, sessions, gained, cents);
  });
  return assignment;
}

/**
 * All that a worker can take and that loses at most `room` against the best, the least loss first; `null` when they
 * are more than `mostOf`.
 */
function bundleLister(
  problem: PlanningProblem,
): (worker: number, prices: Float64Array, best: number, room: number, mostOf: number) => Bundle[] | null {
  const offers = offerMaker(problem);
  const { offer } = offers;
  const taken = takenSessions(problem, offer);
  const free = {
    prices: new Float64Array(problem.sessionIds.length),
    open: null,
    cents: problem.budgetCents,
  };
  const added = new Float64Array(largestWorker(problem).entries);

  return (worker, prices, best, room, mostOf) => {
    // At no price at all, so that whatever could be taken is offered.
    offers.make(worker, free);
    const bundles: Bundle[] = [];
    const priceOf = (place: number): number => prices[offer.session[place] as number] as number;

    function visit(from: number, paid: number): void {
      const loss = best - (taken.gained - paid);
      if (loss <= room) {
        const sessions = taken.sessions.slice(0, taken.count).sort();
        bundles.push({ sessions, gained: taken.gained, cents: taken.cents, loss });
      }
      if (bundles.length > mostOf || loss - mostToWin(from) > room) return;
      for (let place = from; place < offer.places; place += 1) {
        const local = offer.local[place] as number;
        if (taken.isTaken[local] === 1 || !taken.isAffordable(local, problem.budgetCents)) continue;
        if (!taken.isEnterable(local, offer.session[place] as number)) continue;
        taken.take(place);
        visit(offer.next[place] as number, paid + priceOf(place));
        taken.takeBack();
      }
    }

    /** Each programme adds at most what it adds now. */
    function mostToWin(from: number): number {
      added.fill(0, 0, offer.entries);
      for (let place = from; place < offer.places; place += 1) {
        const local = offer.local[place] as number;
        if (taken.isTaken[local] === 1) continue;
        added[local] = Math.max(added[local] as number, taken.addedBy(local) - priceOf(place));
      }
      return added.subarray(0, offer.entries).reduce((sum, points) => sum + points, 0);
    }

    visit(0, 0);
    return bundles.length > mostOf ? null : bundles.sort((a, b) => a.loss - b.loss);
  };
}
