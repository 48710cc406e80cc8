import { better, copyOf, emptyAssignment, release, seat, type Assignment } from './assignment.ts';
import type { Prices } from './demand.ts';
import type { PlanningProblem } from './planning-problem.ts';
import type { WorkerChoice, WorkerChooser } from './worker-choice.ts';

/** Parts of the prices, one after the other: who gains most for the price is seated first, and at last for nothing. */
const ladder = [1.5, 1.25, 1.1, 1.05, 1.02, 1, 0.98, 0.95, 0.9, 0.8, 0.6, 0.3, 0];
const again = [0.8, 0.5, 0.2, 0];
const rounds = [0.95, 0.9];

export const fillPasses = ladder.length + rounds.length * (1 + again.length) + again.length;

const nodesAWorker = 30;
const workersAStep = 16;

/**
 * Seats the workers by prices, until nobody can gain by other seats while the others keep theirs. In each pass every
 * worker chooses anew among their own seats and those that are left. Then twice: each takes what is worth most at the
 * prices, though it gains less, so that seats and money come free for whom they are worth more. The best is kept.
 */
export function* fillPlan(
  problem: PlanningProblem,
  chooser: WorkerChooser,
  prices: Prices,
  first: Assignment,
): Generator<undefined, Assignment> {
  const pass = function* (assignment: Assignment, part: number, mayLose = false): Generator<undefined, void> {
    const asked = prices.ofSession.map((points) => Math.floor(points * part));
    for (let worker = 0; worker < problem.workers.length; worker += 1) {
      chooseAnew(chooser, assignment, worker, asked, mayLose);
      if (worker % workersAStep === workersAStep - 1) yield;
    }
  };
  const filled = emptyAssignment(problem);
  for (const part of ladder) yield* pass(filled, part);
  const mended = copyOf(first);
  for (const part of again) yield* pass(mended, part);
  let best = better(mended, filled);
  const current = copyOf(best);
  for (const part of rounds) {
    yield* pass(current, part, true);
    for (const lower of again) yield* pass(current, part * lower);
    if (better(best, current) === current) best = copyOf(current);
  }
  return best;
}

function chooseAnew(
  chooser: WorkerChooser,
  assignment: Assignment,
  worker: number,
  asked: Float64Array,
  mayLose: boolean,
): void {
  const sessions = assignment.sessionsOf[worker] as Int32Array;
  const gained = assignment.gainedBy[worker] as number;
  const cents = assignment.centsOf[worker] as number;
  release(assignment, worker);
  const market = { prices: asked, open: assignment.open, cents: assignment.centsLeft };
  const choice: WorkerChoice = chooser.choose(worker, market, nodesAWorker);
  const paid = sessions.reduce((sum, session) => sum + (asked[session] as number), 0);
  const isBetter = mayLose
    ? choice.value > gained - paid
    : choice.gained > gained || (choice.gained === gained && choice.cents < cents);
  if (isBetter) seat(assignment, worker, choice.sessions.slice(0, choice.count), choice.gained, choice.cents);
  else seat(assignment, worker, sessions, gained, cents);
}
