import type { ItemKind, ReleaseState } from '#domain';

/** As it is stored. */
export interface StoredRelease {
  readonly id: string;
  readonly label: string;
  readonly state: ReleaseState;
  /** Null until it is published. */
  readonly publishedOn: string | null;
  readonly frameworkId: string;
  readonly framework: string;
  /** Of the framework that role profiles begin from. */
  readonly isBasis: boolean;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  /** The release that it began as a copy of. */
  readonly basedOn: string | null;
  /** Goes up with each edit of a draft. */
  readonly revision: number;
  /** Another one whenever the content is another one. */
  readonly contentHash: string;
  /** Of what the reader's organisation has of its own beside it: 0 when it has nothing. */
  readonly extensionRevision: number;
}

export interface ReleaseCounts {
  readonly ksaCount: number;
  readonly occupationCount: number;
}

export interface Release extends StoredRelease, ReleaseCounts {}

/** As it is stored. */
export interface StoredItem {
  readonly id: string;
  readonly releaseId: string;
  /** What the item is, whatever its release, code and wording. */
  readonly lineage: string;
  readonly version: number;
  readonly code: string;
  readonly kind: ItemKind;
  readonly parentId: string | null;
  readonly title: string;
  readonly definition: string | null;
  readonly definitionSource: string | null;
  readonly provisional: boolean;
  /** Null of what is not assessed, and of a KSA that is new in a draft. */
  readonly ksaNo: number | null;
  /** Its place in the tree, parents first; as stored, its place among its siblings. */
  readonly position: number;
}

export interface Item extends StoredItem {
  /** How many occupations select it; of an item above KSAs, how many select any KSA in it. */
  readonly occupationCount: number;
  /** How many KSAs it holds; 1 of a KSA itself. */
  readonly ksaCount: number;
}

/** One that ratings may name. */
export interface Ksa extends Item {
  readonly kind: 'ksa';
  readonly ksaNo: number;
}

export interface TechnologyArea {
  readonly code: string;
  readonly name: string;
}

/** As it is stored. */
export interface StoredOccupation {
  readonly id: string;
  readonly releaseId: string;
  readonly lineage: string;
  readonly version: number;
  readonly title: string;
  readonly definition: string | null;
  /** By its code in the release. */
  readonly technologyArea: string;
  readonly technologyAreaName: string;
  readonly selectedBy: number;
  readonly roleFamily: string | null;
}

export interface Occupation extends StoredOccupation {
  readonly ksaCount: number;
}

/** That an occupation selects a KSA, and how often the source prints it. */
export interface Selection {
  readonly occupationId: string;
  readonly ksaId: string;
  readonly count: number;
}
