import { isList } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';
import { assertCode } from '../ksa-code.ts';
import { assertItemKind, type ItemKind } from '../release-item.ts';
import { assertParentCode, ownPartOfCode } from './own-code.ts';

/** Digits of an item's own part of its code: X.X.XX.XX. (NIST AMS 600-20, appendix C.) */
const DIGITS: Readonly<Record<ItemKind, number>> = { tier: 1, competency: 1, 'sub-competency': 2, ksa: 2 };

/**
 * The next free code for a new item of a kind: one more than the highest number among its siblings' own parts, which
 * need not be numbers; gaps that a retired item has left are not filled, since its code may still be known to people.
 * Throws `frameworks.invalid-kind` and `frameworks.invalid-code`, naming the place.
 *
 * @param siblings the codes of all that stands under the same parent, retired ones of former releases included
 */
export function nextCode(kind: ItemKind, parentCode: string | null, siblings: readonly string[]): string {
  assertItemKind(kind);
  assertParentCode(parentCode);
  if (!isList(siblings))
    throw new FrameworksError('frameworks.invalid-code', 'Codes come as a list.', '/siblings');
  let highest = 0;
  for (const [place, code] of siblings.entries()) {
    assertCode(code, `/siblings/${place}`);
    if (parentCode !== null && !code.startsWith(`${parentCode}.`)) continue;
    const own = ownPartOfCode(code, parentCode);
    if (/^\d{1,9}$/.test(own)) highest = Math.max(highest, Number(own));
  }
  const own = String(highest + 1).padStart(DIGITS[kind], '0');
  return parentCode === null ? own : `${parentCode}.${own}`;
}
