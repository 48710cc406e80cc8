import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { staleBuild } from './build/build.ts';
import { assertReachable } from './database-url.ts';
import { codeOf, Fault } from './fault.ts';
import { assertFree, readPort } from './port.ts';
import { startCluster } from './postgres/postgres.ts';
import { step } from './progress.ts';
import { assertSoleStart, noteStart } from './sole-start.ts';

/** What apps/api/src/main.ts exports. */
interface Main {
  start: (options: {
    environment: Record<string, string | undefined>;
    report: (line: string) => void;
  }) => Promise<Product>;
}

interface Product {
  close(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const DATA = join(ROOT, '.data');
const DATABASE = 'skills';

/** A page that is held open must not keep the database from being stopped. */
const CLOSE_LIMIT_MS = 10_000;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

/** Undone in the reverse order, however far the start came: the database is the first one in and the last one out. */
const undo: { what: string; work: () => Promise<void> }[] = [];

async function start(): Promise<void> {
  const port = readPort(process.env['PORT']);
  const host = process.env['HOST'] ?? '127.0.0.1';
  const address = `http://localhost:${port}`;
  const external = given('DATABASE_URL');

  await assertWritable(ROOT);
  await mkdir(DATA, { recursive: true });
  await assertWritable(DATA);
  await assertSoleStart(DATA);
  await assertFree(port, host);
  undo.push({ what: '', work: await noteStart(DATA, address) });

  const build = await staleBuild(ROOT);
  if (build !== null) await step('Building the server and the pages', () => build(stop.signal));
  stop.signal.throwIfAborted();

  const database = external === null ? await embeddedDatabase() : await givenDatabase(external);
  stop.signal.throwIfAborted();

  const { start: startProduct } = (await import(
    pathToFileURL(join(ROOT, 'dist/apps/api/src/main.js')).href
  )) as Main;
  const product = await startProduct({
    environment: { ...process.env, ...database, PORT: String(port), HOST: host },
    report: (line) => process.stdout.write(`  ${line}\n`),
  });
  undo.push({ what: 'Closing the pages', work: () => within(CLOSE_LIMIT_MS, product.close()) });
  stop.signal.throwIfAborted();

  process.stdout.write(
    `\nReady: ${address}\nCtrl-C stops everything; the data stays in ${external === null ? '.data/' : 'your database'}.\n`,
  );
  await new Promise((wait) => stop.signal.addEventListener('abort', wait));
}

async function embeddedDatabase(): Promise<Record<string, string>> {
  const cluster = await step('Starting the database in .data/', () => startCluster({ folder: DATA }));
  undo.push({ what: 'Stopping the database', work: () => cluster.stop() });
  await cluster.createDatabase(DATABASE);
  return {
    DATABASE_URL: cluster.appUrl(DATABASE),
    OWNER_DATABASE_URL: cluster.ownerUrl(DATABASE),
    DEMONSTRATION: given('DEMONSTRATION') ?? 'yes',
  };
}

async function givenDatabase(url: string): Promise<Record<string, string>> {
  const owner = given('OWNER_DATABASE_URL');
  await step('Reaching the database that DATABASE_URL names', async () => {
    await assertReachable('DATABASE_URL', url);
    if (owner !== null) await assertReachable('OWNER_DATABASE_URL', owner);
  });
  return { DATABASE_URL: url, ...(owner === null ? {} : { OWNER_DATABASE_URL: owner }) };
}

function given(variable: string): string | null {
  const value = process.env[variable];
  return value === undefined || value === '' ? null : value;
}

async function assertWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Fault(
      `${folder} cannot be written by this user (${codeOf(error) ?? 'refused'}).`,
      'Give the folder to the user that starts the product, or start from a clone that is yours.',
      error,
    );
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

async function undoAll(): Promise<void> {
  for (const { what, work } of undo.splice(0).reverse()) {
    await (what === '' ? work() : step(what, work)).catch((error: unknown) => complain(error));
  }
}

function complain(error: unknown): void {
  if (error instanceof Fault) process.stderr.write(`\n${error.message}\n${error.remedy}\n`);
  else process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

process.stdout.write('Manufacturing skills\n');
process.on('uncaughtException', (error) => {
  complain(error);
  process.exitCode = 1;
  stop.abort();
});
try {
  await start();
} catch (error) {
  if (!stop.signal.aborted) {
    complain(error);
    process.exitCode = 1;
  }
}
if (stop.signal.aborted) process.stdout.write('\n');
await undoAll();
process.exit();
