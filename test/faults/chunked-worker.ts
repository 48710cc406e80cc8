import 'reflect-metadata';
import { BullRegistrar, Processor } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '#platform/config/config';
import type { RequestContext } from '#platform/context/request-context';
import { Notifications } from '#platform/database/notifications';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { defineJob } from '#platform/jobs/job-definition';
import type { JobRun } from '#platform/jobs/job-run';
import { OutboxRelay } from '#platform/jobs/outbox-relay';
import { chooseQueueBackend } from '#platform/jobs/queue-backend';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { PlatformModule } from '#platform/platform.module';

/**
 * A process that works on one job, to be killed: each chunk writes one row, which says who wrote it. Started by Node
 * itself on the built platform, so without a decorator's syntax.
 */
export interface Chunked {
  readonly chunks: number;
  readonly pauseMs: number;
}

interface Cursor {
  readonly next: number;
}

const chunked = defineJob<Chunked>('spec-chunked', { concurrency: 1 });
const EFFECT = {
  name: 'spec_effect',
  text: 'insert into effect (tenant_id, job_id, n, pid) values ($1, $2, $3, $4)',
};

class ChunkedProcessor extends TenantProcessor<Chunked> {
  override async handle(context: RequestContext, { chunks, pauseMs }: Chunked, run: JobRun): Promise<void> {
    const unitOfWork = app.get(UnitOfWork);
    for (let n = (run.cursor as Cursor | null)?.next ?? 1; n <= chunks; n += 1) {
      await unitOfWork.transaction(context, async (transaction) => {
        await unitOfWork.read(transaction, EFFECT, [context.tenantId, run.jobId, n, process.pid]);
        await run.checkpoint(transaction, { done: n, total: chunks, cursor: { next: n + 1 } });
      });
      await pause(pauseMs);
    }
  }
}
Processor(chunked.name)(ChunkedProcessor);

// Ends with whoever started it, however that ends: its standard input closes.
process.stdin.resume().on('end', () => process.exit());

const config = readConfig(process.env);
class Application {
  readonly job = chunked.name;
}
Module({
  imports: [PlatformModule.forRoot(config, chooseQueueBackend(config))],
  providers: [ChunkedProcessor],
})(Application);
// Nest's options are a class that nobody constructs.
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
const app = await NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
app.get(BullRegistrar).register();
app.get(OutboxRelay).start();
await app.get(Notifications).start();
process.send?.('ready');
