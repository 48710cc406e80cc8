import type { PlanningProblem } from './planning-problem.ts';
import type { WorkerChoice } from './worker-choice.ts';
import { largestWorker } from './worker-offer.ts';

/**
 * What a worker who has chosen at given prices would have paid for a seat: for one taken, what it adds to the others,
 * but no more than another session of its programme asks; for one not taken, what it would add, but no more than it
 * asks, or it would have been taken. What only opens the way is worth what it opens. An estimate: prices that follow
 * from it are checked by the bound that they give.
 */
export function workerBidder(
  problem: PlanningProblem,
): (
  worker: number,
  choice: WorkerChoice,
  prices: Float64Array,
  bid: (session: number, points: number) => void,
) => void {
  const { entryStart, entryProgramme, effectStart, effectElement, effectPoints } = problem;
  const { clauseStart, clauseEntries, sessionsOfProgramme, sessionProgramme, firstDay, lastDay } = problem;
  const most = largestWorker(problem);
  // By element: the highest that is reached, by whom, and the next to it.
  const reached = new Float64Array(most.elements);
  const second = new Float64Array(most.elements);
  const owner = new Int32Array(most.elements);
  // By local.
  const takenIn = new Int32Array(most.entries);
  const adds = new Float64Array(most.entries);
  const opens = new Float64Array(most.entries);
  const needs = new Float64Array(most.entries);
  const least = new Float64Array(most.entries);
  const programmeTakenIn = new Int32Array(problem.programmes.length).fill(-1);
  let first = 0;
  let entries = 0;

  function readChoice(choice: WorkerChoice, prices: Float64Array): void {
    for (let at = 0; at < choice.count; at += 1) {
      const session = choice.sessions[at] as number;
      programmeTakenIn[sessionProgramme[session] as number] = session;
    }
    reached.fill(0);
    second.fill(0);
    for (let local = 0; local < entries; local += 1) {
      const programme = entryProgramme[first + local] as number;
      takenIn[local] = programmeTakenIn[programme] as number;
      opens[local] = 0;
      needs[local] = 0;
      least[local] = leastPrice(programme, prices);
      if (takenIn[local] === -1) continue;
      for (
        let at = effectStart[first + local] as number;
        at < (effectStart[first + local + 1] as number);
        at += 1
      ) {
        const element = effectElement[at] as number;
        const points = effectPoints[at] as number;
        if (points > (reached[element] as number)) {
          second[element] = reached[element] as number;
          reached[element] = points;
          owner[element] = local;
        } else if (points > (second[element] as number)) second[element] = points;
      }
    }
    for (let at = 0; at < choice.count; at += 1) {
      programmeTakenIn[sessionProgramme[choice.sessions[at] as number] as number] = -1;
    }
  }

  function leastPrice(programme: number, prices: Float64Array): number {
    let price = Infinity;
    const end = sessionsOfProgramme.start[programme + 1] as number;
    for (let at = sessionsOfProgramme.start[programme] as number; at < end; at += 1) {
      price = Math.min(price, prices[sessionsOfProgramme.items[at] as number] as number);
    }
    return price;
  }

  /** What an entry adds to the others that are taken. */
  function addedBy(local: number): number {
    let sum = 0;
    for (
      let at = effectStart[first + local] as number;
      at < (effectStart[first + local + 1] as number);
      at += 1
    ) {
      const element = effectElement[at] as number;
      if (takenIn[local] === -1)
        sum += Math.max(0, (effectPoints[at] as number) - (reached[element] as number));
      else if (owner[element] === local) sum += (reached[element] as number) - (second[element] as number);
    }
    return sum;
  }

  /** Passes on what a programme is worth to what must come first, and charges it what that costs. */
  function passOn(local: number, prices: Float64Array): void {
    const entry = first + local;
    for (
      let clause = clauseStart[entry] as number;
      clause < (clauseStart[entry + 1] as number);
      clause += 1
    ) {
      const start = clauseEntries.start[clause] as number;
      const end = clauseEntries.start[clause + 1] as number;
      let only = -1;
      let fulfilling = 0;
      for (let at = start; at < end; at += 1) {
        const other = (clauseEntries.items[at] as number) - first;
        if (takenIn[other] === -1) continue;
        fulfilling += 1;
        only = other;
      }
      if (takenIn[local] !== -1) {
        const net = (adds[local] as number) - (prices[takenIn[local] as number] as number);
        if (fulfilling === 1) opens[only] = (opens[only] as number) + Math.max(0, net);
      } else if (fulfilling === 0) {
        const net = (adds[local] as number) - (least[local] as number);
        let cheapest = Infinity;
        for (let at = start; at < end; at += 1) {
          const other = (clauseEntries.items[at] as number) - first;
          opens[other] = Math.max(opens[other] as number, net);
          cheapest = Math.min(cheapest, Math.max(0, (least[other] as number) - (adds[other] as number)));
        }
        needs[local] = (needs[local] as number) + cheapest;
      }
    }
  }

  function isFree(session: number, choice: WorkerChoice, but: number): boolean {
    for (let at = 0; at < choice.count; at += 1) {
      const other = choice.sessions[at] as number;
      if (
        other !== but &&
        (firstDay[other] as number) <= (lastDay[session] as number) &&
        (lastDay[other] as number) >= (firstDay[session] as number)
      )
        return false;
    }
    return true;
  }

  return (worker, choice, prices, bid) => {
    first = entryStart[worker] as number;
    entries = (entryStart[worker + 1] as number) - first;
    readChoice(choice, prices);
    for (let local = 0; local < entries; local += 1) adds[local] = addedBy(local);
    for (let local = 0; local < entries; local += 1) passOn(local, prices);
    for (let local = 0; local < entries; local += 1) {
      const worth = (adds[local] as number) + (opens[local] as number) - (needs[local] as number);
      if (worth <= 0) continue;
      const own = takenIn[local] as number;
      const programme = entryProgramme[first + local] as number;
      const asked = own === -1 ? Infinity : (prices[own] as number);
      let other = Infinity;
      const end = sessionsOfProgramme.start[programme + 1] as number;
      for (let at = sessionsOfProgramme.start[programme] as number; at < end; at += 1) {
        const session = sessionsOfProgramme.items[at] as number;
        if (session === own || !isFree(session, choice, own)) continue;
        other = Math.min(other, prices[session] as number);
        bid(session, Math.min(worth, asked, prices[session] as number));
      }
      if (own !== -1) bid(own, Math.max(asked, Math.min(worth, other)));
    }
  };
}
