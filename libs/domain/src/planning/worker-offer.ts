import type { PlanningProblem } from './planning-problem.ts';

/** What a worker chooses under. */
export interface Market {
  /** By session, in points; whole numbers from 0. */
  readonly prices: Float64Array;
  /** By session: 0 when it is full. `null`: all may be chosen. */
  readonly open: Uint8Array | null;
  /** Cents that the choice may cost. */
  readonly cents: number;
}

/**
 * What is worth looking at for one worker at given prices: the entries that gain more than their cheapest session, and
 * those that open the way to one ("active"), and their sessions ("places") in the order of their days. Entries are
 * numbered from 0 for each worker: "locals". Made anew for each worker into the same arrays.
 */
export interface WorkerOffer {
  /** The first of the worker's entries in the problem. */
  first: number;
  entries: number;
  readonly active: Uint8Array;
  /** 1: another active entry asks for it first. */
  readonly opens: Uint8Array;
  /** By local, of active ones: the least price of a session. */
  readonly cheapest: Float64Array;
  places: number;
  readonly session: Int32Array;
  readonly local: Int32Array;
  readonly price: Float64Array;
  /** The first place that begins after this one has ended. */
  readonly next: Int32Array;
}

/** The sizes that arrays need that are used for one worker after another. */
export interface LargestWorker {
  readonly entries: number;
  readonly elements: number;
}

export function largestWorker({ entryStart, effectElement }: PlanningProblem): LargestWorker {
  let entries = 0;
  for (let worker = 1; worker < entryStart.length; worker += 1) {
    entries = Math.max(entries, (entryStart[worker] as number) - (entryStart[worker - 1] as number));
  }
  return { entries, elements: effectElement.reduce((most, element) => Math.max(most, element + 1), 0) };
}

export function offerMaker(problem: PlanningProblem): {
  readonly offer: WorkerOffer;
  make(worker: number, market: Market): void;
} {
  const { entryStart, entryProgramme, entryGain, clauseStart, clauseEntries, sessionsOfProgramme } = problem;
  const { firstDay, lastDay } = problem;
  const { entries: mostEntries } = largestWorker(problem);
  const mostPlaces = problem.sessionIds.length;
  const offer: WorkerOffer = {
    first: 0,
    entries: 0,
    active: new Uint8Array(mostEntries),
    opens: new Uint8Array(mostEntries),
    cheapest: new Float64Array(mostEntries),
    places: 0,
    session: new Int32Array(mostPlaces),
    local: new Int32Array(mostPlaces),
    price: new Float64Array(mostPlaces),
    next: new Int32Array(mostPlaces),
  };
  // By local: the earliest end of a session that can be reached.
  const ends = new Float64Array(mostEntries);
  const { active, opens, cheapest, session, local, price, next } = offer;

  function leastPrice(programme: number, { prices, open }: Market): number {
    let least = Infinity;
    const to = sessionsOfProgramme.start[programme + 1] as number;
    for (let at = sessionsOfProgramme.start[programme] as number; at < to; at += 1) {
      const held = sessionsOfProgramme.items[at] as number;
      if ((open === null || open[held] === 1) && (prices[held] as number) < least)
        least = prices[held] as number;
    }
    return least;
  }

  function activate(entry: number): void {
    if (active[entry - offer.first] === 1) return;
    active[entry - offer.first] = 1;
    const to = clauseStart[entry + 1] as number;
    for (let clause = clauseStart[entry] as number; clause < to; clause += 1) {
      const end = clauseEntries.start[clause + 1] as number;
      for (let at = clauseEntries.start[clause] as number; at < end; at += 1) {
        const other = clauseEntries.items[at] as number;
        opens[other - offer.first] = 1;
        activate(other);
      }
    }
  }

  /** Sessions are numbered in the order of their days. */
  function place(held: number, at: number): void {
    let place = offer.places;
    while (place > 0 && (session[place - 1] as number) > held) {
      session[place] = session[place - 1] as number;
      local[place] = local[place - 1] as number;
      place -= 1;
    }
    session[place] = held;
    local[place] = at;
    offer.places += 1;
  }

  function placeSessions(at: number, { prices, open }: Market): void {
    const programme = entryProgramme[offer.first + at] as number;
    const gain = entryGain[offer.first + at] as number;
    const to = sessionsOfProgramme.start[programme + 1] as number;
    for (let item = sessionsOfProgramme.start[programme] as number; item < to; item += 1) {
      const held = sessionsOfProgramme.items[item] as number;
      if (open !== null && open[held] === 0) continue;
      if ((prices[held] as number) < gain || opens[at] === 1) place(held, at);
    }
  }

  /** Drops what nothing that must come first can precede, and finds the cheapest of what is left. */
  function dropUnreachable({ prices }: Market): void {
    for (let at = 0; at < offer.entries; at += 1) {
      ends[at] = Infinity;
      cheapest[at] = Infinity;
    }
    let kept = 0;
    for (let at = 0; at < offer.places; at += 1) {
      const held = session[at] as number;
      const own = local[at] as number;
      if (!isReachable(offer.first + own, firstDay[held] as number)) continue;
      session[kept] = held;
      local[kept] = own;
      kept += 1;
      ends[own] = Math.min(ends[own] as number, lastDay[held] as number);
      cheapest[own] = Math.min(cheapest[own] as number, prices[held] as number);
    }
    offer.places = kept;
    for (let at = 0; at < offer.entries; at += 1) if (cheapest[at] === Infinity) active[at] = 0;
  }

  function isReachable(entry: number, begins: number): boolean {
    const to = clauseStart[entry + 1] as number;
    for (let clause = clauseStart[entry] as number; clause < to; clause += 1) {
      const end = clauseEntries.start[clause + 1] as number;
      let reachable = false;
      for (let at = clauseEntries.start[clause] as number; at < end && !reachable; at += 1) {
        reachable = (ends[(clauseEntries.items[at] as number) - offer.first] as number) < begins;
      }
      if (!reachable) return false;
    }
    return true;
  }

  return {
    offer,
    make(worker, market): void {
      offer.first = entryStart[worker] as number;
      offer.entries = (entryStart[worker + 1] as number) - offer.first;
      offer.places = 0;
      active.fill(0, 0, offer.entries);
      opens.fill(0, 0, offer.entries);
      for (let at = 0; at < offer.entries; at += 1) {
        cheapest[at] = leastPrice(entryProgramme[offer.first + at] as number, market);
      }
      for (let at = 0; at < offer.entries; at += 1) {
        if ((entryGain[offer.first + at] as number) > (cheapest[at] as number)) activate(offer.first + at);
      }
      for (let at = 0; at < offer.entries; at += 1) if (active[at] === 1) placeSessions(at, market);
      dropUnreachable(market);
      for (let at = 0; at < offer.places; at += 1) {
        const held = session[at] as number;
        price[at] = market.prices[held] as number;
        const end = lastDay[held] as number;
        let after = at + 1;
        while (after < offer.places && (firstDay[session[after] as number] as number) <= end) after += 1;
        next[at] = after;
      }
    },
  };
}
