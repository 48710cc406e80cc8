import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import type { Programme } from '../training/programme.ts';
import type { PointScale } from './point-scale.ts';
import { sessionsWithin } from './sessions-within.ts';
import {
  leftOutReasons,
  type LeftOut,
  type LeftOutReason,
  type PlannedWorker,
  type PlanningInput,
  type ProgrammeSession,
  type UncoveredKsa,
} from './training-plan.ts';
import type { TrainedWorker } from './trained-worker.ts';

/** Collects, worker by worker, what would still have closed something and why it is not taken. */
export interface LeftOutReader {
  read(worker: PlannedWorker, trained: TrainedWorker): void;
  leftOut(): LeftOut[];
  uncovered(): UncoveredKsa[];
}

interface Sum {
  workers: number;
  /** By profile: numerators over the profile's own denominator. */
  readonly numerators: Float64Array;
}

export function leftOutReader(
  input: PlanningInput,
  scale: PointScale,
  hasSeats: (session: ProgrammeSession) => boolean,
): LeftOutReader {
  const { profiles, minutesPerWorker, costCents } = input;
  const programmes = [...input.programmes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sessionsOf = Map.groupBy(sessionsWithin(input), ({ programmeId }) => programmeId);
  const raisers = new Map<number, { programme: number; level: number }[]>();
  programmes.forEach(({ outcomes }, programme) => {
    for (const { ksaNo, level } of outcomes) {
      const those = raisers.get(ksaNo) ?? [];
      those.push({ programme, level });
      raisers.set(ksaNo, those);
    }
  });
  const sums = new Map<number, Sum>();
  const uncovered = new Map<number, { ksaCode: string; workers: number }>();

  function helpful({ roles }: PlannedWorker, trained: TrainedWorker): Set<number> {
    const found = new Set<number>();
    const nowhere = new Map<number, string>();
    for (const { profile, attained } of roles) {
      (profiles[profile] as CompiledRoleProfile).requirements.forEach(
        ({ ksaNo, ksaCode, requiredLevel }, slot) => {
          const level = attained[slot] as number;
          if (level === unknownLevel || level >= requiredLevel) return;
          const now = Math.max(level, trained.levelOf(ksaNo));
          const those = raisers.get(ksaNo) ?? [];
          if (!those.some((raiser) => raiser.level > level)) nowhere.set(ksaNo, ksaCode);
          if (now >= requiredLevel) return;
          for (const raiser of those) if (raiser.level > now) found.add(raiser.programme);
        },
      );
    }
    nowhere.forEach((ksaCode, ksaNo) => {
      uncovered.set(ksaNo, { ksaCode, workers: (uncovered.get(ksaNo)?.workers ?? 0) + 1 });
    });
    return found;
  }

  function reasonOf(
    programme: Programme,
    { completed }: PlannedWorker,
    trained: TrainedWorker,
  ): LeftOutReason {
    const held = sessionsOf.get(programme.id) ?? [];
    if (held.length === 0) return 'no-session';
    if (costCents !== null && programme.costCents === null) return 'cost-unknown';
    const enterable = held.filter(({ firstDay }) =>
      isEnterable(programme, completed ?? [], trained, firstDay),
    );
    if (enterable.length === 0) return 'prerequisites';
    const possible = enterable.filter((session) => isFree(session, trained));
    if (possible.length === 0 || trained.minutes + programme.minutes > (minutesPerWorker ?? Infinity))
      return 'no-time';
    return possible.some(hasSeats) ? 'no-budget' : 'no-seats';
  }

  return {
    read(worker, trained) {
      const done = new Set([
        ...(worker.completed ?? []),
        ...trained.sessions.map(({ programmeId }) => programmeId),
      ]);
      for (const index of helpful(worker, trained)) {
        const programme = programmes[index] as Programme;
        if (done.has(programme.id)) continue;
        const key =
          index * leftOutReasons.length + leftOutReasons.indexOf(reasonOf(programme, worker, trained));
        const sum = sums.get(key) ?? { workers: 0, numerators: new Float64Array(profiles.length) };
        sums.set(key, sum);
        sum.workers += 1;
        for (const { profile, attained } of worker.roles) {
          const adds = trained.wouldGain(programme, profiles[profile] as CompiledRoleProfile, attained);
          sum.numerators[profile] = (sum.numerators[profile] as number) + adds;
        }
      }
    },
    leftOut: () =>
      [...sums]
        .sort(([a], [b]) => a - b)
        .map(([key, { workers, numerators }]) => ({
          programmeId: (programmes[Math.floor(key / leftOutReasons.length)] as Programme).id,
          reason: leftOutReasons[key % leftOutReasons.length] as LeftOutReason,
          workers,
          wouldGain: numerators.reduce(
            (sum, numerator, profile) => sum + BigInt(numerator) * (scale.factor[profile] as bigint),
            0n,
          ),
        }))
        .sort((a, b) => (a.wouldGain === b.wouldGain ? 0 : a.wouldGain > b.wouldGain ? -1 : 1)),
    uncovered: () =>
      [...uncovered]
        .sort(([a], [b]) => a - b)
        .map(([ksaNo, { ksaCode, workers }]) => ({ ksaNo, ksaCode, workers })),
  };
}

function isEnterable(
  { requiresProgrammes, requiresLevels }: Programme,
  completed: readonly string[],
  trained: TrainedWorker,
  firstDay: string,
): boolean {
  const ended = trained.sessions.filter(({ lastDay }) => lastDay < firstDay);
  return (
    requiresProgrammes.every(
      (id) => completed.includes(id) || ended.some(({ programmeId }) => programmeId === id),
    ) && requiresLevels.every(({ ksaNo, level }) => trained.levelBefore(ksaNo, firstDay) >= level)
  );
}

function isFree({ firstDay, lastDay }: ProgrammeSession, { sessions }: TrainedWorker): boolean {
  return sessions.every((other) => other.lastDay < firstDay || lastDay < other.firstDay);
}
