import { GroupsError } from './groups.errors.ts';
import type { GroupTotals, KsaTotals, ProfileTotals } from './group-totals.ts';

/**
 * The totals of two groups that share no member. Associative and commutative; `noTotals` is neutral. Throws
 * `groups.totals-do-not-match` when they are on different scales, count expiries before different dates, or disagree on
 * a profile version's denominator.
 */
export function mergeTotals(a: GroupTotals, b: GroupTotals): GroupTotals {
  if (a.maxLevel !== b.maxLevel || a.expiringBefore !== b.expiringBefore) {
    throw new GroupsError(
      'groups.totals-do-not-match',
      `Totals up to level ${a.maxLevel} with expiries before ${a.expiringBefore} do not add to totals up to level ` +
        `${b.maxLevel} with expiries before ${b.expiringBefore}.`,
    );
  }
  return {
    maxLevel: a.maxLevel,
    expiringBefore: a.expiringBefore,
    profiles: mergeByKey(a.profiles, b.profiles, ({ profileVersionNo }) => profileVersionNo, mergeProfile),
    ksas: mergeByKey(a.ksas, b.ksas, ({ ksaNo }) => ksaNo, mergeKsa),
  };
}

/** Two lists, each in the order of its key, as one; what both have is merged. */
function mergeByKey<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => number,
  merge: (a: Item, b: Item) => Item,
): Item[] {
  const merged: Item[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    const order = a === undefined ? 1 : b === undefined ? -1 : keyOf(a) - keyOf(b);
    merged.push(order === 0 ? merge(a as Item, b as Item) : ((order < 0 ? a : b) as Item));
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return merged;
}

function mergeProfile(a: ProfileTotals, b: ProfileTotals): ProfileTotals {
  if (a.denominator !== b.denominator) {
    throw new GroupsError(
      'groups.totals-do-not-match',
      `Scores of profile version ${a.profileVersionNo} over ${a.denominator} do not add to scores over ${b.denominator}.`,
    );
  }
  return {
    profileVersionNo: a.profileVersionNo,
    denominator: a.denominator,
    scores: a.scores + b.scores,
    low: a.low + b.low,
    high: a.high + b.high,
    qualified: a.qualified + b.qualified,
    notQualified: a.notQualified + b.notQualified,
    notYetKnown: a.notYetKnown + b.notYetKnown,
    onlyQualified: theOnly(a.qualified + b.qualified, a.onlyQualified, b.onlyQualified),
    lowTenths: addEach(a.lowTenths, b.lowTenths),
    highTenths: addEach(a.highTenths, b.highTenths),
  };
}

function mergeKsa(a: KsaTotals, b: KsaTotals): KsaTotals {
  return {
    ksaNo: a.ksaNo,
    required: a.required + b.required,
    met: a.met + b.met,
    short: a.short + b.short,
    unknown: a.unknown + b.unknown,
    verified: a.verified + b.verified,
    atLevel: addEach(a.atLevel, b.atLevel),
    expiring: a.expiring + b.expiring,
    onlyMetBy: theOnly(a.met + b.met, a.onlyMetBy, b.onlyMetBy),
  };
}

const addEach = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((count, index) => count + (b[index] ?? 0));

/** Whoever is alone in one of two groups is alone in both together only when the other has none. */
const theOnly = (count: number, a: number | null, b: number | null): number | null =>
  count === 1 ? (a ?? b) : null;
