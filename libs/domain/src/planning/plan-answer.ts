import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import type { Programme } from '../training/programme.ts';
import type { Assignment } from './assignment.ts';
import { leftOutReader } from './left-out.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { numeratorOfPoints } from './point-scale.ts';
import { sessionsWithin } from './sessions-within.ts';
import { trainedWorker } from './trained-worker.ts';
import type {
  PlannedPlace,
  PlannedSession,
  PlannedWorker,
  PlanningInput,
  TrainingPlan,
} from './training-plan.ts';

/** The method's name and version, kept with every plan. */
export const planningAlgorithm = 'priced-seats/1';

const workersAStep = 16;

/** Says an assignment in the input's terms, exactly. `bound` in points. Yields after each few workers. */
export function* planAnswer(
  { input, scale, workers, sessionIds }: PlanningProblem,
  assignment: Assignment,
  bound: number,
): Generator<undefined, TrainingPlan> {
  const { profiles } = input;
  const programmes = new Map(input.programmes.map((programme) => [programme.id, programme]));
  const within = sessionsWithin(input);
  const sessions = new Map(within.map((session) => [session.id, session]));
  const taken = new Map<string, number>();
  for (const those of assignment.sessionsOf) {
    for (const at of those)
      taken.set(sessionIds[at] as string, (taken.get(sessionIds[at] as string) ?? 0) + 1);
  }
  const reader = leftOutReader(
    input,
    scale,
    ({ id, seats }) => seats === null || (taken.get(id) ?? 0) < seats,
  );
  const places: PlannedPlace[] = [];
  let gained = 0n;
  let shortfall = 0n;
  let costCents = 0;

  for (const [index, worker] of workers.entries()) {
    const trained = trainedWorker(worker, profiles);
    (assignment.sessionsOf[index] as Int32Array).forEach((at, place) => {
      const session = sessions.get(sessionIds[at] as string) as (typeof within)[number];
      const programme = programmes.get(session.programmeId) as Programme;
      const adds = worker.roles.reduce((sum, { profile, attained }) => {
        const numerator = trained.wouldGain(programme, profiles[profile] as CompiledRoleProfile, attained);
        return sum + BigInt(numerator) * (scale.factor[profile] as bigint);
      }, 0n);
      trained.take(session, programme);
      gained += adds;
      costCents += programme.costCents ?? 0;
      const { workerNo } = worker;
      places.push({
        workerNo,
        sessionId: session.id,
        programmeId: programme.id,
        order: place + 1,
        gained: adds,
      });
    });
    shortfall += shortfallOf(worker, input, scale.factor);
    reader.read(worker, trained);
    if (index % workersAStep === workersAStep - 1) yield;
  }

  const most = numeratorOfPoints(bound, scale);
  const certified = most < shortfall ? most : shortfall;
  return {
    algorithm: planningAlgorithm,
    denominator: scale.denominator,
    gained,
    bound: certified,
    optimal: gained === certified,
    shortfall,
    costCents,
    places,
    sessions: within.map(({ id, seats }): PlannedSession => {
      const count = taken.get(id) ?? 0;
      return { sessionId: id, taken: count, seatsLeft: seats === null ? null : seats - count };
    }),
    leftOut: reader.leftOut(),
    uncovered: reader.uncovered(),
  };
}

/** All that is known to be short of a worker's roles. */
function shortfallOf(
  { roles }: PlannedWorker,
  { profiles }: PlanningInput,
  factor: readonly bigint[],
): bigint {
  return roles.reduce((sum, { profile, attained }) => {
    const { requiredLevel, worthOfLevel } = profiles[profile] as CompiledRoleProfile;
    const short = requiredLevel.reduce((all, required, slot) => {
      const level = attained[slot] as number;
      const gap = level === unknownLevel ? 0 : Math.max(0, required - level);
      return all + gap * (worthOfLevel[slot] as number);
    }, 0);
    return sum + BigInt(short) * (factor[profile] as bigint);
  }, 0n);
}
