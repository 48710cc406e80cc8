import { compareCodes } from '../frameworks/ksa-code.ts';
import { assertKsaTotals } from './assert-totals.ts';
import type { KsaTotals } from './group-totals.ts';
import { GroupsError } from './groups.errors.ts';

/**
 * The gaps that most workers share: every KSA that somebody is short in, by how many are short, the most first; of as
 * many, by how many more may turn out to be (unknown), then by KSA code. (Domain design, "Team, site and
 * organisation".) Throws `groups.invalid-totals`.
 */
export function sharedGaps<Totals extends KsaTotals & { readonly ksaCode: string }>(
  ksas: readonly Totals[],
): Totals[] {
  assertKsaTotals(ksas);
  for (const [index, { ksaNo, ksaCode }] of ksas.entries())
    if (typeof ksaCode !== 'string')
      throw new GroupsError(
        'groups.invalid-totals',
        `KSA number ${ksaNo} has no code.`,
        `/ksas/${index}/ksaCode`,
      );
  return ksas
    .filter(({ short }) => short > 0)
    .sort((a, b) => b.short - a.short || b.unknown - a.unknown || compareCodes(a.ksaCode, b.ksaCode));
}
