import type { Requirement } from '../gaps/role-profile.ts';
import { scoreRequirements, unknownLevel } from '../gaps/score-requirements.ts';
import { isList } from '../given.ts';
import { assertAttained, assertRoles, assertSameScale, assertSearchNodes } from './assert-paths-input.ts';
import { type LeastTraining, leastTrainingOf } from './least-training.ts';
import { PathsError } from './paths.errors.ts';
import { assertGraph, type ProgrammeGraph } from './programme-graph.ts';
import type { Role } from './role.ts';

/** A KSA that is to be raised. */
export interface LevelGain {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly from: number;
  readonly to: number;
}

/** How near a worker stands to a role. Numerators are over `denominator`. */
export interface Transfer {
  readonly roleId: string;
  readonly denominator: number;
  /** Readiness, an unknown counting 0 in `low` and its whole share in `high`. */
  readonly low: number;
  readonly high: number;
  /** What the role asks for and the worker attains already, in the role's order as the lists below. */
  readonly shared: readonly Requirement[];
  /** What the worker is short in. */
  readonly toGain: readonly LevelGain[];
  /** What is unknown: to be assessed before anybody is trained for it. */
  readonly toAssess: readonly Requirement[];
}

/** A worker's way to one role. */
export interface TransferTraining {
  /** Closes what the worker is known to be short in. */
  readonly ofKnown: LeastTraining;
  /** Closes that and everything unknown, each as a 0: more is never needed. */
  readonly atMost: LeastTraining;
}

/**
 * Where a worker stands against other roles, in their order. (Domain design, "Career paths".) `attained`: levels by KSA
 * number, absent or −1 for unknown. Throws `paths.invalid-role`, `paths.duplicate-role`, `paths.invalid-attained` and,
 * naming the KSA, `scales.level-off-scale`.
 */
export function transferability(attained: ReadonlyMap<number, number>, roles: readonly Role[]): Transfer[] {
  if (!isList(roles)) throw new PathsError('paths.invalid-role', 'Roles come as a list.', '/roles');
  assertRoles(roles, (place) => `/roles/${place}`);
  return roles.map(({ id, profile }) => {
    assertAttained(attained, profile.maxLevel);
    const levels = profile.requirements.map(({ ksaNo }) => attained.get(ksaNo) ?? unknownLevel);
    const { low, high, denominator } = scoreRequirements(profile, levels, levels);
    const standing = profile.requirements.map((requirement, slot) => ({
      requirement,
      level: levels[slot] as number,
    }));
    return {
      roleId: id,
      ...{ denominator, low, high },
      shared: standing
        .filter(({ requirement, level }) => level >= requirement.requiredLevel)
        .map(({ requirement }) => requirement),
      toGain: standing
        .filter(({ requirement, level }) => level >= 0 && level < requirement.requiredLevel)
        .map(({ requirement, level }) => gainOf(requirement, level)),
      toAssess: standing.filter(({ level }) => level === unknownLevel).map(({ requirement }) => requirement),
    };
  });
}

/**
 * The least training that closes a worker's gaps to one role, and what no programme closes. Throws as `leastTraining`
 * and `transferability` do, and `paths.of-another-scale`.
 */
export function transferTraining(
  attained: ReadonlyMap<number, number>,
  role: Role,
  graph: ProgrammeGraph,
  searchNodes?: number,
): TransferTraining {
  assertGraph(graph);
  assertRoles([role], () => '/role');
  const { profile } = role;
  assertSameScale(role, graph, '/role');
  assertAttained(attained, profile.maxLevel);
  if (searchNodes !== undefined) assertSearchNodes(searchNodes);
  const wanted = profile.requirements.map(({ ksaNo, requiredLevel }) => ({ ksaNo, level: requiredLevel }));
  const known = wanted.filter(({ ksaNo }) => (attained.get(ksaNo) ?? unknownLevel) !== unknownLevel);
  const atMost = leastTrainingOf(graph, attained, wanted, searchNodes);
  const ofKnown =
    known.length === wanted.length ? atMost : leastTrainingOf(graph, attained, known, searchNodes);
  return { ofKnown, atMost };
}

export function gainOf({ ksaNo, ksaCode, requiredLevel }: Requirement, from: number): LevelGain {
  return { ksaNo, ksaCode, from, to: requiredLevel };
}
