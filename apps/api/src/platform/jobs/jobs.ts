import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { TransactionContext } from '../context/request-context.ts';
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
    await this.unitOfWork.read(context, ENQUEUE, [
      context.tenantId,
      uuidv7(),
      job.name,
      `${job.name}:${key}`,
      JSON.stringify(payload),
      context.now,
    ]);
  }
}
