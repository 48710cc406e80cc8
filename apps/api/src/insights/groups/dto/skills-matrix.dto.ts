import { z } from 'zod';
import { scaleDto } from '#assessments';
import { groupDto, roleProfileVersionDto } from './group.dto.ts';

const count = z.int().min(0);

export const skillsMatrixDto = z
  .strictObject({
    group: groupDto,
    asOf: z.iso.date(),
    expiringBefore: z.iso.date(),
    computedAt: z.iso.datetime(),
    policy: z.strictObject({ version: z.int(), name: z.string() }),
    scale: scaleDto,
    workers: z
      .strictObject({ id: z.array(z.uuid()), name: z.array(z.string()) })
      .meta({ id: 'MatrixWorkers', description: 'The rows, by name.' }),
    roleProfiles: z.array(
      z
        .strictObject({ roleProfile: roleProfileVersionDto, denominator: z.int() })
        .meta({ id: 'MatrixRoleProfile' }),
    ),
    readiness: z
      .strictObject({
        row: z.array(count),
        roleProfile: z.array(count),
        low: z.array(count),
        high: z.array(count),
      })
      .meta({
        id: 'MatrixReadiness',
        description:
          'One entry a worker and role: places in the lists above, numerators over its denominator.',
      }),
    ksas: z
      .array(
        z
          .strictObject({
            ksaCode: z.string(),
            title: z.string(),
            required: count,
            met: count,
            minimum: z.int().nullable(),
            belowMinimum: z.boolean(),
          })
          .meta({ id: 'MatrixKsa' }),
      )
      .meta({ description: 'The columns, in code order.' }),
    levels: z.string().meta({
      description:
        'Base64, a byte a cell, column after column: bits 0-3 attained (15 unknown), bits 4-7 required (0 none).',
    }),
    marks: z.string().meta({
      description: 'Likewise: bit 0 verified, bit 1 critical, bits 2-3 expiry (0 none, 1 soon, 2 expired).',
    }),
    expiries: z.strictObject({ cell: z.array(count), on: z.array(z.iso.date()) }).meta({
      id: 'MatrixExpiries',
      description: 'Of the cells that are marked: on which day the rating ends.',
    }),
  })
  .meta({ id: 'SkillsMatrix' });

export type SkillsMatrixDto = z.output<typeof skillsMatrixDto>;
