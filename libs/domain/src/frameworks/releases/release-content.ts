import type { ItemKind } from '../release-item.ts';

/** What a release consists of. Items and occupations are known by their lineage, whatever their code and wording. */
export interface ReleaseContent {
  readonly areas: readonly AreaContent[];
  /** Siblings in their order. */
  readonly items: readonly ItemContent[];
  readonly occupations: readonly OccupationContent[];
  readonly selections: readonly SelectionContent[];
  /** What became of what the release that this one began from had. */
  readonly successions: readonly Succession[];
}

export interface AreaContent {
  /** Unique in the release. */
  readonly code: string;
  readonly name: string;
}

export interface ItemContent {
  readonly lineage: string;
  readonly code: string;
  readonly kind: ItemKind;
  /** Null for a tier. */
  readonly parent: string | null;
  readonly title: string;
  readonly definition: string | null;
  readonly definitionSource: string | null;
  readonly provisional: boolean;
}

export interface OccupationContent {
  readonly lineage: string;
  readonly title: string;
  /** By its code. */
  readonly technologyArea: string;
  readonly definition: string | null;
  /** How many institutes named it: 1 and up. */
  readonly selectedBy: number;
  readonly roleFamily: string | null;
}

/** That an occupation selects a KSA, and how often its source says so: 1 and up. */
export interface SelectionContent {
  readonly occupation: string;
  readonly ksa: string;
  readonly count: number;
}

/**
 * What became of an item or occupation: one part of it (`split`, one of several), all of it together with others
 * (`merged`), or what stands in for it now that it is retired (`to` is null when nothing does). Where `from` and `to` are
 * the same lineage, it goes on itself as that part or target.
 */
export interface Succession {
  readonly subject: 'item' | 'occupation';
  readonly kind: 'split' | 'merged' | 'retired';
  readonly from: string;
  readonly to: string | null;
}
