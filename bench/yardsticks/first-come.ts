import type { CompiledRoleProfile, PlannedWorker, PlanningInput, Programme, ProgrammeSession } from '#domain';

interface Offered {
  readonly session: ProgrammeSession;
  readonly programme: Programme;
}

/**
 * How seats are given where nobody plans: first come, first served. Each worker in turn takes what closes most, again
 * and again, as long as there are seats, days and money. Gives the readiness gained, all workers together.
 */
export function firstComeFirstServed(input: PlanningInput): number {
  const programmes = new Map(input.programmes.map((programme) => [programme.id, programme]));
  const offered = input.sessions.map((session) => ({
    session,
    programme: programmes.get(session.programmeId) as Programme,
  }));
  const seatsLeft = new Map(input.sessions.map(({ id, seats }) => [id, seats ?? Infinity]));
  let centsLeft = input.costCents ?? Infinity;
  let gained = 0;
  for (const worker of input.workers) {
    const levels = levelsOf(worker, input.profiles);
    const taken: Offered[] = [];
    for (;;) {
      let best: Offered | null = null;
      let most = 0;
      for (const offer of offered) {
        const { session, programme } = offer;
        if ((seatsLeft.get(session.id) ?? 0) < 1 || (programme.costCents ?? 0) > centsLeft) continue;
        const gain = gainOf(worker, input.profiles, levels, programme);
        if (gain <= most || !isPossible(offer, taken, levels, worker, input.profiles)) continue;
        best = offer;
        most = gain;
      }
      if (best === null) break;
      taken.push(best);
      gained += most;
      centsLeft -= best.programme.costCents ?? 0;
      seatsLeft.set(best.session.id, (seatsLeft.get(best.session.id) ?? 0) - 1);
      for (const { ksaNo, level } of best.programme.outcomes)
        levels.set(ksaNo, Math.max(level, levels.get(ksaNo) ?? 0));
    }
  }
  return gained;
}

function levelsOf({ roles }: PlannedWorker, profiles: readonly CompiledRoleProfile[]): Map<number, number> {
  const levels = new Map<number, number>();
  for (const { profile, attained } of roles) {
    profiles[profile]?.requirements.forEach(({ ksaNo }, slot) => levels.set(ksaNo, attained[slot] as number));
  }
  return levels;
}

/** What is unknown is worth nothing. */
function gainOf(
  { roles }: PlannedWorker,
  profiles: readonly CompiledRoleProfile[],
  levels: ReadonlyMap<number, number>,
  { outcomes }: Programme,
): number {
  let gain = 0;
  for (const { profile, attained } of roles) {
    const { slotOfKsa, firstKsaNo, requiredLevel, worthOfLevel, denominator } = profiles[
      profile
    ] as CompiledRoleProfile;
    for (const { ksaNo, level } of outcomes) {
      const slot = slotOfKsa[ksaNo - firstKsaNo] ?? -1;
      if (slot < 0 || (attained[slot] as number) < 0) continue;
      const required = requiredLevel[slot] as number;
      const now = Math.min(required, levels.get(ksaNo) ?? 0);
      gain += (Math.max(0, Math.min(level, required) - now) * (worthOfLevel[slot] as number)) / denominator;
    }
  }
  return gain;
}

function isPossible(
  { session, programme }: Offered,
  taken: readonly Offered[],
  levels: ReadonlyMap<number, number>,
  worker: PlannedWorker,
  profiles: readonly CompiledRoleProfile[],
): boolean {
  const isFree = taken.every(
    ({ session: other }) => other.lastDay < session.firstDay || session.lastDay < other.firstDay,
  );
  if (!isFree || taken.some((other) => other.programme === programme)) return false;
  const before = taken.filter(({ session: other }) => other.lastDay < session.firstDay);
  const start = levelsOf(worker, profiles);
  return (
    programme.requiresProgrammes.every((id) => before.some((other) => other.programme.id === id)) &&
    programme.requiresLevels.every(
      ({ ksaNo, level }) =>
        (start.get(ksaNo) ?? 0) >= level ||
        ((levels.get(ksaNo) ?? 0) >= level &&
          before.some((other) =>
            other.programme.outcomes.some((o) => o.ksaNo === ksaNo && o.level >= level),
          )),
    )
  );
}
