import { assertCompiled, type CompiledRoleProfile, type Requirement } from './role-profile.ts';
import { isListOfRecords } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { GapsError } from './gaps.errors.ts';
import { assertAttained, unknownLevel } from './score-requirements.ts';

export type RequirementStatus = 'met' | 'short' | 'unknown';

/** One requirement of a worker explained. `share`, `part` and `shortfall` are numerators over the denominator. */
export interface RequirementView extends Requirement {
  readonly attained: number | null;
  readonly status: RequirementStatus;
  readonly verified: boolean;
  /** Levels short: max(0, R − A); 0 when unknown. */
  readonly gap: number;
  /** Levels above: max(0, A − R); 0 when unknown. */
  readonly surplus: number;
  /** s = w / Σw: the most that this requirement can add to readiness. */
  readonly share: number;
  /** s·a: what it adds now; 0 when unknown. Parts add up to the readiness. */
  readonly part: number;
  /** s·(1 − a): exactly what closing the gap adds; 0 when unknown (what an unknown can hide is its share). */
  readonly shortfall: number;
  /** The seq of the rating that decided; `null` when there is none. */
  readonly usedSeq: number | null;
}

/** What a question, a reason and an order are made from: any requirement that has been explained has it. */
export type ExplainedRequirement = Pick<
  RequirementView,
  'ksaNo' | 'ksaCode' | 'critical' | 'share' | 'status'
> &
  Partial<Pick<RequirementView, 'gap'>>;

/**
 * Explains one slot. `attained` is a level on the scale or −1, `used` a seq or −1. (Domain design, "Gap score".)
 * Throws `gaps.attained-level-off-scale`, naming the KSA, and `gaps.invalid-score` when there is no such slot or seq.
 */
export function requirementView(
  profile: CompiledRoleProfile,
  slot: number,
  attained: number,
  verified: boolean,
  used: number,
): RequirementView {
  assertCompiled(profile);
  const requirement = profile.requirements[slot];
  if (requirement === undefined) throw invalidScore(`The profile has no requirement ${slot}.`, '/slot');
  assertAttained(profile, slot, attained);
  if (typeof verified !== 'boolean') throw invalidScore('Verified is yes or no.', `/verified/${slot}`);
  if (!Number.isInteger(used) || used < -1) throw invalidScore(`${used} is no seq.`, `/used/${slot}`);
  const share = profile.share[slot] as number;
  // −0, which JSON can bring, is 0.
  const level = attained + 0;
  const isUnknown = level === unknownLevel;
  const isMet = level >= requirement.requiredLevel;
  const part = isUnknown
    ? 0
    : Math.min(level, requirement.requiredLevel) * (profile.worthOfLevel[slot] as number);
  return {
    ...requirement,
    attained: isUnknown ? null : level,
    status: isUnknown ? 'unknown' : isMet ? 'met' : 'short',
    verified,
    gap: isUnknown ? 0 : Math.max(0, requirement.requiredLevel - level),
    surplus: isUnknown ? 0 : Math.max(0, level - requirement.requiredLevel),
    share,
    part,
    shortfall: isUnknown ? 0 : share - part,
    usedSeq: used < 0 ? null : used,
  };
}

/** Far above any share: sums of shares in per cent are whole numbers that a double holds. */
const mostShare = 1_000_000_000;

/** Throws `gaps.invalid-score`, naming the place, unless they are requirements that have been explained. */
export function assertExplained(requirements: readonly ExplainedRequirement[]): void {
  if (!isListOfRecords(requirements)) throw invalidScore('Requirements come as a list.', '/requirements');
  requirements.forEach(({ ksaNo, ksaCode, critical, share, gap = 0 }, index) => {
    const at = `/requirements/${index}`;
    if (!isKsaNo(ksaNo)) throw invalidScore(`Requirement ${index + 1} names no KSA.`, `${at}/ksaNo`);
    if (typeof ksaCode !== 'string')
      throw invalidScore(`Requirement ${index + 1} has no code.`, `${at}/ksaCode`);
    if (typeof critical !== 'boolean')
      throw invalidScore(`KSA ${ksaCode} is critical or not.`, `${at}/critical`);
    if (!isWhole(share)) throw invalidScore(`The share of KSA ${ksaCode} is not ${share}.`, `${at}/share`);
    if (!isWhole(gap)) throw invalidScore(`The gap of KSA ${ksaCode} is not ${gap}.`, `${at}/gap`);
  });
}

function isWhole(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= mostShare;
}

function invalidScore(message: string, pointer: string): GapsError {
  return new GapsError('gaps.invalid-score', message, pointer);
}
