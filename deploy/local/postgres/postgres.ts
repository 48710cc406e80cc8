import { access, chmod, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, Fault } from '../fault.ts';
import { makeDataFolder } from './data-folder.ts';
import { findPrograms } from './programs.ts';
import { APP_ROLE, makeDatabase, makeRoles, OWNER_ROLE, passwordFits, resetSuperuser } from './roles.ts';
import { keepSecrets } from './secrets.ts';
import { launchServer, type Launch, type Server, type Settings } from './server.ts';
import { serverUser } from './server-user.ts';

export interface Cluster {
  readonly port: number;
  /** The server's process; a server that broke and was restarted has another one. */
  readonly pid: () => number;
  /** Superuser, for what makes databases. The product itself is never given it. */
  adminUrl(database?: string): string;
  /** Who owns the tables and migrates. */
  ownerUrl(database: string): string;
  /** Whom the API works as. */
  appUrl(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Holds `postgres/` (the data), `postgres.log` and `secrets.json`. Made where it is missing. */
  readonly folder: string;
  /** A cluster to throw away (tests, benchmarks) need not survive a crash, and is several times faster for it. */
  readonly durable?: boolean;
  readonly settings?: Settings;
}

const GOODBYE_LIMIT_MS = 1_000;
const GOODBYE_POLL_MS = 20;

const SETTINGS: Settings = {
  max_connections: 60,
  shared_buffers: '128MB',
  work_mem: '32MB',
  max_wal_size: '4GB',
  random_page_cost: 1.1,
  wal_compression: 'pglz',
  jit: 'off',
  io_workers: 1,
  max_logical_replication_workers: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const THROWN_AWAY: Settings = {
  ...SETTINGS,
  max_connections: 200,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum_naptime: '10s',
};

/** The embedded PostgreSQL: made where there is none, taken over where one still runs, restarted where one broke. */
export async function startCluster({
  folder,
  durable = true,
  settings = {},
}: ClusterOptions): Promise<Cluster> {
  await makeWritable(folder);
  const data = join(folder, 'postgres');
  const user = await serverUser(data);
  const programs = await findPrograms(user);
  const secrets = await keepSecrets(join(folder, 'secrets.json'));
  await makeDataFolder(data, { programs, user, superuserPassword: secrets.superuser, durable });

  const launch: Launch = {
    folder: data,
    log: join(folder, 'postgres.log'),
    programs,
    user,
    settings: { ...(durable ? SETTINGS : THROWN_AWAY), ...settings },
  };
  let server = await launchServer(launch);
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const adminUrl = (database = 'postgres') => url('postgres', secrets.superuser, database);

  if (!(await passwordFits(adminUrl()))) {
    await server.stop();
    await resetSuperuser(data, programs, user, secrets);
    server = await launchServer(launch);
  }
  await asAdmin(adminUrl(), (admin) => makeRoles(admin, secrets));

  let stopping = false;
  const { port } = server;
  const keepAlive = async (watched: Server): Promise<void> => {
    await watched.ended;
    if (stopping) return;
    server = await launchServer({ ...launch, port });
    void keepAlive(server);
  };
  void keepAlive(server);

  return {
    port,
    pid: () => server.pid,
    adminUrl,
    ownerUrl: (database) => url(OWNER_ROLE, secrets.owner, database),
    appUrl: (database) => url(APP_ROLE, secrets.app, database),
    createDatabase: (name) => asAdmin(adminUrl(), (admin) => makeDatabase(admin, name)),
    async stop() {
      stopping = true;
      if (durable) await asAdmin(adminUrl(), untilAlone).catch(() => undefined);
      await server.stop();
    },
  };
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/**
 * A pool says that it has ended when its clients have said goodbye; their sessions take some milliseconds more, and one
 * that is cut off in them would be told as a fault.
 */
async function untilAlone(admin: pg.Client): Promise<void> {
  const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  for (let waited = 0; waited < GOODBYE_LIMIT_MS; waited += GOODBYE_POLL_MS) {
    if ((await admin.query(others)).rowCount === 0) return;
    await pause(GOODBYE_POLL_MS);
  }
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    // The server's user passes through to its own data, and sees nothing else of it.
    if (process.getuid?.() === 0) await chmod(folder, 0o711);
  } catch (error) {
    throw new Fault(
      `${folder} cannot be written (${codeOf(error) ?? 'not permitted'}).`,
      'Give the folder to the user that starts the product, or start from a clone that is yours.',
      error,
    );
  }
}
