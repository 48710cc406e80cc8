import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';
import type { Crosswalk } from '../crosswalk.types.ts';

const side = z.strictObject({ frameworkId: z.uuid(), framework: z.string() });

export const crosswalkDto = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    source: z.string().meta({ description: 'Where its associations come from, as a whole.' }),
    from: side,
    to: side,
    associationCount: z.int(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .meta({ id: 'Crosswalk' });

export type CrosswalkDto = z.output<typeof crosswalkDto>;

const wording = { title: oneLine(200).min(1), source: oneLine(1000) };

export const createCrosswalkDto = z
  .strictObject({
    fromFrameworkId: z.uuid(),
    toFrameworkId: z
      .uuid()
      .meta({ description: 'The same framework: its items are compared among each other.' }),
    title: wording.title,
    source: wording.source.default(''),
  })
  .meta({ id: 'CreateCrosswalk' });

export type CreateCrosswalkDto = z.output<typeof createCrosswalkDto>;

export const editCrosswalkDto = z
  .strictObject({ title: wording.title.optional(), source: wording.source.optional() })
  .meta({ id: 'EditCrosswalk', description: 'What is left out stays.' });

export type EditCrosswalkDto = z.output<typeof editCrosswalkDto>;

export const crosswalksQuery = listQuery({
  sort: ['to', 'title', 'associationCount'],
  filter: { id: z.array(z.uuid()).max(500).optional(), frameworkId: z.uuid().optional() },
});

export type CrosswalksQuery = z.output<typeof crosswalksQuery>;

export function toCrosswalkDto(crosswalk: Crosswalk): CrosswalkDto {
  const { id, title, source, from, to, associationCount, createdAt, createdBy } = crosswalk;
  return { id, title, source, from, to, associationCount, createdAt: createdAt.toISOString(), createdBy };
}
