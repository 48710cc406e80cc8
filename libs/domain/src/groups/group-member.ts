import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import type { Instant } from '../ratings/instant.ts';
import { GroupsError } from './groups.errors.ts';

/** One member against one version of a role profile: one entry a requirement, in the profile's order. */
export interface MemberScore {
  /** Whole number, 1 and up. */
  readonly profileVersionNo: number;
  readonly profile: CompiledRoleProfile;
  /** A level, or −1 for unknown. */
  readonly attained: ArrayLike<number>;
  /** 1 when met by the sources that the requirement asks for alone. */
  readonly verified: ArrayLike<number>;
  /** The first second at which the rating that decided no longer counts; `never` without one or without an end. */
  readonly expiresAt: ArrayLike<Instant>;
}

/** A member of a group with the score of each role that they have, in the order of the profile versions' numbers. */
export interface GroupMember {
  /** Whole number, 1 and up, within the organisation. */
  readonly workerNo: number;
  readonly scores: readonly MemberScore[];
}

/** A KSA that a member's roles ask for, over all those roles. */
export interface MemberKsa {
  readonly ksaNo: number;
  /** The highest level that a role of theirs asks for. */
  readonly requiredLevel: number;
  /** Of the role that asks for most (of several: of the lowest number); −1 when unknown. */
  readonly attained: number;
  /** Verified for every role that asks for it. */
  readonly verified: boolean;
  /** Critical for one of the roles at least. */
  readonly critical: boolean;
  readonly expiresAt: Instant;
}

/**
 * What a member's roles ask for, each KSA once, in the order in which the roles name them. A member of several roles
 * meets a KSA only when they meet the highest of its levels.
 */
export function memberKsas({ scores }: GroupMember): readonly MemberKsa[] {
  const [only, ...others] = scores;
  if (only === undefined) return [];
  const first = ksasOf(only);
  if (others.length === 0) return first;
  const ksas = new Map(first.map((ksa) => [ksa.ksaNo, ksa]));
  for (const score of others) {
    for (const ksa of ksasOf(score)) {
      const former = ksas.get(ksa.ksaNo);
      ksas.set(ksa.ksaNo, former === undefined ? ksa : both(former, ksa));
    }
  }
  return [...ksas.values()];
}

function ksasOf({ profile, attained, verified, expiresAt }: MemberScore): MemberKsa[] {
  return profile.requirements.map(({ ksaNo, requiredLevel, critical }, slot) => ({
    ksaNo,
    requiredLevel,
    attained: attained[slot] as number,
    verified: verified[slot] === 1,
    critical,
    expiresAt: expiresAt[slot] as Instant,
  }));
}

function both(former: MemberKsa, other: MemberKsa): MemberKsa {
  const asks = other.requiredLevel > former.requiredLevel ? other : former;
  return {
    ...asks,
    verified: former.verified && other.verified,
    critical: former.critical || other.critical,
  };
}

/** Throws a typed error that names the member unless every part of it is whole and of the profile that it names. */
export function assertMember({ workerNo, scores }: GroupMember): void {
  if (!Number.isSafeInteger(workerNo) || workerNo < 1)
    throw new GroupsError('groups.invalid-worker', `${workerNo} is no worker's number.`, '/workerNo');
  let former = 0;
  scores.forEach(({ profileVersionNo, profile, attained, verified, expiresAt }, index) => {
    const at = `/scores/${index}`;
    const who = `Worker ${workerNo}`;
    if (!Number.isSafeInteger(profileVersionNo) || profileVersionNo < 1)
      throw new GroupsError(
        'groups.invalid-profile',
        `${who} has a score of ${profileVersionNo}, which is no profile version's number.`,
        `${at}/profileVersionNo`,
      );
    if (profileVersionNo <= former)
      throw new GroupsError(
        'groups.duplicate-profile',
        `${who} has the score of profile version ${profileVersionNo} twice or out of order.`,
        at,
      );
    former = profileVersionNo;
    if ([attained, verified, expiresAt].some(({ length }) => length !== profile.slotCount))
      throw new GroupsError(
        'groups.results-do-not-match-profile',
        `${who} has a score that is not of profile version ${profileVersionNo} with its ${profile.slotCount} requirements.`,
        at,
      );
  });
}
