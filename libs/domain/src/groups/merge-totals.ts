import { GroupsError } from './groups.errors.ts';
import { type GroupTotals, type KsaTotals, noTotals, type ProfileTotals } from './group-totals.ts';

/**
 * The totals of two groups that share no member. Associative and commutative; `noTotals` is neutral. Throws
 * `groups.totals-do-not-match` when they are on different scales or disagree on a profile version's denominator.
 */
export function mergeTotals(a: GroupTotals, b: GroupTotals): GroupTotals {
  return combine(a, b, 1);
}

/**
 * What is left of a group without one that is part of it: the inverse of merging, to the bit. Throws
 * `groups.totals-do-not-match` when it is no part of it, since a count would fall below 0.
 */
export function subtractTotals(whole: GroupTotals, part: GroupTotals): GroupTotals {
  return combine(whole, part, -1);
}

/** Many at once: two by two, so that each is taken up but a few times. */
export function sumOfTotals(maxLevel: number, all: readonly GroupTotals[]): GroupTotals {
  const [first, ...others] = all;
  if (first === undefined) return noTotals(maxLevel);
  if (others.length === 0) return mergeTotals(noTotals(maxLevel), first);
  const middle = all.length >> 1;
  return mergeTotals(sumOfTotals(maxLevel, all.slice(0, middle)), sumOfTotals(maxLevel, all.slice(middle)));
}

type Sign = 1 | -1;

function combine(a: GroupTotals, b: GroupTotals, sign: Sign): GroupTotals {
  if (a.maxLevel !== b.maxLevel)
    throw mismatch(`Totals up to level ${a.maxLevel} do not go with totals up to level ${b.maxLevel}.`);
  return {
    maxLevel: a.maxLevel,
    profiles: byKey(
      a.profiles,
      b.profiles,
      ({ profileVersionNo }) => profileVersionNo,
      (left, right) => combineProfiles(left, right, sign),
    ).filter(({ scores }) => scores !== 0),
    ksas: byKey(
      a.ksas,
      b.ksas,
      ({ ksaNo }) => ksaNo,
      (left, right) => combineKsas(left, right, sign),
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

function combineProfiles(a: ProfileTotals | undefined, b: ProfileTotals, sign: Sign): ProfileTotals {
  const { profileVersionNo, denominator } = b;
  if (a !== undefined && a.denominator !== denominator)
    throw mismatch(
      `Scores of profile version ${profileVersionNo} over ${a.denominator} do not go with scores over ${denominator}.`,
    );
  const count = counting(`profile version ${profileVersionNo}`, sign);
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

function combineKsas(a: KsaTotals | undefined, b: KsaTotals, sign: Sign): KsaTotals {
  const count = counting(`KSA number ${b.ksaNo}`, sign);
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

function counting(what: string, sign: Sign) {
  return (a = 0, b: number): number => {
    const sum = a + sign * b;
    if (sum < 0) throw mismatch(`The group does not contain what is taken away from it of ${what}.`);
    return sum;
  };
}

const mismatch = (message: string): GroupsError => new GroupsError('groups.totals-do-not-match', message);
