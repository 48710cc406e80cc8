import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import type { Occupation } from '../framework.types.ts';
import type { OccupationDetail } from '../frameworks.service.ts';

export const occupationDto = z
  .strictObject({
    id: z.uuid(),
    releaseId: z.uuid(),
    lineage: z.uuid().meta({ description: 'What the occupation is in every release.' }),
    version: z.int().meta({ description: 'What an edit names as If-Match.' }),
    title: z.string(),
    technologyArea: z.string().meta({ description: 'By its code in the release.' }),
    technologyAreaName: z.string(),
    selectedBy: z.int().meta({ description: 'How many institutes named it.' }),
    roleFamily: z.string().nullable(),
    ksaCount: z.int(),
  })
  .meta({ id: 'Occupation' });

export type OccupationDto = z.output<typeof occupationDto>;

const selectedKsaDto = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    definition: z.string().nullable(),
    provisional: z.boolean(),
    count: z.int().meta({ description: 'How often the source prints the occupation under this KSA.' }),
  })
  .meta({ id: 'SelectedKsa' });

export const occupationDetailDto = z
  .strictObject({
    ...occupationDto.shape,
    definition: z.string().nullable(),
    competencies: z.array(
      z.strictObject({ id: z.uuid(), code: z.string(), title: z.string(), ksas: z.array(selectedKsaDto) }),
    ),
  })
  .meta({ id: 'OccupationDetail' });

export type OccupationDetailDto = z.output<typeof occupationDetailDto>;

export const occupationsQuery = listQuery({
  sort: ['title', 'technologyArea', 'roleFamily', 'selectedBy', 'ksaCount'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    releaseId: z.uuid().optional(),
    q: z.string().max(100).optional(),
    technologyArea: z.string().max(60).optional(),
  },
});

export type OccupationsQuery = z.output<typeof occupationsQuery>;

export function toOccupationDto(occupation: Occupation): OccupationDto {
  return {
    id: occupation.id,
    releaseId: occupation.releaseId,
    lineage: occupation.lineage,
    version: occupation.version,
    title: occupation.title,
    technologyArea: occupation.technologyArea,
    technologyAreaName: occupation.technologyAreaName,
    selectedBy: occupation.selectedBy,
    roleFamily: occupation.roleFamily,
    ksaCount: occupation.ksaCount,
  };
}

export function toOccupationDetailDto({ occupation, competencies }: OccupationDetail): OccupationDetailDto {
  return {
    ...toOccupationDto(occupation),
    definition: occupation.definition,
    competencies: competencies.map(({ competency, ksas }) => ({
      id: competency.id,
      code: competency.code,
      title: competency.title,
      ksas: ksas.map(({ ksa, count }) => ({
        id: ksa.id,
        code: ksa.code,
        title: ksa.title,
        definition: ksa.definition,
        provisional: ksa.provisional,
        count,
      })),
    })),
  };
}
