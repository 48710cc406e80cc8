import { FrameworksError } from './frameworks.errors.ts';

/** The kinds of items of a release, from the top down. (NIST AMS 600-20, appendix C.) */
export const itemKinds = ['tier', 'competency', 'sub-competency', 'ksa'] as const;

export type ItemKind = (typeof itemKinds)[number];

/** One item of a release. `code` is unique within the release; `parentCode` is `null` for a tier alone. */
export interface ReleaseItem {
  readonly code: string;
  readonly kind: ItemKind;
  readonly parentCode: string | null;
  readonly title: string;
  readonly definition: string | null;
  /** The whole number that ratings and requirements know a KSA by; `null` for what is not assessed. */
  readonly ksaNo: number | null;
}

/** Throws `frameworks.invalid-kind` unless it is one of the kinds. */
export function assertItemKind(kind: ItemKind): void {
  if (itemKinds.includes(kind)) return;
  throw new FrameworksError('frameworks.invalid-kind', `"${kind}" is no kind of item.`, '/kind');
}
