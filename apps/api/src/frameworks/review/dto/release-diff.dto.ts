import { z } from 'zod';
import { type AreaChange, itemKinds, releaseStates, type WordedField } from '#domain';
import type { Release } from '../../framework.types.ts';
import type { ItemSide, OccupationSide, ToldDiff } from '../release-diff.service.ts';

const itemChanges = [
  ...(['added', 'reworded', 'moved', 'recoded', 'ordered'] as const),
  ...(['split', 'merged', 'retired'] as const),
] as const;
const areaChanges = ['added', 'renamed', 'retired'] as const;
const occupationChanges = ['added', 'changed', 'retired'] as const;

const releaseSide = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  framework: z.string(),
  state: z.enum(releaseStates),
});

const itemSide = z
  .strictObject({
    id: z.uuid().meta({ description: 'In the release of this side.' }),
    lineage: z.uuid(),
    code: z.string(),
    kind: z.enum(itemKinds),
    parentCode: z.string().nullable(),
    title: z.string(),
    definition: z.string().nullable(),
    definitionSource: z.string().nullable(),
    provisional: z.boolean(),
  })
  .meta({ id: 'ItemSide' });

const itemChange = z
  .strictObject({
    kind: z.enum(itemChanges),
    fields: z
      .array(z.enum(['title', 'definition', 'definitionSource', 'provisional']))
      .meta({ description: 'What is worded otherwise.' }),
    before: z.array(itemSide).meta({ description: 'Empty of what is new; several of a merger.' }),
    after: z
      .array(itemSide)
      .meta({ description: 'The parts of a split; of what is retired, what replaces it.' }),
    follows: itemSide
      .nullable()
      .meta({ description: 'What it stands behind now, where its order is another; null: it is first.' }),
  })
  .meta({ id: 'ItemChange' });

const areaChange = z
  .strictObject({
    kind: z.enum(areaChanges),
    code: z.string(),
    before: z.string().nullable().meta({ description: 'Its name; null of what is new.' }),
    after: z.string().nullable().meta({ description: 'Its name; null of what is retired.' }),
  })
  .meta({ id: 'AreaChange' });

const occupationSide = z
  .strictObject({
    id: z.uuid().meta({ description: 'In the release of this side.' }),
    lineage: z.uuid(),
    title: z.string(),
    technologyArea: z.string(),
    definition: z.string().nullable(),
    selectedBy: z.int(),
    roleFamily: z.string().nullable(),
  })
  .meta({ id: 'OccupationSide' });

const occupationChange = z
  .strictObject({
    kind: z.enum(occupationChanges),
    before: z.array(occupationSide),
    after: z.array(occupationSide),
  })
  .meta({ id: 'OccupationChange' });

const selectionChange = z
  .strictObject({
    occupation: z.string(),
    technologyArea: z.string(),
    ksaCode: z.string(),
    ksa: z.string(),
    before: z.int().meta({ description: '0: not selected.' }),
    after: z.int(),
  })
  .meta({ id: 'SelectionChange' });

const countOf = <Kind extends string>(kinds: readonly Kind[]) =>
  z.strictObject(Object.fromEntries(kinds.map((kind) => [kind, z.int()])) as Record<Kind, z.ZodInt>);

export const releaseDiffCountsDto = z
  .strictObject({
    from: releaseSide,
    to: releaseSide,
    areas: countOf(areaChanges),
    items: countOf(itemChanges),
    occupations: countOf(occupationChanges),
    selections: z.int(),
  })
  .meta({ id: 'ReleaseDiffCounts' });

export type ReleaseDiffCountsDto = z.output<typeof releaseDiffCountsDto>;

export const releaseDiffDto = z
  .strictObject({
    from: releaseSide,
    to: releaseSide,
    areas: z.array(areaChange).meta({ description: 'By code; another code is another area.' }),
    items: z.array(itemChange).meta({ description: 'In code order; moved and reworded is told twice.' }),
    occupations: z.array(occupationChange).meta({ description: 'By title.' }),
    selections: z.array(selectionChange).meta({
      description:
        'Of occupations and KSAs that both releases have; not that whoever selected what was merged selects its target.',
    }),
  })
  .meta({ id: 'ReleaseDiff' });

export type ReleaseDiffDto = z.output<typeof releaseDiffDto>;

export const releaseDiffQuery = z.strictObject({
  from: z.uuid().optional().meta({ description: 'Without it, the release that this one began from.' }),
  format: z.enum(['json', 'csv']).default('json'),
});

export type ReleaseDiffQuery = z.output<typeof releaseDiffQuery>;

export const releaseDiffCountsQuery = releaseDiffQuery.pick({ from: true });

export type ReleaseDiffCountsQuery = z.output<typeof releaseDiffCountsQuery>;

const toReleaseSide = ({ id, label, framework, state }: Release) => ({ id, label, framework, state });

const toItemSide = (side: ItemSide): z.output<typeof itemSide> => ({
  id: side.id,
  lineage: side.lineage,
  code: side.code,
  kind: side.kind,
  parentCode: side.parentCode,
  title: side.title,
  definition: side.definition,
  definitionSource: side.definitionSource,
  provisional: side.provisional,
});

const toOccupationSide = (side: OccupationSide): z.output<typeof occupationSide> => ({
  id: side.id,
  lineage: side.lineage,
  title: side.title,
  technologyArea: side.technologyArea,
  definition: side.definition,
  selectedBy: side.selectedBy,
  roleFamily: side.roleFamily,
});

const toAreaChange = (change: AreaChange): z.output<typeof areaChange> => ({
  kind: change.kind,
  code: (change.kind === 'retired' ? change.before : change.after).code,
  before: change.kind === 'added' ? null : change.before.name,
  after: change.kind === 'retired' ? null : change.after.name,
});

export function toReleaseDiffDto(diff: ToldDiff): ReleaseDiffDto {
  return {
    from: toReleaseSide(diff.from),
    to: toReleaseSide(diff.to),
    areas: diff.areas.map(toAreaChange),
    items: diff.items.map(({ kind, fields, before, after, follows }) => ({
      kind,
      fields: [...fields],
      before: before.map(toItemSide),
      after: after.map(toItemSide),
      follows: follows && toItemSide(follows),
    })),
    occupations: diff.occupations.map(({ kind, before, after }) => ({
      kind,
      before: before.map(toOccupationSide),
      after: after.map(toOccupationSide),
    })),
    selections: diff.selections.map(({ occupation, ksa, before, after }) => ({
      occupation: occupation.title,
      technologyArea: occupation.technologyArea,
      ksaCode: ksa.code,
      ksa: ksa.title,
      before,
      after,
    })),
  };
}

export function toReleaseDiffCountsDto(diff: ToldDiff): ReleaseDiffCountsDto {
  return {
    from: toReleaseSide(diff.from),
    to: toReleaseSide(diff.to),
    areas: counted(areaChanges, diff.areas),
    items: counted(itemChanges, diff.items),
    occupations: counted(occupationChanges, diff.occupations),
    selections: diff.selections.length,
  };
}

function counted<Kind extends string>(
  kinds: readonly Kind[],
  changes: readonly { readonly kind: Kind }[],
): Record<Kind, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

const HEADER = ['subject', 'change', 'code', 'title', 'field', 'before', 'after'];

/** One line a difference; what was worded otherwise gets one a field. */
export function toReleaseDiffRows({
  areas,
  items,
  occupations,
  selections,
}: ToldDiff): (string | number | null)[][] {
  const list = (sides: readonly { readonly code?: string; readonly title: string }[]) =>
    sides.map(({ code, title }) => (code === undefined ? title : `${code} ${title}`)).join('; ');
  return [
    HEADER,
    ...areas
      .map(toAreaChange)
      .map(({ kind, code, before, after }) => [
        ...['technology-area', kind, code, after ?? before, kind === 'renamed' ? 'name' : ''],
        before,
        after,
      ]),
    ...items.flatMap(({ kind, fields, before, after, follows }) => {
      const [was] = before;
      const [is] = after;
      const named = kind === 'added' || kind === 'merged' ? is : was;
      const row = (field: string, from: string | null, to: string | null) => [
        'item',
        kind,
        named?.code ?? '',
        named?.title ?? '',
        field,
        from,
        to,
      ];
      switch (kind) {
        case 'reworded':
          return fields.map((field) => row(field, wordOf(was, field), wordOf(is, field)));
        case 'recoded':
          return [row('code', was?.code ?? null, is?.code ?? null)];
        case 'moved':
          return [row('place', placed(before), placed(after))];
        case 'ordered':
          return [row('order', null, follows === null ? 'first' : `after ${list([follows])}`)];
        case 'added':
        case 'split':
        case 'merged':
        case 'retired':
          return [row('', list(before), list(after))];
      }
    }),
    ...occupations.flatMap(({ kind, before, after }) => {
      const [was, is] = [before[0], after[0]];
      const shown = was ?? is;
      const title = shown === undefined ? '' : titled(shown).title;
      if (kind !== 'changed' || was === undefined || is === undefined)
        return [['occupation', kind, '', title, '', list(before.map(titled)), list(after.map(titled))]];
      return OCCUPATION_FIELDS.filter((field) => was[field] !== is[field]).map((field) => [
        ...['occupation', kind, '', title, field],
        was[field],
        is[field],
      ]);
    }),
    ...selections.map(({ occupation, ksa, before, after }) => [
      ...['selection', 'changed', ksa.code, ksa.title, titled(occupation).title],
      before,
      after,
    ]),
  ];
}

const OCCUPATION_FIELDS = ['title', 'technologyArea', 'definition', 'selectedBy', 'roleFamily'] as const;

/** Several areas may have an occupation of one title. */
const titled = ({ title, technologyArea }: Pick<OccupationSide, 'title' | 'technologyArea'>) => ({
  title: `${title} (${technologyArea})`,
});

const placed = ([side]: readonly ItemSide[]): string =>
  side === undefined ? '' : `${side.code} under ${side.parentCode ?? 'nothing'}`;

function wordOf(side: ItemSide | undefined, field: WordedField): string | null {
  if (side === undefined) return null;
  return field === 'provisional' ? (side.provisional ? 'yes' : 'no') : side[field];
}
