import { z } from 'zod';
import { itemKinds } from '#domain';
import type { StoredItem } from '../../framework.types.ts';

export const draftItemDto = z
  .strictObject({
    id: z.uuid(),
    releaseId: z.uuid(),
    lineage: z.uuid().meta({ description: 'What the item is in every release.' }),
    version: z.int().meta({ description: 'What an edit names as If-Match.' }),
    code: z.string(),
    kind: z.enum(itemKinds),
    parentId: z.uuid().nullable(),
    title: z.string(),
    definition: z.string().nullable(),
    definitionSource: z.string().nullable(),
    provisional: z.boolean(),
  })
  .meta({ id: 'DraftItem' });

export type DraftItemDto = z.output<typeof draftItemDto>;

export function toDraftItemDto(item: StoredItem): DraftItemDto {
  return {
    id: item.id,
    releaseId: item.releaseId,
    lineage: item.lineage,
    version: item.version,
    code: item.code,
    kind: item.kind,
    parentId: item.parentId,
    title: item.title,
    definition: item.definition,
    definitionSource: item.definitionSource,
    provisional: item.provisional,
  };
}
