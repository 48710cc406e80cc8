import { z } from 'zod';
import { itemKinds, longestCode } from '#domain';
import { oneLine, someLines } from '#platform/http/text';
import { isOwnCode } from '../../own-code.ts';
import { reason } from './draft.dto.ts';

const title = oneLine(300).min(1);
const definition = someLines(8000)
  .nullable()
  .transform((text) => (text === '' ? null : text));
const source = oneLine(500)
  .nullable()
  .transform((text) => (text === '' ? null : text));
export const code = oneLine(longestCode)
  .min(1)
  .regex(/^[^\s.]+(?:\.[^\s.]+)*$/u, 'is parts without spaces, with dots between them')
  // Requirements and ratings name both by code.
  .refine((given) => !isOwnCode(given), 'is kept for what an organisation has of its own')
  .meta({ description: 'Unique in the release; without one the next free under the parent.' });

const wording = {
  title,
  definition: definition.default(null),
  definitionSource: source.default(null),
  provisional: z.boolean().default(false),
};

export const addItemDto = z
  .strictObject({
    kind: z.enum(itemKinds),
    parentId: z.uuid().nullable().meta({ description: 'Null for a tier.' }),
    ...wording,
    code: code.optional(),
    before: z
      .uuid()
      .optional()
      .meta({ description: 'The sibling to stand before; without one it stands last.' }),
    reason,
  })
  .meta({ id: 'AddItem' });

export type AddItemDto = z.output<typeof addItemDto>;

export const editItemDto = z
  .strictObject({
    title: title.optional(),
    definition: definition.optional(),
    definitionSource: source.optional(),
    provisional: z.boolean().optional(),
    code: code.optional(),
    reason,
  })
  .meta({
    id: 'EditItem',
    description: 'What is left out stays. Another code goes on to what the item holds.',
  });

export type EditItemDto = z.output<typeof editItemDto>;

export const moveItemDto = z
  .strictObject({
    parentId: z.uuid().nullable(),
    before: z
      .uuid()
      .optional()
      .meta({ description: 'The sibling to stand before; without one it stands last.' }),
    keepCode: z.boolean().default(false).meta({
      description: 'Under another parent the item gets the next free code there, unless it keeps its own.',
    }),
    reason,
  })
  .meta({ id: 'MoveItem' });

export type MoveItemDto = z.output<typeof moveItemDto>;

export const splitItemDto = z
  .strictObject({
    parts: z
      .array(z.strictObject({ ...wording, code: code.optional() }))
      .min(2)
      .max(20),
    keeps: z.int().min(0).max(19).nullable().default(null).meta({
      description:
        'The place of the part that the item goes on as, with its ratings; null: all parts are new, and the item ends.',
    }),
    reason,
  })
  .refine(({ parts, keeps }) => keeps === null || keeps < parts.length, {
    path: ['keeps'],
    message: 'names no part',
  })
  .meta({ id: 'SplitItem' });

export type SplitItemDto = z.output<typeof splitItemDto>;

const seenItem = z.strictObject({ id: z.uuid(), version: z.int() }).meta({
  id: 'SeenItem',
  description: 'An item as the editor has seen it: of another version, nothing is done.',
});

export const mergeItemsDto = z
  .strictObject({
    items: z.array(seenItem).min(2).max(50),
    into: z.uuid().nullable().meta({
      description: 'The one of them that goes on, with its ratings; null: a new item in the first’s place.',
    }),
    wording: z.strictObject(wording).optional().meta({ description: 'Of the item that comes out of it.' }),
    reason,
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, {
    path: ['items'],
    message: 'names an item twice',
  })
  .refine(({ items, into }) => into === null || items.some(({ id }) => id === into), {
    path: ['into'],
    message: 'is none of the items',
  })
  .refine(({ into, wording: given }) => into !== null || given !== undefined, {
    path: ['wording'],
    message: 'is needed for a new item',
  })
  .meta({ id: 'MergeItems' });

export type MergeItemsDto = z.output<typeof mergeItemsDto>;

export const restoreItemDto = z
  .strictObject({
    lineage: z.uuid().meta({ description: 'Of an item of the release that the draft began from.' }),
    reason,
  })
  .meta({ id: 'RestoreItem' });

export type RestoreItemDto = z.output<typeof restoreItemDto>;

export const retireItemDto = z
  .strictObject({
    replacedBy: z
      .array(z.uuid())
      .max(20)
      .meta({ description: 'Items of the draft that stand in for it; none: nothing does.' }),
    parts: z
      .array(seenItem)
      .max(20_000)
      .default([])
      .meta({ description: 'All that it holds, at whatever depth: it is retired with it.' }),
    reason,
  })
  .meta({ id: 'RetireItem' });

export type RetireItemDto = z.output<typeof retireItemDto>;
