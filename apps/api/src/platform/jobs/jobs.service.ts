import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '../context/request-context.ts';
import { UnitOfWork, type Statement } from '../database/unit-of-work.ts';
import { Refusal } from '../problem/refusal.ts';
import { JobLedger } from './job-ledger.ts';
import type { JobView, jobsQuery } from './job-view.ts';

const SORTED_BY = { enqueuedAt: 'enqueued_at', id: 'id', name: 'name', state: 'state' } as const;

type JobRow = Omit<JobView, 'enqueuedAt' | 'startedAt' | 'finishedAt'> & {
  enqueuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

const COLUMNS = `id, name, state, attempts, done, total, cancel_requested as "cancelRequested", error,
                 enqueued_at as "enqueuedAt", started_at as "startedAt", finished_at as "finishedAt"`;

const ONE: Statement = {
  name: 'jobs_one',
  text: `select ${COLUMNS} from job where tenant_id = $1 and id = $2`,
};

/** What the organisation sees of its background work. Payloads stay inside. */
@Injectable()
export class JobsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: JobLedger,
  ) {}

  async list(
    context: RequestContext,
    query: z.output<typeof jobsQuery>,
  ): Promise<{ rows: JobView[]; total: number }> {
    const { field, order } = query.sort;
    const rows = await this.unitOfWork.read<JobRow & { rows: number }>(
      context,
      {
        name: `jobs_list_${field}_${order}`,
        text: `select ${COLUMNS}, count(*) over ()::int as rows from job
                where tenant_id = $1 and ($2::text is null or state = $2) and ($3::text is null or name = $3)
                order by ${SORTED_BY[field]} ${order}, id limit $4 offset $5`,
      },
      [context.tenantId, query.filter.state ?? null, query.filter.name ?? null, query.limit, query.offset],
    );
    return { total: rows[0]?.rows ?? 0, rows: rows.map(({ rows: _, ...row }) => toView(row)) };
  }

  async one(context: RequestContext, jobId: string): Promise<JobView> {
    const [row] = await this.unitOfWork.read<JobRow>(context, ONE, [context.tenantId, jobId]);
    if (row === undefined) throw noSuchJob();
    return toView(row);
  }

  /** What waits is cancelled at once; what is active stops at its next chunk, and until then says that it was asked to. */
  async cancel(context: RequestContext, jobId: string): Promise<JobView> {
    const cancelled = await this.ledger.cancel(context, jobId);
    if (cancelled === null) throw noSuchJob();
    if (cancelled === 'over')
      throw new Refusal('conflict', 'job-is-over', 'The job is over; there is nothing left to cancel.');
    return this.one(context, jobId);
  }
}

const noSuchJob = () => new Refusal('not-found', 'no-such-job', 'There is no such job.');

function toView({ enqueuedAt, startedAt, finishedAt, ...row }: JobRow): JobView {
  return {
    ...row,
    enqueuedAt: enqueuedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
