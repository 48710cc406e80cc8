import { z } from 'zod';
import { evidences, highestWeight, lowestWeight, longestCode } from '#domain';
import { listQuery } from '#platform/http/list';
import type { ProfileRequirement } from '../roles.types.ts';

/** `profileVersionNo.ksaNo`. */
export const requirementId = z.string().regex(/^[1-9]\d{0,8}\.-?[1-9]\d{0,4}$/, 'is no id of a requirement');

export const requirementDto = z
  .strictObject({
    id: requirementId,
    roleProfileId: z.uuid(),
    ksaId: z.uuid(),
    ksaCode: z.string(),
    title: z.string(),
    definition: z.string().nullable(),
    occupationCount: z.int().meta({ description: 'How many occupations of the framework ask for it.' }),
    requiredLevel: z.int(),
    weight: z.int(),
    critical: z.boolean(),
    evidence: z.enum(evidences),
  })
  .meta({ id: 'Requirement' });

export type RequirementDto = z.output<typeof requirementDto>;

const change = {
  requiredLevel: z.int().optional().meta({ description: '1 to the highest level of the scale.' }),
  weight: z.int().min(lowestWeight).max(highestWeight).optional(),
  critical: z.boolean().optional(),
  evidence: z
    .enum(evidences)
    .optional()
    .meta({ description: 'Until it is chosen: `observed` where critical, else `any`.' }),
};

const ksaCode = z.string().max(longestCode);

export const createRequirementDto = z
  .strictObject({ roleProfileId: z.uuid(), ksaCode, ...change })
  .meta({ id: 'CreateRequirement' });

export type CreateRequirementDto = z.output<typeof createRequirementDto>;

export const editRequirementDto = z.strictObject(change).meta({ id: 'EditRequirement' });

export type EditRequirementDto = z.output<typeof editRequirementDto>;

export const editRequirementsDto = z
  .strictObject({
    requirements: z
      .array(z.strictObject({ ksaCode, ...change }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'EditRequirements' });

export type EditRequirementsDto = z.output<typeof editRequirementsDto>;

export const requirementsQuery = listQuery({
  sort: ['ksaCode', 'title', 'requiredLevel', 'weight', 'critical', 'evidence', 'occupationCount'],
  filter: { roleProfileId: z.uuid() },
  pageSize: 500,
});

export type RequirementsQuery = z.output<typeof requirementsQuery>;

/** A requirement and the version that it is of: what it is identified by. */
export interface IdentifiedRequirement {
  readonly roleProfileId: string;
  readonly profileVersionNo: number;
  readonly requirement: ProfileRequirement;
}

export function toRequirementDto({
  roleProfileId,
  profileVersionNo,
  requirement,
}: IdentifiedRequirement): RequirementDto {
  return {
    id: `${profileVersionNo}.${requirement.ksaNo}`,
    roleProfileId,
    ksaId: requirement.ksaId,
    ksaCode: requirement.ksaCode,
    title: requirement.title,
    definition: requirement.definition,
    occupationCount: requirement.occupationCount,
    requiredLevel: requirement.requiredLevel,
    weight: requirement.weight,
    critical: requirement.critical,
    evidence: requirement.evidence,
  };
}
