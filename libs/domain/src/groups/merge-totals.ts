import { isList } from '../given.ts';
import { assertTotals } from './assert-totals.ts';
import { GroupsError } from './groups.errors.ts';
import {
  type GroupTotals,
  type KsaTotals,
  type Mutable,
  noTotals,
  type ProfileTotals,
} from './group-totals.ts';

/**
 * The totals of two groups that share no member. Associative and commutative; `noTotals` is neutral. Throws
 * `groups.totals-do-not-match` when they are on different scales or disagree on a profile version's denominator, and
 * `groups.invalid-totals`, naming the place, as the others here do.
 */
export function mergeTotals(a: GroupTotals, b: GroupTotals): GroupTotals {
  assertTotals(a, '/a');
  assertTotals(b, '/b');
  return combine(a, b, 1);
}

/**
 * What is left of a group without one that is part of it: the inverse of merging, to the bit. Throws
 * `groups.totals-do-not-match` when it is no part of it, since a count would fall below 0.
 */
export function subtractTotals(whole: GroupTotals, part: GroupTotals): GroupTotals {
  assertTotals(whole, '/whole');
  assertTotals(part, '/part');
  return combine(whole, part, -1);
}

/** What merging them all, one after the other, gives; in one pass, since an organisation has thousands of teams. */
export function sumOfTotals(maxLevel: number, all: readonly GroupTotals[]): GroupTotals {
  const { maxLevel: upTo } = noTotals(maxLevel);
  if (!isList(all)) throw new GroupsError('groups.invalid-totals', 'Groups come as a list.', '/all');
  for (const [index, totals] of all.entries()) assertTotals(totals, `/all/${index}`);
  const profiles = new Map<number, Mutable<ProfileTotals>>();
  const ksas = new Map<number, Mutable<KsaTotals>>();
  for (const totals of all) {
    assertSameScale(upTo, totals.maxLevel, '/all');
    for (const profile of totals.profiles) {
      const sum = profiles.get(profile.profileVersionNo);
      if (sum === undefined) {
        const { lowTenths, highTenths } = profile;
        const begun = { ...profile, lowTenths: [...lowTenths], highTenths: [...highTenths] };
        profiles.set(profile.profileVersionNo, begun);
      } else addProfile(sum, profile, '/all');
    }
    for (const ksa of totals.ksas) {
      const sum = ksas.get(ksa.ksaNo);
      if (sum === undefined) ksas.set(ksa.ksaNo, { ...ksa, atLevel: [...ksa.atLevel] });
      else addKsa(sum, ksa);
    }
  }
  return {
    maxLevel: upTo,
    profiles: [...profiles.values()].sort((a, b) => a.profileVersionNo - b.profileVersionNo),
    ksas: [...ksas.values()].sort((a, b) => a.ksaNo - b.ksaNo),
  };
}

function addProfile(sum: Mutable<ProfileTotals>, other: ProfileTotals, pointer: string): void {
  assertSameDenominator(sum, other, pointer);
  sum.scores += other.scores;
  sum.low += other.low;
  sum.high += other.high;
  sum.qualified += other.qualified;
  sum.notQualified += other.notQualified;
  sum.notYetKnown += other.notYetKnown;
  sum.qualifiedNumbers += other.qualifiedNumbers;
  addEach(sum.lowTenths, other.lowTenths);
  addEach(sum.highTenths, other.highTenths);
}

function addKsa(sum: Mutable<KsaTotals>, other: KsaTotals): void {
  sum.required += other.required;
  sum.met += other.met;
  sum.short += other.short;
  sum.unknown += other.unknown;
  sum.verified += other.verified;
  sum.expiring += other.expiring;
  sum.metNumbers += other.metNumbers;
  addEach(sum.atLevel, other.atLevel);
}

function addEach(sums: number[], others: readonly number[]): void {
  for (let place = 0; place < sums.length; place += 1)
    sums[place] = (sums[place] as number) + (others[place] ?? 0);
}

type Sign = 1 | -1;

function combine(a: GroupTotals, b: GroupTotals, sign: Sign): GroupTotals {
  const pointer = sign === 1 ? '/b' : '/part';
  assertSameScale(a.maxLevel, b.maxLevel, pointer);
  return {
    maxLevel: a.maxLevel,
    profiles: byKey(
      a.profiles,
      b.profiles,
      ({ profileVersionNo }) => profileVersionNo,
      (left, right) => combineProfiles(left, right, sign, pointer),
    ).filter(({ scores }) => scores !== 0),
    ksas: byKey(
      a.ksas,
      b.ksas,
      ({ ksaNo }) => ksaNo,
      (left, right) => combineKsas(left, right, sign, pointer),
    ).filter(({ required }) => required !== 0),
  };
}

/** Two lists, each in the order of its key, as one. */
function byKey<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => number,
  combined: (left: Item | undefined, right: Item) => Item,
): Item[] {
  const all: Item[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    const order = a === undefined ? 1 : b === undefined ? -1 : keyOf(a) - keyOf(b);
    all.push(order < 0 ? (a as Item) : combined(order === 0 ? a : undefined, b as Item));
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return all;
}

function combineProfiles(
  a: ProfileTotals | undefined,
  b: ProfileTotals,
  sign: Sign,
  pointer: string,
): ProfileTotals {
  const { profileVersionNo, denominator } = b;
  if (a !== undefined) assertSameDenominator(a, b, pointer);
  const count = counting(`profile version ${profileVersionNo}`, sign, pointer);
  return {
    profileVersionNo,
    denominator,
    scores: count(a?.scores, b.scores),
    low: count(a?.low, b.low),
    high: count(a?.high, b.high),
    qualified: count(a?.qualified, b.qualified),
    notQualified: count(a?.notQualified, b.notQualified),
    notYetKnown: count(a?.notYetKnown, b.notYetKnown),
    qualifiedNumbers: count(a?.qualifiedNumbers, b.qualifiedNumbers),
    lowTenths: b.lowTenths.map((number, tenth) => count(a?.lowTenths[tenth], number)),
    highTenths: b.highTenths.map((number, tenth) => count(a?.highTenths[tenth], number)),
  };
}

function combineKsas(a: KsaTotals | undefined, b: KsaTotals, sign: Sign, pointer: string): KsaTotals {
  const count = counting(`KSA number ${b.ksaNo}`, sign, pointer);
  return {
    ksaNo: b.ksaNo,
    required: count(a?.required, b.required),
    met: count(a?.met, b.met),
    short: count(a?.short, b.short),
    unknown: count(a?.unknown, b.unknown),
    verified: count(a?.verified, b.verified),
    atLevel: b.atLevel.map((number, level) => count(a?.atLevel[level], number)),
    expiring: count(a?.expiring, b.expiring),
    metNumbers: count(a?.metNumbers, b.metNumbers),
  };
}

function counting(what: string, sign: Sign, pointer: string) {
  return (a = 0, b: number): number => {
    const sum = a + sign * b;
    if (sum < 0) throw mismatch(`The group does not contain what is taken away from it of ${what}.`, pointer);
    return sum;
  };
}

function assertSameScale(one: number, other: number, pointer: string): void {
  if (one !== other)
    throw mismatch(`Totals up to level ${one} do not go with totals up to level ${other}.`, pointer);
}

function assertSameDenominator(one: ProfileTotals, other: ProfileTotals, pointer: string): void {
  if (one.denominator !== other.denominator)
    throw mismatch(
      `Scores of profile version ${one.profileVersionNo} over ${one.denominator} do not go with scores over ${other.denominator}.`,
      pointer,
    );
}

const mismatch = (message: string, pointer: string): GroupsError =>
  new GroupsError('groups.totals-do-not-match', message, pointer);
