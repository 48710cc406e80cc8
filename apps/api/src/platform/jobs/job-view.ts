import { z } from 'zod';
import { listQuery } from '../http/list.ts';

const STATES = ['waiting', 'active', 'completed', 'failed'] as const;

export const jobsQuery = listQuery({
  sort: ['enqueuedAt', 'id', 'name', 'state'],
  filter: { state: z.enum(STATES).optional(), name: z.string().max(100).optional() },
});

export const jobView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(STATES),
    attempts: z.int(),
    enqueuedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Job' });
