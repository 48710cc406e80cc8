import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { scoreRequirements } from '../gaps/score-requirements.ts';
import type { Programme } from '../training/programme.ts';
import type { PlannedRole, PlannedWorker, PlanningInput, ProgrammeSession } from './training-plan.ts';

interface Place {
  readonly workerNo: number;
  readonly sessionId: string;
}

/** What a list of seats leads to, by the scoring core; independent of how the planner counts. */
export interface Followed {
  /** What is not kept to; none when the plan is possible. */
  readonly faults: readonly string[];
  /** By place, in the order given within each worker: numerators over `denominator`. */
  readonly gained: readonly bigint[];
  /** Of all places together: they may stand in any order. */
  readonly total: bigint;
  readonly costCents: number;
}

/** Goes through a plan day by day, worker by worker. */
export function followPlan(input: PlanningInput, places: readonly Place[], denominator: bigint): Followed {
  const faults: string[] = [];
  const sessions = new Map(input.sessions.map((session) => [session.id, session]));
  const programmes = new Map(input.programmes.map((programme) => [programme.id, programme]));
  let costCents = 0;
  const gained: bigint[] = [];
  for (const { workerNo, sessionId } of places) {
    const worker = input.workers.find((each) => each.workerNo === workerNo) as PlannedWorker;
    const session = sessions.get(sessionId) as ProgrammeSession;
    const programme = programmes.get(session.programmeId) as Programme;
    const own = places
      .filter((place) => place.workerNo === workerNo)
      .map((place) => sessions.get(place.sessionId) as ProgrammeSession);
    const before = own.filter(({ lastDay }) => lastDay < session.firstDay);
    const say = (what: string): void => void faults.push(`${workerNo} in ${sessionId} ${what}`);

    if (session.firstDay < input.from || session.lastDay > input.until) say('is outside the window');
    const overlapping = own.filter(
      (other) => other.firstDay <= session.lastDay && session.firstDay <= other.lastDay,
    );
    if (overlapping.length !== 1) say('sits in two at once');
    const completed = [...(worker.completed ?? []), ...before.map(({ programmeId }) => programmeId)];
    if (completed.includes(programme.id)) say('takes it again');
    if (!programme.requiresProgrammes.every((id) => completed.includes(id))) say('lacks a programme');
    const first = levelsAfter(
      input,
      worker,
      before.map(({ programmeId }) => programmes.get(programmeId) as Programme),
    );
    const isShort = programme.requiresLevels.some(({ ksaNo, level }) => (first.get(ksaNo) ?? 0) < level);
    if (isShort) say('lacks a level');
    if (input.costCents !== null && programme.costCents === null) say('costs nobody knows what');
    costCents += programme.costCents ?? 0;

    const trained = (those: readonly ProgrammeSession[]): Programme[] =>
      those.map(({ programmeId }) => programmes.get(programmeId) as Programme);
    gained.push(
      readiness(input, worker, trained([...before, session]), denominator) -
        readiness(input, worker, trained(before), denominator),
    );
  }
  for (const { workerNo } of input.workers) {
    const minutes = places
      .filter((place) => place.workerNo === workerNo)
      .map(({ sessionId }) => programmes.get(sessions.get(sessionId)?.programmeId ?? '')?.minutes ?? 0)
      .reduce((sum, each) => sum + each, 0);
    if (minutes > (input.minutesPerWorker ?? minutes)) faults.push(`${workerNo} spends too many minutes`);
  }
  for (const { id, seats } of input.sessions) {
    const taken = places.filter(({ sessionId }) => sessionId === id).length;
    if (taken > (seats ?? taken)) faults.push(`${id} is overcrowded`);
  }
  if (costCents > (input.costCents ?? costCents)) faults.push('it costs too much');
  return { faults, gained, total: totalOf(input, places, denominator), costCents };
}

function totalOf(input: PlanningInput, places: readonly Place[], denominator: bigint): bigint {
  const programmeOf = (sessionId: string): Programme => {
    const programmeId = input.sessions.find(({ id }) => id === sessionId)?.programmeId;
    return input.programmes.find(({ id }) => id === programmeId) as Programme;
  };
  return input.workers.reduce((sum, worker) => {
    const own = places.filter(({ workerNo }) => workerNo === worker.workerNo);
    const trained = own.map(({ sessionId }) => programmeOf(sessionId));
    return sum + readiness(input, worker, trained, denominator) - readiness(input, worker, [], denominator);
  }, 0n);
}

function raise(levels: Map<number, number>, programmes: readonly Programme[]): Map<number, number> {
  for (const { outcomes } of programmes) {
    for (const { ksaNo, level } of outcomes) levels.set(ksaNo, Math.max(level, levels.get(ksaNo) ?? 0));
  }
  return levels;
}

function levelsAfter(
  { profiles }: PlanningInput,
  { roles, beyond }: PlannedWorker,
  programmes: readonly Programme[],
): Map<number, number> {
  const levels = new Map(beyond ?? []);
  for (const { profile, attained } of roles) {
    profiles[profile]?.requirements.forEach(({ ksaNo }, slot) => {
      levels.set(ksaNo, Math.max(attained[slot] as number, levels.get(ksaNo) ?? 0));
    });
  }
  return raise(levels, programmes);
}

/** Low readiness of all roles together; an unknown stays unknown whatever is trained. */
function readiness(
  { profiles }: PlanningInput,
  { roles }: PlannedWorker,
  programmes: readonly Programme[],
  denominator: bigint,
): bigint {
  const reached = raise(new Map(), programmes);
  const ofRole = ({ profile: at, attained }: PlannedRole): bigint => {
    const profile = profiles[at] as CompiledRoleProfile;
    const levels = profile.requirements.map(({ ksaNo }, slot) =>
      (attained[slot] as number) < 0 ? -1 : Math.max(attained[slot] as number, reached.get(ksaNo) ?? 0),
    );
    const { low } = scoreRequirements(profile, levels, new Uint8Array(levels.length));
    return (BigInt(low) * denominator) / BigInt(profile.denominator);
  };
  return roles.reduce((sum, role) => sum + ofRole(role), 0n);
}
