import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '#platform/config/config';
import { chooseQueueBackend } from '#platform/jobs/queue-backend';
import { AppModule } from './app.module.ts';
import { prefixRoutes } from './server/http-server.ts';
import { openApiDocument } from './server/openapi.ts';

/** Where the pages' types are made from. Preview mode builds no provider, so no database is needed. */
const TARGET = 'apps/admin/src/api/openapi.json';

const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/none' });
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.forRoot(config, chooseQueueBackend(config)),
  new FastifyAdapter(),
  // Nest's options are a class that nobody constructs.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  { preview: true, logger: ['error'], abortOnError: false },
);
prefixRoutes(app);
await writeFile(join(process.cwd(), TARGET), `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
process.exit(0);
