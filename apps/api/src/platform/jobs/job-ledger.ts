import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '../context/request-context.ts';
import { UnitOfWork, type Statement } from '../database/unit-of-work.ts';
import type { Attempt, JobProgress } from './job-run.ts';
import { RENEW } from './jobs.ts';

/** Of an attempt: still on, told to stop, or no longer the one that counts. */
export type Standing = 'on' | 'cancelled' | 'superseded';

export interface Begun extends Attempt {
  readonly cursor: unknown;
  readonly cancelRequested: boolean;
}

type Ending = 'completed' | 'failed' | 'cancelled';

// Waits for whoever holds the row in `Jobs.request`: what the run reads was committed before.
const BEGIN: Statement = {
  name: 'job_begin',
  text: `update job set state = 'active', attempts = attempts + 1, started_at = $4, error = null
          where tenant_id = $1 and id = $2 and run = $3 and state in ('waiting', 'active')
          returning id as "jobId", run, attempts as attempt, cursor, cancel_requested as "cancelRequested"`,
};

const THIS_ATTEMPT = `tenant_id = $1 and id = $2 and run = $3 and attempts = $4 and state = 'active'`;

const PROGRESS: Statement = {
  name: 'job_progress',
  text: `update job set done = $5::int, total = greatest($5::int, $6::int), cursor = $7::jsonb where ${THIS_ATTEMPT}
         returning cancel_requested as "cancelRequested"`,
};

const STANDING: Statement = {
  name: 'job_standing',
  text: `select cancel_requested as "cancelRequested" from job where ${THIS_ATTEMPT}`,
};

// The outbox row goes when the work is over, not when it is handed to the queue: what is left there after a queue
// was lost is exactly what must be handed over again.
const COMPLETE: Statement = {
  name: 'job_complete',
  text: `with over as (update job set state = 'completed', finished_at = $5, cursor = null
                        where ${THIS_ATTEMPT} and not again returning id),
              left_box as (delete from outbox where job_id in (select id from over))
         select id from over`,
};

const END: Statement = {
  name: 'job_end',
  text: `update job set state = $5, finished_at = $6, error = $7, cursor = null where ${THIS_ATTEMPT} returning again`,
};

const RETRY_LATER: Statement = {
  name: 'job_retry_later',
  text: `update job set state = 'waiting', error = $5 where ${THIS_ATTEMPT} and not cancel_requested returning id`,
};

const LEAVE_OUTBOX: Statement = { name: 'outbox_leave', text: `delete from outbox where job_id = $1` };

const LOCK: Statement = {
  name: 'job_lock',
  text: `select state from job where tenant_id = $1 and id = $2 for update`,
};

const CANCEL_WAITING: Statement = {
  name: 'job_cancel_waiting',
  text: `update job set state = 'cancelled', finished_at = $3, again = false, cursor = null
          where tenant_id = $1 and id = $2`,
};

const CANCEL_ACTIVE: Statement = {
  name: 'job_cancel_active',
  text: `update job set cancel_requested = true where tenant_id = $1 and id = $2`,
};

/** The organisation's own record of its background work: what the queue forgets, this keeps. */
@Injectable()
export class JobLedger {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null when that run is over, or the job is at a later one: a second delivery. */
  async begin(context: RequestContext, jobId: string, run: number): Promise<Begun | null> {
    const rows = await this.unitOfWork.read<Begun>(context, BEGIN, [
      context.tenantId,
      jobId,
      run,
      context.now,
    ]);
    return rows[0] ?? null;
  }

  async progress(
    transaction: TransactionContext,
    attempt: Attempt,
    { done, total, cursor }: JobProgress,
  ): Promise<Standing> {
    return standing(
      await this.unitOfWork.read(transaction, PROGRESS, [
        ...identity(transaction, attempt),
        done,
        total,
        cursor == null ? null : JSON.stringify(cursor),
      ]),
    );
  }

  async standing(context: RequestContext, attempt: Attempt): Promise<Standing> {
    return standing(await this.unitOfWork.read(context, STANDING, identity(context, attempt)));
  }

  async complete(context: RequestContext, attempt: Attempt): Promise<void> {
    const over = await this.unitOfWork.read(context, COMPLETE, [...identity(context, attempt), context.now]);
    if (over.length === 0) await this.end(context, attempt, 'completed', null);
  }

  /** True when it is over, false when another attempt follows. */
  async fail(context: RequestContext, attempt: Attempt, message: string, last: boolean): Promise<boolean> {
    const error = message.slice(0, 2000);
    if (last) {
      await this.end(context, attempt, 'failed', error);
      return true;
    }
    const waiting = await this.unitOfWork.read(context, RETRY_LATER, [...identity(context, attempt), error]);
    if (waiting.length === 0) await this.end(context, attempt, 'cancelled', error);
    return waiting.length === 0;
  }

  /** The run has stopped because somebody asked it to. */
  async stopped(context: RequestContext, attempt: Attempt): Promise<void> {
    await this.end(context, attempt, 'cancelled', null);
  }

  /** What waits is cancelled at once, what is active is told to stop; null when there is no such job. */
  async cancel(context: RequestContext, jobId: string): Promise<'cancelled' | 'told' | 'over' | null> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const key = [context.tenantId, jobId];
      const [job] = await this.unitOfWork.read<{ state: string }>(transaction, LOCK, key);
      if (job === undefined) return null;
      if (job.state === 'active') {
        await this.unitOfWork.read(transaction, CANCEL_ACTIVE, key);
        return 'told';
      }
      if (job.state !== 'waiting') return 'over';
      await this.unitOfWork.read(transaction, CANCEL_WAITING, [...key, context.now]);
      await this.unitOfWork.read(transaction, LEAVE_OUTBOX, [jobId]);
      return 'cancelled';
    });
  }

  /** Whatever the run's end, one that was asked for meanwhile follows in the same transaction. */
  private async end(
    context: RequestContext,
    attempt: Attempt,
    ending: Ending,
    error: string | null,
  ): Promise<void> {
    await this.unitOfWork.transaction(context, async (transaction) => {
      const [ended] = await this.unitOfWork.read<{ again: boolean }>(transaction, END, [
        ...identity(context, attempt),
        ending,
        context.now,
        error,
      ]);
      if (ended === undefined) return;
      await this.unitOfWork.read(transaction, LEAVE_OUTBOX, [attempt.jobId]);
      if (!ended.again) return;
      await this.unitOfWork.read(transaction, RENEW, [
        context.tenantId,
        attempt.jobId,
        context.now,
        uuidv7(),
      ]);
    });
  }
}

function identity({ tenantId }: RequestContext, { jobId, run, attempt }: Attempt): unknown[] {
  return [tenantId, jobId, run, attempt];
}

function standing(rows: readonly { cancelRequested: boolean }[]): Standing {
  const [row] = rows;
  if (row === undefined) return 'superseded';
  return row.cancelRequested ? 'cancelled' : 'on';
}
