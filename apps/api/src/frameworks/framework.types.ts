import type { ItemKind, TechnologyArea } from '#domain';

export interface Release {
  readonly id: string;
  readonly label: string;
  readonly state: 'draft' | 'published';
  readonly publishedOn: string;
  readonly framework: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly contentHash: string;
  readonly ksaCount: number;
  readonly occupationCount: number;
}

export interface Item {
  readonly id: string;
  readonly releaseId: string;
  readonly code: string;
  readonly kind: ItemKind;
  readonly parentId: string | null;
  readonly title: string;
  readonly definition: string | null;
  readonly definitionSource: string | null;
  readonly provisional: boolean;
  readonly ksaNo: number | null;
  readonly position: number;
  /** How many occupations select it; of an item above KSAs, how many select any KSA in it. */
  readonly occupationCount: number;
  /** How many KSAs it holds; 1 of a KSA itself. */
  readonly ksaCount: number;
}

export interface Ksa extends Item {
  readonly kind: 'ksa';
  readonly ksaNo: number;
}

export interface Occupation {
  readonly id: string;
  readonly releaseId: string;
  readonly title: string;
  readonly technologyArea: TechnologyArea;
  readonly selectedBy: number;
  readonly roleFamily: string | null;
  readonly ksaCount: number;
}

/** That an occupation selects a KSA, and how often the source prints it. */
export interface Selection {
  readonly occupationId: string;
  readonly ksaId: string;
  readonly count: number;
}
