import { z } from 'zod';
import { scaleDto } from '#assessments';
import { evidences, sources } from '#domain';
import { coverageDto, qualifiedAnswer } from './gap-score.dto.ts';

const numerator = z.int().min(0);

const ratingDto = z
  .strictObject({
    source: z.enum(sources),
    level: z.int(),
    ratedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    ratedBy: z.string().nullable(),
  })
  .meta({ id: 'GapRating' });

const requirementDto = z
  .strictObject({
    ksaCode: z.string(),
    title: z.string(),
    definition: z.string().nullable(),
    requiredLevel: z.int(),
    weight: z.int(),
    critical: z.boolean(),
    evidence: z.enum(evidences),
    attained: z.int().nullable().meta({ description: 'Null: unknown, which is not zero.' }),
    status: z.enum(['met', 'short', 'unknown']),
    verified: z.boolean(),
    gap: z.int(),
    surplus: z.int(),
    share: numerator,
    part: numerator,
    shortfall: numerator,
    rating: ratingDto.nullable().meta({ description: 'The one that decided.' }),
  })
  .meta({ id: 'GapRequirement' });

const reasonDto = z
  .strictObject({
    ksaCode: z.string(),
    title: z.string(),
    reason: z.enum(['short', 'unknown', 'not-verified']),
    levelsShort: z.int().optional(),
  })
  .meta({ id: 'NotQualifiedReason' });

export const gapViewDto = z
  .strictObject({
    id: z.string(),
    worker: z.strictObject({ id: z.uuid(), name: z.string() }),
    roleProfile: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int() }),
    release: z.strictObject({ id: z.uuid(), label: z.string(), framework: z.string() }),
    scale: scaleDto,
    algorithm: z.string(),
    policy: z.strictObject({
      version: z.int(),
      name: z.string(),
      kind: z.enum(['most-trusted', 'consensus']),
    }),
    asOf: z.iso.date(),
    computedAt: z.iso.datetime(),
    inputVersion: z.int(),
    stale: z.boolean().meta({ description: 'Something newer is being scored.' }),
    denominator: z.int().meta({ description: 'Every numerator is over it: exact.' }),
    low: numerator,
    high: numerator,
    coverage: coverageDto,
    qualified: z.strictObject({ answer: qualifiedAnswer, reasons: z.array(reasonDto) }),
    nextBestQuestion: z.strictObject({ ksaCode: z.string(), title: z.string(), share: numerator }).nullable(),
    calibration: z.strictObject({
      mean: z.strictObject({ numerator: z.int(), count: z.int() }).nullable(),
      items: z.array(z.strictObject({ ksaCode: z.string(), difference: z.int() })),
    }),
    requirements: z.array(requirementDto).meta({ description: 'Ranked: what is open first.' }),
  })
  .meta({ id: 'GapView' });

export type GapViewDto = z.output<typeof gapViewDto>;
