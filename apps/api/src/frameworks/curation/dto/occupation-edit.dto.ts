import { z } from 'zod';
import { oneLine, someLines } from '#platform/http/text';
import type { DraftOccupation } from '../curation.types.ts';
import { reason } from './draft.dto.ts';

export const areaCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters and digits, with hyphens between words');

const fields = {
  title: oneLine(300).min(1),
  technologyArea: areaCode,
  definition: someLines(8000)
    .nullable()
    .transform((text) => (text === '' ? null : text)),
  selectedBy: z.int().min(1).max(10_000).meta({ description: 'How many institutes named it.' }),
  roleFamily: oneLine(100)
    .nullable()
    .transform((text) => (text === '' ? null : text)),
};

export const addOccupationDto = z
  .strictObject({
    title: fields.title,
    technologyArea: fields.technologyArea,
    definition: fields.definition.default(null),
    selectedBy: fields.selectedBy.default(1),
    roleFamily: fields.roleFamily.default(null),
    copySelectionsOf: z.uuid().optional().meta({ description: 'An occupation of the draft to begin as.' }),
    reason,
  })
  .meta({ id: 'AddOccupation' });

export type AddOccupationDto = z.output<typeof addOccupationDto>;

export const editOccupationDto = z
  .strictObject({
    title: fields.title.optional(),
    technologyArea: fields.technologyArea.optional(),
    definition: fields.definition.optional(),
    selectedBy: fields.selectedBy.optional(),
    roleFamily: fields.roleFamily.optional(),
    reason,
  })
  .meta({ id: 'EditOccupation' });

export type EditOccupationDto = z.output<typeof editOccupationDto>;

export const retireOccupationDto = z
  .strictObject({ replacedBy: z.array(z.uuid()).max(20), reason })
  .meta({ id: 'RetireOccupation' });

export type RetireOccupationDto = z.output<typeof retireOccupationDto>;

export const draftOccupationDto = z
  .strictObject({
    id: z.uuid(),
    releaseId: z.uuid(),
    lineage: z.uuid(),
    version: z.int(),
    title: z.string(),
    technologyArea: z.string(),
    definition: z.string().nullable(),
    selectedBy: z.int(),
    roleFamily: z.string().nullable(),
  })
  .meta({ id: 'DraftOccupation' });

export type DraftOccupationDto = z.output<typeof draftOccupationDto>;

export const technologyAreaDto = z
  .strictObject({ code: areaCode, name: oneLine(100).min(1) })
  .meta({ id: 'TechnologyArea' });

export type TechnologyAreaDto = z.output<typeof technologyAreaDto>;

export const nameTechnologyAreaDto = z
  .strictObject({
    name: oneLine(100).min(1),
    code: areaCode.optional(),
    was: oneLine(100)
      .nullable()
      .meta({ description: 'The name that the editor has seen; null: there was no such area.' }),
    reason,
  })
  .meta({ id: 'NameTechnologyArea', description: 'Adds the area when the draft has none of this code.' });

export type NameTechnologyAreaDto = z.output<typeof nameTechnologyAreaDto>;

export const removeTechnologyAreaQuery = z.strictObject({
  was: oneLine(100).min(1).meta({ description: 'The name that the editor has seen.' }),
});

export type RemoveTechnologyAreaQuery = z.output<typeof removeTechnologyAreaQuery>;

export const renameRoleFamilyDto = z
  .strictObject({ from: oneLine(100).min(1), to: fields.roleFamily, reason })
  .meta({ id: 'RenameRoleFamily', description: 'To null: the occupations are of no family any more.' });

export type RenameRoleFamilyDto = z.output<typeof renameRoleFamilyDto>;

const count = z.int().min(0).max(10_000);

export const editSelectionsDto = z
  .strictObject({
    cells: z
      .array(
        z.strictObject({
          occupationId: z.uuid(),
          ksaId: z.uuid(),
          from: count.meta({ description: 'What the editor has seen; 0: not selected.' }),
          to: count.meta({ description: 'How often the source says so; 0: not selected.' }),
        }),
      )
      .min(1)
      .max(50_000),
    reason,
  })
  .meta({
    id: 'EditSelections',
    description: 'All cells or none: one that is not what the editor has seen refuses all.',
  });

export type EditSelectionsDto = z.output<typeof editSelectionsDto>;

export function toDraftOccupationDto(occupation: DraftOccupation): DraftOccupationDto {
  return {
    id: occupation.id,
    releaseId: occupation.releaseId,
    lineage: occupation.lineage,
    version: occupation.version,
    title: occupation.title,
    technologyArea: occupation.technologyArea,
    definition: occupation.definition,
    selectedBy: occupation.selectedBy,
    roleFamily: occupation.roleFamily,
  };
}
