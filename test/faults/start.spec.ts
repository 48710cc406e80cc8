import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isAlive, readPidFile } from '#local/postgres/pid-file';
import { freePort } from '#local/postgres/server';
import { testDatabase } from '../support/database.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 90_000;

interface Started {
  readonly process: ChildProcess;
  readonly port: number;
  readonly said: () => string;
  readonly exit: Promise<number | null>;
}

/** `npm start` without npm and its launcher: what is behind them, in a process of its own. */
function npmStart(port: number, environment: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--conditions=built', 'deploy/local/start.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', PORT: String(port), ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  return {
    process: child,
    port,
    said: () => said,
    exit: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
}

async function untilReady({ process: child, port, said }: Started): Promise<void> {
  const page = `http://127.0.0.1:${port}/`;
  while (child.exitCode === null) {
    const answer = await fetch(page).catch(() => null);
    if (answer?.ok && said().includes('Ready:')) return;
    await pause(50);
  }
  throw new Error(said());
}

/** What a person is told: why, and what to do. No stack, no secret, and an exit code that says it failed. */
async function expectRefusal(started: Started, reason: RegExp, remedy: RegExp): Promise<void> {
  expect(await started.exit).toBe(1);
  const lines = started.said().trim().split('\n').slice(-2);
  expect(lines).toEqual([expect.stringMatching(reason), expect.stringMatching(remedy)]);
  expect(started.said()).not.toMatch(/^\s+at /m);
}

describe('npm start', () => {
  let folder: string;
  const started = new Set<Started>();

  function start(environment: Record<string, string> = {}, port?: number): Promise<Started> {
    return (port === undefined ? freePort() : Promise.resolve(port)).then((free) => {
      const product = npmStart(free, { DATABASE_FOLDER: folder, ...environment });
      started.add(product);
      void product.exit.then(() => started.delete(product));
      return product;
    });
  }

  beforeAll(async () => {
    const parent = await mkdtemp(join(tmpdir(), 'skills-start-'));
    await chmod(parent, 0o755);
    folder = join(parent, 'data');
  });

  afterAll(async () => {
    for (const { process: child, exit } of started) {
      child.kill('SIGTERM');
      await exit;
    }
    await rm(resolve(folder, '..'), { recursive: true, force: true });
  });

  it(
    'loads the demonstration on the first run, says how to get in, and stops everything on a signal, the database last',
    async () => {
      const product = await start();
      await untilReady(product);
      expect(product.said()).toContain(`Ready: http://localhost:${product.port}`);
      expect(product.said()).toContain('Loaded the framework');
      expect(product.said()).toContain('Employer administrator');
      const database = await readPidFile(join(folder, 'postgres'));
      product.process.kill('SIGINT');
      expect(await product.exit).toBe(0);
      expect(product.said()).toMatch(/Closing the pages.*\n.*Stopping the database/);
      expect(isAlive(database?.pid ?? 0)).toBe(false);
    },
    START_LIMIT_MS,
  );

  it(
    'starts again quickly after it was killed, loads nothing a second time and loses nothing',
    async () => {
      const killed = await start();
      await untilReady(killed);
      const before = await personas(killed);
      killed.process.kill('SIGKILL');
      const database = await readPidFile(join(folder, 'postgres'));
      process.kill(database?.pid ?? 0, 'SIGKILL');
      await killed.exit;

      const product = await start();
      await untilReady(product);
      expect(product.said()).not.toContain('Loaded the framework');
      expect(await personas(product)).toEqual(before);
      expect(before.length).toBeGreaterThan(0);

      const second = await start();
      await expectRefusal(
        second,
        /already runs at http:\/\/localhost:\d+ \(process \d+\)/,
        /stop it: kill \d+/,
      );
      product.process.kill('SIGTERM');
      expect(await product.exit).toBe(0);
    },
    START_LIMIT_MS,
  );

  it('tells of a port that is taken, and does nothing else', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const elsewhere = join(folder, '../untouched');
    const product = await start({ DATABASE_FOLDER: elsewhere }, port);
    await expectRefusal(product, new RegExp(`Port ${port} is taken`), /PORT=\d+ npm start/);
    expect(existsSync(elsewhere)).toBe(false);
    other.close();
  });

  it('tells of a port that is none', async () => {
    await expectRefusal(await start({ PORT: 'http' }), /PORT is not a port/, /PORT=3001 npm start/);
  });

  it('tells of a folder that cannot be written', async () => {
    await expectRefusal(
      await start({ DATABASE_FOLDER: '/dev/null/data' }),
      /cannot be written/,
      /clone that is yours/,
    );
  });

  it('keeps the start when a value of the configuration is wrong', async () => {
    await expectRefusal(
      await start({ PROCESS: 'everything' }),
      /PROCESS must be all, api or worker/,
      /start again/,
    );
  });

  describe('with a DATABASE_URL', () => {
    let url: URL;

    beforeAll(async () => {
      url = new URL((await testDatabase()).appUrl);
    });

    const changed = (change: (copy: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return copy.href;
    };

    it('tells that it is no address', async () => {
      await expectRefusal(
        await start({ DATABASE_URL: 'skills' }),
        /not the address/,
        /postgres:\/\/user:password@host/,
      );
    });

    it('tells that nothing listens there', async () => {
      const DATABASE_URL = changed((copy) => (copy.port = '9'));
      await expectRefusal(
        await start({ DATABASE_URL }),
        /no PostgreSQL listens at 127\.0\.0\.1:9/,
        /correct the host and port/,
      );
    });

    it('tells that its host does not exist', async () => {
      const DATABASE_URL = changed((copy) => (copy.hostname = 'nowhere.invalid'));
      await expectRefusal(await start({ DATABASE_URL }), /no host of the name/, /Correct the host/);
    });

    it('tells that its password is refused, and does not repeat it', async () => {
      const DATABASE_URL = changed((copy) => (copy.password = 'sesame'));
      const product = await start({ DATABASE_URL });
      await expectRefusal(product, /refuses the user "skills_app"/, /Correct the user and password/);
      expect(product.said()).not.toContain('sesame');
    });

    it('tells that its database does not exist', async () => {
      const DATABASE_URL = changed((copy) => (copy.pathname = '/nothing'));
      await expectRefusal(await start({ DATABASE_URL }), /no database "nothing"/, /createdb nothing/);
    });

    it('tells that its login may not make the tables', async () => {
      const client = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
      await client.connect();
      await client.query('drop schema public cascade');
      await client.end();
      await expectRefusal(
        await start({ DATABASE_URL: url.href }),
        /OWNER_DATABASE_URL|start failed/,
        /start again/,
      );
    });
  });
});

async function personas({ port }: Started): Promise<unknown[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/personas`);
  return (await answer.json()) as unknown[];
}

it('the launcher is the one file in plain JavaScript', async () => {
  expect(await readFile(join(ROOT, 'deploy/local/launch.mjs'), 'utf8')).toMatch(/^\/\/ @ts-check/);
});
