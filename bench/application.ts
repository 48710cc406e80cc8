import type { INestApplicationContext, Type } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CONFIG, readConfig } from '#platform/config/config';
import { appDataSource } from '#platform/database/data-source';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { JobLedger } from '#platform/jobs/job-ledger';
import { Jobs } from '#platform/jobs/jobs';
import type { BenchDatabase } from './measurement.ts';

/** A module without a decorator, which Node cannot read where it only strips types. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
const moduleNamed = (name: string): Type => Object.defineProperty(class {}, 'name', { value: name });

/** The features' services as the product puts them together, in this process, as the API's role; no queue takes work up. */
export async function benchApplication(
  database: BenchDatabase,
  ...features: Type[]
): Promise<{ get<Service>(service: Type<Service>): Service; close(): Promise<void> }> {
  const config = readConfig({ DATABASE_URL: database.appUrl, OWNER_DATABASE_URL: database.ownerUrl });
  const provided = [CONFIG, UnitOfWork, Events, Jobs, JobLedger];
  const platform = {
    module: moduleNamed('Platform'),
    global: true,
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: DataSource, useFactory: () => appDataSource(config).initialize() },
      UnitOfWork,
      Events,
      Jobs,
      JobLedger,
    ],
    exports: provided,
  };
  Logger.overrideLogger(['error']);
  const application: INestApplicationContext = await NestFactory.createApplicationContext({
    module: moduleNamed('Application'),
    imports: [platform, ...features],
  });
  return {
    get: (service) => application.get(service, { strict: false }),
    async close() {
      await application.get(DataSource, { strict: false }).destroy();
      await application.close();
    },
  };
}
