import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { Client, eventually } from '#builders/client';
import { productProcess } from '#builders/killable';
import { startCluster } from '#local/postgres/postgres';
import { distribution, inWords, type Distribution } from './distribution.ts';

/**
 * From a worker's "submit" to the score on the page: 200 submissions of some 40 ratings over HTTP, one after the other,
 * on the embedded PostgreSQL with its ordinary (durable) settings, the product in a process of its own. Beside each
 * submission, in the same run, two yardsticks on the same server: a bare BullMQ job that does nothing, from `add` to
 * done, and a bare INSERT whose notification comes back. Times move with the machine's load; the ratios count.
 *
 * `node deploy/local/build/compile-api.ts && node --conditions=built bench/submit-to-score.ts [submissions]`
 */
const SUBMISSIONS = Number(process.argv[2] ?? 200);
const TARGET_P95_MS = 250;
const LEAST_REQUIREMENTS = 40;
const RESULTS = resolve(import.meta.dirname, 'results');

const WORDS = {
  answered: 'POST submit answered',
  heard: 'score-computed heard (SSE)',
  read: 'score read (GET after the event)',
  bareJob: 'yardstick: bare BullMQ job, add to done',
  bareNotification: 'yardstick: INSERT and its NOTIFY',
};

interface Prepared {
  readonly workerId: string;
  readonly worker: Client;
  readonly submit: string;
  readonly etag: string | null;
  readonly inputVersion: number;
}

const folder = await mkdtemp(join(tmpdir(), 'skills-bench-'));
const cluster = await startCluster({ folder });
await cluster.createDatabase('skills');
const database = { DATABASE_URL: cluster.appUrl('skills'), OWNER_DATABASE_URL: cluster.ownerUrl('skills') };
const product = await productProcess(database);
const yardsticks = await theYardsticks();
try {
  const employer = await product.nobody.persona('employer-administrator');
  const roleProfileId = await aRole(employer);
  process.stdout.write(`Preparing ${SUBMISSIONS} assessments\n`);
  const prepared: Prepared[] = [];
  for (let place = 0; place < SUBMISSIONS; place += 1)
    prepared.push(await prepare(employer, roleProfileId, place));
  await idle(employer);

  const answer: number[] = [];
  const event: number[] = [];
  const visible: number[] = [];
  const job: number[] = [];
  const notification: number[] = [];
  const heard = new Map<string, () => void>();
  const stop = await employer.listen(({ type, workerId }) => {
    if (type === 'score-computed' && workerId !== undefined) heard.get(workerId)?.();
  });
  for (const { workerId, worker, submit, etag, inputVersion } of prepared) {
    job.push(await yardsticks.job());
    notification.push(await yardsticks.notification());
    const told = new Promise<void>((resolve) => heard.set(workerId, resolve));
    const from = performance.now();
    await worker.succeed('POST', submit, { ifMatch: etag });
    answer.push(performance.now() - from);
    await told;
    event.push(performance.now() - from);
    const { body } = await worker.succeed<{ inputVersion: number; stale: boolean }>(
      'GET',
      `/gap-scores/${workerId}/${roleProfileId}`,
    );
    if (body.inputVersion !== inputVersion || body.stale) throw new Error('The event came before its score.');
    visible.push(performance.now() - from);
  }
  stop();
  await report({
    answered: distribution(answer),
    heard: distribution(event),
    read: distribution(visible),
    bareJob: distribution(job),
    bareNotification: distribution(notification),
  });
} finally {
  await yardsticks.close();
  await product.kill();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

async function report(measured: Record<keyof typeof WORDS, Distribution>): Promise<void> {
  const { read, bareJob, bareNotification } = measured;
  const result = {
    what: 'submit-to-score',
    at: new Date().toISOString(),
    submissions: SUBMISSIONS,
    milliseconds: measured,
    ratios: {
      'p50 to a bare job': read.p50 / bareJob.p50,
      'p95 to a bare job': read.p95 / bareJob.p95,
      'p50 to INSERT and NOTIFY': read.p50 / bareNotification.p50,
    },
    target: { p95: TARGET_P95_MS, met: read.p95 <= TARGET_P95_MS },
  };
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'submit-to-score.json'), `${JSON.stringify(result, null, 2)}\n`);
  for (const key of Object.keys(WORDS) as (keyof typeof WORDS)[])
    process.stdout.write(`${inWords(WORDS[key], measured[key])}\n`);
  for (const [name, ratio] of Object.entries(result.ratios))
    process.stdout.write(`${name}: ${ratio.toFixed(1)}\n`);
  process.stdout.write(`p95 target ${TARGET_P95_MS} ms: ${result.target.met ? 'met' : 'MISSED'}\n`);
  if (!result.target.met) process.exitCode = 1;
}

/** Of as many occupations as it takes to ask some 40 KSAs, one of them critical. */
async function aRole(employer: Client): Promise<string> {
  const occupations = await employer.get<{ id: string; ksaCount: number }[]>('/occupations?range=[0,199]');
  const largest = occupations.toSorted((left, right) => right.ksaCount - left.ksaCount);
  for (let taken = 1; ; taken += 1) {
    const occupationIds = largest.slice(0, taken).map(({ id }) => id);
    const body = { name: `Benchmark ${taken}`, occupationIds };
    const created = await employer.succeed<{ id: string; requirementCount: number }>(
      'POST',
      '/role-profiles',
      { body },
    );
    if (created.body.requirementCount < LEAST_REQUIREMENTS && taken < largest.length) continue;
    await employer.succeed('POST', `/role-profiles/${created.body.id}/publish`, { ifMatch: created.etag });
    process.stdout.write(`A role of ${created.body.requirementCount} requirements\n`);
    return created.body.id;
  }
}

async function prepare(employer: Client, roleProfileId: string, place: number): Promise<Prepared> {
  const body = { name: `Worker ${place}`, email: `worker.${place}@benchmark.example` };
  const created = await employer.succeed<{ id: string; invitationLink: string }>('POST', '/workers', {
    body,
  });
  const workerId = created.body.id;
  const worker = await product.nobody.join(created.body.invitationLink);
  const assigned = await employer.succeed<{ assessmentId: string }>('POST', '/role-assignments', {
    body: { workerId, roleProfileId },
  });
  const path = `/assessments/${assigned.body.assessmentId}`;
  const { questions } = await worker.get<{ questions: { ksaCode: string }[] }>(path);
  let etag: string | null = null;
  for (const [index, { ksaCode }] of questions.entries()) {
    ({ etag } = await worker.succeed('PUT', `${path}/answers/${ksaCode}`, {
      body: { level: (index + place) % 5 },
    }));
  }
  return { workerId, worker, submit: `${path}/submit`, etag, inputVersion: questions.length };
}

/** What the preparation set going is over. */
async function idle(employer: Client): Promise<void> {
  await eventually(async () => {
    const jobs = await employer.get<{ state: string }[]>('/jobs?range=[0,999]');
    return jobs.every(({ state }) => state === 'completed');
  }, 60_000);
}

async function theYardsticks() {
  const pool = new pg.Pool({
    connectionString: database.DATABASE_URL,
    options: '-c search_path=bullmq',
    max: 6,
  });
  const done = new Map<string, () => void>();
  const queue = new Queue('yardstick', { connection: pool }, createPostgresBackend as never);
  const worker = new Worker(
    'yardstick',
    () => Promise.resolve(),
    { connection: pool },
    createPostgresBackend as never,
  );
  worker.on('completed', (job) => done.get(job.name)?.());
  await worker.waitUntilReady();

  const owner = new pg.Client({ connectionString: database.OWNER_DATABASE_URL });
  const listener = new pg.Client({ connectionString: database.OWNER_DATABASE_URL });
  await Promise.all([owner.connect(), listener.connect()]);
  await owner.query(
    'create table yardstick (id bigint generated always as identity primary key, payload text)',
  );
  await listener.query('listen yardstick');
  let place = 0;
  return {
    async job(): Promise<number> {
      const name = `job ${(place += 1)}`;
      const over = new Promise<void>((resolve) => done.set(name, resolve));
      const from = performance.now();
      await queue.add(name, {});
      await over;
      done.delete(name);
      return performance.now() - from;
    },
    async notification(): Promise<number> {
      const come = new Promise((resolve) => listener.once('notification', resolve));
      const from = performance.now();
      await owner.query(`with row as (insert into yardstick (payload) values ('x') returning id)
                         select pg_notify('yardstick', id::text) from row`);
      await come;
      return performance.now() - from;
    },
    async close(): Promise<void> {
      await worker.close();
      await queue.close();
      await Promise.all([owner.end(), listener.end(), pool.end()]);
    },
  };
}
