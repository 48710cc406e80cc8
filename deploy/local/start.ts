import { access, constants, mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
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

interface Explain {
  explain: (error: unknown) => string;
}

interface Product {
  close(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const DATA = resolve(ROOT, given('DATABASE_FOLDER') ?? '.data');
const DATABASE = 'skills';

/** A page that is held open must not keep the database from being stopped. */
const CLOSE_LIMIT_MS = 10_000;
const ORPHAN_CHECK_MS = 500;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
// The launcher may be killed too hard to say so.
const launcher = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== launcher) stop.abort();
}, ORPHAN_CHECK_MS);

/** Undone in the reverse order, however far the start came: the database is the first one in and the last one out. */
const undo: { what: string; work: () => Promise<void> }[] = [];

async function start(): Promise<void> {
  const port = readPort(process.env['PORT']);
  const host = process.env['HOST'] ?? '127.0.0.1';
  const address = `http://localhost:${port}`;
  const external = given('DATABASE_URL');

  await assertSoleStart(DATA);
  await assertFree(port, host);
  await assertWritable(ROOT);
  await makeWritable(DATA);
  undo.push({ what: '', work: await noteStart(DATA, address) });

  const build = await staleBuild(ROOT);
  if (build !== null) await step('Building the server and the pages', () => build(stop.signal));
  stop.signal.throwIfAborted();

  const database = external === null ? await embeddedDatabase() : await givenDatabase(external);
  stop.signal.throwIfAborted();

  const product = await startProduct({
    environment: { ...process.env, ...database, PORT: String(port), HOST: host },
    report: (line) => process.stdout.write(`  ${line}\n`),
  });
  undo.push({ what: 'Closing the pages', work: () => within(CLOSE_LIMIT_MS, product.close()) });
  stop.signal.throwIfAborted();

  process.stdout.write(
    `\nReady: ${address}\nCtrl-C stops everything; the data stays in ${external === null ? relative(ROOT, DATA) : 'your database'}.\n`,
  );
  await new Promise((wait) => stop.signal.addEventListener('abort', wait));
}

const startProduct: Main['start'] = async (options) => {
  const { start } = (await imported('main.js')) as Main;
  try {
    return await start(options);
  } catch (error) {
    const { explain } = (await imported('server/explain.js')) as Explain;
    throw new Fault(explain(error), 'Nothing was lost: mend that and start again.', error);
  }
};

function imported(file: string): Promise<unknown> {
  return import(pathToFileURL(join(ROOT, 'dist/apps/api/src', file)).href);
}

async function embeddedDatabase(): Promise<Record<string, string>> {
  const cluster = await step('Starting the database', () => startCluster({ folder: DATA }));
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
    throw notWritable(folder, error);
  }
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw notWritable(folder, error);
  }
  await assertWritable(folder);
}

function notWritable(folder: string, error: unknown): Fault {
  return new Fault(
    `${folder} cannot be written by this user (${codeOf(error) ?? 'refused'}).`,
    'Give the folder to the user that starts the product, or start from a clone that is yours.',
    error,
  );
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

const failures: unknown[] = [];

function fail(error: unknown): void {
  // What goes wrong while everything is being stopped on request is not why it stops.
  if (!stop.signal.aborted) failures.push(error);
  stop.abort();
}

process.stdout.write('Manufacturing skills\n');
process.on('uncaughtException', fail);
await start().catch(fail);
if (failures.length === 0) process.stdout.write('\n');
await undoAll();
clearInterval(watch);
// Last, where a person looks: why, and what to do.
failures.forEach(complain);
process.exit(Math.min(failures.length, 1));
