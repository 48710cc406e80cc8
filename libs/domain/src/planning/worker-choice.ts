import { greedyChooser } from './greedy-choice.ts';
import { offerLimiter } from './offer-limits.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { choiceSearch } from './search-choice.ts';
import { takenSessions } from './taken-sessions.ts';
import { largestWorker, offerMaker, type Market } from './worker-offer.ts';

/** What one worker would take at given prices. */
export interface WorkerChoice {
  /** Sessions in the order of their days; the first `count` are meant. */
  readonly sessions: Int32Array;
  count: number;
  /** Points of readiness gained by them. */
  gained: number;
  cents: number;
  /** Gained less the prices. */
  value: number;
  /** No choice of this worker is worth more: equal to `value` when nothing better can exist. */
  bound: number;
}

/**
 * Chooses sessions for one worker after another, into one and the same answer: no two overlap, what is required comes
 * first, minutes and cents suffice. Greedily first; where the limits leave room for better, by a search of at most so
 * many nodes.
 */
export interface WorkerChooser {
  readonly choice: WorkerChoice;
  choose(worker: number, market: Market, mostNodes: number): WorkerChoice;
}

export function workerChooser(problem: PlanningProblem): WorkerChooser {
  const offers = offerMaker(problem);
  const { offer } = offers;
  const limiter = offerLimiter(problem, offer);
  const { limits } = limiter;
  const taken = takenSessions(problem, offer);
  const choice: WorkerChoice = {
    sessions: new Int32Array(largestWorker(problem).entries),
    count: 0,
    gained: 0,
    cents: 0,
    value: 0,
    bound: 0,
  };

  function keep(): void {
    choice.count = taken.count;
    choice.gained = taken.gained;
    choice.cents = taken.cents;
    choice.value = taken.value;
    choice.sessions.set(taken.sessions.subarray(0, taken.count));
    choice.sessions.subarray(0, taken.count).sort();
  }

  const chooseGreedily = greedyChooser(problem, offer, taken);
  const search = choiceSearch(problem, offer, limits, taken);

  return {
    choice,
    choose(worker, market, mostNodes): WorkerChoice {
      offers.make(worker, market);
      keep();
      choice.bound = 0;
      if (offer.places === 0) return choice;
      limiter.find();
      chooseGreedily(market.cents);
      keep();
      while (taken.count > 0) taken.takeBack();
      choice.bound = choice.value < limits.sum ? search(choice, market.cents, mostNodes, keep) : choice.value;
      return choice;
    },
  };
}
