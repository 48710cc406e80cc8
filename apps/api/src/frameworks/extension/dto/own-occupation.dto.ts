import { z } from 'zod';
import { longestCode } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import type { OwnOccupationInWords } from '../extension.service.ts';
import { goneKsaDto, keptGoneKsas, ownKsaDto, toGoneKsa, toOwnKsa } from './gone.dto.ts';

const MOST_KSAS = 500;

const title = oneLine(300).min(1);
const definition = someLines(8000).nullable();
const technologyArea = z.string().max(100).meta({ description: 'A code of the current release.' });
const roleFamily = oneLine(100).nullable();
const ksaCodes = z
  .array(z.string().max(longestCode))
  .max(MOST_KSAS)
  .meta({ description: 'What it selects, own KSAs too.' });

export const ownOccupationDto = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    technologyArea: z.string(),
    roleFamily: z.string().nullable(),
    definition: z.string().nullable(),
    ksas: z.array(ownKsaDto).meta({ description: 'Those that are there: what is gone is told beside them.' }),
    goneKsas: z.array(goneKsaDto),
  })
  .meta({ id: 'OwnOccupation' });

export type OwnOccupationDto = z.output<typeof ownOccupationDto>;

export const createOwnOccupationDto = z
  .strictObject({
    title,
    technologyArea,
    roleFamily: roleFamily.default(null),
    definition: definition.default(null),
    ksaCodes: ksaCodes.default([]),
  })
  .meta({ id: 'CreateOwnOccupation' });

export type CreateOwnOccupationDto = z.output<typeof createOwnOccupationDto>;

export const editOwnOccupationDto = z
  .strictObject({
    title: title.optional(),
    technologyArea: technologyArea.optional(),
    roleFamily: roleFamily.optional(),
    definition: definition.optional(),
    ksaCodes: ksaCodes.optional(),
    keptGoneKsas: keptGoneKsas.optional(),
  })
  .meta({ id: 'EditOwnOccupation' });

export type EditOwnOccupationDto = z.output<typeof editOwnOccupationDto>;

export const ownOccupationsQuery = listQuery({
  sort: ['title'],
  filter: { id: z.array(z.uuid()).max(500).optional() },
});

export type OwnOccupationsQuery = z.output<typeof ownOccupationsQuery>;

export function toOwnOccupationDto({ occupation, ksas, goneKsas }: OwnOccupationInWords): OwnOccupationDto {
  return {
    id: occupation.id,
    title: occupation.title,
    technologyArea: occupation.technologyArea,
    roleFamily: occupation.roleFamily,
    definition: occupation.definition,
    ksas: ksas.map(toOwnKsa),
    goneKsas: goneKsas.map(toGoneKsa),
  };
}
