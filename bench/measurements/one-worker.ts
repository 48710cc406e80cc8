import { resolve } from 'node:path';
import pg from 'pg';
import { type Killable, productProcess } from '#builders/killable';
import { GapsModule, RescoringService } from '#gaps';
import { IdentityModule, IdentityService } from '#identity';
import { readConfig } from '#platform/config/config';
import { systemContext } from '#platform/context/request-context';
import type { Statement } from '#platform/database/unit-of-work';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { JobRun } from '#platform/jobs/job-run';
import { benchApplication } from '../application.ts';
import { loadOrganisation } from '../data/organisation.ts';
import type { Load, Loaded } from '../http/load.ts';
import { cpuSeconds, serve } from '../http/served.ts';
import type { Bench, BenchDatabase, Measure, Measurement } from '../measurement.ts';
import type { BareOrigin, BareServer } from '../yardsticks/bare-server.ts';

/**
 * One worker's stored gap view, read over HTTP by a signed-in employer, under row-level security; beside it, turn by
 * turn, a bare Fastify and pg handler in a process of its own that runs the same statement and returns the same bytes.
 */
const WORKERS = 10_000;
const READ = 2_000;
const REQUIREMENTS = 40;
const CONNECTIONS = 16;
const ROUNDS = 5;
const SECONDS = 5;
/** Until the compiler has seen enough of a server. */
const WARM_UP_SECONDS = 15;
const TARGET_RATIO = 0.8;

const BENCH = resolve(import.meta.dirname, '..');
const STATEMENT = resolve(BENCH, '../dist/apps/api/src/gaps/views/gap-view.statement.js');

const run: JobRun = {
  jobId: 'bench',
  cursor: null,
  checkpoint: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
};

export const measurement: Measure = {
  name: 'one-worker',
  async run(bench) {
    const size = bench.quick ? 10 : 1;
    const database = await (await bench.cluster()).migratedDatabase('one_worker');
    const { tenantId } = await loadOrganisation(database, {
      seed: 5000,
      workers: WORKERS / size,
      requirements: REQUIREMENTS,
      withLog: true,
    });
    const { invitation, paths } = await prepare(database, tenantId, READ / size);
    const product = await productProcess({
      DATABASE_URL: database.appUrl,
      OWNER_DATABASE_URL: database.ownerUrl,
    });
    try {
      return await compare(bench, { database, tenantId, product, invitation, paths });
    } finally {
      await product.kill();
    }
  },
};

interface Prepared {
  /** Of somebody who may read every gap view. */
  readonly invitation: string;
  readonly paths: readonly string[];
}

/** Everybody scored by the product's own rescoring; who rated whom; and an employer. */
async function prepare(database: BenchDatabase, tenantId: string, read: number): Promise<Prepared> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const application = await benchApplication(database, IdentityModule, GapsModule);
  try {
    const context = systemContext(tenantId, 'bench', new Date());
    await application.get(RescoringService).rescore(context, { scope: 'organisation' }, run);
    await nameRaters(admin, tenantId);
    const { link } = await application.get(UnitOfWork).transaction(context, (transaction) =>
      application.get(IdentityService).invite(transaction, {
        email: 'employer@benchmark.example',
        name: 'Employer',
        roles: ['employer-administrator'],
      }),
    );
    const { rows } = await admin.query<{ path: string }>(
      `select '/api/gap-scores/' || w.id || '/' || a.role_profile_id as path
         from worker w join role_assignment a using (tenant_id, worker_no)
        where tenant_id = $1 order by (worker_no * 7919) % 10007 limit $2`,
      [tenantId, read],
    );
    return { invitation: link.slice(link.lastIndexOf('/') + 1), paths: rows.map(({ path }) => path) };
  } finally {
    await application.close();
    await admin.end();
  }
}

/** Workers rate themselves; a manager and an assessor of their own rate them beside that, one each for fifty workers. */
async function nameRaters(admin: pg.Client, tenantId: string): Promise<void> {
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `insert into user_account (tenant_id, id, email, display_name, roles, worker_no, worker_id, created_at)
     select tenant_id, gen_random_uuid(), 'worker.' || worker_no || '@benchmark.example', name, '{worker}', worker_no,
            id, now()
       from worker where tenant_id = $1`,
    [tenantId],
  );
  await admin.query(
    `update rating r set rated_by = u.id
       from user_account u
      where r.tenant_id = $1 and u.tenant_id = $1
        and u.worker_no = case when r.source = 0 then r.worker_no
                               else 1 + 50 * ((r.worker_no - 1) / 50) + case when r.source = 1 then 0 else 1 end end`,
    [tenantId],
  );
  // As it was loaded, in the order of arrival, without what the update has left behind.
  await admin.query('vacuum full rating');
  await admin.query('vacuum analyze');
}

interface Compared extends Prepared {
  readonly database: BenchDatabase;
  readonly tenantId: string;
  readonly product: Killable;
}

interface Turns {
  readonly loads: Loaded[];
  /** Microseconds of the server's own CPU a request. */
  readonly cpu: number[];
}

async function compare(bench: Bench, compared: Compared): Promise<Measurement[]> {
  const { database, tenantId, product, invitation, paths } = compared;
  const { body } = await product.nobody.succeed<{ accessToken: string }>(
    'POST',
    `/invitations/${invitation}`,
    {
      body: { password: 'a long enough password of one' },
    },
  );
  const token = body.accessToken;
  const { poolSize } = readConfig({ DATABASE_URL: database.appUrl });
  const bare = serve<BareServer, BareOrigin>(resolve(BENCH, 'yardsticks/bare-server.ts'));
  const load = serve<Load, Loaded>(resolve(BENCH, 'http/load.ts'));
  try {
    const origin = await bare.call({
      ...{ databaseUrl: database.adminUrl, poolSize, tenantId, paths, token },
      statement: await theStatement(),
      product: product.origin,
    });
    const against = async (server: string, seconds: number): Promise<Loaded> => {
      const asked = server === product.origin ? token : null;
      const loaded = await load.call({
        origin: server,
        paths,
        token: asked,
        connections: CONNECTIONS,
        seconds,
      });
      if (loaded.failed > 0) throw new Error(`${loaded.failed} of ${loaded.requests} requests failed.`);
      return loaded;
    };
    const pause = bench.quick ? 4 : 1;
    const ours: Turns = { loads: [], cpu: [] };
    const theirs: Turns = { loads: [], cpu: [] };
    const turn = async (turns: Turns, server: string, cpu: () => Promise<number>): Promise<void> => {
      const before = await cpu();
      const loaded = await against(server, SECONDS / pause);
      turns.cpu.push((((await cpu()) - before) * 1e6) / loaded.requests);
      turns.loads.push(loaded);
    };
    for (const server of [product.origin, origin]) await against(server, WARM_UP_SECONDS / pause);
    for (let round = 0; round < ROUNDS; round += 1) {
      await turn(ours, product.origin, () => cpuSeconds(product.pid));
      await turn(theirs, origin, () => bare.cpuSeconds());
    }
    return [result(bench, ours, theirs)];
  } finally {
    load.stop();
    bare.stop();
  }
}

function result(bench: Bench, ours: Turns, theirs: Turns): Measurement {
  bench.say(inWords('the product', ours));
  bench.say(inWords('bare', theirs));
  const value = medianOf(ours.loads, 'requestsPerSecond');
  const yardstick = medianOf(theirs.loads, 'requestsPerSecond');
  const ratio = value / yardstick;
  return {
    name: 'reading one worker’s gap view',
    value,
    unit: 'requests/s',
    yardstick: {
      name: 'bare Fastify and pg, same statement, same bytes',
      value: yardstick,
      unit: 'requests/s',
    },
    ratio,
    target: `ratio >= ${TARGET_RATIO}`,
    meets: ratio >= TARGET_RATIO,
    note: `${inWords('the product', ours)}; ${inWords('bare', theirs)}`,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const medianOf = (loads: readonly Loaded[], of: 'requestsPerSecond' | 'p50' | 'p99'): number =>
  median(loads.map((load) => load[of]));

function inWords(who: string, { loads, cpu }: Turns): string {
  const each = loads.map(({ requestsPerSecond }) => Math.round(requestsPerSecond)).join(', ');
  const [p50, p99] = [medianOf(loads, 'p50'), medianOf(loads, 'p99')];
  return `${who}: ${each}/s, p50 ${p50} ms, p99 ${p99} ms, ${Math.round(median(cpu))} µs of the server's CPU a request`;
}

/** The product's own, which no room exports: only a yardstick asks for it. */
async function theStatement(): Promise<Statement> {
  return ((await import(STATEMENT)) as { GAP_VIEWS: Statement }).GAP_VIEWS;
}
