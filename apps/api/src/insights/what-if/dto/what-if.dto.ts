import { z } from 'zod';
import { evidences, longestCode } from '#domain';
import { ratingPolicyInputDto } from '#gaps';
import { groupReadinessDto } from '../../groups/dto/group-readiness.dto.ts';
import { roleProfileVersionDto } from '../../groups/dto/group.dto.ts';
import { scopeDto } from './scope.dto.ts';

const MOST_WORKERS = 5000;
const count = z.int().min(0);

const requirementChange = z
  .strictObject({
    roleProfileId: z.uuid().optional().meta({ description: 'Without it, the role of the scope.' }),
    ksaCode: z.string().max(longestCode),
    requiredLevel: z.int().optional(),
    weight: z.int().optional(),
    critical: z.boolean().optional(),
    evidence: z
      .enum(evidences)
      .optional()
      .meta({ description: 'Until it is chosen: `observed` where critical, else `any`.' }),
    removed: z.boolean().optional().meta({ description: 'No longer asked for.' }),
  })
  .meta({ id: 'RequirementChange', description: 'Of a KSA that is asked for, or one to be asked for.' });

export const whatIfDto = z
  .strictObject({
    scope: scopeDto,
    changes: z
      .strictObject({
        requirements: z.array(requirementChange).max(500).default([]),
        policy: ratingPolicyInputDto.optional(),
        leavers: z.array(z.uuid()).max(MOST_WORKERS).default([]),
        programmes: z
          .array(
            z
              .strictObject({
                programmeId: z.uuid(),
                workerIds: z
                  .array(z.uuid())
                  .max(MOST_WORKERS)
                  .optional()
                  .meta({ description: 'Without it everybody of the scope takes it.' }),
              })
              .meta({ id: 'TakenProgramme' }),
          )
          .max(100)
          .default([])
          .meta({
            description:
              'Each raises what is attained, known or not, to its outcomes, as a recommendation counts it; it proves ' +
              'nothing. Who lacks what it asks for on entry does not take it.',
          }),
      })
      .meta({ id: 'WhatIfChanges' }),
    page: z
      .strictObject({ offset: count, limit: z.int().min(1).max(1000) })
      .default({ offset: 0, limit: 25 })
      .meta({ description: 'Of the scores that change.' }),
  })
  .meta({ id: 'WhatIf' });

export type WhatIfDto = z.output<typeof whatIfDto>;

export const readinessDto = groupReadinessDto
  .pick({ scores: true, mean: true, qualified: true, lowTenths: true, highTenths: true })
  .extend({ members: count })
  .meta({ id: 'WhatIfReadiness' });

const profileTotals = z
  .strictObject({
    scores: count,
    denominator: z.int().min(1),
    low: count.meta({ description: 'Σ over the denominator, as `high` is.' }),
    high: count,
    qualified: groupReadinessDto.shape.qualified,
  })
  .meta({ id: 'WhatIfRoleTotals' });

const ksaCover = z
  .strictObject({
    required: count,
    met: count,
    short: count,
    unknown: count,
    verified: count,
    minimum: z.int().nullable(),
  })
  .meta({ id: 'WhatIfCover' });

const score = z
  .strictObject({
    low: count,
    high: count,
    denominator: z.int().min(1),
    qualified: z.enum(['yes', 'no', 'not-yet-known']),
  })
  .meta({ id: 'WhatIfScore' });

const policyName = z.strictObject({ name: z.string(), kind: z.enum(['most-trusted', 'consensus']) });

export const whatIfAnswerDto = z
  .strictObject({
    asOf: z.iso.date(),
    policy: z.strictObject({ before: policyName, after: policyName }),
    before: readinessDto,
    after: readinessDto,
    roleProfiles: z.array(
      z
        .strictObject({
          roleProfile: roleProfileVersionDto,
          before: profileTotals,
          after: profileTotals.nullable().meta({ description: 'Null: nobody is left who has the role.' }),
        })
        .meta({ id: 'WhatIfRole' }),
    ),
    cover: z.array(
      z
        .strictObject({
          ksaCode: z.string(),
          title: z.string(),
          before: ksaCover.nullable().meta({ description: 'Null: nobody is asked for it.' }),
          after: ksaCover.nullable(),
          newlyZeroCover: z.boolean(),
          newlySinglePointOfFailure: z.boolean(),
          newlyBelowMinimum: z.boolean(),
        })
        .meta({ id: 'WhatIfCoverChange' }),
    ),
    programmes: z.array(
      z.strictObject({ programmeId: z.uuid(), title: z.string(), taken: count, notEntered: count }),
    ),
    changed: z
      .strictObject({
        total: count,
        scores: z.array(
          z
            .strictObject({
              worker: z.strictObject({ id: z.uuid(), name: z.string() }),
              roleProfile: roleProfileVersionDto,
              before: score,
              after: score,
            })
            .meta({ id: 'WhatIfChangedScore' }),
        ),
      })
      .meta({ description: 'Scores of those who stay that come out otherwise, the greatest change first.' }),
  })
  .meta({ id: 'WhatIfAnswer' });

export type WhatIfAnswerDto = z.output<typeof whatIfAnswerDto>;
