import type { RequestContext, TransactionContext } from '../context/request-context.ts';
import type { Events } from '../events/events.ts';
import type { JobLedger } from './job-ledger.ts';

export interface JobProgress {
  /** Of `total`: both in whatever the job counts. */
  readonly done: number;
  readonly total: number;
  /** JSON by which a later attempt finds the first thing that is not done. */
  readonly cursor: unknown;
}

/** What a processor knows of the run that it works on. */
export interface JobRun {
  readonly jobId: string;
  /** Where a former attempt at this run stopped (killed, failed); null at the beginning of a run. */
  readonly cursor: unknown;
  /**
   * Writes how far the run is, in the transaction of the chunk's effect: a kill loses both or neither. Call it last:
   * it holds the job's row until the commit.
   *
   * @throws JobCancelled when somebody has cancelled the job; let it roll the chunk back and end the run
   * @throws JobSuperseded when another process has taken the run over, because this one was silent for too long
   */
  checkpoint(transaction: TransactionContext, progress: JobProgress): Promise<void>;
  /** For what computes long without writing: throw `JobCancelled` once it says so. */
  isCancelled(context: RequestContext): Promise<boolean>;
}

/** Thrown by a checkpoint, or by the work itself after `isCancelled`: ends the run as cancelled. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled.');
    this.name = 'JobCancelled';
  }
}

/** The run is another process's by now; nothing of this attempt may be written any more. */
export class JobSuperseded extends Error {
  constructor() {
    super('Another process has taken the job over.');
    this.name = 'JobSuperseded';
  }
}

/** One attempt at one run of a job: what the ledger holds now must be this, or it is none of this attempt's business. */
export interface Attempt {
  readonly jobId: string;
  readonly run: number;
  readonly attempt: number;
}

/** Pages are told this often at most, however small the chunks are. */
const TELL_EVERY_MS = 500;

export class LedgerRun implements JobRun {
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly ledger: JobLedger,
    private readonly events: Events,
    private readonly attempt: Attempt,
    readonly cursor: unknown,
  ) {}

  get jobId(): string {
    return this.attempt.jobId;
  }

  async checkpoint(transaction: TransactionContext, progress: JobProgress): Promise<void> {
    const state = await this.ledger.progress(transaction, this.attempt, progress);
    if (state === 'superseded') throw new JobSuperseded();
    if (state === 'cancelled') throw new JobCancelled();
    if (performance.now() - this.toldAt < TELL_EVERY_MS) return;
    await this.events.publish(transaction, { type: 'job-progress', jobId: this.jobId });
    this.toldAt = performance.now();
  }

  async isCancelled(context: RequestContext): Promise<boolean> {
    return (await this.ledger.standing(context, this.attempt)) !== 'on';
  }
}
