import { z } from 'zod';
import { itemKinds } from '#domain';
import type { Item } from '../framework.types.ts';
import type { ItemDetail } from '../frameworks.service.ts';
import { occupationDto, toOccupationDto } from './occupation.dto.ts';

export const itemDto = z
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
    provisional: z.boolean().meta({ description: 'The publisher marks it as not settled yet.' }),
    occupationCount: z.int().meta({ description: 'How many occupations select it, or a KSA in it.' }),
    ksaCount: z.int().meta({ description: 'How many KSAs it holds; 1 of a KSA itself.' }),
  })
  .meta({ id: 'Item' });

export type ItemDto = z.output<typeof itemDto>;

export const itemDetailDto = z
  .strictObject({
    ...itemDto.shape,
    definitionSource: z.string().nullable(),
    ancestors: z.array(itemDto).meta({ description: 'From the tier down to the parent.' }),
    children: z.array(itemDto),
    occupations: z.array(occupationDto),
  })
  .meta({ id: 'ItemDetail' });

export type ItemDetailDto = z.output<typeof itemDetailDto>;

export function toItemDto(item: Item): ItemDto {
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
    provisional: item.provisional,
    occupationCount: item.occupationCount,
    ksaCount: item.ksaCount,
  };
}

export function toItemDetailDto({ item, ancestors, children, occupations }: ItemDetail): ItemDetailDto {
  return {
    ...toItemDto(item),
    definitionSource: item.definitionSource,
    ancestors: ancestors.map(toItemDto),
    children: children.map(toItemDto),
    occupations: occupations.map(toOccupationDto),
  };
}
