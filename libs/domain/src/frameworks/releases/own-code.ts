/**
 * The part of a code that is the item's own: what stands after its parent's code and a dot, or the whole code where it
 * does not begin so. It stays when the parent gets another code.
 */
export function ownPartOfCode(code: string, parentCode: string | null): string {
  if (parentCode === null || !code.startsWith(`${parentCode}.`)) return code;
  return code.slice(parentCode.length + 1);
}
