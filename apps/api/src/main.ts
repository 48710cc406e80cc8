import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Upkeep } from '#gaps';
import { IdentityService, SetUpService } from '#identity';
import { readConfig } from '#platform/config/config';
import { assertBoundByRowSecurity } from '#platform/database/migrate';
import { Notifications } from '#platform/database/notifications';
import { EventStream } from '#platform/events/event-stream';
import { HealthService } from '#platform/health/health.service';
import { JobRegistry } from '#platform/jobs/job-registry';
import { OutboxRelay } from '#platform/jobs/outbox-relay';
import { chooseQueueBackend } from '#platform/jobs/queue-backend';
import { BullRegistrar } from '@nestjs/bullmq';
import { DataSource } from 'typeorm';
import { DemonstrationService } from '#demonstration';
import { explain } from './server/explain.ts';
import { prepareDatabase, type Report } from './server/first-steps.ts';
import { httpServer } from './server/http-server.ts';

/** For the clients that are connected to hear of the end, each with an answer. */
const DRAIN_MS = 150;

/** A client that does not take its answer, or does not finish its question, is cut off. */
const LONGEST_ANSWER_MS = 5_000;

export interface StartOptions {
  readonly environment: Record<string, string | undefined>;
  readonly report: Report;
}

export interface Product {
  /** Where it is served. */
  readonly address: string;
  /** Lets what runs finish; the database is the caller's. */
  close(): Promise<void>;
}

/**
 * The whole product in this process, or the part that PROCESS names.
 *
 * @throws ConfigError naming the variable; the database's and the network's own errors
 */
export async function start({ environment, report }: StartOptions): Promise<Product> {
  const config = readConfig(environment);
  await prepareDatabase(config, report);

  const queues = chooseQueueBackend(config);
  const app = await httpServer(config, queues);
  const close = async (): Promise<void> => {
    app.get(HealthService).beginStopping();
    app.get(EventStream).stop();
    await pause(DRAIN_MS);
    await app.get(Upkeep).stop();
    await app.get(OutboxRelay).stop();
    await app.get(JobRegistry).closeWorkers();
    await app.get(Notifications).stop();
    const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), LONGEST_ANSWER_MS);
    await app.close();
    clearTimeout(cut);
    await queues.close();
  };
  try {
    await app.init();
    await assertBoundByRowSecurity(app.get(DataSource));
    app.get(JobRegistry).assertOneProcessorEach();
    if (config.process !== 'worker') app.get(EventStream).start();
    if (config.process !== 'api') {
      app.get(BullRegistrar).register();
      app.get(OutboxRelay).start();
      app.get(Upkeep).start();
    }
    await app.get(Notifications).start();
    if (config.demonstration) await app.get(DemonstrationService).load(report);
    if (config.process !== 'worker') await app.listen(config.port, config.host);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  await introduce(app.get(IdentityService), app.get(SetUpService), report);
  return { address: config.publicUrl, close };
}

/** How to get in: the demonstration's people, or the one address that sets up a real installation. */
async function introduce(identity: IdentityService, setUp: SetUpService, report: Report): Promise<void> {
  const personas = await identity.personas();
  if (personas.length > 0) {
    report('Sign in with one click as:');
    for (const { name, title } of personas) report(`  ${name}, ${title}`);
  }
  const link = await setUp.openLink(new Date());
  if (link !== null) report(`Nobody is here yet. Set this installation up, once, at ${link}`);
}

/** Run by itself (a container, a process manager): the environment says all, and a signal ends it in order. */
async function runAlone(): Promise<void> {
  const product = await start({
    environment: process.env,
    report: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`Ready: ${product.address}\n`);
  const stop = (): void => {
    product.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${explain(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

if (import.meta.main) {
  runAlone().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  });
}
