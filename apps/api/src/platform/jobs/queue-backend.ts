import { Logger } from '@nestjs/common';
import { BullModule } from '@nestjs/bullmq';
import {
  createPostgresBackend,
  Queue,
  Worker,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import type { Config } from '../config/config.ts';
import { appConnection } from '../database/data-source.ts';
import { definedJob, definedJobs, type JobDefinition } from './job-definition.ts';

/**
 * As measured (kill -9 to start elsewhere: 58 s with BullMQ's defaults, 7.5 s with these). A stalled job is tried
 * again rather than failed for good after one stall: its effects are idempotent.
 */
const WORKER_SETTINGS = {
  lockDuration: 6_000,
  stalledInterval: 3_000,
  maxStalledCount: 10,
  runRetryDelay: 500,
};

/** Kept a while so that a job handed over twice is still known by its id. */
const KEEP = {
  removeOnComplete: { age: 3_600, count: 10_000 },
  removeOnFail: { age: 86_400, count: 10_000 },
};

export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  readonly connection: unknown;
  close(): Promise<void>;
}

/** The one place that knows which backend the queues stand on. */
export function chooseQueueBackend(config: Config): QueueBackend {
  if (config.redisUrl !== null) {
    BullModule.queueClass = TunedQueue;
    BullModule.workerClass = TunedWorker;
    // Commands of a queue fail at once while Redis is away (the outbox keeps the work); a worker waits for it.
    return { kind: 'redis', connection: { url: config.redisUrl }, close: () => Promise.resolve() };
  }
  const { connectionString, options } = appConnection(config);
  const pool = new pg.Pool({
    connectionString,
    options: [options, '-c search_path=bullmq'].filter(Boolean).join(' '),
    // Each worker keeps a client that listens; the rest is for commands, shared by all queues.
    max: definedJobs().length + 8,
    keepAlive: true,
    application_name: 'skills-queue',
  });
  // Each queue and each worker listens for the pool's errors as well.
  pool.setMaxListeners(2 * definedJobs().length + 1);
  pool.on('error', () => undefined);
  BullModule.queueClass = PostgresQueue;
  BullModule.workerClass = PostgresWorker;
  return { kind: 'postgres', connection: pool, close: () => pool.end() };
}

export function jobOptions(job: JobDefinition) {
  return {
    attempts: job.attempts,
    delay: job.delayMs,
    backoff: { type: 'exponential', delay: job.backoffMs, jitter: 0.5 },
    ...KEEP,
  };
}

const logger = new Logger('Queue');

/** A connection that breaks is made again; an error event that nobody hears would end the process instead. */
function endure(emitter: { name: string; on(event: 'error', heard: (error: Error) => void): unknown }): void {
  emitter.on('error', (error) => logger.warn(`${emitter.name}: ${error.message}`));
}

const settings = (name: string, options: WorkerOptions): WorkerOptions => ({
  ...WORKER_SETTINGS,
  concurrency: definedJob(name)?.concurrency ?? 1,
  ...options,
});

class TunedQueue extends Queue {
  constructor(name: string, options: QueueOptions) {
    super(name, options);
    endure(this);
  }
}

class TunedWorker extends Worker {
  constructor(name: string, processor: Processor, options: WorkerOptions) {
    super(name, processor, settings(name, options));
    endure(this);
  }
}

class PostgresQueue extends Queue {
  constructor(name: string, options: QueueOptions) {
    super(name, options, createPostgresBackend as never);
    endure(this);
  }
}

class PostgresWorker extends Worker {
  constructor(name: string, processor: Processor, options: WorkerOptions) {
    super(name, processor, settings(name, options), createPostgresBackend as never);
    endure(this);
  }
}
