import { isWhole } from '../given.ts';
import { assertKsaTotals } from '../groups/assert-totals.ts';
import type { KsaCover } from '../groups/cover.ts';
import { WhatIfError } from './what-if.errors.ts';

/** How the cover of one KSA would change; null on a side where nobody is asked for it and no minimum is set. */
export interface CoverChange {
  readonly ksaNo: number;
  readonly before: KsaCover | null;
  readonly after: KsaCover | null;
  /** Asked for after, and nobody meets it then who did before, or who was asked. */
  readonly newlyZeroCover: boolean;
  /** Exactly one worker meets it after, and not before. */
  readonly newlySinglePointOfFailure: boolean;
  readonly newlyBelowMinimum: boolean;
}

/**
 * The KSAs of which other numbers of workers would be asked, meet them, are short or unknown, by number: two covers as
 * `ksaCover` gives them, of the same group before and after. Throws `groups.invalid-totals` and `what-if.invalid-cover`,
 * naming the KSA.
 */
export function coverChanges(before: readonly KsaCover[], after: readonly KsaCover[]): CoverChange[] {
  assertCover(before, '/before');
  assertCover(after, '/after');
  const was = new Map(before.map((cover) => [cover.ksaNo, cover]));
  const is = new Map(after.map((cover) => [cover.ksaNo, cover]));
  const ksaNos = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b);
  return ksaNos
    .map((ksaNo) => ({ ksaNo, before: was.get(ksaNo) ?? null, after: is.get(ksaNo) ?? null }))
    .filter(({ before: one, after: other }) => !isSameCover(one, other))
    .map((change) => ({
      ...change,
      newlyZeroCover: isNew(change.before, change.after, (cover) => cover.zeroCover && cover.required > 0),
      newlySinglePointOfFailure: isNew(change.before, change.after, (cover) => cover.singlePointOfFailure),
      newlyBelowMinimum: isNew(change.before, change.after, (cover) => cover.belowMinimum),
    }));
}

function assertCover(covers: readonly KsaCover[], pointer: string): void {
  assertKsaTotals(covers, pointer);
  for (const [index, cover] of covers.entries()) {
    const refuse = (field: keyof KsaCover): never => {
      const detail = `"${field}" of the cover of KSA number ${cover.ksaNo} is none.`;
      throw new WhatIfError('what-if.invalid-cover', detail, `${pointer}/${index}/${field}`);
    };
    for (const flag of ['zeroCover', 'singlePointOfFailure', 'belowMinimum'] as const)
      if (typeof cover[flag] !== 'boolean') refuse(flag);
    for (const number of ['minimum', 'onlyMetBy'] as const)
      if (cover[number] !== null && !isWhole(cover[number], 0, Number.MAX_SAFE_INTEGER)) refuse(number);
  }
}

function isNew(
  before: KsaCover | null,
  after: KsaCover | null,
  holds: (cover: KsaCover) => boolean,
): boolean {
  return after !== null && holds(after) && !(before !== null && holds(before));
}

function isSameCover(a: KsaCover | null, b: KsaCover | null): boolean {
  if (a === null || b === null) return a === b;
  return (['required', 'met', 'short', 'unknown', 'verified'] as const).every(
    (count) => a[count] === b[count],
  );
}
