import type { PlanningProblem } from './planning-problem.ts';
import type { TakenSessions } from './taken-sessions.ts';
import type { WorkerOffer } from './worker-offer.ts';

/**
 * Takes from an offer what adds most at once, again and again, each with what must come first; ties by place. Leaves
 * it taken.
 */
export function greedyChooser(
  problem: PlanningProblem,
  offer: WorkerOffer,
  taken: TakenSessions,
): (cents: number) => void {
  const { clauseStart, clauseEntries, firstDay, lastDay } = problem;
  const { session, local: localOf, price, active } = offer;
  const added = new Float64Array(active.length);

  function isFree(held: number): boolean {
    for (let at = 0; at < taken.count; at += 1) {
      const other = taken.sessions[at] as number;
      if (
        (firstDay[other] as number) <= (lastDay[held] as number) &&
        (lastDay[other] as number) >= (firstDay[held] as number)
      )
        return false;
    }
    return true;
  }

  /** Takes a place with all that must come first; takes nothing and says so when that cannot be. */
  function takeWithRequired(place: number, cents: number, depth: number): boolean {
    const local = localOf[place] as number;
    const held = session[place] as number;
    const begin = taken.count;
    if (taken.isTaken[local] === 1 || !isFree(held) || !taken.isAffordable(local, cents)) return false;
    const to = clauseStart[offer.first + local + 1] as number;
    for (let clause = clauseStart[offer.first + local] as number; clause < to; clause += 1) {
      if (!isFulfilled(clause, held) && !(depth > 0 && fulfil(clause, held, cents, depth))) {
        while (taken.count > begin) taken.takeBack();
        return false;
      }
    }
    // What was taken first may have used the days or the budget up, or be the same programme on another day.
    if (taken.isTaken[local] === 1 || !isFree(held) || !taken.isAffordable(local, cents)) {
      while (taken.count > begin) taken.takeBack();
      return false;
    }
    taken.take(place);
    return true;
  }

  function isFulfilled(clause: number, held: number): boolean {
    const end = clauseEntries.start[clause + 1] as number;
    for (let at = clauseEntries.start[clause] as number; at < end; at += 1) {
      if (taken.hasEnded((clauseEntries.items[at] as number) - offer.first, held)) return true;
    }
    return false;
  }

  /** The place of a clause's entries that costs least beyond what it adds, ending before the session begins. */
  function fulfil(clause: number, held: number, cents: number, depth: number): boolean {
    const start = clauseEntries.start[clause] as number;
    const end = clauseEntries.start[clause + 1] as number;
    let best = -1;
    let bestNet = -Infinity;
    for (let place = 0; place < offer.places && (session[place] as number) < held; place += 1) {
      if ((lastDay[session[place] as number] as number) >= (firstDay[held] as number)) continue;
      const local = localOf[place] as number;
      let isOne = false;
      for (let at = start; at < end && !isOne; at += 1)
        isOne = clauseEntries.items[at] === offer.first + local;
      if (!isOne || taken.isTaken[local] === 1 || !isFree(session[place] as number)) continue;
      const net = taken.addedBy(local) - (price[place] as number);
      if (net <= bestNet) continue;
      bestNet = net;
      best = place;
    }
    return best >= 0 && takeWithRequired(best, cents, depth - 1);
  }

  return (cents) => {
    for (;;) {
      let best = -1;
      let bestValue = taken.value;
      for (let local = 0; local < offer.entries; local += 1) {
        if (active[local] === 1) added[local] = taken.isTaken[local] === 1 ? 0 : taken.addedBy(local);
      }
      const begin = taken.count;
      for (let place = 0; place < offer.places; place += 1) {
        const local = localOf[place] as number;
        if (taken.value + (added[local] as number) - (price[place] as number) <= bestValue) continue;
        if (!takeWithRequired(place, cents, longestChain)) continue;
        if (taken.value > bestValue) {
          bestValue = taken.value;
          best = place;
        }
        while (taken.count > begin) taken.takeBack();
      }
      if (best < 0) return;
      takeWithRequired(best, cents, longestChain);
    }
  };
}

/** How many programmes that must come first are looked for, one before the other. */
const longestChain = 4;
