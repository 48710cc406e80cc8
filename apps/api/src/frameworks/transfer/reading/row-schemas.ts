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

/** What the issues of a row say, and in which of its fields. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): { field: string | null; problem: string }[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: key, problem: 'is not known' }));
    const [field] = issue.path;
    return [{ field: field === undefined ? null : String(field), problem: issue.message }];
  });
}
