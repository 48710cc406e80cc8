import type { TechnologyAreaCode } from '../technology-area.ts';

export const ITEM_KINDS = ['tier', 'competency', 'sub-competency', 'ksa'] as const;

export type ItemKind = (typeof ITEM_KINDS)[number];

export interface ReleaseDescription {
  readonly framework: { readonly uri: string; readonly name: string; readonly publisher: string; readonly licence: string };
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
  readonly technologyArea: TechnologyAreaCode;
  readonly selectedBy: number;
  readonly roleFamily: string | null;
}

export interface SelectionContent {
  readonly ksaCode: string;
  readonly occupationTitle: string;
  readonly technologyArea: TechnologyAreaCode;
  readonly count: number;
}

/** One release as its files say it: items in code order, the rest in the files' own order. */
export interface ReleaseContent {
  readonly description: ReleaseDescription;
  readonly items: readonly ItemContent[];
  readonly occupations: readonly OccupationContent[];
  readonly selections: readonly SelectionContent[];
}

/** `4.2.10` comes after `4.2.9`: the parts of a code are numbers. */
export function byCode(left: { readonly code: string }, right: { readonly code: string }): number {
  const lefts = left.code.split('.');
  const rights = right.code.split('.');
  for (let place = 0; place < Math.min(lefts.length, rights.length); place += 1) {
    const difference = Number(lefts[place]) - Number(rights[place]);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}
