import { assertPlanningInput } from './assert-planning-input.ts';
import { assertPlanningShape } from './assert-planning-shape.ts';
import { better, emptyAssignment, type Assignment } from './assignment.ts';
import { buildProblem } from './build-problem.ts';
import { demandAt } from './demand.ts';
import { exactPlan } from './exact-plan.ts';
import { fillPasses, fillPlan } from './fill-plan.ts';
import { bidSteps, demandSteps, findPrices, type FoundPrices } from './find-prices.ts';
import { planAnswer } from './plan-answer.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { seatBySeat, type SeatedPlan } from './seat-by-seat.ts';
import type { PlanningEffort, PlanningInput, PlanningProgress, TrainingPlan } from './training-plan.ts';
import { workerChooser } from './worker-choice.ts';

const defaultExactNodes = 200_000;
/** A plan is searched for exactly when no more seats than this could be given. */
const mostExactSeats = 2_000;
const finalNodes = 3_000;

/**
 * Who of the organisation takes which session, to gain the most readiness over all workers within seats, days,
 * prerequisites and one budget; with a certificate: a bound that no plan exceeds. (Domain design, "Training
 * recommendation".) The same input gives the same answer, in whatever order its lists are.
 *
 * Throws a typed error that names the item when the input is invalid (`assertPlanningShape`, `assertPlanningInput`).
 */
export function planTraining(input: PlanningInput, effort: PlanningEffort = {}): TrainingPlan {
  const steps = trainingPlanner(input, effort);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same in steps of a few milliseconds, for who must not hold up others: each `next` gives how far it has come, the
 * last the plan. Seats are first given one by one to whom they bring most (`seatBySeat`); from that follow prices for
 * seats and money, at which what each worker would take for themselves gives the bound (`findPrices`); by them the
 * plan is made (`fillPlan`), and for a small organisation searched for exactly (`exactPlan`).
 */
export function* trainingPlanner(
  input: PlanningInput,
  effort: PlanningEffort = {},
): Generator<PlanningProgress, TrainingPlan> {
  assertPlanningShape(input, effort);
  const { exactNodes = defaultExactNodes } = effort;
  const passes = 4 + bidSteps + demandSteps + 1 + fillPasses;
  const progress = progressOf(passes * Math.ceil(input.workers.length / workersAStep));

  yield* progress(assertPlanningInput(input));
  const problem = yield* progress(buildProblem(input));
  const first = yield* progress(firstPlan(problem));
  const { assignment, bound } = yield* progress(priced(problem, first, exactNodes));
  return yield* progress(planAnswer(problem, assignment, bound));
}

const workersAStep = 16;

/** Counts the steps of one generator after the other. */
function progressOf(total: number): <T>(steps: Generator<undefined, T>) => Generator<PlanningProgress, T> {
  let done = 0;
  return function* (steps) {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      done = Math.min(done + 1, total);
      yield { done, total };
    }
  };
}

/** Where money is short, points a cent mostly lead to more than points; where seats are, the other way round. */
function* firstPlan(problem: PlanningProblem): Generator<undefined, SeatedPlan> {
  const nobody = emptyAssignment(problem);
  const byPoints = yield* seatBySeat(problem, 'points', nobody);
  if (problem.budgetCents === Infinity) return byPoints;
  const byCents = yield* seatBySeat(problem, 'points-per-cent', nobody);
  return better(byPoints.assignment, byCents.assignment) === byPoints.assignment ? byPoints : byCents;
}

/** The plan, and a bound in points. */
function* priced(
  problem: PlanningProblem,
  first: SeatedPlan,
  exactNodes: number,
): Generator<undefined, { assignment: Assignment; bound: number }> {
  const chooser = workerChooser(problem);
  const found = yield* findPrices(problem, chooser, first);
  const { prices } = found;
  const last = yield* demandAt(problem, chooser, prices, finalNodes);
  const certified: FoundPrices = { prices, bound: Math.min(found.bound, last.bound) };
  const filled = yield* fillPlan(problem, chooser, prices, first.assignment);
  const { assignment } = yield* seatBySeat(problem, 'points', filled);
  if (assignment.gained >= certified.bound || !problem.scale.exact || seatsAskedFor(problem) > mostExactSeats)
    return { assignment, bound: certified.bound };
  const exact = yield* exactPlan(problem, chooser, certified, assignment, exactNodes);
  return exact === null
    ? { assignment, bound: certified.bound }
    : { assignment: exact.assignment, bound: Math.min(exact.bound, certified.bound) };
}

/** The pairs of a worker and a session that could be. */
function seatsAskedFor({ entryProgramme, sessionsOfProgramme }: PlanningProblem): number {
  return entryProgramme.reduce(
    (sum, programme) =>
      sum +
      (sessionsOfProgramme.start[programme + 1] as number) -
      (sessionsOfProgramme.start[programme] as number),
    0,
  );
}
