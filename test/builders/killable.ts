import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '#local/postgres/server';
import { testDatabase } from '../support/database.ts';
import { Client } from './client.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 20_000;

/** Ends with whoever started it, however that ends: its standard input closes. */
const PROGRAM = `
  import { start } from ${JSON.stringify(pathToFileURL(join(ROOT, 'dist/apps/api/src/main.js')).href)};
  process.stdin.resume().on('end', () => process.exit());
  await start({ environment: process.env, report: () => undefined });
  process.send('ready');
`;

export interface Killable {
  readonly origin: string;
  readonly pid: number;
  readonly nobody: Client;
  /** SIGKILL: no farewell, as of a machine that loses its power. */
  kill(): Promise<void>;
}

/** The built product in a process of its own, on the spec file's own database. */
export async function killable(environment: Record<string, string> = {}): Promise<Killable> {
  const { appUrl, ownerUrl } = await testDatabase();
  return productProcess({ DATABASE_URL: appUrl, OWNER_DATABASE_URL: ownerUrl, ...environment });
}

/** The same on the database that the environment names. */
export async function productProcess(environment: Record<string, string>): Promise<Killable> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['--conditions=built', '--input-type=module', '-e', PROGRAM], {
    cwd: ROOT,
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: {
      PORT: port,
      DEMONSTRATION: 'yes',
      DATA_FOLDER: join(ROOT, 'data'),
      ...environment,
    },
  });
  await ready(child).catch((error: unknown) => {
    // Left behind it would keep the whole run from ending.
    child.kill('SIGKILL');
    throw error;
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    pid: child.pid ?? 0,
    nobody: new Client(origin),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  let complaints = '';
  child.stderr!.on('data', (data: Buffer) => (complaints += data.toString()));
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const ended = once(child, 'exit', { signal: limit }).then(() => {
    throw new Error(`The product ended at its start: ${complaints}`);
  });
  await Promise.race([once(child, 'message', { signal: limit }), ended]);
  ended.catch(() => undefined);
}
