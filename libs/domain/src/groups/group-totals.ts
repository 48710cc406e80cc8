import { assertMaxLevel } from '../scales/proficiency-scale.ts';

/** Ten tenths of readiness and those who have all of it. */
export const tenthCount = 11;

/**
 * The scores of a group's members against one version of a role profile, in sums. `low` and `high` are Σ of numerators
 * over the profile's one `denominator`, so that their mean is `low` / (`denominator` · `scores`).
 */
export interface ProfileTotals {
  readonly profileVersionNo: number;
  readonly denominator: number;
  /** How many members were scored against it. */
  readonly scores: number;
  readonly low: number;
  readonly high: number;
  readonly qualified: number;
  readonly notQualified: number;
  readonly notYetKnown: number;
  /** Σ of the numbers of the workers who are qualified: of one alone, who it is. */
  readonly qualifiedNumbers: number;
  /** Entry t: how many have t/10 ≤ readiness < (t + 1)/10; entry 10: those who have 1. */
  readonly lowTenths: readonly number[];
  readonly highTenths: readonly number[];
}

/**
 * One KSA over a group's members whose roles ask for it, in counts; a member whose roles ask for it more than once
 * counts once, at the highest level asked for. met + short + unknown = required.
 */
export interface KsaTotals {
  readonly ksaNo: number;
  readonly required: number;
  readonly met: number;
  readonly short: number;
  readonly unknown: number;
  /** Of those required: met by the evidence that each of the member's roles asks for. */
  readonly verified: number;
  /** Entry a: how many of those required attain level a. */
  readonly atLevel: readonly number[];
  /** Of those who meet it: by a rating that ends before a date that the groups have in common. */
  readonly expiring: number;
  /** Σ of the numbers of the workers who meet it: of one alone, who it is. */
  readonly metNumbers: number;
}

/**
 * A group in sums: whole numbers that are added and taken away, so that an organisation is the sum of its teams and
 * stays it when one of them changes. What nobody is counted in has no entry. (Domain design, "Team, site and
 * organisation".)
 */
export interface GroupTotals {
  readonly maxLevel: number;
  /** By profile version number. */
  readonly profiles: readonly ProfileTotals[];
  /** By KSA number. */
  readonly ksas: readonly KsaTotals[];
}

/** Totals that are still being added up. */
export type Mutable<Totals> = {
  -readonly [Key in keyof Totals]: Totals[Key] extends readonly number[] ? number[] : Totals[Key];
};

/** The totals of nobody: merging with them changes nothing. */
export function noTotals(maxLevel: number): GroupTotals {
  assertMaxLevel(maxLevel);
  return { maxLevel, profiles: [], ksas: [] };
}
