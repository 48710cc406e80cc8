import type { ItemKind, TechnologyArea } from '#domain';

export interface ReleaseDescription {
  readonly framework: {
    readonly uri: string;
    readonly name: string;
    readonly publisher: string;
    readonly licence: string;
    /** False: it is there to be compared with, and role profiles never begin from it. */
    readonly isBasis?: boolean | undefined;
  };
  readonly release: {
    readonly uri: string;
    readonly label: string;
    readonly publishedOn: string;
    readonly attribution: string;
  };
}

export interface ItemContent {
  readonly code: string;
  readonly kind: ItemKind;
  readonly parentCode: string | null;
  readonly title: string;
  readonly definition: string | null;
  readonly definitionSource: string | null;
  readonly provisional: boolean;
}

export interface OccupationContent {
  readonly title: string;
  readonly technologyArea: TechnologyArea;
  readonly selectedBy: number;
  readonly roleFamily: string | null;
}

export interface SelectionContent {
  readonly ksaCode: string;
  readonly occupationTitle: string;
  readonly technologyArea: TechnologyArea;
  readonly count: number;
}

/** One release as its files say it: items in code order, the rest in the files' own order. */
export interface ReleaseContent {
  readonly description: ReleaseDescription;
  readonly items: readonly ItemContent[];
  readonly occupations: readonly OccupationContent[];
  readonly selections: readonly SelectionContent[];
}
