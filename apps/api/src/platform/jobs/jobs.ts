import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '../context/request-context.ts';
import { UnitOfWork, type Statement } from '../database/unit-of-work.ts';
import type { JobDefinition } from './job-definition.ts';

/** The channel on which a commit tells the relay that the outbox has something. */
export const OUTBOX_CHANNEL = 'outbox';

const ENQUEUE: Statement = {
  name: 'jobs_enqueue',
  text: `
    with ledger as (
      insert into job (tenant_id, id, name, job_key, payload, state, attempts, enqueued_at)
      values ($1, $2, $3, $4, $5, 'waiting', 0, $6)
      on conflict (tenant_id, job_key) do nothing
      returning id
    ), box as (
      insert into outbox (id, tenant_id, job_id, name, payload)
      select $2, $1, id, $3, $5 from ledger
      returning id
    )
    select pg_notify('${OUTBOX_CHANNEL}', '') from box`,
};

// A row that is there is locked until the commit whether it is written or not. One that waits with a cursor waits
// for another attempt, which will not come back to what it has passed: a further run must follow, as after an active
// one. The outbox has a row for every run that is not over, so there a conflict means that one waits already.
const REQUEST: Statement = {
  name: 'jobs_request',
  text: `
    with ledger as (
      insert into job (tenant_id, id, name, job_key, payload, state, attempts, enqueued_at)
      values ($1, $2, $3, $4, $5, 'waiting', 0, $6)
      on conflict (tenant_id, job_key) do update
         set payload = excluded.payload, again = job.state in ('waiting', 'active')
       where job.state <> 'waiting' or job.cursor is not null
      returning id, state
    ), box as (
      insert into outbox (id, tenant_id, job_id, name, payload)
      select $2, $1, id, $3, $5 from ledger where state = 'waiting'
      on conflict (job_id) do nothing
      returning id
    )
    select (select pg_notify('${OUTBOX_CHANNEL}', '') from box) as told,
           (select id from ledger where state in ('completed', 'failed', 'cancelled')) as over`,
};

/** A job that is over waits anew: the same row of the ledger, another run, under an id that no queue has seen. */
export const RENEW: Statement = {
  name: 'jobs_renew',
  text: `
    with renewed as (
      update job set state = 'waiting', run = run + 1, again = false, attempts = 0, enqueued_at = $3, started_at = null,
                     finished_at = null, error = null, done = 0, total = null, cursor = null, cancel_requested = false
       where tenant_id = $1 and id = $2
      returning id, name, payload, run
    ), box as (
      insert into outbox (id, tenant_id, job_id, name, payload, run)
      select $4, $1, id, name, payload, run from renewed
      returning id
    )
    select pg_notify('${OUTBOX_CHANNEL}', '') from box`,
};

const OUTSTANDING: Statement = {
  name: 'jobs_outstanding',
  text: `select exists (select from job where tenant_id = $1 and name = $2 and state in ('waiting', 'active')) as any`,
};

@Injectable()
export class Jobs {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Writes the job into the organisation's ledger and the outbox, in the caller's transaction: a roll-back enqueues
   * nothing. `key` names the effect ("score:12:3:7"): the same key again is the same job, and does nothing.
   */
  async enqueue<Payload extends object>(
    context: TransactionContext,
    job: JobDefinition<Payload>,
    payload: Payload,
    key: string,
  ): Promise<void> {
    await this.unitOfWork.read(context, ENQUEUE, written(context, job, payload, key));
  }

  /**
   * Asks for a run that begins after the caller's commit, and so sees what the caller has written. `key` names what is
   * made anew ("team:12"); the payload must say nothing that the key does not. While a run under the key waits, it is
   * that run; while one is active, one more follows it, however many ask; otherwise it runs anew.
   *
   * The job's row stays locked until the caller commits: call it last, and several keys in a fixed order.
   */
  async request<Payload extends object>(
    context: TransactionContext,
    job: JobDefinition<Payload>,
    payload: Payload,
    key: string,
  ): Promise<void> {
    const [asked] = await this.unitOfWork.read<{ over: string | null }>(
      context,
      REQUEST,
      written(context, job, payload, key),
    );
    if (asked?.over == null) return;
    await this.unitOfWork.read(context, RENEW, [context.tenantId, asked.over, context.now, uuidv7()]);
  }

  /** Whether the organisation has any such job that waits or is being worked on. */
  async areOutstanding(context: RequestContext, { name }: JobDefinition): Promise<boolean> {
    const [found] = await this.unitOfWork.read<{ any: boolean }>(context, OUTSTANDING, [
      context.tenantId,
      name,
    ]);
    return found?.any === true;
  }
}

function written(context: TransactionContext, job: JobDefinition, payload: object, key: string): unknown[] {
  return [context.tenantId, uuidv7(), job.name, `${job.name}:${key}`, JSON.stringify(payload), context.now];
}
