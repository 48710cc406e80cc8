import { z } from 'zod';
import { associationKinds, itemKinds } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import type { Association } from '../crosswalk.types.ts';

const associatedItem = z
  .strictObject({
    lineage: z.uuid().meta({ description: 'What the item is in every release.' }),
    itemId: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.enum(itemKinds),
    releaseId: z.uuid().meta({ description: 'The newest that has the item and may be seen.' }),
    releaseLabel: z.string(),
    frameworkId: z.uuid(),
    framework: z.string(),
  })
  .meta({ id: 'AssociatedItem' });

export const associationDto = z
  .strictObject({
    id: z.uuid(),
    crosswalkId: z.uuid(),
    crosswalkTitle: z.string(),
    kind: z.enum(associationKinds).meta({
      description:
        'From the first to the second: `broader` says that the second is the more general one, `replaced-by` that it supersedes the first.',
    }),
    confidence: z.int().nullable().meta({ description: 'In per cent; null: nobody has said.' }),
    note: z.string(),
    source: z.string(),
    version: z.int().meta({ description: 'What an edit names as If-Match.' }),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
    from: associatedItem,
    to: associatedItem,
  })
  .meta({ id: 'Association' });

export type AssociationDto = z.output<typeof associationDto>;

const fields = {
  kind: z.enum(associationKinds),
  confidence: z.int().min(0).max(100).nullable(),
  note: someLines(2000),
  source: oneLine(500),
};

export const createAssociationDto = z
  .strictObject({
    fromItemId: z.uuid().meta({ description: 'As any release has it: the association holds over releases.' }),
    toItemId: z.uuid(),
    kind: fields.kind,
    confidence: fields.confidence.default(null),
    note: fields.note.default(''),
    source: fields.source.default(''),
  })
  .meta({ id: 'CreateAssociation' });

export type CreateAssociationDto = z.output<typeof createAssociationDto>;

export const editAssociationDto = z
  .strictObject({
    kind: fields.kind.optional(),
    confidence: fields.confidence.optional(),
    note: fields.note.optional(),
    source: fields.source.optional(),
  })
  .meta({ id: 'EditAssociation', description: 'What is left out stays.' });

export type EditAssociationDto = z.output<typeof editAssociationDto>;

export const associationsQuery = listQuery({
  sort: ['from', 'to', 'kind', 'confidence', 'updatedAt'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    q: z.string().max(100).optional(),
    kind: z.enum(associationKinds).optional(),
  },
});

export type AssociationsQuery = z.output<typeof associationsQuery>;

export function toAssociationDto(association: Association): AssociationDto {
  return { ...association, updatedAt: association.updatedAt.toISOString() };
}
