import { assertCompiled, type CompiledRoleProfile, type Requirement } from '../gaps/role-profile.ts';
import { assertAttained } from './assert-paths-input.ts';
import { gainOf, type LevelGain } from './transferability.ts';

/** What two roles have in common, and what lies between them. Each list is in the order of the role that it is of. */
export interface RoleComparison {
  /** What both ask for. */
  readonly shared: readonly {
    readonly ksaNo: number;
    readonly ksaCode: string;
    readonly fromLevel: number;
    readonly toLevel: number;
  }[];
  /** What the second asks for beyond the first: a KSA that the first does not ask for is gained from 0. */
  readonly toGain: readonly LevelGain[];
  /** What the first asks for alone. */
  readonly left: readonly Requirement[];
}

/**
 * From a role to another, whoever has it: somebody who just meets the first. (Domain design, "Career paths".) Throws
 * `gaps.profile-not-compiled`.
 */
export function compareRoles(from: CompiledRoleProfile, to: CompiledRoleProfile): RoleComparison {
  assertCompiled(from, '/from');
  assertCompiled(to, '/to');
  const levels = new Map(from.requirements.map(({ ksaNo, requiredLevel }) => [ksaNo, requiredLevel]));
  const asked = new Set(to.requirements.map(({ ksaNo }) => ksaNo));
  return {
    shared: to.requirements.flatMap(({ ksaNo, ksaCode, requiredLevel }) => {
      const fromLevel = levels.get(ksaNo);
      return fromLevel === undefined ? [] : { ksaNo, ksaCode, fromLevel, toLevel: requiredLevel };
    }),
    toGain: to.requirements.flatMap((requirement) => {
      const level = levels.get(requirement.ksaNo) ?? 0;
      return level < requirement.requiredLevel ? gainOf(requirement, level) : [];
    }),
    left: from.requirements.filter(({ ksaNo }) => !asked.has(ksaNo)),
  };
}

/**
 * Where somebody stands who has a role: at its required levels at least, on top of what they attain anyway. Throws
 * `gaps.profile-not-compiled`, `paths.invalid-attained` and, naming the KSA, `scales.level-off-scale`.
 */
export function attainedAfter(
  attained: ReadonlyMap<number, number>,
  profile: CompiledRoleProfile,
): ReadonlyMap<number, number> {
  assertCompiled(profile);
  assertAttained(attained, profile.maxLevel);
  return levelsAfter(attained, profile);
}

/** The same of what has been looked at. */
export function levelsAfter(
  attained: ReadonlyMap<number, number>,
  { requirements }: CompiledRoleProfile,
): ReadonlyMap<number, number> {
  const levels = new Map(attained);
  for (const { ksaNo, requiredLevel } of requirements)
    levels.set(ksaNo, Math.max(requiredLevel, attained.get(ksaNo) ?? 0));
  return levels;
}
