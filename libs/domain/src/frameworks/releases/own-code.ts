import { assertCode } from '../ksa-code.ts';

/**
 * The part of a code that is the item's own: what stands after its parent's code and a dot, or the whole code where it
 * does not begin so. It stays when the parent gets another code. Throws `frameworks.invalid-code`.
 */
export function ownPartOfCode(code: string, parentCode: string | null): string {
  assertCode(code, '/code');
  assertParentCode(parentCode);
  if (parentCode === null || !code.startsWith(`${parentCode}.`)) return code;
  return code.slice(parentCode.length + 1);
}

/** Throws `frameworks.invalid-code` unless it is a code, or null. */
export function assertParentCode(parentCode: string | null): void {
  if (parentCode !== null) assertCode(parentCode, '/parentCode');
}
