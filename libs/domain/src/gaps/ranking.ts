import { compareCodes } from '../frameworks/ksa-code.ts';
import type { RequirementView } from './requirement-view.ts';

/**
 * The order in which requirements are read: what is open before what is met; of the open, critical before the others,
 * then by what it withholds from readiness (the shortfall; of an unknown its share, which it can hide), the largest
 * first, then by KSA code. What is met goes by KSA code. For `sort`.
 */
export function compareByRank(a: RequirementView, b: RequirementView): number {
  const aIsMet = a.status === 'met';
  const bIsMet = b.status === 'met';
  if (aIsMet !== bIsMet) return aIsMet ? 1 : -1;
  if (!aIsMet) {
    if (a.critical !== b.critical) return a.critical ? -1 : 1;
    const order = withheld(b) - withheld(a);
    if (order !== 0) return order;
  }
  return compareCodes(a.ksaCode, b.ksaCode);
}

function withheld({ status, share, shortfall }: RequirementView): number {
  return status === 'unknown' ? share : shortfall;
}
