import { BullRegistrar } from '@nestjs/bullmq';
import { type INestApplicationContext, Logger, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { readConfig } from '#platform/config/config';
import { systemContext, type TransactionContext } from '#platform/context/request-context';
import { Notifications } from '#platform/database/notifications';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { JobRegistry } from '#platform/jobs/job-registry';
import { OutboxRelay } from '#platform/jobs/outbox-relay';
import { chooseQueueBackend } from '#platform/jobs/queue-backend';
import { PlatformModule } from '#platform/platform.module';
import { testDatabase } from '../support/database.ts';
import { eventually } from './client.ts';

export interface LedgerRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly job_key: string;
  readonly state: string;
  readonly run: number;
  readonly again: boolean;
  readonly attempts: number;
  readonly error: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly cursor: unknown;
  readonly cancel_requested: boolean;
}

/** The platform with its queues, and whatever processors the spec has, on the spec file's own database. */
export interface Working {
  readonly app: INestApplicationContext;
  /** Sees all: for the spec's own checks. */
  readonly admin: pg.Client;
  /** A new organisation; gives its id. */
  organisation(): Promise<string>;
  /** In a transaction of that organisation. */
  within<T>(tenantId: string, work: (context: TransactionContext) => Promise<T>): Promise<T>;
  ledger(): Promise<LedgerRow[]>;
  /** Until no job waits or is active. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Idle {
  readonly app: INestApplicationContext;
  readonly close: () => Promise<void>;
}

/** Put together, but taking up no work yet. */
export async function idle(modules: Type[], environment: Record<string, string> = {}): Promise<Idle> {
  const { appUrl, ownerUrl } = await testDatabase();
  const config = readConfig({ DATABASE_URL: appUrl, OWNER_DATABASE_URL: ownerUrl, ...environment });
  const queues = chooseQueueBackend(config);

  @Module({ imports: [PlatformModule.forRoot(config, queues), ...modules] })
  class Application {}

  Logger.overrideLogger(false);
  // Nest's options are a class that nobody constructs.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  const app = await NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
  return {
    app,
    async close() {
      await app.close();
      await queues.close();
    },
  };
}

export async function working(modules: Type[], environment: Record<string, string> = {}): Promise<Working> {
  const { app, close } = await idle(modules, environment);
  app.get(JobRegistry).assertOneProcessorEach();
  app.get(BullRegistrar).register();
  app.get(OutboxRelay).start();
  await app.get(Notifications).start();
  const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  const ledger = async () => (await admin.query<LedgerRow>('select * from job order by id')).rows;
  return {
    app,
    admin,
    ledger,
    async organisation() {
      const tenantId = uuidv7();
      await admin.query(
        `insert into organisation (tenant_id, name, slug, kind, created_at)
         values ($1, 'One', $1::uuid::text, 'manufacturer', now())`,
        [tenantId],
      );
      return tenantId;
    },
    within: (tenantId, work) =>
      app.get(UnitOfWork).transaction(systemContext(tenantId, 'spec', new Date()), work),
    async settled() {
      await eventually(async () =>
        (await ledger()).every(({ state }) => state !== 'waiting' && state !== 'active'),
      );
    },
    async close() {
      await app.get(OutboxRelay).stop();
      await app.get(JobRegistry).closeWorkers();
      await app.get(Notifications).stop();
      await close();
      await admin.end();
    },
  };
}
