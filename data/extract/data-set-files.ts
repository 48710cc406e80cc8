import { fromCsv, toCsv } from './csv.ts';
import type {
  Framework,
  Irregularity,
  ItemKind,
  PrintedFigure,
  RoleFamily,
  TechnologyArea,
} from './framework.ts';
import { isTechnologyArea, ITEM_KINDS, ROLE_FAMILIES } from './framework.ts';

export interface DataSet extends Framework {
  readonly printed: readonly PrintedFigure[];
  readonly irregularities: readonly Irregularity[];
}

const COLUMNS = {
  'items.csv': ['code', 'kind', 'parent_code', 'title', 'definition', 'definition_source', 'provisional'],
  'occupations.csv': ['title', 'technology_area', 'selected_by', 'role_family'],
  'selections.csv': ['ksa_code', 'occupation_title', 'technology_area', 'count'],
  'printed.csv': ['figure', 'row', 'column', 'printed'],
  'irregularities.csv': ['place', 'printed', 'reading', 'reason'],
} as const;

export type DataFile = keyof typeof COLUMNS;

export const DATA_FILES = Object.keys(COLUMNS) as DataFile[];

export function toFiles(data: DataSet): Record<DataFile, string> {
  const rows: Record<DataFile, readonly (readonly string[])[]> = {
    'items.csv': data.items.map((item) => [
      item.code,
      item.kind,
      item.parentCode,
      item.title,
      item.definition,
      item.definitionSource,
      item.provisional ? 'yes' : 'no',
    ]),
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
  };
  return Object.fromEntries(DATA_FILES.map((file) => [file, toCsv(COLUMNS[file], rows[file])])) as Record<
    DataFile,
    string
  >;
}

export function fromFiles(files: Readonly<Record<DataFile, string>>): DataSet {
  return {
    items: fromCsv(files['items.csv'], COLUMNS['items.csv']).map((row) => ({
      code: row.code,
      kind: oneOf(row.kind, ITEM_KINDS) satisfies ItemKind,
      parentCode: row.parent_code,
      title: row.title,
      definition: row.definition,
      definitionSource: row.definition_source,
      provisional: row.provisional === 'yes',
    })),
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
  };
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
