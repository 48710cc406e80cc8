import { isListOfRecords } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { assertKsaTotals, assertProfileTotals } from './assert-totals.ts';
import { GroupsError } from './groups.errors.ts';
import type { KsaTotals, ProfileTotals } from './group-totals.ts';

/** How many of a group must meet a KSA: a whole number, 1 and up. */
export interface Minimum {
  readonly ksaNo: number;
  readonly headcount: number;
}

/** Whether enough of a group meet a KSA. */
export interface KsaCover extends KsaTotals {
  /** Null when the group has set none. */
  readonly minimum: number | null;
  /** Nobody meets what is asked for. */
  readonly zeroCover: boolean;
  readonly singlePointOfFailure: boolean;
  /** The number of the one worker who meets it, else null. */
  readonly onlyMetBy: number | null;
  readonly belowMinimum: boolean;
}

/** Whether somebody is qualified for a role. */
export interface ProfileCover {
  readonly profileVersionNo: number;
  readonly scores: number;
  readonly qualified: number;
  readonly zeroCover: boolean;
  readonly singlePointOfFailure: boolean;
  /** The number of the one worker who is qualified, else null. */
  readonly onlyQualified: number | null;
}

/**
 * By KSA how many meet it against the minimum headcount that the group needs, by KSA number: of every KSA that a role
 * of a member asks for, or that a minimum is set for. (Domain design, "Team, site and organisation".)
 *
 * Throws a typed error that names the KSA when a headcount is no whole number from 1 on, or set twice, and
 * `groups.invalid-totals`.
 */
export function ksaCover(ksas: readonly KsaTotals[], minimums: readonly Minimum[]): KsaCover[] {
  assertKsaTotals(ksas);
  if (!isListOfRecords(minimums)) throw invalidMinimum('Minimums come as a list.', '/minimums');
  const headcounts = new Map<number, number>();
  minimums.forEach(({ ksaNo, headcount }, index) => {
    const at = `/minimums/${index}`;
    if (!isKsaNo(ksaNo)) throw invalidMinimum(`${ksaNo} is no KSA number.`, `${at}/ksaNo`);
    if (!Number.isSafeInteger(headcount) || headcount < 1)
      throw invalidMinimum(
        `The minimum of KSA number ${ksaNo} must be a whole number from 1 on, not ${headcount}.`,
        `${at}/headcount`,
      );
    if (headcounts.has(ksaNo))
      throw new GroupsError('groups.duplicate-minimum', `KSA number ${ksaNo} has two minimums.`, at);
    headcounts.set(ksaNo, headcount);
  });
  const asked = new Set(ksas.map(({ ksaNo }) => ksaNo));
  const notAsked = [...headcounts.keys()].filter((ksaNo) => !asked.has(ksaNo)).map(nobody);
  return [...ksas, ...notAsked]
    .sort((a, b) => a.ksaNo - b.ksaNo)
    .map((totals) => {
      const minimum = headcounts.get(totals.ksaNo) ?? null;
      return {
        ...totals,
        minimum,
        zeroCover: totals.met === 0,
        singlePointOfFailure: totals.met === 1,
        onlyMetBy: totals.met === 1 ? totals.metNumbers : null,
        belowMinimum: minimum !== null && totals.met < minimum,
      };
    });
}

/** By role profile version: nobody or exactly one worker qualified, of those who have the role. Throws `groups.invalid-totals`. */
export function profileCover(profiles: readonly ProfileTotals[]): ProfileCover[] {
  assertProfileTotals(profiles);
  return profiles.map(({ profileVersionNo, scores, qualified, qualifiedNumbers }) => ({
    profileVersionNo,
    scores,
    qualified,
    zeroCover: qualified === 0,
    singlePointOfFailure: qualified === 1,
    onlyQualified: qualified === 1 ? qualifiedNumbers : null,
  }));
}

function invalidMinimum(message: string, pointer: string): GroupsError {
  return new GroupsError('groups.invalid-minimum', message, pointer);
}

function nobody(ksaNo: number): KsaTotals {
  return {
    ksaNo,
    required: 0,
    met: 0,
    short: 0,
    unknown: 0,
    verified: 0,
    atLevel: [],
    expiring: 0,
    metNumbers: 0,
  };
}
