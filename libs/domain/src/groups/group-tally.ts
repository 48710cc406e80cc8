import { scoreRequirements, unknownLevel } from '../gaps/score-requirements.ts';
import type { Instant } from '../ratings/instant.ts';
import { GroupsError } from './groups.errors.ts';
import {
  assertMember,
  type GroupMember,
  memberKsas,
  type MemberKsa,
  type MemberScore,
} from './group-member.ts';
import {
  type GroupTotals,
  type KsaTotals,
  noTotals,
  type ProfileTotals,
  tenthCount,
} from './group-totals.ts';

type Mutable<Totals> = {
  -readonly [Key in keyof Totals]: Totals[Key] extends readonly number[] ? number[] : Totals[Key];
};

/**
 * Adds up a group, member after member, in one pass; the order of the members changes nothing. (Domain design, "Team,
 * site and organisation".)
 */
export class GroupTally {
  readonly #maxLevel: number;
  readonly #expiringBefore: Instant;
  readonly #profiles = new Map<number, Mutable<ProfileTotals>>();
  readonly #ksas = new Map<number, Mutable<KsaTotals>>();

  /** `expiringBefore`: who meets a KSA by a rating that no longer counts then is counted as expiring. */
  constructor(maxLevel: number, expiringBefore: Instant) {
    noTotals(maxLevel, expiringBefore);
    this.#maxLevel = maxLevel;
    this.#expiringBefore = expiringBefore;
  }

  /** Throws a typed error that names the member or the KSA when something is out of range; nothing is added then. */
  add(member: GroupMember): void {
    assertMember(member);
    const scored = member.scores.map((score) => {
      if (score.profile.maxLevel !== this.#maxLevel)
        throw new GroupsError(
          'groups.totals-do-not-match',
          `Profile version ${score.profileVersionNo} is up to level ${score.profile.maxLevel}, the group up to ${this.#maxLevel}.`,
        );
      const former = this.#profiles.get(score.profileVersionNo);
      if (former !== undefined && former.denominator !== score.profile.denominator)
        throw new GroupsError(
          'groups.totals-do-not-match',
          `Profile version ${score.profileVersionNo} comes with two denominators: it is not one version.`,
        );
      return scoreRequirements(score.profile, score.attained, score.verified);
    });
    member.scores.forEach((score, index) =>
      this.#addScore(member.workerNo, score, scored[index] as ReturnType<typeof scoreRequirements>),
    );
    for (const ksa of memberKsas(member)) this.#addKsa(member.workerNo, ksa);
  }

  totals(): GroupTotals {
    const profiles = [...this.#profiles.values()].map((totals) => ({
      ...totals,
      lowTenths: [...totals.lowTenths],
      highTenths: [...totals.highTenths],
    }));
    const ksas = [...this.#ksas.values()].map((totals) => ({ ...totals, atLevel: [...totals.atLevel] }));
    return {
      maxLevel: this.#maxLevel,
      expiringBefore: this.#expiringBefore,
      profiles: profiles.sort((a, b) => a.profileVersionNo - b.profileVersionNo),
      ksas: ksas.sort((a, b) => a.ksaNo - b.ksaNo),
    };
  }

  #addScore(
    workerNo: number,
    { profileVersionNo }: MemberScore,
    { low, high, denominator, criticalShort, criticalOpen }: ReturnType<typeof scoreRequirements>,
  ): void {
    let totals = this.#profiles.get(profileVersionNo);
    if (totals === undefined) {
      totals = emptyProfile(profileVersionNo, denominator);
      this.#profiles.set(profileVersionNo, totals);
    }
    totals.scores += 1;
    totals.low += low;
    totals.high += high;
    increment(totals.lowTenths, tenthOf(low, denominator));
    increment(totals.highTenths, tenthOf(high, denominator));
    if (criticalShort > 0) totals.notQualified += 1;
    else if (criticalOpen > 0) totals.notYetKnown += 1;
    else {
      totals.qualified += 1;
      totals.onlyQualified = totals.qualified === 1 ? workerNo : null;
    }
  }

  #addKsa(workerNo: number, { ksaNo, requiredLevel, attained, verified, expiresAt }: MemberKsa): void {
    let totals = this.#ksas.get(ksaNo);
    if (totals === undefined) {
      totals = emptyKsa(ksaNo, this.#maxLevel);
      this.#ksas.set(ksaNo, totals);
    }
    totals.required += 1;
    if (verified) totals.verified += 1;
    if (attained === unknownLevel) {
      totals.unknown += 1;
      return;
    }
    increment(totals.atLevel, attained);
    if (attained < requiredLevel) {
      totals.short += 1;
      return;
    }
    totals.met += 1;
    totals.onlyMetBy = totals.met === 1 ? workerNo : null;
    if (expiresAt < this.#expiringBefore) totals.expiring += 1;
  }
}

/**
 * floor(10 · numerator / denominator), 0 … 10. The quotient of whole numbers far under 2^53 is rounded to the nearest
 * double, which reaches a whole number from below only beyond 2^52: the floor is exact.
 */
function tenthOf(numerator: number, denominator: number): number {
  return Math.floor((10 * numerator) / denominator);
}

function increment(counts: number[], place: number): void {
  counts[place] = (counts[place] as number) + 1;
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

function emptyProfile(profileVersionNo: number, denominator: number): Mutable<ProfileTotals> {
  return {
    profileVersionNo,
    denominator,
    scores: 0,
    low: 0,
    high: 0,
    qualified: 0,
    notQualified: 0,
    notYetKnown: 0,
    onlyQualified: null,
    lowTenths: zeros(tenthCount),
    highTenths: zeros(tenthCount),
  };
}

function emptyKsa(ksaNo: number, maxLevel: number): Mutable<KsaTotals> {
  return {
    ksaNo,
    required: 0,
    met: 0,
    short: 0,
    unknown: 0,
    verified: 0,
    atLevel: zeros(maxLevel + 1),
    expiring: 0,
    onlyMetBy: null,
  };
}
