import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '../context/request-context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { jobView, jobsQuery } from './job-view.ts';

const COLUMNS = { enqueuedAt: 'enqueued_at', id: 'id', name: 'name', state: 'state' } as const;

type JobRow = Omit<z.output<typeof jobView>, 'enqueuedAt' | 'startedAt' | 'finishedAt'> & {
  enqueuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  total: number;
};

/** What the organisation sees of its background work. Payloads stay inside. */
@Injectable()
export class JobsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    context: RequestContext,
    query: z.output<typeof jobsQuery>,
  ): Promise<{ rows: z.output<typeof jobView>[]; total: number }> {
    const { field, order } = query.sort;
    const rows = await this.unitOfWork.read<JobRow>(
      context,
      {
        name: `jobs_list_${field}_${order}`,
        text: `select id, name, state, attempts, error, enqueued_at as "enqueuedAt", started_at as "startedAt",
                      finished_at as "finishedAt", count(*) over ()::int as total
                 from job
                where tenant_id = $1 and ($2::text is null or state = $2) and ($3::text is null or name = $3)
                order by ${COLUMNS[field]} ${order}, id limit $4 offset $5`,
      },
      [context.tenantId, query.filter.state ?? null, query.filter.name ?? null, query.limit, query.offset],
    );
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map(({ total: _, enqueuedAt, startedAt, finishedAt, ...row }) => ({
        ...row,
        enqueuedAt: enqueuedAt.toISOString(),
        startedAt: startedAt?.toISOString() ?? null,
        finishedAt: finishedAt?.toISOString() ?? null,
      })),
    };
  }
}
