import { z } from 'zod';
import { listQuery } from '../http/list.ts';

const STATES = ['waiting', 'active', 'completed', 'failed', 'cancelled'] as const;

export const jobsQuery = listQuery({
  sort: ['enqueuedAt', 'id', 'name', 'state'],
  filter: { state: z.enum(STATES).optional(), name: z.string().max(100).optional() },
});

export const jobView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(STATES),
    attempts: z.int().describe('Of the present or last run.'),
    done: z.int().min(0).describe('Of `total`, in whatever the job counts; 0 until it says.'),
    total: z.int().min(0).nullable(),
    cancelRequested: z.boolean().describe('An active job stops at its next chunk.'),
    enqueuedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Job' });

export type JobView = z.output<typeof jobView>;
