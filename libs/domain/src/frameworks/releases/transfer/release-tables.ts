import { invalidRelease } from '../../rows.ts';
import { assertReleaseContent } from '../assert-release-content.ts';
import { assertHeads, releaseDocumentSchema, type ReleaseDocument } from './release-document.ts';
import type { ItemContent, OccupationContent } from '../release-content.ts';

/** The tables that a release is as CSV and as XLSX; each is a file or a sheet of this name. */
export const releaseTables = [
  'release',
  'technology_areas',
  'items',
  'occupations',
  'selections',
  'successions',
] as const;

export type ReleaseTable = (typeof releaseTables)[number];

/** The columns of each, in the order in which they are written. */
export const tableColumns = {
  release: ['key', 'value'],
  technology_areas: ['code', 'name'],
  items: [
    'code',
    'kind',
    'parent_code',
    'title',
    'definition',
    'definition_source',
    'provisional',
    'lineage',
  ],
  occupations: ['title', 'technology_area', 'selected_by', 'role_family', 'definition', 'lineage'],
  selections: ['ksa_code', 'occupation_title', 'technology_area', 'count'],
  successions: ['subject', 'kind', 'from_lineage', 'to_lineage'],
} as const satisfies Record<ReleaseTable, readonly string[]>;

/** What a hand-made table may leave out; an empty cell says the same. */
export const optionalColumns: Readonly<Record<ReleaseTable, readonly string[]>> = {
  release: [],
  technology_areas: [],
  items: ['definition', 'definition_source', 'provisional', 'lineage'],
  occupations: ['role_family', 'definition', 'lineage'],
  selections: [],
  successions: [],
};

/** The keys of the table `release`. */
export const headKeys = [
  'schema',
  'framework_uri',
  'framework_name',
  'publisher',
  'licence',
  'uri',
  'label',
  'state',
  'published_on',
  'based_on',
  'attribution',
] as const;

export type HeadKey = (typeof headKeys)[number];

/** What an empty cell stands for is null; the header is not among the rows. */
export type TableRow = readonly (string | number | null)[];

/**
 * Throws `frameworks.invalid-release`, naming the place.
 *
 * @param document its content in canonical order
 */
export function* tableRows(document: ReleaseDocument, table: ReleaseTable): Generator<TableRow> {
  if (!releaseTables.includes(table))
    throw invalidRelease(`There is no table ${table} of a release.`, '/table');
  assertHeads(document);
  assertReleaseContent(document.content, '/content');
  const { areas, items, occupations, selections, successions } = document.content;
  switch (table) {
    case 'release':
      yield* headRows(document);
      return;
    case 'technology_areas':
      for (const { code, name } of areas) yield [code, name];
      return;
    case 'items': {
      const codes = new Map(items.map(({ lineage, code }) => [lineage, code]));
      for (const item of items) yield itemRow(item, item.parent === null ? null : codes.get(item.parent));
      return;
    }
    case 'occupations':
      for (const occupation of occupations) yield occupationRow(occupation);
      return;
    case 'selections': {
      const codes = new Map(items.map(({ lineage, code }) => [lineage, code]));
      const byLineage = new Map(occupations.map((occupation) => [occupation.lineage, occupation]));
      for (const { occupation, ksa, count } of selections) {
        const { title, technologyArea } = byLineage.get(occupation) ?? {};
        yield [codes.get(ksa) ?? null, title ?? null, technologyArea ?? null, count];
      }
      return;
    }
    case 'successions':
      for (const { subject, kind, from, to } of successions) yield [subject, kind, from, to];
  }
}

function headRows({ framework, release }: ReleaseDocument): TableRow[] {
  const head: Readonly<Record<HeadKey, string | null>> = {
    schema: releaseDocumentSchema,
    framework_uri: framework.uri,
    framework_name: framework.name,
    publisher: framework.publisher,
    licence: framework.licence,
    uri: release.uri,
    label: release.label,
    state: release.state,
    published_on: release.publishedOn,
    based_on: release.basedOn,
    attribution: release.attribution,
  };
  return headKeys.map((key) => [key, head[key]]);
}

function itemRow(item: ItemContent, parentCode: string | null | undefined): TableRow {
  const { code, kind, title, definition, definitionSource, provisional, lineage } = item;
  return [
    code,
    kind,
    parentCode ?? null,
    title,
    definition,
    definitionSource,
    provisional ? 'yes' : 'no',
    lineage,
  ];
}

function occupationRow(occupation: OccupationContent): TableRow {
  const { title, technologyArea, selectedBy, roleFamily, definition, lineage } = occupation;
  return [title, technologyArea, selectedBy, roleFamily, definition, lineage];
}
