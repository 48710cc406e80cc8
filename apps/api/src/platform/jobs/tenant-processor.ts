import { Inject } from '@nestjs/common';
import { WorkerHost } from '@nestjs/bullmq';
import { UnrecoverableError, type Job } from 'bullmq';
import { systemContext, type RequestContext } from '../context/request-context.ts';
import { isRefusal } from '../problem/problem.ts';
import { JobLedger } from './job-ledger.ts';

/** What travels through the queue: the tenant goes with the work. */
export interface Envelope<Payload extends object> {
  readonly tenantId: string;
  readonly jobId: string;
  readonly payload: Payload;
}

/**
 * A processor holds no logic: `handle` calls the service. Delivery is at least once, so what the service does must
 * be idempotent; the ledger spares it what is known to be done.
 */
export abstract class TenantProcessor<Payload extends object> extends WorkerHost {
  @Inject(JobLedger) private readonly ledger!: JobLedger;

  abstract handle(context: RequestContext, payload: Payload): Promise<void>;

  override async process(job: Job<Envelope<Payload>>): Promise<void> {
    const { tenantId, jobId, payload } = job.data;
    const context = systemContext(tenantId, jobId, new Date(), job.queueName);
    if (!(await this.ledger.begin(context, jobId))) return;
    try {
      await this.handle(context, payload);
    } catch (error) {
      // What the rules refuse they refuse again: only faults of the moment are worth another attempt.
      const hopeless = isRefusal(error) || error instanceof UnrecoverableError;
      const last = hopeless || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      const message = error instanceof Error ? error.message : String(error);
      await this.ledger.fail({ ...context, now: new Date() }, jobId, message, last);
      throw hopeless ? new UnrecoverableError(message) : error;
    }
    await this.ledger.complete({ ...context, now: new Date() }, jobId);
  }
}
