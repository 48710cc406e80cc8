import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import type { ScorePoint } from '../history.types.ts';

/** What a score may rest on that is newer than what the score before it rested on. */
const scoreCauses = ['role-profile', 'policy', 'ratings', 'date'] as const;

const numerator = z.int().min(0);

export const scorePointDto = z
  .strictObject({
    id: z.string().meta({ description: 'When it was computed, to the microsecond.' }),
    computedAt: z.iso.datetime(),
    asOf: z.iso.date(),
    low: numerator.meta({ description: 'Over the denominator, as `high` is.' }),
    high: numerator,
    denominator: z.int().min(1),
    qualified: z.enum(['yes', 'no', 'not-yet-known']),
    coverage: z.strictObject({ met: z.int(), short: z.int(), unknown: z.int(), total: z.int() }),
    roleProfileVersion: z.int(),
    policyVersion: z.int(),
    inputVersion: z.int().meta({ description: 'How many ratings of the worker were known to it.' }),
    causes: z.array(z.enum(scoreCauses)).meta({
      description: 'What of it is newer than in the score before; of the first one nothing.',
    }),
  })
  .meta({ id: 'ScorePoint' });

export type ScorePointDto = z.output<typeof scorePointDto>;

export const scoreHistoryQuery = listQuery({ sort: ['computedAt'], pageSize: 1000 });

export type ScoreHistoryQuery = z.output<typeof scoreHistoryQuery>;

export function toScorePointDto(point: ScorePoint): ScorePointDto {
  const { met, unknown, total } = point;
  return {
    id: point.id,
    computedAt: point.computedAt.toISOString(),
    asOf: point.asOf,
    low: point.low,
    high: point.high,
    denominator: point.denominator,
    qualified: point.qualified,
    coverage: { met, short: total - met - unknown, unknown, total },
    roleProfileVersion: point.roleProfileVersion,
    policyVersion: point.policyVersion,
    inputVersion: point.inputVersion,
    causes: scoreCauses.filter((cause) => point.causes.includes(cause)),
  };
}
