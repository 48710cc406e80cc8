import { Inject, Logger } from '@nestjs/common';
import { WorkerHost } from '@nestjs/bullmq';
import { UnrecoverableError, type Job } from 'bullmq';
import { somebodyWaits } from '../context/courtesy.ts';
import { systemContext, type RequestContext } from '../context/request-context.ts';
import { Events } from '../events/events.ts';
import { isRefusal } from '../problem/problem.ts';
import { isBulk } from './job-definition.ts';
import { JobLedger } from './job-ledger.ts';
import { type Attempt, JobCancelled, JobSuperseded, LedgerRun, type JobRun } from './job-run.ts';

/** What travels through the queue: the tenant goes with the work. */
export interface Envelope<Payload extends object> {
  readonly tenantId: string;
  readonly jobId: string;
  /** Absent in what a former release handed over. */
  readonly run?: number;
  readonly payload: Payload;
}

const logger = new Logger('Jobs');

/**
 * A processor holds no logic: `handle` calls the service. Delivery is at least once, so what the service does must
 * be idempotent; the ledger spares it what is known to be done.
 */
export abstract class TenantProcessor<Payload extends object> extends WorkerHost {
  @Inject(JobLedger) private readonly ledger!: JobLedger;
  @Inject(Events) private readonly events!: Events;

  abstract handle(context: RequestContext, payload: Payload, run: JobRun): Promise<void>;

  override async process(job: Job<Envelope<Payload>>): Promise<void> {
    if (isBulk(job.queueName)) return this.work(job);
    somebodyWaits();
    await this.work(job).finally(somebodyWaits);
  }

  private async work(job: Job<Envelope<Payload>>): Promise<void> {
    const { tenantId, jobId, run = 1, payload } = job.data;
    const context = systemContext(tenantId, jobId, new Date(), job.queueName);
    const begun = await this.ledger.begin(context, jobId, run);
    if (begun === null) return;
    try {
      if (begun.cancelRequested) throw new JobCancelled();
      await this.handle(context, payload, new LedgerRun(this.ledger, this.events, begun, begun.cursor));
    } catch (error) {
      await this.end({ ...context, now: new Date() }, begun, job, error);
      return;
    }
    await this.ledger.complete({ ...context, now: new Date() }, begun);
  }

  private async end(context: RequestContext, attempt: Attempt, job: Job, error: unknown): Promise<void> {
    if (error instanceof JobSuperseded) {
      logger.warn(`${job.queueName} ${attempt.jobId}: ${error.message}`);
      return;
    }
    if (error instanceof JobCancelled) {
      await this.ledger.stopped(context, attempt);
      return;
    }
    // What the rules refuse they refuse again: only faults of the moment are worth another attempt.
    const hopeless = isRefusal(error) || error instanceof UnrecoverableError;
    const last = hopeless || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const message = error instanceof Error ? error.message : String(error);
    const over = await this.ledger.fail(context, attempt, message, last);
    throw over ? new UnrecoverableError(message) : error;
  }
}
