import type { ItemKind } from '../release-item.ts';
import { ownPartOfCode } from './own-code.ts';

/** Digits of an item's own part of its code: X.X.XX.XX. (NIST AMS 600-20, appendix C.) */
const DIGITS: Readonly<Record<ItemKind, number>> = { tier: 1, competency: 1, 'sub-competency': 2, ksa: 2 };

/**
 * The next free code for a new item of a kind: one more than the highest number among its siblings' own parts, which
 * need not be numbers; gaps that a retired item has left are not filled, since its code may still be known to people.
 *
 * @param siblings the codes of all that stands under the same parent, retired ones of former releases included
 */
export function nextCode(kind: ItemKind, parentCode: string | null, siblings: readonly string[]): string {
  let highest = 0;
  for (const code of siblings) {
    if (parentCode !== null && !code.startsWith(`${parentCode}.`)) continue;
    const own = ownPartOfCode(code, parentCode);
    if (/^\d{1,9}$/.test(own)) highest = Math.max(highest, Number(own));
  }
  const own = String(highest + 1).padStart(DIGITS[kind], '0');
  return parentCode === null ? own : `${parentCode}.${own}`;
}
