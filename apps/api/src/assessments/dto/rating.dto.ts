import { z } from 'zod';
import { longestCode } from '#domain';

const level = z.int().min(0).max(10);

/** What a worker says of themselves comes through an assessment alone. */
const recordableSources = ['manager', 'assessor', 'test', 'credential', 'training'] as const;

export const recordRatingDto = z
  .strictObject({
    ksaCode: z.string().max(longestCode),
    source: z.enum(recordableSources),
    level,
    ratedAt: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: 'From when it holds, not in the future; left out: now.' }),
    expiresAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .optional()
      .meta({ description: 'The first second at which it no longer counts.' }),
  })
  .meta({ id: 'RecordRating' });

export type RecordRatingDto = z.output<typeof recordRatingDto>;

export const recordedRatingDto = z
  .strictObject({
    id: z.string(),
    workerId: z.uuid(),
    ksaCode: z.string(),
    source: z.enum(recordableSources),
    level,
    ratedAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'RecordedRating' });

export type RecordedRatingDto = z.output<typeof recordedRatingDto>;
