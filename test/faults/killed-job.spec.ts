import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { eventually } from '#builders/client';
import { REDIS_SERVER } from '#local/checks/found';
import { systemContext } from '#platform/context/request-context';
import { appDataSource } from '#platform/database/data-source';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { readConfig } from '#platform/config/config';
import { JobLedger } from '#platform/jobs/job-ledger';
import { freshDatabase } from '#support/database';
import { describeOnRedis, startRedis, type Redis } from '#support/redis';
import type { Chunked } from './chunked-worker.ts';

const WORKER = fileURLToPath(new URL('chunked-worker.ts', import.meta.url));
const ROOT = resolve(import.meta.dirname, '../..');

/** From kill -9 to the next chunk elsewhere. */
const RECOVERY_MS = 15_000;
const TRIAL_MS = 60_000;
const CHUNKS = 30;

interface Effect {
  readonly n: number;
  readonly pid: number;
}

interface Outcome {
  /** Of the killed run: the chunks in the order in which they were written, and by how many processes. */
  readonly chunks: readonly number[];
  readonly processes: number;
  readonly recoveryMs: number;
  readonly killed: object;
  /** Chunks that were written after the cancelling was answered. */
  readonly afterCancel: number;
  readonly cancelled: object;
}

/** The two trials, one after the other, on two processes that share a database (and a Redis, where there is one). */
async function trial(environment: Record<string, string>): Promise<Outcome> {
  const { appUrl, ownerUrl, adminUrl } = await freshDatabase();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const dataSource = await appDataSource(readConfig({ DATABASE_URL: appUrl })).initialize();
  const ledger = new JobLedger(new UnitOfWork(dataSource));
  const processes: ChildProcess[] = [];
  try {
    await admin.query(`create table effect (tenant_id uuid, job_id uuid, n int, pid int, at timestamptz default clock_timestamp());
                       grant insert on effect to skills_app`);
    const tenantId = uuidv7();
    await admin.query(
      `insert into organisation (tenant_id, name, slug, kind, created_at) values ($1, 'One', 'one', 'manufacturer', now())`,
      [tenantId],
    );
    const start = () =>
      worker({ DATABASE_URL: appUrl, OWNER_DATABASE_URL: ownerUrl, DATABASE_POOL: '4', ...environment });
    processes.push(...(await Promise.all([start(), start()])));

    const effects = async (jobId: string) =>
      (await admin.query<Effect>('select n, pid from effect where job_id = $1 order by at', [jobId])).rows;
    const some = (jobId: string, least: number) =>
      eventually(async () => {
        const rows = await effects(jobId);
        return rows.length >= least && rows;
      });
    const row = async (jobId: string) =>
      (await admin.query<{ state: string }>('select * from job where id = $1', [jobId])).rows[0];
    const until = (jobId: string, state: string) =>
      eventually(async () => {
        const job = await row(jobId);
        return job?.state === state && job;
      });

    const first = await enqueue(admin, tenantId, { chunks: CHUNKS, pauseMs: 60 });
    const [{ pid } = { pid: 0 }] = await some(first, 5);
    processes.find((child) => child.pid === pid)?.kill('SIGKILL');
    const killedAt = performance.now();
    await eventually(async () => (await effects(first)).some((effect) => effect.pid !== pid), 30_000);
    const recoveryMs = performance.now() - killedAt;
    const killed = (await until(first, 'completed')) as object;
    const written = await effects(first);

    const second = await enqueue(admin, tenantId, { chunks: 1_000, pauseMs: 20 });
    await some(second, 3);
    await ledger.cancel(systemContext(tenantId, 'spec', new Date()), second);
    const before = (await effects(second)).length;
    const cancelled = (await until(second, 'cancelled')) as object;
    await pause(100);
    return {
      chunks: written.map(({ n }) => n),
      processes: new Set(written.map((effect) => effect.pid)).size,
      recoveryMs,
      killed,
      afterCancel: (await effects(second)).length - before,
      cancelled,
    };
  } finally {
    for (const child of processes) await ended(child);
    await dataSource.destroy();
    await admin.end();
  }
}

async function worker(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=built', WORKER], {
    cwd: ROOT,
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: environment,
  });
  let complaints = '';
  child.stderr?.on('data', (data: Buffer) => (complaints += data.toString()));
  const early = once(child, 'exit').then(() => {
    throw new Error(`The worker ended at its start: ${complaints}`);
  });
  await Promise.race([once(child, 'message'), early]);
  early.catch(() => undefined);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}

/** As `Jobs.enqueue` writes it: this process knows nothing of the job. */
async function enqueue(admin: pg.Client, tenantId: string, payload: Chunked): Promise<string> {
  const id = uuidv7();
  await admin.query(
    `with ledger as (
       insert into job (tenant_id, id, name, job_key, payload, state, attempts, enqueued_at)
       values ($1, $2, 'spec-chunked', $2::uuid::text, $3, 'waiting', 0, now()) returning id, tenant_id, name, payload
     ), box as (
       insert into outbox (id, tenant_id, job_id, name, payload) select id, tenant_id, id, name, payload from ledger
     ) select pg_notify('outbox', '')`,
    [tenantId, id, payload],
  );
  return id;
}

const all = Array.from({ length: CHUNKS }, (_, index) => index + 1);

function judge(backend: string, outcome: Outcome): void {
  process.stdout.write(
    `${backend}: kill -9 to the next chunk elsewhere ${(outcome.recoveryMs / 1000).toFixed(1)} s\n`,
  );
  expect(outcome).toMatchObject({
    chunks: all,
    processes: 2,
    killed: { attempts: 2, done: CHUNKS, total: CHUNKS, cursor: null },
    cancelled: { attempts: 1, cancel_requested: true, error: null },
  });
  expect(outcome.recoveryMs).toBeLessThan(RECOVERY_MS);
  // The one that was being written when the request came.
  expect(outcome.afterCancel).toBeLessThanOrEqual(1);
}

// Most of a trial is waiting for a lock to run out: both backends wait at the same time.
let redis: Redis | null = null;
let onPostgres: Promise<Outcome>;
let onRedis: Promise<Outcome> | null = null;

beforeAll(async () => {
  redis = REDIS_SERVER === null ? null : await startRedis();
  onPostgres = trial({});
  if (redis !== null) onRedis = trial({ REDIS_URL: redis.url });
  // Whoever awaits them tells.
  onPostgres.catch(() => undefined);
  onRedis?.catch(() => undefined);
});
afterAll(async () => {
  await Promise.allSettled([onPostgres, onRedis]);
  await redis?.stop();
});

const WHAT =
  'a job whose process is killed goes on elsewhere, each chunk once, and stops within a chunk when it is cancelled';

it(`${WHAT}, with its queues on PostgreSQL`, async () => judge('PostgreSQL', await onPostgres), TRIAL_MS);

describeOnRedis('with its queues on Redis', () => {
  it(WHAT, async () => judge('Redis', (await onRedis) as Outcome), TRIAL_MS);
});
