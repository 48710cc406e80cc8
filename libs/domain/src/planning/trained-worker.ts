import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import { slotOf } from '../ratings/ksa-slots.ts';
import type { Programme } from '../training/programme.ts';
import type { PlannedWorker, ProgrammeSession } from './training-plan.ts';

/** A worker who goes through sessions in the order of their days. */
export interface TrainedWorker {
  readonly sessions: readonly ProgrammeSession[];
  readonly minutes: number;
  /** What training has reached of a KSA; 0: nothing. */
  levelOf(ksaNo: number): number;
  /** What is known or reached of a KSA by the morning of a day. */
  levelBefore(ksaNo: number, day: string): number;
  /** Completes one more. */
  take(session: ProgrammeSession, programme: Programme): void;
  /** What a programme would add to one of the worker's roles: numerator over the profile's denominator. */
  wouldGain(programme: Programme, profile: CompiledRoleProfile, attained: ArrayLike<number>): number;
}

export function trainedWorker(
  { roles, beyond }: PlannedWorker,
  profiles: readonly CompiledRoleProfile[],
): TrainedWorker {
  const sessions: ProgrammeSession[] = [];
  const outcomes: { ksaNo: number; level: number; lastDay: string }[] = [];
  let minutes = 0;
  const reached = new Map<number, number>();

  /** The highest of what the roles' scores know; an unknown stands at 0. */
  function known(ksaNo: number): number {
    let level = beyond?.get(ksaNo) ?? 0;
    for (const { profile, attained } of roles) {
      const slot = slotOf(profiles[profile] as CompiledRoleProfile, ksaNo);
      if (slot >= 0) level = Math.max(level, attained[slot] as number);
    }
    return Math.max(0, level);
  }

  return {
    sessions,
    get minutes() {
      return minutes;
    },
    levelOf: (ksaNo) => reached.get(ksaNo) ?? 0,
    levelBefore: (ksaNo, day) =>
      outcomes.reduce(
        (level, outcome) =>
          outcome.ksaNo === ksaNo && outcome.lastDay < day ? Math.max(level, outcome.level) : level,
        known(ksaNo),
      ),
    take(session, programme) {
      sessions.push(session);
      minutes += programme.minutes;
      for (const { ksaNo, level } of programme.outcomes) {
        reached.set(ksaNo, Math.max(level, reached.get(ksaNo) ?? 0));
        outcomes.push({ ksaNo, level, lastDay: session.lastDay });
      }
    },
    wouldGain(programme, profile, attained) {
      let gained = 0;
      for (const { ksaNo, level } of programme.outcomes) {
        const slot = slotOf(profile, ksaNo);
        const from = slot < 0 ? unknownLevel : (attained[slot] as number);
        if (from === unknownLevel) continue;
        const required = profile.requiredLevel[slot] as number;
        const now = Math.min(required, Math.max(from, reached.get(ksaNo) ?? 0));
        gained += Math.max(0, Math.min(level, required) - now) * (profile.worthOfLevel[slot] as number);
      }
      return gained;
    },
  };
}
