import type { PlanningProblem } from './planning-problem.ts';
import type { WorkerChoice, WorkerChooser } from './worker-choice.ts';

/** What the organisation asks for its seats and its money, in points; whole numbers from 0. */
export interface Prices {
  /** Points a cent; 0 when the budget is no limit. */
  readonly perCent: number;
  /** By session: points a seat. */
  readonly perSeat: Float64Array;
  /** By session: a seat and the money for it. */
  readonly ofSession: Float64Array;
}

/** What the workers would take at given prices, each by themselves. */
export interface Demand {
  /** Certificate: no plan gains more points. */
  readonly bound: number;
  /** By session. */
  readonly seats: Float64Array;
  readonly cents: number;
}

// Far above what all scores together have, and small enough for exact sums.
const mostPrice = 2 ** 51;

export function pricesOf(
  { sessionProgramme, programmeCents }: PlanningProblem,
  perCent: number,
  perSeat: Float64Array,
): Prices {
  const ofSession = perSeat.map((points, session) => {
    const cents = programmeCents[sessionProgramme[session] as number] as number;
    return points + Math.max(0, Math.min(mostPrice, Math.floor(perCent * cents)) - 1);
  });
  return { perCent, perSeat, ofSession };
}

const workersAStep = 16;

/**
 * What is wanted at these prices, and the bound that follows (Lagrangian duality): whoever plans pays for the seats
 * taken and the money spent at most what all seats and the whole budget are worth at these prices, and each worker
 * gains beyond what they pay at most what their best choice is worth. Whole numbers; where the price of a cent has a
 * fraction, sessions are rounded down by more than the rounding may err, and the budget up. Yields after each few
 * workers; `look` sees each choice.
 */
export function* demandAt(
  problem: PlanningProblem,
  chooser: WorkerChooser,
  prices: Prices,
  mostNodes: number,
  look?: (worker: number, choice: WorkerChoice) => void,
): Generator<undefined, Demand> {
  const { workers, seats: held, budgetCents } = problem;
  const market = { prices: prices.ofSession, open: null, cents: budgetCents };
  const seats = new Float64Array(held.length);
  let bound = prices.perCent > 0 ? Math.ceil(prices.perCent * budgetCents) + 1 : 0;
  let cents = 0;
  held.forEach((count, session) => (bound += count * (prices.perSeat[session] as number)));
  for (let worker = 0; worker < workers.length; worker += 1) {
    const choice = chooser.choose(worker, market, mostNodes);
    bound += choice.bound;
    cents += choice.cents;
    for (let at = 0; at < choice.count; at += 1) {
      const session = choice.sessions[at] as number;
      seats[session] = (seats[session] as number) + 1;
    }
    look?.(worker, choice);
    if (worker % workersAStep === workersAStep - 1) yield;
  }
  return { bound, seats, cents };
}
