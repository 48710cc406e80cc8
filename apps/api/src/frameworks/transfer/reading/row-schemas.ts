import { z } from 'zod';
import { itemKinds, releaseDocumentSchema, releaseStates, type ReleaseTable } from '#domain';
import { oneLine, someLines } from '#platform/http/text';
import { areaCode } from '../../curation/dto/occupation-edit.dto.ts';
import { releaseLabel } from '../../curation/dto/draft.dto.ts';
import { code } from '../../curation/dto/item-edit.dto.ts';

const emptyIsNull = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.nullable().transform((text) => (text === '' ? null : text));

const title = oneLine(300).min(1);
const definition = emptyIsNull(someLines(8000));
const source = emptyIsNull(oneLine(500));
const family = emptyIsNull(oneLine(100));
const lineage = z.uuid().toLowerCase();
const often = z.int().min(1).max(10_000);
const subject = z.enum(['item', 'occupation']);
const successionKind = z.enum(['split', 'merged', 'retired']);
const schema = z.literal(releaseDocumentSchema);
const area = { code: areaCode, name: oneLine(100).min(1) };

const frameworkHead = z.strictObject({
  uri: z.url({ protocol: /^https?$/ }).max(500),
  name: oneLine(300).min(1),
  publisher: oneLine(300).min(1),
  licence: oneLine(1000).min(1),
});

export const label = releaseLabel;

const head = {
  uri: z.url().max(1000).nullable(),
  label,
  state: z.enum(releaseStates),
  publishedOn: z.iso.date().nullable(),
  basedOn: label.nullable(),
  attribution: oneLine(1000),
};

/** The parts of the project's own JSON; lists are given row by row. */
export const jsonParts = {
  schema,
  framework: frameworkHead,
  release: z.strictObject(head),
} as const;

export const jsonRows = {
  areas: z.strictObject(area),
  items: z.strictObject({
    lineage,
    code,
    kind: z.enum(itemKinds),
    parent: lineage.nullable(),
    title,
    definition,
    definitionSource: source,
    provisional: z.boolean(),
  }),
  occupations: z.strictObject({
    lineage,
    title,
    technologyArea: areaCode,
    definition,
    selectedBy: often,
    roleFamily: family,
  }),
  selections: z.strictObject({ occupation: lineage, ksa: lineage, count: often }),
  successions: z.strictObject({
    subject,
    kind: successionKind,
    from: lineage,
    to: lineage.nullable(),
  }),
} as const;

export const jsonLists = Object.keys(jsonRows) as (keyof typeof jsonRows)[];

/** The rows of tables, by their columns: an empty cell is null, a column that is left out as well. */
export const tableSchemas = {
  technology_areas: z.strictObject(area),
  items: z.strictObject({
    code,
    kind: z.enum(itemKinds),
    parent_code: code.nullable(),
    title,
    definition,
    definition_source: source,
    provisional: z
      .enum(['yes', 'no'])
      .nullable()
      .transform((said) => said === 'yes'),
    lineage: lineage.nullable(),
  }),
  occupations: z.strictObject({
    title,
    technology_area: areaCode,
    selected_by: often,
    role_family: family,
    definition,
    lineage: lineage.nullable(),
  }),
  selections: z.strictObject({
    ksa_code: code,
    occupation_title: title,
    technology_area: areaCode,
    count: often,
  }),
  successions: z.strictObject({
    subject,
    kind: successionKind,
    from_lineage: lineage,
    to_lineage: lineage.nullable(),
  }),
} as const satisfies Record<Exclude<ReleaseTable, 'release'>, z.ZodType>;

/** The columns that hold numbers. */
export const NUMBERS: readonly string[] = ['selected_by', 'count'];

/** The table `release`, key by key; each may be missing. */
export const headSchemas = {
  schema: schema.nullable(),
  framework_uri: frameworkHead.shape.uri.nullable(),
  framework_name: frameworkHead.shape.name.nullable(),
  publisher: frameworkHead.shape.publisher.nullable(),
  licence: frameworkHead.shape.licence.nullable(),
  uri: head.uri,
  label: label.nullable(),
  state: head.state.nullable(),
  published_on: head.publishedOn,
  based_on: head.basedOn,
  attribution: head.attribution.nullable(),
} as const;

/** What a zod issue says, to whoever has to mend a file. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): { field: string | null; problem: string }[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: key, problem: 'is not known' }));
    const [field] = issue.path;
    return [{ field: field === undefined ? null : String(field), problem: wordsOf(issue) }];
  });
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === null || issue.input === undefined) return 'is empty';
      return TYPES[issue.expected] ?? `is not a ${issue.expected}`;
    case 'invalid_value':
      return issue.input === null || issue.input === undefined
        ? 'is empty'
        : `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `has more than ${issue.maximum} characters`
        : `is more than ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  int: 'is not a whole number',
  number: 'is not a whole number',
  boolean: 'is neither true nor false',
  object: 'is not an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'is no lineage, which is a UUID',
  url: 'is no address (URL)',
  date: 'is no day as 2026-06-01',
};
