import { z } from 'zod';
import { associationKinds, itemKinds } from '#domain';
import { listQuery } from '#platform/http/list';
import type { CrosswalkGap } from '../crosswalk.types.ts';

export const crosswalkGapDto = z
  .strictObject({
    id: z.uuid(),
    releaseId: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.enum(itemKinds),
    above: z
      .strictObject({ id: z.uuid(), code: z.string(), title: z.string() })
      .nullable()
      .meta({ description: 'The nearest item above it that has a partner.' }),
  })
  .meta({ id: 'CrosswalkGap' });

export type CrosswalkGapDto = z.output<typeof crosswalkGapDto>;

export const crosswalkGapsQuery = listQuery({
  sort: ['code'],
  filter: {
    side: z.enum(['from', 'to']).default('from'),
    releaseId: z.uuid().optional(),
    kinds: z.array(z.enum(itemKinds)).optional(),
    partnerKinds: z
      .array(z.enum(associationKinds))
      .optional()
      .meta({ description: 'Which associations make a partner; all, unless named.' }),
  },
});

export type CrosswalkGapsQuery = z.output<typeof crosswalkGapsQuery>;

export function toCrosswalkGapDto({ item, above }: CrosswalkGap): CrosswalkGapDto {
  const { id, releaseId, code, title, kind } = item;
  return {
    ...{ id, releaseId, code, title, kind },
    above: above && { id: above.id, code: above.code, title: above.title },
  };
}
