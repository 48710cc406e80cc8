import { compareCodes } from '../frameworks/ksa-code.ts';
import type { KsaTotals } from './group-totals.ts';

/**
 * The gaps that most workers share: every KSA that somebody is short in, by how many are short, the most first; of as
 * many, by how many more may turn out to be (unknown), then by KSA code. (Domain design, "Team, site and
 * organisation".)
 */
export function sharedGaps<Totals extends KsaTotals & { readonly ksaCode: string }>(
  ksas: readonly Totals[],
): Totals[] {
  return ksas
    .filter(({ short }) => short > 0)
    .sort((a, b) => b.short - a.short || b.unknown - a.unknown || compareCodes(a.ksaCode, b.ksaCode));
}
