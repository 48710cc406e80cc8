import type { AssociationKind, ItemKind } from '#domain';
import type { Item, Release } from '../framework.types.ts';

interface CrosswalkSide {
  readonly frameworkId: string;
  readonly framework: string;
}

export interface Crosswalk {
  readonly id: string;
  readonly title: string;
  /** Where its associations come from, as a whole. */
  readonly source: string;
  readonly version: number;
  readonly from: CrosswalkSide;
  readonly to: CrosswalkSide;
  /** Of those whose two items the reader may see. */
  readonly associationCount: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** An item as the newest release words it that the reader may see. */
export interface AssociatedItem extends CrosswalkSide {
  readonly lineage: string;
  readonly itemId: string;
  readonly code: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly releaseId: string;
  readonly releaseLabel: string;
}

/** Read from the first item to the second. */
export interface Association {
  readonly id: string;
  readonly crosswalkId: string;
  readonly crosswalkTitle: string;
  readonly kind: AssociationKind;
  /** In per cent; null: nobody has said. */
  readonly confidence: number | null;
  readonly note: string;
  readonly source: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly from: AssociatedItem;
  readonly to: AssociatedItem;
}

export type Side = 'from' | 'to';

/** An item that a crosswalk says nothing of. */
export interface CrosswalkGap {
  readonly item: Item;
  /** The nearest item above it that has a partner: what it stands in is covered as a whole. */
  readonly above: Item | null;
}

export interface CrosswalkGaps {
  readonly release: Release;
  readonly gaps: readonly CrosswalkGap[];
}
