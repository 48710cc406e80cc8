import type { PlanningProblem } from './planning-problem.ts';
import { largestWorker, type WorkerOffer } from './worker-offer.ts';

/** What is taken from an offer so far, and what it comes to; taken back in the opposite order. */
export interface TakenSessions {
  count: number;
  /** In the order of taking. */
  readonly sessions: Int32Array;
  gained: number;
  /** Gained less the prices. */
  value: number;
  minutes: number;
  cents: number;
  /** By local. */
  readonly isTaken: Uint8Array;
  /** Points reached, by element. */
  readonly reached: Float64Array;
  /** What an entry would add now. */
  addedBy(local: number): number;
  take(place: number): void;
  takeBack(): void;
  /** An entry is taken, and has ended before a session begins. */
  hasEnded(local: number, session: number): boolean;
  /** What must come first has ended before a session begins. */
  isEnterable(local: number, session: number): boolean;
  /** Minutes and cents suffice for one more. */
  isAffordable(local: number, cents: number): boolean;
}

export function takenSessions(problem: PlanningProblem, offer: WorkerOffer): TakenSessions {
  const { entryProgramme, effectStart, effectElement, effectPoints, clauseStart, clauseEntries } = problem;
  const { firstDay, lastDay, programmeMinutes, programmeCents, minutesPerWorker } = problem;
  const most = largestWorker(problem);
  const { session, local: localOf, price } = offer;
  const sessions = new Int32Array(most.entries);
  const locals = new Int32Array(most.entries);
  const prices = new Float64Array(most.entries);
  const gains = new Float64Array(most.entries);
  const isTaken = new Uint8Array(most.entries);
  const sessionOf = new Int32Array(most.entries);
  const reached = new Float64Array(most.elements);
  // By depth and effect: what was reached before.
  const before = new Float64Array(most.entries * most.elements);

  const taken: TakenSessions = {
    count: 0,
    sessions,
    gained: 0,
    value: 0,
    minutes: 0,
    cents: 0,
    isTaken,
    reached,
    addedBy(local) {
      let added = 0;
      const to = effectStart[offer.first + local + 1] as number;
      for (let at = effectStart[offer.first + local] as number; at < to; at += 1) {
        const more = (effectPoints[at] as number) - (reached[effectElement[at] as number] as number);
        if (more > 0) added += more;
      }
      return added;
    },
    take(place) {
      const local = localOf[place] as number;
      const depth = taken.count;
      let added = 0;
      const from = effectStart[offer.first + local] as number;
      const to = effectStart[offer.first + local + 1] as number;
      for (let at = from; at < to; at += 1) {
        const element = effectElement[at] as number;
        const now = reached[element] as number;
        before[depth * most.elements + at - from] = now;
        const more = (effectPoints[at] as number) - now;
        if (more <= 0) continue;
        added += more;
        reached[element] = effectPoints[at] as number;
      }
      const programme = entryProgramme[offer.first + local] as number;
      sessions[depth] = session[place] as number;
      locals[depth] = local;
      prices[depth] = price[place] as number;
      gains[depth] = added;
      isTaken[local] = 1;
      sessionOf[local] = session[place] as number;
      taken.count += 1;
      taken.gained += added;
      taken.value += added - (price[place] as number);
      taken.minutes += programmeMinutes[programme] as number;
      taken.cents += programmeCents[programme] as number;
    },
    takeBack() {
      taken.count -= 1;
      const depth = taken.count;
      const local = locals[depth] as number;
      const from = effectStart[offer.first + local] as number;
      const to = effectStart[offer.first + local + 1] as number;
      for (let at = from; at < to; at += 1) {
        reached[effectElement[at] as number] = before[depth * most.elements + at - from] as number;
      }
      const programme = entryProgramme[offer.first + local] as number;
      isTaken[local] = 0;
      taken.gained -= gains[depth] as number;
      taken.value -= (gains[depth] as number) - (prices[depth] as number);
      taken.minutes -= programmeMinutes[programme] as number;
      taken.cents -= programmeCents[programme] as number;
    },
    hasEnded: (local, held) =>
      isTaken[local] === 1 && (lastDay[sessionOf[local] as number] as number) < (firstDay[held] as number),
    isEnterable(local, held) {
      const to = clauseStart[offer.first + local + 1] as number;
      for (let clause = clauseStart[offer.first + local] as number; clause < to; clause += 1) {
        const end = clauseEntries.start[clause + 1] as number;
        let fulfilled = false;
        for (let at = clauseEntries.start[clause] as number; at < end && !fulfilled; at += 1) {
          fulfilled = taken.hasEnded((clauseEntries.items[at] as number) - offer.first, held);
        }
        if (!fulfilled) return false;
      }
      return true;
    },
    isAffordable(local, cents) {
      const programme = entryProgramme[offer.first + local] as number;
      return (
        taken.minutes + (programmeMinutes[programme] as number) <= minutesPerWorker &&
        taken.cents + (programmeCents[programme] as number) <= cents
      );
    },
  };
  return taken;
}
