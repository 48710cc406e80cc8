import type { OfferLimits } from './offer-limits.ts';
import type { PlanningProblem } from './planning-problem.ts';
import type { TakenSessions } from './taken-sessions.ts';
import type { WorkerChoice } from './worker-choice.ts';
import type { WorkerOffer } from './worker-offer.ts';

/**
 * Looks for a choice worth more than `best`, depth first over the places in the order of their days: in that order
 * what is taken has ended before the next begins. Calls `keep` for each that is better, and gives the bound: what was
 * not looked at counts by its own.
 *
 * Cut off where the rest cannot be worth more: each programme adds at most what it adds now, once, at its cheapest
 * (gains are submodular), and all together no more than the limits that are not reached.
 */
export function choiceSearch(
  problem: PlanningProblem,
  offer: WorkerOffer,
  limits: OfferLimits,
  taken: TakenSessions,
): (best: WorkerChoice, cents: number, mostNodes: number, keep: () => void) => number {
  const { effectStart, effectElement } = problem;
  const { session, local: localOf, price, next, active, opens } = offer;
  const mostPlaces = session.length;
  const added = new Float64Array(active.length);
  const net = new Float64Array(active.length);
  const apart = new Float64Array(mostPlaces + 1);
  const rest: Float64Array[] = [];

  let nodes = 0;
  let unseen = 0;

  /** From each place on, the most that can be added to what is taken. */
  function boundRest(from: number, depth: number): Float64Array {
    const bounds = (rest[depth] ??= new Float64Array(mostPlaces + 1));
    for (let local = 0; local < offer.entries; local += 1) {
      if (active[local] === 0) continue;
      added[local] = taken.isTaken[local] === 1 ? 0 : taken.addedBy(local);
      net[local] = 0;
    }
    apart[offer.places] = 0;
    bounds[offer.places] = 0;
    let sum = 0;
    for (let place = offer.places - 1; place >= from; place -= 1) {
      const local = localOf[place] as number;
      const worth = Math.max(0, (added[local] as number) - (price[place] as number));
      if (worth > (net[local] as number)) {
        sum += worth - (net[local] as number);
        net[local] = worth;
      }
      apart[place] = Math.max(apart[place + 1] as number, worth + (apart[next[place] as number] as number));
      bounds[place] = Math.min(sum, apart[place] as number);
    }
    return bounds;
  }

  /** What is left of the limits beyond what is reached, and what the taken programmes have lent. */
  function leftOfLimits(local: number): number {
    let left = 0;
    const to = effectStart[offer.first + local + 1] as number;
    for (let at = effectStart[offer.first + local] as number; at < to; at += 1) {
      const element = effectElement[at] as number;
      left += Math.max(0, (limits.limit[element] as number) - (taken.reached[element] as number));
    }
    return left;
  }

  function visit(
    best: WorkerChoice,
    from: number,
    beyond: number,
    cents: number,
    mostNodes: number,
    keep: () => void,
  ): void {
    const bounds = boundRest(from, taken.count);
    for (let place = from; place < offer.places; place += 1) {
      const most = taken.value + Math.min(bounds[place] as number, beyond);
      if (most <= best.value) return;
      if (nodes >= mostNodes) {
        unseen = Math.max(unseen, most);
        return;
      }
      const local = localOf[place] as number;
      if (taken.isTaken[local] === 1) continue;
      // What adds too little now adds no more later.
      if (taken.addedBy(local) <= (price[place] as number) && opens[local] === 0) continue;
      if (!taken.isAffordable(local, cents) || !taken.isEnterable(local, session[place] as number)) continue;
      nodes += 1;
      const left = leftOfLimits(local);
      taken.take(place);
      const closed = left - leftOfLimits(local);
      if (taken.value > best.value) keep();
      const then = beyond - closed + (limits.lent[local] as number);
      if (taken.value + then > best.value) visit(best, next[place] as number, then, cents, mostNodes, keep);
      taken.takeBack();
    }
  }

  return (best, cents, mostNodes, keep) => {
    nodes = 0;
    unseen = 0;
    visit(best, 0, limits.sum, cents, mostNodes, keep);
    return Math.max(best.value, Math.min(unseen, limits.sum));
  };
}
