import { isList, isListOfRecords, isRecord } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { assertMaxLevel } from '../scales/proficiency-scale.ts';
import { type GroupTotals, type KsaTotals, type ProfileTotals, tenthCount } from './group-totals.ts';
import { GroupsError } from './groups.errors.ts';

const ksaCounts = ['required', 'met', 'short', 'unknown', 'verified', 'expiring', 'metNumbers'] as const;
const profileCounts = [
  'scores',
  'low',
  'high',
  'qualified',
  'notQualified',
  'notYetKnown',
  'qualifiedNumbers',
] as const;

/** Throws a typed error that names the place unless a group's totals are sums and counts, each list in its order. */
export function assertTotals(totals: GroupTotals, pointer: string): void {
  if (!isRecord(totals)) throw invalidTotals('A group comes as its totals.', pointer);
  const { maxLevel, profiles, ksas } = totals;
  assertMaxLevel(maxLevel, `${pointer}/maxLevel`);
  assertProfileTotals(profiles, `${pointer}/profiles`);
  assertKsaTotals(ksas, `${pointer}/ksas`);
  let former = -Infinity;
  for (let index = 0; index < ksas.length; index += 1) {
    const { ksaNo, atLevel } = ksas[index] as KsaTotals;
    if (atLevel.length !== maxLevel + 1)
      throw invalidTotals(
        `KSA number ${ksaNo} is not counted by the levels 0 to ${maxLevel}.`,
        `${pointer}/ksas/${index}/atLevel`,
      );
    if (ksaNo <= former)
      throw invalidTotals(
        `KSA number ${ksaNo} comes twice or out of order.`,
        `${pointer}/ksas/${index}/ksaNo`,
      );
    former = ksaNo;
  }
  for (const [index, { profileVersionNo }] of profiles.entries())
    if (index > 0 && profileVersionNo <= (profiles[index - 1]?.profileVersionNo ?? 0))
      throw invalidTotals(
        `Profile version ${profileVersionNo} comes twice or out of order.`,
        `${pointer}/profiles/${index}/profileVersionNo`,
      );
}

/** Throws `groups.invalid-totals`, naming the place, unless these are totals by role profile. */
export function assertProfileTotals(profiles: readonly ProfileTotals[], pointer = '/profiles'): void {
  if (!isListOfRecords(profiles)) throw invalidTotals('Totals by role profile come as a list.', pointer);
  for (const [index, totals] of profiles.entries()) {
    const { profileVersionNo, denominator, lowTenths, highTenths } = totals;
    const at = `${pointer}/${index}`;
    if (!isCount(profileVersionNo) || profileVersionNo < 1)
      throw invalidTotals(`${profileVersionNo} is no profile version's number.`, `${at}/profileVersionNo`);
    const what = `profile version ${profileVersionNo}`;
    if (!isCount(denominator) || denominator < 1)
      throw invalidTotals(`Scores of ${what} cannot be over ${denominator}.`, `${at}/denominator`);
    assertCounts(totals, profileCounts, what, at);
    if (!areCounts(lowTenths) || lowTenths.length !== tenthCount)
      throw invalidTotals(`The tenths of ${what} are ${tenthCount} counts.`, `${at}/lowTenths`);
    if (!areCounts(highTenths) || highTenths.length !== tenthCount)
      throw invalidTotals(`The tenths of ${what} are ${tenthCount} counts.`, `${at}/highTenths`);
  }
}

/** Throws `groups.invalid-totals`, naming the place, unless these are totals by KSA. */
export function assertKsaTotals(ksas: readonly KsaTotals[], pointer = '/ksas'): void {
  if (!isListOfRecords(ksas)) throw invalidTotals('Totals by KSA come as a list.', pointer);
  for (let index = 0; index < ksas.length; index += 1) {
    const totals = ksas[index] as KsaTotals;
    // Words are made for what is wrong alone: an organisation has a hundred thousand of these.
    if (areOfKsa(totals)) continue;
    const { ksaNo } = totals;
    const at = `${pointer}/${index}`;
    if (!isKsaNo(ksaNo)) throw invalidTotals(`${ksaNo} is no KSA number.`, `${at}/ksaNo`);
    assertCounts(totals, ksaCounts, `KSA number ${ksaNo}`, at);
    throw invalidTotals(`What is attained of KSA number ${ksaNo} is no list of counts.`, `${at}/atLevel`);
  }
}

function areOfKsa(totals: KsaTotals): boolean {
  const { ksaNo, required, met, short, unknown, verified, atLevel, expiring, metNumbers } = totals;
  return (
    isKsaNo(ksaNo) &&
    isCount(required) &&
    isCount(met) &&
    isCount(short) &&
    isCount(unknown) &&
    isCount(verified) &&
    isCount(expiring) &&
    isCount(metNumbers) &&
    areCounts(atLevel)
  );
}

/** Whether it is a whole number from 0 on that adds up exactly. */
function isCount(given: number): boolean {
  return Number.isSafeInteger(given) && given >= 0;
}

function areCounts(given: readonly number[]): boolean {
  if (!isList(given)) return false;
  for (let place = 0; place < given.length; place += 1) if (!isCount(given[place] as number)) return false;
  return true;
}

function assertCounts<Name extends string>(
  totals: Readonly<Record<Name, number>>,
  names: readonly Name[],
  what: string,
  at: string,
): void {
  for (const name of names) {
    if (isCount(totals[name])) continue;
    throw invalidTotals(
      `"${name}" of ${what} must be a whole number from 0 on, not ${totals[name]}.`,
      `${at}/${name}`,
    );
  }
}

function invalidTotals(message: string, pointer: string): GroupsError {
  return new GroupsError('groups.invalid-totals', message, pointer);
}
