import { z } from 'zod';
import { itemKinds } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import { type Hit, matches, type NearDuplicate } from '../search.types.ts';

const kinds = [...itemKinds, 'occupation'] as const;

export const frameworkHitDto = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the item or the occupation.' }),
    kind: z.enum(kinds),
    releaseId: z.uuid(),
    releaseLabel: z.string(),
    framework: z.string(),
    code: z.string().nullable().meta({ description: 'Null of an occupation.' }),
    title: z.string(),
    technologyAreaName: z.string().nullable().meta({ description: 'Null of an item.' }),
    excerpt: z.string().nullable().meta({ description: 'Of the definition, when it was found there.' }),
    match: z.enum(matches).meta({ description: 'By what it was found; hits are ranked in this order.' }),
    score: z.number().meta({ description: 'How well, among those found alike: 0 to 1.' }),
    highlights: z
      .array(z.strictObject({ field: z.enum(['code', 'title', 'excerpt']), start: z.int(), end: z.int() }))
      .meta({ description: 'What was found: from `start` up to, not including, `end`.' }),
  })
  .meta({ id: 'FrameworkHit' });

export type FrameworkHitDto = z.output<typeof frameworkHitDto>;

export const frameworkSearchQuery = listQuery({
  sort: ['rank'],
  filter: {
    q: oneLine(200).min(1),
    releaseId: z.uuid().optional(),
    kinds: z.array(z.enum(kinds)).min(1).optional(),
  },
});

export type FrameworkSearchQuery = z.output<typeof frameworkSearchQuery>;

export const nearDuplicateDto = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    kind: z.enum(itemKinds),
    title: z.string(),
    definition: z.string().nullable(),
    titleSimilarity: z.number().meta({ description: '0 to 1.' }),
    definitionSimilarity: z
      .number()
      .nullable()
      .meta({ description: 'Null when one of the two has no definition.' }),
  })
  .meta({ id: 'NearDuplicate' });

export type NearDuplicateDto = z.output<typeof nearDuplicateDto>;

export const nearDuplicatesQuery = z.strictObject({
  title: oneLine(300).min(1),
  definition: someLines(8000).default(''),
  except: z.uuid().optional().meta({ description: 'The item itself, when it is only worded otherwise.' }),
});

export type NearDuplicatesQuery = z.output<typeof nearDuplicatesQuery>;

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

export function toFrameworkHitDto({ score, highlights, ...hit }: Hit): FrameworkHitDto {
  return { ...hit, score: rounded(score), highlights: [...highlights] };
}

export function toNearDuplicateDto({
  titleSimilarity,
  definitionSimilarity,
  ...item
}: NearDuplicate): NearDuplicateDto {
  return {
    ...item,
    titleSimilarity: rounded(titleSimilarity),
    definitionSimilarity: definitionSimilarity === null ? null : rounded(definitionSimilarity),
  };
}
