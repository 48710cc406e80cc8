import { isList, isName, isRecord } from '../given.ts';
import { evidences, sourcesOfEvidence, type Evidence } from '../ratings/evidence.ts';
import { isKsaNo, ksaSlots, type KsaSlots } from '../ratings/ksa-slots.ts';
import { commonMultipleOfLevels } from '../scales/common-multiple.ts';
import { assertMaxLevel } from '../scales/proficiency-scale.ts';
import { GapsError } from './gaps.errors.ts';

/** What a role asks for in one KSA. */
export interface Requirement {
  /** Whole number, −32768 … 32767, as ratings name the KSA. */
  readonly ksaNo: number;
  /** As people name the KSA; ties are ranked by it. */
  readonly ksaCode: string;
  /** R: whole number 1 … the organisation's highest level. */
  readonly requiredLevel: number;
  /** w: whole number 1 … 100. */
  readonly weight: number;
  readonly critical: boolean;
  readonly evidence: Evidence;
}

export const lowestWeight = 1;
export const highestWeight = 100;

/**
 * A role profile version made ready to score any number of workers: one entry a requirement ("slot"), in the order
 * given. Every numerator is over `denominator` = L · Σw, L = lcm(1 … maxLevel); all stay far under 2^53.
 */
export interface CompiledRoleProfile extends KsaSlots {
  readonly requirements: readonly Requirement[];
  readonly maxLevel: number;
  readonly denominator: number;
  /** R of each slot. */
  readonly requiredLevel: Uint8Array;
  /** w · (L / R) of each slot: what one attained level adds, up to R. */
  readonly worthOfLevel: Float64Array;
  /** w · L of each slot: its share, and what an unknown can hide. */
  readonly share: Float64Array;
  /** 1 where critical. */
  readonly critical: Uint8Array;
  /** The sources that each slot asks for. */
  readonly evidenceSources: Uint8Array;
}

/**
 * Checks a role profile's requirements and makes them ready to score. Throws a typed error that names the item when
 * there is none, a KSA comes twice, or a number is out of range.
 */
export function compileRoleProfile(
  requirements: readonly Requirement[],
  maxLevel: number,
): CompiledRoleProfile {
  assertMaxLevel(maxLevel);
  assertRequirements(requirements, maxLevel);
  const multiple = commonMultipleOfLevels(maxLevel);
  return {
    ...ksaSlots(requirements.map(({ ksaNo }) => ksaNo)),
    requirements: requirements.map((requirement) => ({ ...requirement })),
    maxLevel,
    denominator: multiple * requirements.reduce((sum, { weight }) => sum + weight, 0),
    requiredLevel: Uint8Array.from(requirements, ({ requiredLevel }) => requiredLevel),
    worthOfLevel: Float64Array.from(
      requirements,
      ({ weight, requiredLevel }) => weight * (multiple / requiredLevel),
    ),
    share: Float64Array.from(requirements, ({ weight }) => weight * multiple),
    critical: Uint8Array.from(requirements, ({ critical }) => (critical ? 1 : 0)),
    evidenceSources: Uint8Array.from(requirements, ({ evidence }) => sourcesOfEvidence[evidence]),
  };
}

/** Throws `gaps.profile-not-compiled` unless it is what `compileRoleProfile` makes. */
export function assertCompiled(profile: CompiledRoleProfile, pointer = '/profile'): void {
  if (!isRecord(profile) || !(profile.requiredLevel instanceof Uint8Array)) {
    throw new GapsError('gaps.profile-not-compiled', 'Only a compiled role profile can be scored.', pointer);
  }
}

function assertRequirements(requirements: readonly Requirement[], maxLevel: number): void {
  if (!isList(requirements)) throw invalidRequirement('Requirements come as a list.', '/requirements');
  if (requirements.length === 0) {
    throw new GapsError(
      'gaps.empty-role-profile',
      'A role profile without requirements cannot be scored.',
      '/requirements',
    );
  }
  const numbers = new Set<number>();
  const codes = new Set<string>();
  for (const [index, requirement] of requirements.entries()) {
    const at = `/requirements/${index}`;
    assertRequirement(requirement, maxLevel, at);
    const { ksaNo, ksaCode } = requirement;
    if (numbers.has(ksaNo) || codes.has(ksaCode)) {
      throw new GapsError('gaps.duplicate-ksa', `KSA ${ksaCode} is required twice.`, at);
    }
    numbers.add(ksaNo);
    codes.add(ksaCode);
  }
}

/** Throws a typed error that names the KSA unless every field of it is within its range. */
export function assertRequirement(requirement: Requirement, maxLevel: number, at: string): void {
  if (!isRecord(requirement)) throw invalidRequirement('There is no requirement.', at);
  const { ksaNo, ksaCode, requiredLevel, weight, critical, evidence } = requirement;
  const namesItsKsa = isName(ksaCode);
  if (!isKsaNo(ksaNo) || !namesItsKsa) {
    throw new GapsError(
      'gaps.invalid-ksa',
      `A requirement ("${ksaCode}") names no KSA.`,
      namesItsKsa ? `${at}/ksaNo` : `${at}/ksaCode`,
    );
  }
  if (!Number.isInteger(requiredLevel) || requiredLevel < 1 || requiredLevel > maxLevel) {
    throw new GapsError(
      'gaps.required-level-off-scale',
      `The level required of KSA ${ksaCode} must be a whole number 1 to ${maxLevel}, not ${requiredLevel}.`,
      `${at}/requiredLevel`,
    );
  }
  if (!Number.isInteger(weight) || weight < lowestWeight || weight > highestWeight) {
    throw new GapsError(
      'gaps.invalid-weight',
      `The weight of KSA ${ksaCode} must be a whole number ${lowestWeight} to ${highestWeight}, not ${weight}.`,
      `${at}/weight`,
    );
  }
  if (typeof critical !== 'boolean') {
    throw invalidRequirement(`KSA ${ksaCode} must be critical or not, yes or no.`, `${at}/critical`);
  }
  if (!evidences.includes(evidence)) {
    throw new GapsError(
      'gaps.invalid-evidence',
      `"${evidence}" is no evidence that KSA ${ksaCode} can ask for.`,
      `${at}/evidence`,
    );
  }
}

function invalidRequirement(message: string, pointer: string): GapsError {
  return new GapsError('gaps.invalid-requirement', message, pointer);
}
