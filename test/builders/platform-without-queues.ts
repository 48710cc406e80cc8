import { Global, type INestApplicationContext, Logger, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '#platform/config/config';
import { appDataSource } from '#platform/database/data-source';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { JobLedger } from '#platform/jobs/job-ledger';
import { Jobs } from '#platform/jobs/jobs';
import { testDatabase } from '../support/database.ts';

/** What the platform gives to features, but for queues: a spec does by hand the jobs that it finds in the ledger. */
@Global()
@Module({
  providers: [
    { provide: CONFIG, useValue: { publicUrl: 'https://skills.example', jwtPrivateKey: null } },
    {
      provide: DataSource,
      useFactory: async () => {
        const { appUrl } = await testDatabase();
        return appDataSource({ databaseUrl: appUrl, appRole: null, poolSize: 4 } as Config).initialize();
      },
    },
    UnitOfWork,
    Events,
    Jobs,
    JobLedger,
  ],
  exports: [CONFIG, UnitOfWork, Events, Jobs, JobLedger],
})
class PlatformWithoutQueues {}

/** The features' services on the spec file's own database, put together as the application does it. */
export async function anApplication(...features: Type[]): Promise<INestApplicationContext> {
  @Module({ imports: [PlatformWithoutQueues, ...features] })
  class Application {}

  Logger.overrideLogger(['error']);
  return NestFactory.createApplicationContext(Application);
}

export async function endApplication(application: INestApplicationContext): Promise<void> {
  await application.get(DataSource, { strict: false }).destroy();
  await application.close();
}
