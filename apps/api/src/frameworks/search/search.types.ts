import type { ItemKind } from '#domain';

/** By what a hit was found, the best first: hits are ranked by it. */
export const matches = [
  'code',
  'code-prefix',
  'title',
  'title-prefix',
  'title-part',
  'definition',
  'title-similar',
  'definition-similar',
] as const;

export type Match = (typeof matches)[number];

/** As the database gives it. */
export interface FoundRow {
  readonly id: string;
  readonly lineage: string;
  readonly kind: ItemKind | 'occupation';
  readonly releaseId: string;
  /** Null of an occupation. */
  readonly code: string | null;
  readonly title: string;
  readonly definition: string | null;
  /** Null of an item. */
  readonly technologyAreaName: string | null;
  /** The place of its match in `matches`, from 0. */
  readonly rank: number;
  /** How well it matches among those of its rank: 0 to 1. */
  readonly score: number;
}

/** From `start` up to, not including, `end`, in UTF-16 code units of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Highlight extends Range {
  readonly field: 'code' | 'title' | 'excerpt';
}

export interface Hit extends Omit<FoundRow, 'rank' | 'definition' | 'lineage'> {
  readonly match: Match;
  readonly framework: string;
  readonly releaseLabel: string;
  /** Where the definition has what was searched for; null when it was found by code or title. */
  readonly excerpt: string | null;
  readonly highlights: readonly Highlight[];
}

export interface NearDuplicate {
  readonly id: string;
  readonly code: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly definition: string | null;
  /** Trigram similarity, 0 to 1. */
  readonly titleSimilarity: number;
  /** Null when one of the two has no definition. */
  readonly definitionSimilarity: number | null;
}
