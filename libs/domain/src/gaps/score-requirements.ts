import { isRecord } from '../given.ts';
import { isLevel } from '../scales/proficiency-scale.ts';
import { GapsError } from './gaps.errors.ts';
import { assertCompiled, type CompiledRoleProfile } from './role-profile.ts';

/** "Unknown" among attained levels in arrays; objects say `null`. It is not zero. */
export const unknownLevel = -1;

/** A worker against a role profile, in sums. `low` and `high` are numerators over `denominator`. */
export interface RequirementTotals {
  /** Readiness when every unknown turns out to be 0. */
  low: number;
  /** Readiness when every unknown turns out to be met. */
  high: number;
  denominator: number;
  met: number;
  short: number;
  unknown: number;
  /** Critical requirements that are short. */
  criticalShort: number;
  /** Critical requirements, not short, that are unknown or not verified. */
  criticalOpen: number;
}

/**
 * Scores one worker: the hot path, the same for one worker and for a hundred thousand. `attained` (a level or −1) and
 * `verified` (1 or 0) have one entry a slot, from index `at` on.
 *
 * readiness = Σ w·min(A, R)·(L / R) over L·Σw (domain design, "Gap score"), an unknown counting 0 in `low` and its
 * whole share in `high`. Whole numbers throughout. Throws `gaps.attained-level-off-scale`, naming the KSA, on anything
 * but −1 … maxLevel: a NaN never leaves; `gaps.results-do-not-match-profile` when a slot has no entry.
 */
export function scoreRequirements(
  profile: CompiledRoleProfile,
  attained: ArrayLike<number>,
  verified: ArrayLike<number>,
  at = 0,
): RequirementTotals {
  assertCompiled(profile);
  assertHasEntries(profile, attained, at, '/attained');
  assertHasEntries(profile, verified, at, '/verified');
  const { requiredLevel, worthOfLevel, share, critical, maxLevel, denominator } = profile;
  const slots = requiredLevel.length;
  let low = 0;
  let hidden = 0;
  let met = 0;
  let short = 0;
  let criticalShort = 0;
  let criticalOpen = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const level = attained[at + slot] as number;
    const required = requiredLevel[slot] as number;
    if (level >= required && level <= maxLevel && Number.isInteger(level)) {
      met += 1;
      low += share[slot] as number;
      criticalOpen += verified[at + slot] ? 0 : (critical[slot] as number);
    } else if (level === unknownLevel) {
      hidden += share[slot] as number;
      criticalOpen += critical[slot] as number;
    } else if (level >= 0 && level < required && Number.isInteger(level)) {
      short += 1;
      low += level * (worthOfLevel[slot] as number);
      criticalShort += critical[slot] as number;
    } else {
      throw offScale(profile, slot, level);
    }
  }
  return {
    low,
    high: low + hidden,
    denominator,
    met,
    short,
    unknown: slots - met - short,
    criticalShort,
    criticalOpen,
  };
}

/** Throws `gaps.results-do-not-match-profile` unless a list has an entry for every slot, from index `at` on. */
export function assertHasEntries(
  { slotCount }: CompiledRoleProfile,
  list: ArrayLike<unknown>,
  at: number,
  pointer: string,
): void {
  if (!isRecord(list) || !Number.isInteger(at) || at < 0 || !(at + slotCount <= list.length)) {
    throw new GapsError(
      'gaps.results-do-not-match-profile',
      `From ${at} on there is no entry for each of the ${slotCount} requirements.`,
      pointer,
    );
  }
}

/** Throws `gaps.attained-level-off-scale`, naming the KSA, unless it is a level of the profile's scale or unknown. */
export function assertAttained(
  profile: CompiledRoleProfile,
  slot: number,
  level: number,
  pointer = '/attained',
): void {
  if (level !== unknownLevel && !isLevel(level, profile.maxLevel))
    throw offScale(profile, slot, level, pointer);
}

function offScale(
  profile: CompiledRoleProfile,
  slot: number,
  level: number,
  pointer = '/attained',
): GapsError {
  return new GapsError(
    'gaps.attained-level-off-scale',
    `The attained level of KSA ${profile.requirements[slot]?.ksaCode} must be unknown (−1) or a whole number 0 to ` +
      `${profile.maxLevel}, not ${level}.`,
    `${pointer}/${slot}`,
  );
}
