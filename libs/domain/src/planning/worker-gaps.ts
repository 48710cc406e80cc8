import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import type { Programme } from '../training/programme.ts';
import { pointsOfLevels, type PointScale } from './point-scale.ts';
import type { PlannedWorker } from './training-plan.ts';

/** The KSAs that programmes raise or ask for on entry, numbered from 0 by KSA number. */
export interface TrainableKsas {
  readonly count: number;
  /** −1: no programme has to do with it. */
  indexOf(ksaNo: number): number;
}

export function trainableKsas(programmes: readonly Programme[]): TrainableKsas {
  const numbers = new Set<number>();
  for (const { outcomes, requiresLevels } of programmes) {
    for (const { ksaNo } of outcomes) numbers.add(ksaNo);
    for (const { ksaNo } of requiresLevels) numbers.add(ksaNo);
  }
  const indexes = new Map([...numbers].sort((a, b) => a - b).map((ksaNo, index) => [ksaNo, index]));
  return { count: numbers.size, indexOf: (ksaNo) => indexes.get(ksaNo) ?? -1 };
}

/** What one worker is short of, read anew for each worker into the same arrays. */
export interface WorkerGaps {
  read(worker: PlannedWorker): void;
  /** The trainable KSAs that a role of the worker is short of, in their order. */
  readonly open: readonly number[];
  /** Points of readiness that the worker has gained when trained in this KSA to this level. */
  pointsAt(ksa: number, level: number): number;
  /** Where the worker stands by what is known; an unknown stands at 0. */
  standing(ksa: number): number;
}

/**
 * A level of a KSA counts once for each role that asks for it: min(level, R) − A levels of that role's worth. What is
 * unknown to a role is worth nothing to it: it is assessed first. (Domain design, "Training recommendation".)
 */
export function workerGaps(
  profiles: readonly CompiledRoleProfile[],
  ksas: TrainableKsas,
  scale: PointScale,
): WorkerGaps {
  const levels = (profiles[0]?.maxLevel ?? 0) + 1;
  const pointsOf = profiles.map((profile) => pointsOfLevels(profile, scale));
  const ksaOfSlot = profiles.map((profile) => profile.requirements.map(({ ksaNo }) => ksas.indexOf(ksaNo)));
  const gained = new Float64Array(ksas.count * levels);
  const stands = new Uint8Array(ksas.count);
  const touched: number[] = [];
  const open: number[] = [];

  function standAt(ksa: number, level: number): void {
    touched.push(ksa);
    if (level > (stands[ksa] as number)) stands[ksa] = level;
  }

  function addRole(
    profile: CompiledRoleProfile,
    points: Float64Array,
    ksaOf: readonly number[],
    attained: ArrayLike<number>,
  ): void {
    for (let slot = 0; slot < ksaOf.length; slot += 1) {
      const ksa = ksaOf[slot] as number;
      const level = attained[slot] as number;
      if (ksa < 0 || level === unknownLevel) continue;
      standAt(ksa, level);
      const required = profile.requiredLevel[slot] as number;
      if (level >= required) continue;
      if (!open.includes(ksa)) open.push(ksa);
      for (let to = level + 1; to < levels; to += 1) {
        const lifted = Math.min(to, required) - level;
        gained[ksa * levels + to] =
          (gained[ksa * levels + to] as number) + (points[slot * levels + lifted] as number);
      }
    }
  }

  return {
    open,
    read({ roles, beyond }): void {
      for (const ksa of touched) {
        stands[ksa] = 0;
        gained.fill(0, ksa * levels, (ksa + 1) * levels);
      }
      touched.length = 0;
      open.length = 0;
      for (const { profile, attained } of roles) {
        addRole(
          profiles[profile] as CompiledRoleProfile,
          pointsOf[profile] as Float64Array,
          ksaOfSlot[profile] as number[],
          attained,
        );
      }
      beyond?.forEach((level, ksaNo) => {
        const ksa = ksas.indexOf(ksaNo);
        if (ksa >= 0 && level !== unknownLevel) standAt(ksa, level);
      });
      open.sort((a, b) => a - b);
    },
    pointsAt: (ksa, level) => gained[ksa * levels + level] as number,
    standing: (ksa) => stands[ksa] as number,
  };
}
