import { createPostgresBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import type { Client } from '#builders/client';
import { productProcess } from '#builders/killable';
import { distribution, inWords, type Distribution } from '../distribution.ts';
import type { Bench, BenchDatabase, Measure, Measurement } from '../measurement.ts';
import { aRole, idle, listening, prepare, type Prepared } from '../submissions.ts';

/**
 * From a worker's "submit" to the score on the page: submissions of some 50 ratings over HTTP, one after the other, the
 * product in a process of its own. Beside each submission two yardsticks on the same server: a bare BullMQ job that
 * does nothing, from `add` to done, and a bare INSERT whose notification comes back.
 */
const SUBMISSIONS = 200;
const TARGET_P95_MS = 250;

const WORDS = {
  answered: 'POST submit answered',
  heard: 'score-computed heard (SSE)',
  read: 'score read (GET after the event)',
  bareJob: 'yardstick: bare BullMQ job, add to done',
  bareNotification: 'yardstick: INSERT and its NOTIFY',
};

type Times = Record<keyof typeof WORDS, number[]>;

export const measurement: Measure = {
  name: 'submit-to-score',
  async run(bench) {
    const database = await (await bench.cluster()).migratedDatabase('submit_to_score');
    const product = await productProcess({
      DATABASE_URL: database.appUrl,
      OWNER_DATABASE_URL: database.ownerUrl,
    });
    const yardsticks = await theYardsticks(database);
    try {
      return result(bench, await submissions(bench, product.nobody, yardsticks));
    } finally {
      await yardsticks.close();
      await product.kill();
    }
  },
};

async function submissions(bench: Bench, nobody: Client, yardsticks: Yardsticks): Promise<Times> {
  const employer = await nobody.persona('employer-administrator');
  const roleProfileId = await aRole(bench, employer);
  const prepared: Prepared[] = [];
  for (let place = 0; place < (bench.quick ? SUBMISSIONS / 10 : SUBMISSIONS); place += 1)
    prepared.push(await prepare(nobody, employer, roleProfileId, place));
  await idle(employer);

  const times: Times = { answered: [], heard: [], read: [], bareJob: [], bareNotification: [] };
  const { submit, stop } = await listening(employer, roleProfileId);
  for (const each of prepared) {
    times.bareJob.push(await yardsticks.job());
    times.bareNotification.push(await yardsticks.notification());
    const { answered, heard, read } = await submit(each);
    times.answered.push(answered);
    times.heard.push(heard);
    times.read.push(read);
  }
  stop();
  return times;
}

function result(bench: Bench, times: Times): Measurement[] {
  const measured = Object.fromEntries(
    Object.entries(times).map(([key, each]) => [key, distribution(each)]),
  ) as Record<keyof typeof WORDS, Distribution>;
  for (const key of Object.keys(WORDS) as (keyof typeof WORDS)[])
    bench.say(inWords(WORDS[key], measured[key]));
  const { read, bareJob, bareNotification } = measured;
  return [
    {
      name: 'submit to score on the page, p95',
      value: read.p95,
      unit: 'ms',
      yardstick: { name: 'a bare BullMQ job, add to done, p95', value: bareJob.p95, unit: 'ms' },
      ratio: read.p95 / bareJob.p95,
      target: `<= ${TARGET_P95_MS} ms`,
      meets: read.p95 <= TARGET_P95_MS,
      note: `n ${read.count}, p50 ${read.p50} ms, p99 ${read.p99} ms; a bare job p50 ${bareJob.p50} ms, INSERT and NOTIFY p50 ${bareNotification.p50} ms`,
    },
  ];
}

interface Yardsticks {
  job(): Promise<number>;
  notification(): Promise<number>;
  close(): Promise<void>;
}

async function theYardsticks(database: BenchDatabase): Promise<Yardsticks> {
  const pool = new pg.Pool({
    connectionString: database.appUrl,
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

  const owner = new pg.Client({ connectionString: database.ownerUrl });
  const listener = new pg.Client({ connectionString: database.ownerUrl });
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
