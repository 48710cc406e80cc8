import { bidBook } from './bid-book.ts';
import { demandAt, pricesOf, type Demand, type Prices } from './demand.ts';
import type { PlanningProblem } from './planning-problem.ts';
import type { SeatedPlan } from './seat-by-seat.ts';
import { workerBidder } from './worker-bids.ts';
import type { WorkerChooser } from './worker-choice.ts';

/** The prices with the least bound of those that were tried. */
export interface FoundPrices {
  readonly prices: Prices;
  readonly bound: number;
}

export const bidSteps = 6;
export const demandSteps = 20;

const nodesAWorker = 20;
const sessionsAStep = 8;

/**
 * Looks for prices at which what the workers want is what there is: the bound is the lower, the nearer they are. First
 * by bids: a seat's price moves half the way to what the last who would get one bids. Then along the average of what
 * was wanted too much (volume algorithm, Barahona and Anbil 2000), by steps that shorten when they no longer help.
 */
export function* findPrices(
  problem: PlanningProblem,
  chooser: WorkerChooser,
  { assignment, lastSeat, perCent }: SeatedPlan,
): Generator<undefined, FoundPrices> {
  const start = lastSeat.map((points, session) => {
    const cents = problem.programmeCents[problem.sessionProgramme[session] as number] as number;
    return Math.max(0, Math.floor(points - perCent * cents));
  });
  const byBids = yield* followBids(problem, chooser, pricesOf(problem, perCent, start), assignment.gained);
  if (byBids.bound <= assignment.gained) return byBids;
  return yield* followDemand(problem, chooser, byBids, assignment.gained);
}

function* followBids(
  problem: PlanningProblem,
  chooser: WorkerChooser,
  from: Prices,
  gained: number,
): Generator<undefined, FoundPrices> {
  const { seats, programmeCents, sessionProgramme, budgetCents } = problem;
  const bidder = workerBidder(problem);
  let best: FoundPrices = { prices: from, bound: Infinity };
  let prices = from;
  let move = 0.1;
  let tooDear = 0;
  for (let step = 0; step < bidSteps; step += 1) {
    const book = bidBook(seats.length);
    const { ofSession, perSeat, perCent } = prices;
    const demand: Demand = yield* demandAt(problem, chooser, prices, nodesAWorker, (worker, choice) =>
      bidder(worker, choice, ofSession, (session, points) => book.bid(session, points)),
    );
    if (demand.bound < best.bound) best = { prices, bound: demand.bound };
    if (best.bound <= gained) return best;

    const next = perSeat.slice();
    for (let session = 0; session < next.length; session += 1) {
      const money = perCent * (programmeCents[sessionProgramme[session] as number] as number);
      const towards = Math.max(0, book.clearing(session, seats[session] as number) - money);
      next[session] = Math.floor(((perSeat[session] as number) + towards) / 2);
      if (session % sessionsAStep === 0) yield;
    }
    const direction = Math.sign(demand.cents - budgetCents);
    if (direction * tooDear < 0) move *= 0.6;
    tooDear = direction;
    prices = pricesOf(problem, perCent * (1 + direction * move), next);
  }
  return best;
}

function* followDemand(
  problem: PlanningProblem,
  chooser: WorkerChooser,
  from: FoundPrices,
  gained: number,
): Generator<undefined, FoundPrices> {
  const { seats, programmeCents, budgetCents, entryGain } = problem;
  const hasBudget = budgetCents !== Infinity;
  const mostPoints = entryGain.reduce((most, points) => Math.max(most, points), 0);
  // The budget is one condition beside those of all sessions: measured in places, and counted as much as they are.
  const costs = programmeCents.reduce((sum, cents) => sum + cents, 0) / programmeCents.length;
  const unit = Math.max(1, costs) * Math.sqrt(seats.length);
  const wanted = new Float64Array(seats.length);
  let wantedMoney = 0;
  let best = from;
  let prices = from.prices;
  let share = 1;
  let stride = 0.3;
  let inVain = 0;
  for (let step = 0; step < demandSteps; step += 1) {
    const demand: Demand = yield* demandAt(problem, chooser, prices, nodesAWorker);
    demand.seats.forEach((count, session) => {
      const tooMuch = count - (seats[session] as number);
      wanted[session] = share * tooMuch + (1 - share) * (wanted[session] as number);
    });
    wantedMoney = hasBudget ? (share * (demand.cents - budgetCents)) / unit + (1 - share) * wantedMoney : 0;
    share = 0.3;
    if (demand.bound < best.bound) {
      best = { prices, bound: demand.bound };
      stride = Math.min(1.5, stride * 1.1);
      inVain = 0;
    } else if ((inVain += 1) % 2 === 0) stride *= 0.7;
    if (best.bound <= gained) return best;

    const { perSeat, perCent } = best.prices;
    let length = wantedMoney ** 2;
    wanted.forEach((tooMuch, session) => {
      if (tooMuch > 0 || (perSeat[session] as number) > 0) length += tooMuch ** 2;
    });
    if (length === 0) return best;
    const by = (stride * (best.bound - gained)) / length;
    const next = perSeat.map((points, session) =>
      Math.min(mostPoints, Math.max(0, Math.floor(points + by * (wanted[session] as number)))),
    );
    prices = pricesOf(problem, Math.max(0, perCent + (by * wantedMoney) / unit), next);
  }
  return best;
}
