import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import type { ScoreSummary } from '../score.types.ts';

export const qualifiedAnswer = z.enum(['yes', 'no', 'not-yet-known']);

export const gapScoresQuery = listQuery({
  sort: ['workerName', 'low', 'high', 'roleProfileName', 'computedAt'],
  filter: {
    workerId: z.uuid().optional(),
    roleProfileId: z.uuid().optional(),
    qualified: qualifiedAnswer.optional(),
    q: z
      .string()
      .trim()
      .max(100)
      .optional()
      .meta({ description: "Part of the worker's or the role profile's name." }),
  },
});

export type GapScoresQuery = z.output<typeof gapScoresQuery>;

export const coverageDto = z
  .strictObject({ met: z.int(), short: z.int(), unknown: z.int(), total: z.int() })
  .meta({ id: 'Coverage' });

export const gapScoreDto = z
  .strictObject({
    id: z.string().meta({ description: 'Both ids, joined by a full stop.' }),
    worker: z.strictObject({ id: z.uuid(), name: z.string() }),
    roleProfile: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int() }),
    denominator: z.int(),
    low: z.int(),
    high: z.int(),
    coverage: coverageDto,
    qualified: qualifiedAnswer,
    computedAt: z.iso.datetime(),
    stale: z.boolean(),
  })
  .meta({ id: 'GapScore' });

export type GapScoreDto = z.output<typeof gapScoreDto>;

export const gapScoreId = (workerId: string, roleProfileId: string) => `${workerId}.${roleProfileId}`;

export function toGapScoreDto(score: ScoreSummary): GapScoreDto {
  const { met, unknown, total } = score;
  return {
    id: gapScoreId(score.workerId, score.roleProfileId),
    worker: { id: score.workerId, name: score.workerName },
    roleProfile: { id: score.roleProfileId, name: score.roleProfileName, version: score.profileVersion },
    denominator: score.denominator,
    low: score.low,
    high: score.high,
    coverage: { met, short: total - met - unknown, unknown, total },
    qualified: score.qualified,
    computedAt: score.computedAt.toISOString(),
    stale: score.stale,
  };
}
