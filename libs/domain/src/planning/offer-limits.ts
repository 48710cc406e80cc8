import type { PlanningProblem } from './planning-problem.ts';
import { largestWorker, type WorkerOffer } from './worker-offer.ts';

/**
 * More than the sum of its limits no choice from an offer is worth. Each KSA ("element") has a limit such that no
 * programme, at its cheapest, is worth its price beyond the limits; a programme that must be preceded by another may
 * borrow of the other's price, and the other is the dearer for it.
 */
export interface OfferLimits {
  /** By element. */
  readonly limit: Float64Array;
  /** By local: what others borrow of its price, less what it borrows. */
  readonly lent: Float64Array;
  sum: number;
}

/**
 * Lowers the limits in turn, from what one programme reaches to what the next one does, as far as the prices allow:
 * the dual ascent for facility location (Erlenkotter 1978), KSAs being the customers and sessions the facilities.
 *
 * That the sum is a bound: let u be the limits, c what session i gains of KSA k, p its price with what it borrows and
 * lends. A choice S gains Σk max c − Σ p ≤ Σk (uk + Σ(i in S) max(0, cik − uk)) − Σ p ≤ Σ uk, since by construction
 * Σk max(0, cik − uk) ≤ pi, and since of what a session in S borrows for a clause, one that fulfils it lends.
 */
export function offerLimiter(
  problem: PlanningProblem,
  offer: WorkerOffer,
): { readonly limits: OfferLimits; find(): void } {
  const { effectStart, effectElement, effectPoints, clauseStart, clauseEntries } = problem;
  const most = largestWorker(problem);
  const limit = new Float64Array(most.elements);
  const lent = new Float64Array(most.entries);
  const limits: OfferLimits = { limit, lent, sum: 0 };
  const slack = new Float64Array(most.entries);
  const raisers = new Int32Array(most.elements);
  // By element, the most points first.
  const raiser = new Int32Array(most.elements * most.entries);
  const points = new Float64Array(most.elements * most.entries);
  let elements = 0;

  function list(element: number, local: number, reached: number): void {
    const row = element * most.entries;
    let at = raisers[element] as number;
    while (at > 0 && (points[row + at - 1] as number) < reached) {
      points[row + at] = points[row + at - 1] as number;
      raiser[row + at] = raiser[row + at - 1] as number;
      at -= 1;
    }
    points[row + at] = reached;
    raiser[row + at] = local;
    raisers[element] = (raisers[element] as number) + 1;
  }

  function begin(): void {
    elements = 0;
    for (let local = 0; local < offer.entries; local += 1) {
      lent[local] = 0;
      slack[local] = offer.active[local] === 1 ? (offer.cheapest[local] as number) : Infinity;
      if (offer.active[local] === 0) continue;
      const to = effectStart[offer.first + local + 1] as number;
      for (let at = effectStart[offer.first + local] as number; at < to; at += 1) {
        const element = effectElement[at] as number;
        while (elements <= element) {
          raisers[elements] = 0;
          elements += 1;
        }
        list(element, local, effectPoints[at] as number);
      }
    }
    for (let element = 0; element < elements; element += 1) {
      limit[element] = raisers[element] === 0 ? 0 : (points[element * most.entries] as number);
    }
  }

  /** What of `wanted` a programme can spare of its own price, or by borrowing in its turn. */
  function spare(local: number, wanted: number, depth: number): number {
    const own = slack[local] as number;
    if (own < wanted && depth > 0) borrow(local, wanted - own, depth - 1);
    return Math.min(slack[local] as number, wanted);
  }

  /** All that may fulfil a clause lend, since any one of them may be the one that is taken. */
  function borrow(local: number, wanted: number, depth: number): void {
    const entry = offer.first + local;
    let missing = wanted;
    const to = clauseStart[entry + 1] as number;
    for (let clause = clauseStart[entry] as number; clause < to && missing > 0; clause += 1) {
      const start = clauseEntries.start[clause] as number;
      const end = clauseEntries.start[clause + 1] as number;
      let each = missing;
      for (let at = start; at < end && each > 0; at += 1)
        each = spare((clauseEntries.items[at] as number) - offer.first, each, depth);
      // What one has borrowed another may have lent.
      for (let at = start; at < end; at += 1)
        each = Math.min(each, slack[(clauseEntries.items[at] as number) - offer.first] as number);
      if (each <= 0) continue;
      for (let at = start; at < end; at += 1) {
        const lender = (clauseEntries.items[at] as number) - offer.first;
        slack[lender] = (slack[lender] as number) - each;
        lent[lender] = (lent[lender] as number) + each;
      }
      slack[local] = (slack[local] as number) + each;
      lent[local] = (lent[local] as number) - each;
      missing -= each;
    }
  }

  /** Lowers one limit as far as to the next programme's level; whether it moved. */
  function lower(element: number): boolean {
    const from = limit[element] as number;
    if (from === 0) return false;
    const row = element * most.entries;
    const many = raisers[element] as number;
    let reach = 0;
    while (reach < many && (points[row + reach] as number) >= from) reach += 1;
    let by = from - (reach < many ? (points[row + reach] as number) : 0);
    for (let at = 0; at < reach && by > 0; at += 1) by = spare(raiser[row + at] as number, by, longestChain);
    for (let at = 0; at < reach; at += 1) by = Math.min(by, slack[raiser[row + at] as number] as number);
    if (by <= 0) return false;
    limit[element] = from - by;
    for (let at = 0; at < reach; at += 1) {
      const local = raiser[row + at] as number;
      slack[local] = (slack[local] as number) - by;
    }
    return true;
  }

  return {
    limits,
    find(): void {
      begin();
      for (let moved = true; moved;) {
        moved = false;
        for (let element = 0; element < elements; element += 1) if (lower(element)) moved = true;
      }
      limits.sum = 0;
      for (let element = 0; element < elements; element += 1) limits.sum += limit[element] as number;
    },
  };
}

/** How long a chain of prerequisites is followed. */
const longestChain = 4;
