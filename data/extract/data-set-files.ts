import { fromCsv, toCsv } from './csv.ts';
import type {
  Framework,
  Irregularity,
  Item,
  ItemKind,
  NamedAssociation,
  NamedFramework,
  PrintedFigure,
  RoleFamily,
  TechnologyArea,
} from './framework.ts';
import { isTechnologyArea, ITEM_KINDS, NAMED_FRAMEWORKS, ROLE_FAMILIES } from './framework.ts';

export interface DataSet extends Framework {
  readonly printed: readonly PrintedFigure[];
  readonly irregularities: readonly Irregularity[];
  readonly associations: readonly NamedAssociation[];
  readonly named: Readonly<Record<NamedFramework, readonly Item[]>>;
}

const COLUMNS = {
  'items.csv': ['code', 'kind', 'parent_code', 'title', 'definition', 'definition_source', 'provisional'],
  'occupations.csv': ['title', 'technology_area', 'selected_by', 'role_family'],
  'selections.csv': ['ksa_code', 'occupation_title', 'technology_area', 'count'],
  'printed.csv': ['figure', 'row', 'column', 'printed'],
  'irregularities.csv': ['place', 'printed', 'reading', 'reason'],
  'crosswalks.csv': ['from_code', 'to_framework', 'to_code', 'kind', 'note', 'source'],
} as const;

/** A release consists of the three; of another framework the report names no occupation. */
const RELEASE_FILES = ['items.csv', 'occupations.csv', 'selections.csv'] as const;

type NamedFile = `named/${NamedFramework}/${(typeof RELEASE_FILES)[number]}`;

export type DataFile = keyof typeof COLUMNS | NamedFile;

export const DATA_FILES: readonly DataFile[] = [
  ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]),
  ...NAMED_FRAMEWORKS.flatMap((framework) =>
    RELEASE_FILES.map((file): NamedFile => `named/${framework}/${file}`),
  ),
];

export function toFiles(data: DataSet): Record<DataFile, string> {
  const rows: Record<keyof typeof COLUMNS, readonly (readonly string[])[]> = {
    'items.csv': data.items.map(itemRow),
    'occupations.csv': data.occupations.map((occupation) => [
      occupation.title,
      occupation.technologyArea,
      String(occupation.selectedBy),
      occupation.roleFamily ?? '',
    ]),
    'selections.csv': data.selections.map((selection) => [
      selection.ksaCode,
      selection.occupationTitle,
      selection.technologyArea,
      String(selection.count),
    ]),
    'printed.csv': data.printed.map(({ figure, row, column, printed }) => [figure, row, column, printed]),
    'irregularities.csv': data.irregularities.map(({ place, printed, reading, reason }) => [
      place,
      printed,
      reading,
      reason,
    ]),
    'crosswalks.csv': data.associations.map(({ fromCode, framework, toCode, kind, note, source }) => [
      fromCode,
      framework,
      toCode,
      kind,
      note,
      source,
    ]),
  };
  const own = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((file) => [
    file,
    toCsv(COLUMNS[file], rows[file]),
  ]);
  const named = NAMED_FRAMEWORKS.flatMap((framework) =>
    RELEASE_FILES.map((file) => [
      `named/${framework}/${file}`,
      toCsv(COLUMNS[file], file === 'items.csv' ? data.named[framework].map(itemRow) : []),
    ]),
  );
  return Object.fromEntries([...own, ...named]) as Record<DataFile, string>;
}

function itemRow(item: Item): string[] {
  return [
    item.code,
    item.kind,
    item.parentCode,
    item.title,
    item.definition,
    item.definitionSource,
    item.provisional ? 'yes' : 'no',
  ];
}

export function fromFiles(files: Readonly<Record<DataFile, string>>): DataSet {
  return {
    items: itemsFrom(files['items.csv']),
    occupations: fromCsv(files['occupations.csv'], COLUMNS['occupations.csv']).map((row) => ({
      title: row.title,
      technologyArea: area(row.technology_area),
      selectedBy: Number(row.selected_by),
      roleFamily:
        row.role_family === '' ? undefined : (oneOf(row.role_family, ROLE_FAMILIES) satisfies RoleFamily),
    })),
    selections: fromCsv(files['selections.csv'], COLUMNS['selections.csv']).map((row) => ({
      ksaCode: row.ksa_code,
      occupationTitle: row.occupation_title,
      technologyArea: area(row.technology_area),
      count: Number(row.count),
    })),
    printed: fromCsv(files['printed.csv'], COLUMNS['printed.csv']),
    irregularities: fromCsv(files['irregularities.csv'], COLUMNS['irregularities.csv']),
    associations: fromCsv(files['crosswalks.csv'], COLUMNS['crosswalks.csv']).map((row) => ({
      fromCode: row.from_code,
      framework: oneOf(row.to_framework, NAMED_FRAMEWORKS),
      toCode: row.to_code,
      kind: oneOf(row.kind, ['exact', 'related']),
      note: row.note,
      source: row.source,
    })),
    named: Object.fromEntries(
      NAMED_FRAMEWORKS.map((framework) => [framework, itemsFrom(files[`named/${framework}/items.csv`])]),
    ) as Record<NamedFramework, Item[]>,
  };
}

function itemsFrom(file: string): Item[] {
  return fromCsv(file, COLUMNS['items.csv']).map((row) => ({
    code: row.code,
    kind: oneOf(row.kind, ITEM_KINDS) satisfies ItemKind,
    parentCode: row.parent_code,
    title: row.title,
    definition: row.definition,
    definitionSource: row.definition_source,
    provisional: row.provisional === 'yes',
  }));
}

function area(text: string): TechnologyArea {
  if (!isTechnologyArea(text)) throw new Error(`"${text}" is no technology area`);
  return text;
}

function oneOf<Value extends string>(text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${values.join(', ')}`);
  return found;
}
