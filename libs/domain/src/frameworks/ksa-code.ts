import { FrameworksError } from './frameworks.errors.ts';

/**
 * The parts of a framework's KSA code X.X.XX.XX, for example 4.2.06.09 = tier 4, competency 4.2, sub-competency
 * 4.2.06, KSA 09. (NIST AMS 600-20, appendix C.)
 */
export interface KsaCodeParts {
  readonly tier: string;
  readonly competency: string;
  readonly subCompetency: string;
  readonly ksa: string;
}

/** Of any item's code, an organisation's own among them; in characters. */
export const longestCode = 60;

const ksaCodePattern = /^(((\d)\.\d)\.\d{2})\.\d{2}$/;

export function isKsaCode(code: string): boolean {
  return typeof code === 'string' && ksaCodePattern.test(code);
}

/** The codes of a KSA and of what is above it; throws `frameworks.invalid-ksa-code`. */
export function parseKsaCode(code: string): KsaCodeParts {
  const [, subCompetency, competency, tier] = ksaCodePattern.exec(typeof code === 'string' ? code : '') ?? [];
  if (subCompetency === undefined || competency === undefined || tier === undefined) {
    throw new FrameworksError(
      'frameworks.invalid-ksa-code',
      `"${code}" is not a KSA code of the form X.X.XX.XX.`,
      '/code',
    );
  }
  return { tier, competency, subCompetency, ksa: code };
}

/**
 * Code order, for `sort`: part by part between the dots, numbers by value and before words, a shorter code before
 * what it begins. A total order on any codes, an organisation's own among them; 0 only for equal codes. Throws
 * `frameworks.invalid-code` for what is no text.
 */
export function compareCodes(a: string, b: string): number {
  assertCode(a, '/a');
  assertCode(b, '/b');
  const partsOfA = a.split('.');
  const partsOfB = b.split('.');
  const shared = Math.min(partsOfA.length, partsOfB.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareParts(partsOfA[index] ?? '', partsOfB[index] ?? '');
    if (order !== 0) return order;
  }
  return partsOfA.length - partsOfB.length || compareText(a, b);
}

/** Throws `frameworks.invalid-code` unless it is text. */
export function assertCode(code: string, pointer: string): void {
  if (typeof code !== 'string')
    throw new FrameworksError('frameworks.invalid-code', `${String(code)} is no code.`, pointer);
}

function compareParts(a: string, b: string): number {
  const aIsNumber = /^\d{1,15}$/.test(a);
  const bIsNumber = /^\d{1,15}$/.test(b);
  if (aIsNumber && bIsNumber) return Number(a) - Number(b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
