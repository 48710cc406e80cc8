import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.ts';
import { UnitOfWork, type Statement } from '../database/unit-of-work.ts';

const BEGIN: Statement = {
  name: 'job_begin',
  text: `update job set state = 'active', attempts = attempts + 1, started_at = $3, error = null
          where tenant_id = $1 and id = $2 and state <> 'completed' returning id`,
};

// The outbox row goes when the work is over, not when it is handed to the queue: what is left there after a queue
// was lost is exactly what must be handed over again.
const COMPLETE: Statement = {
  name: 'job_complete',
  text: `with over as (update job set state = 'completed', finished_at = $3 where tenant_id = $1 and id = $2)
         delete from outbox where job_id = $2`,
};

const FAIL: Statement = {
  name: 'job_fail',
  text: `update job set state = 'failed', finished_at = $3, error = $4 where tenant_id = $1 and id = $2`,
};

const RETRY_LATER: Statement = {
  name: 'job_retry_later',
  text: `update job set state = 'waiting', error = $3 where tenant_id = $1 and id = $2`,
};

const LEAVE_OUTBOX: Statement = { name: 'outbox_leave', text: `delete from outbox where job_id = $1` };

/** The organisation's own record of its background work: what the queue forgets, this keeps. */
@Injectable()
export class JobLedger {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** False when the work was completed before: a second delivery. */
  async begin(context: RequestContext, jobId: string): Promise<boolean> {
    const rows = await this.unitOfWork.read(context, BEGIN, [context.tenantId, jobId, context.now]);
    return rows.length === 1;
  }

  async complete(context: RequestContext, jobId: string): Promise<void> {
    await this.unitOfWork.read(context, COMPLETE, [context.tenantId, jobId, context.now]);
  }

  async fail(context: RequestContext, jobId: string, message: string, last: boolean): Promise<void> {
    const error = message.slice(0, 2000);
    if (!last) {
      await this.unitOfWork.read(context, RETRY_LATER, [context.tenantId, jobId, error]);
      return;
    }
    await this.unitOfWork.transaction(context, async (transaction) => {
      await this.unitOfWork.read(transaction, FAIL, [context.tenantId, jobId, context.now, error]);
      await this.unitOfWork.read(transaction, LEAVE_OUTBOX, [jobId]);
    });
  }
}
