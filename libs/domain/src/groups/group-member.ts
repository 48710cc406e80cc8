import { assertCompiled, type CompiledRoleProfile } from '../gaps/role-profile.ts';
import { assertAttained, unknownLevel } from '../gaps/score-requirements.ts';
import { isListOfRecords, isRecord } from '../given.ts';
import { assertInstant, type Instant } from '../ratings/instant.ts';
import { isLevel } from '../scales/proficiency-scale.ts';
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
 * meets a KSA only when they meet the highest of its levels. Throws as `assertMember` does.
 */
export function memberKsas(member: GroupMember): readonly MemberKsa[] {
  assertMember(member);
  return ksasOfMember(member);
}

/** The same of a member that has been looked at. */
export function ksasOfMember({ scores }: GroupMember): readonly MemberKsa[] {
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
export function assertMember(member: GroupMember): void {
  if (!isRecord(member)) throw new GroupsError('groups.invalid-worker', 'There is no member.', '');
  const { workerNo, scores } = member;
  if (!Number.isSafeInteger(workerNo) || workerNo < 1)
    throw new GroupsError('groups.invalid-worker', `${workerNo} is no worker's number.`, '/workerNo');
  if (!isListOfRecords(scores))
    throw new GroupsError('groups.invalid-score', `Worker ${workerNo} has no list of scores.`, '/scores');
  let former = 0;
  scores.forEach((score, index) => {
    const { profileVersionNo, profile } = score;
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
    assertCompiled(profile, `${at}/profile`);
    for (const column of ['attained', 'verified', 'expiresAt'] as const)
      if (!isRecord(score[column]) || score[column].length !== profile.slotCount)
        throw new GroupsError(
          'groups.results-do-not-match-profile',
          `${who} has a score that is not of profile version ${profileVersionNo} with its ${profile.slotCount} requirements.`,
          `${at}/${column}`,
        );
    assertScore(score, who, at);
  });
}

/** Throws a typed error that names the KSA unless each requirement has a level, a yes or no, and a time. */
function assertScore({ profile, attained, verified, expiresAt }: MemberScore, who: string, at: string): void {
  const { maxLevel, slotCount, requirements } = profile;
  const nameOf = (slot: number): string => `KSA ${requirements[slot]?.ksaCode} of ${who}`;
  for (let slot = 0; slot < slotCount; slot += 1) {
    const level = attained[slot] as number;
    if (level !== unknownLevel && !isLevel(level, maxLevel))
      assertAttained(profile, slot, level, `${at}/attained`);
  }
  for (let slot = 0; slot < slotCount; slot += 1) {
    if (verified[slot] === 0 || verified[slot] === 1) continue;
    throw new GroupsError(
      'groups.invalid-score',
      `${nameOf(slot)} is verified, 1, or not, 0, and not ${verified[slot]}.`,
      `${at}/verified/${slot}`,
    );
  }
  // Such a column holds instants alone.
  if (expiresAt instanceof Int32Array) return;
  for (let slot = 0; slot < slotCount; slot += 1)
    assertInstant(expiresAt[slot] as number, `the expiry of ${nameOf(slot)}`, `${at}/expiresAt/${slot}`);
}
