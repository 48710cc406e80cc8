import { z } from 'zod';
import { longestCode } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import { ownItemKinds } from '../extension.types.ts';
import type { OwnItemInWords } from '../extension.service.ts';
import {
  goneKsaDto,
  keptGoneKsas,
  lostPlaceDto,
  ownKsaDto,
  ownPlaceDto,
  toGoneKsa,
  toLostPlace,
  toOwnKsa,
} from './gone.dto.ts';

const MOST_KSAS = 200;

const title = oneLine(300).min(1);
const definition = someLines(8000).nullable();
const under = z.uuid().nullable().meta({
  description: 'A competency or sub-competency of the current release; null: under none.',
});
const document = oneLine(200).nullable().meta({ description: 'Of a task: the document that governs it.' });
const documentRevision = oneLine(50).nullable();
const ksaCodes = z
  .array(z.string().max(longestCode))
  .max(MOST_KSAS)
  .meta({ description: 'Of a task: the KSAs behind it, own ones too.' });

export const ownItemDto = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(ownItemKinds),
    code: z.string().meta({ description: 'As requirements and ratings name it, for example `own.1`.' }),
    title: z.string(),
    definition: z.string().nullable(),
    under: ownPlaceDto.nullable(),
    lostUnder: lostPlaceDto.nullable(),
    document: z.string().nullable(),
    documentRevision: z.string().nullable(),
    ksas: z.array(ownKsaDto).meta({ description: 'Those that are there: what is gone is told beside them.' }),
    goneKsas: z.array(goneKsaDto),
    isRetired: z.boolean().meta({ description: 'Chosen anew by nobody; what asks for it already goes on.' }),
    openProposalId: z
      .uuid()
      .nullable()
      .meta({ description: 'What offers it to the curators until they decide.' }),
  })
  .meta({ id: 'OwnItem' });

export type OwnItemDto = z.output<typeof ownItemDto>;

export const createOwnItemDto = z
  .strictObject({
    kind: z.enum(ownItemKinds),
    title,
    definition: definition.default(null),
    under: under.default(null),
    document: document.default(null),
    documentRevision: documentRevision.default(null),
    ksaCodes: ksaCodes.default([]),
  })
  .meta({ id: 'CreateOwnItem' });

export type CreateOwnItemDto = z.output<typeof createOwnItemDto>;

export const editOwnItemDto = z
  .strictObject({
    title: title.optional(),
    definition: definition.optional(),
    under: under.optional(),
    document: document.optional(),
    documentRevision: documentRevision.optional(),
    ksaCodes: ksaCodes.optional(),
    keptGoneKsas: keptGoneKsas.optional(),
    isRetired: z.boolean().optional(),
  })
  .meta({ id: 'EditOwnItem' });

export type EditOwnItemDto = z.output<typeof editOwnItemDto>;

export const proposeOwnItemDto = z
  .strictObject({
    says: someLines(4000).min(1).meta({ description: 'Why the framework needs it.' }),
    named: z.boolean().default(true).meta({ description: 'Curators may know who proposes it.' }),
  })
  .meta({ id: 'ProposeOwnItem' });

export type ProposeOwnItemDto = z.output<typeof proposeOwnItemDto>;

export const ownItemsQuery = listQuery({
  sort: ['code', 'title'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    kind: z.enum(ownItemKinds).optional(),
    q: oneLine(100).optional(),
  },
});

export type OwnItemsQuery = z.output<typeof ownItemsQuery>;

export function toOwnItemDto({ item, under: above, lostUnder, ksas, goneKsas }: OwnItemInWords): OwnItemDto {
  return {
    id: item.id,
    kind: item.kind,
    code: item.code,
    title: item.title,
    definition: item.definition,
    under: above && { id: above.id, code: above.code, title: above.title },
    lostUnder: lostUnder && toLostPlace(lostUnder),
    document: item.document,
    documentRevision: item.documentRevision,
    ksas: ksas.map(toOwnKsa),
    goneKsas: goneKsas.map(toGoneKsa),
    isRetired: item.isRetired,
    openProposalId: item.openProposalId,
  };
}
