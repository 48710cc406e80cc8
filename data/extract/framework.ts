import {
  type CompiledRelease,
  compileRelease,
  type ItemKind,
  itemKinds,
  type PrintedFigure,
  technologyAreaNames,
  type TechnologyArea,
  technologyAreas,
} from '#domain';

/** The data set that the extraction makes: the framework of one release, as rows. */

/** In the order in which the report's figures print their columns. */
export const TECHNOLOGY_AREAS = technologyAreas;

export const ITEM_KINDS = itemKinds;

export type { ItemKind, PrintedFigure, TechnologyArea };

/** Table 1 sorts the occupations that it names into these two; the report lists the members of no other role family. */
export const ROLE_FAMILIES = ['engineer/scientist', 'technician/operator'] as const;

export type RoleFamily = (typeof ROLE_FAMILIES)[number];

export interface Item {
  readonly code: string;
  readonly kind: ItemKind;
  /** Empty for a tier. */
  readonly parentCode: string;
  readonly title: string;
  /** Empty where Table 18 prints none. */
  readonly definition: string;
  readonly definitionSource: string;
  readonly provisional: boolean;
}

/** A title is an occupation only together with its technology area. */
export interface Occupation {
  readonly title: string;
  readonly technologyArea: TechnologyArea;
  readonly selectedBy: number;
  readonly roleFamily: RoleFamily | undefined;
}

export interface Selection {
  readonly ksaCode: string;
  readonly occupationTitle: string;
  readonly technologyArea: TechnologyArea;
  /** How often Table 19 prints the occupation under the KSA. */
  readonly count: number;
}

export interface Framework {
  readonly items: readonly Item[];
  readonly occupations: readonly Occupation[];
  readonly selections: readonly Selection[];
}

/** The other frameworks that the report names items of, by the folder of what it says about them. */
export const NAMED_FRAMEWORKS = ['dol-amcm', 'dol-bcm', 'dol-itcm', 'nice'] as const;

export type NamedFramework = (typeof NAMED_FRAMEWORKS)[number];

/** That the report names an item of another framework beside one of its own. */
export interface NamedAssociation {
  readonly fromCode: string;
  readonly framework: NamedFramework;
  readonly toCode: string;
  readonly kind: 'exact' | 'related';
  /** What is printed. */
  readonly note: string;
  readonly source: string;
}

export interface Irregularity {
  readonly place: string;
  readonly printed: string;
  readonly reading: string;
  readonly reason: string;
}

export function isTechnologyArea(text: string): text is TechnologyArea {
  return (TECHNOLOGY_AREAS as readonly string[]).includes(text);
}

export function byAreaThenTitle(
  a: { readonly technologyArea: TechnologyArea; readonly title: string },
  b: { readonly technologyArea: TechnologyArea; readonly title: string },
): number {
  return (
    TECHNOLOGY_AREAS.indexOf(a.technologyArea) - TECHNOLOGY_AREAS.indexOf(b.technologyArea) ||
    compareText(a.title, b.title)
  );
}

/** By code unit, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The framework as the domain analyses it; codes are its ids, and an occupation's is its area with its title. */
export function compiled({ items, occupations, selections }: Framework): CompiledRelease {
  const idOf = (title: string, area: TechnologyArea) => `${area}/${title}`;
  const named = new Set(occupations.map(({ technologyArea }) => technologyArea));
  return compileRelease({
    areas: TECHNOLOGY_AREAS.filter((code) => named.has(code)).map((code) => ({
      code,
      name: technologyAreaNames[code],
    })),
    items: items.map(({ code, kind, parentCode, title }) => ({
      id: code,
      code,
      kind,
      parentId: parentCode === '' ? null : parentCode,
      title,
    })),
    occupations: occupations.map(({ title, technologyArea, selectedBy }) => ({
      id: idOf(title, technologyArea),
      title,
      technologyArea,
      selectedBy,
    })),
    selections: selections.map(({ ksaCode, occupationTitle, technologyArea, count }) => ({
      ksaId: ksaCode,
      occupationId: idOf(occupationTitle, technologyArea),
      count,
    })),
  });
}
