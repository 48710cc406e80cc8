import { type RequirementTotals, scoreRequirements, unknownLevel } from '../gaps/score-requirements.ts';
import { assertInstant, type Instant } from '../ratings/instant.ts';
import { GroupsError } from './groups.errors.ts';
import { assertMember, type GroupMember, ksasOfMember, type MemberScore } from './group-member.ts';
import {
  type GroupTotals,
  type KsaTotals,
  type Mutable,
  noTotals,
  type ProfileTotals,
  tenthCount,
} from './group-totals.ts';

/** Where each count of a KSA stands in its row of counts; the levels follow. */
const REQUIRED = 0;
const MET = 1;
const SHORT = 2;
const UNKNOWN = 3;
const VERIFIED = 4;
const EXPIRING = 5;
const MET_NUMBERS = 6;
const AT_LEVEL = 7;

/**
 * Adds up a group, member after member, in one pass; the order of the members changes nothing. (Domain design, "Team,
 * site and organisation".)
 */
export class GroupTally {
  readonly #maxLevel: number;
  readonly #expiringBefore: Instant;
  readonly #width: number;
  readonly #profiles = new Map<number, Mutable<ProfileTotals>>();
  /** Where each KSA's row of counts begins. */
  readonly #rowOfKsa = new Map<number, number>();
  /** The same for each slot of a profile version. */
  readonly #rowOfSlot = new Map<number, Int32Array>();
  #counts: Float64Array;

  /** `expiringBefore`: who meets a KSA by a rating that no longer counts then is counted as expiring. */
  constructor(maxLevel: number, expiringBefore: Instant) {
    noTotals(maxLevel);
    assertInstant(expiringBefore, 'the expiries counted', '/expiringBefore');
    this.#maxLevel = maxLevel;
    this.#expiringBefore = expiringBefore;
    this.#width = AT_LEVEL + maxLevel + 1;
    this.#counts = new Float64Array(64 * this.#width);
  }

  /** Throws a typed error that names the member or the KSA when something is out of range; nothing is added then. */
  add(member: GroupMember): void {
    assertMember(member);
    const { workerNo, scores } = member;
    const scored = scores.map((score, index) => this.#score(score, `/scores/${index}/profile`));
    scores.forEach((score, index) => this.#addScore(workerNo, score, scored[index] as RequirementTotals));
    const [only] = scores;
    if (only !== undefined && scores.length === 1) this.#addRequirements(workerNo, only);
    else
      for (const { ksaNo, requiredLevel, attained, verified, expiresAt } of ksasOfMember(member))
        this.#count(this.#rowOf(ksaNo), workerNo, requiredLevel, attained, verified, expiresAt);
  }

  totals(): GroupTotals {
    const profiles = [...this.#profiles.values()].map((totals) => ({
      ...totals,
      lowTenths: [...totals.lowTenths],
      highTenths: [...totals.highTenths],
    }));
    const ksas = [...this.#rowOfKsa].map(([ksaNo, row]) => this.#ksaTotals(ksaNo, row));
    return {
      maxLevel: this.#maxLevel,
      profiles: profiles.sort((a, b) => a.profileVersionNo - b.profileVersionNo),
      ksas: ksas.sort((a, b) => a.ksaNo - b.ksaNo),
    };
  }

  #score({ profileVersionNo, profile, attained, verified }: MemberScore, at: string): RequirementTotals {
    if (profile.maxLevel !== this.#maxLevel)
      throw new GroupsError(
        'groups.totals-do-not-match',
        `Profile version ${profileVersionNo} is up to level ${profile.maxLevel}, the group up to ${this.#maxLevel}.`,
        at,
      );
    const former = this.#profiles.get(profileVersionNo);
    if (former !== undefined && former.denominator !== profile.denominator)
      throw new GroupsError(
        'groups.totals-do-not-match',
        `Profile version ${profileVersionNo} comes with two denominators: it is not one version.`,
        at,
      );
    return scoreRequirements(profile, attained, verified);
  }

  #addScore(
    workerNo: number,
    { profileVersionNo }: MemberScore,
    { low, high, denominator, criticalShort, criticalOpen }: RequirementTotals,
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
      totals.qualifiedNumbers += workerNo;
    }
  }

  /** What `ksasOfMember` gives of one role, without an object for each. */
  #addRequirements(workerNo: number, { profileVersionNo, profile, ...score }: MemberScore): void {
    const { attained, verified, expiresAt } = score;
    let rows = this.#rowOfSlot.get(profileVersionNo);
    if (rows === undefined) {
      rows = Int32Array.from(profile.requirements, ({ ksaNo }) => this.#rowOf(ksaNo));
      this.#rowOfSlot.set(profileVersionNo, rows);
    }
    for (let slot = 0; slot < rows.length; slot += 1)
      this.#count(
        rows[slot] as number,
        workerNo,
        profile.requiredLevel[slot] as number,
        attained[slot] as number,
        verified[slot] === 1,
        expiresAt[slot] as Instant,
      );
  }

  #count(
    row: number,
    workerNo: number,
    requiredLevel: number,
    attained: number,
    verified: boolean,
    expiresAt: Instant,
  ): void {
    const counts = this.#counts;
    add(counts, row + REQUIRED, 1);
    if (verified) add(counts, row + VERIFIED, 1);
    if (attained === unknownLevel) {
      add(counts, row + UNKNOWN, 1);
      return;
    }
    add(counts, row + AT_LEVEL + attained, 1);
    if (attained < requiredLevel) {
      add(counts, row + SHORT, 1);
      return;
    }
    add(counts, row + MET, 1);
    add(counts, row + MET_NUMBERS, workerNo);
    if (expiresAt < this.#expiringBefore) add(counts, row + EXPIRING, 1);
  }

  #rowOf(ksaNo: number): number {
    const known = this.#rowOfKsa.get(ksaNo);
    if (known !== undefined) return known;
    const row = this.#rowOfKsa.size * this.#width;
    this.#rowOfKsa.set(ksaNo, row);
    if (row + this.#width > this.#counts.length) {
      const larger = new Float64Array(2 * this.#counts.length);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    return row;
  }

  #ksaTotals(ksaNo: number, row: number): KsaTotals {
    const count = (place: number): number => this.#counts[row + place] as number;
    const levels = row + AT_LEVEL;
    return {
      ksaNo,
      required: count(REQUIRED),
      met: count(MET),
      short: count(SHORT),
      unknown: count(UNKNOWN),
      verified: count(VERIFIED),
      atLevel: [...this.#counts.subarray(levels, levels + this.#maxLevel + 1)],
      expiring: count(EXPIRING),
      metNumbers: count(MET_NUMBERS),
    };
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

function add(counts: Float64Array, place: number, number: number): void {
  counts[place] = (counts[place] as number) + number;
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
    qualifiedNumbers: 0,
    lowTenths: zeros(tenthCount),
    highTenths: zeros(tenthCount),
  };
}
