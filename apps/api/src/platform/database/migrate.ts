import pg from 'pg';
import { runMigrations as migrateQueue, DEFAULT_SCHEMA } from 'bullmq';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Config } from '../config/config.ts';

/** One migrator at a time over all processes of an installation; the number is arbitrary, but ours. */
const MIGRATION_LOCK = 7_236_401;

/** A migration that cannot have its lock soon gives way, rather than queueing every request behind itself. */
const LOCK_TIMEOUT_MS = 2_000;

const APP_ROLE = 'skills_app';

/** Brings the schema up to date as its owner: ours, then the queue's. Other processes that start wait for it. */
export async function migrate(
  config: Config,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<number> {
  const guard = new pg.Client({ connectionString: config.ownerDatabaseUrl, connectionTimeoutMillis: 5_000 });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const executed = await migrateTables(config, migrations);
    await migrateQueueSchema(guard);
    await grantToLogin(guard, config);
    return executed;
  } finally {
    await guard.end();
  }
}

async function migrateTables(
  config: Config,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<number> {
  const owner = new DataSource({
    type: 'postgres',
    url: config.ownerDatabaseUrl,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 1,
    extra: { options: `-c lock_timeout=${LOCK_TIMEOUT_MS}` },
  });
  await owner.initialize();
  try {
    return (await owner.runMigrations()).length;
  } finally {
    await owner.destroy();
  }
}

/**
 * BullMQ makes what is in its schema; the API may use what the owner makes there, and makes a sequence there itself
 * with a queue's first job (hence `create`), which is then its own.
 */
async function migrateQueueSchema(owner: pg.Client): Promise<void> {
  await owner.query(`
    create schema if not exists ${DEFAULT_SCHEMA};
    grant usage, create on schema ${DEFAULT_SCHEMA} to ${APP_ROLE};
    alter default privileges in schema ${DEFAULT_SCHEMA} grant select, insert, update, delete on tables to ${APP_ROLE};
    alter default privileges in schema ${DEFAULT_SCHEMA} grant usage, select, update on sequences to ${APP_ROLE};
    alter default privileges in schema ${DEFAULT_SCHEMA} grant execute on functions to ${APP_ROLE}`);
  await migrateQueue(owner, DEFAULT_SCHEMA);
}

/** The API's own login gets its rights by membership: the grants name one role, whatever the login is called. */
async function grantToLogin(owner: pg.Client, config: Config): Promise<void> {
  if (config.appRole !== null) return grantToSelf(owner);
  const login = decodeURIComponent(new URL(config.databaseUrl).username);
  if (login === '' || login === APP_ROLE) return;
  const { rows } = await owner.query<{ member: boolean }>(
    `select pg_has_role(rolname, $2, 'usage') as member from pg_roles where rolname = $1`,
    [login, APP_ROLE],
  );
  if (rows[0]?.member === false) await owner.query(`grant ${APP_ROLE} to ${pg.escapeIdentifier(login)}`);
}

/** Who made a role may grant it, but since PostgreSQL 16 may not become it unless that was granted too. */
async function grantToSelf(owner: pg.Client): Promise<void> {
  try {
    await owner.query(`set role ${APP_ROLE}; reset role`);
  } catch {
    await owner.query(`grant ${APP_ROLE} to current_user`);
  }
}

/** Row-level security does not bind a superuser, a role with BYPASSRLS: the API refuses to serve as one. */
export async function assertBoundByRowSecurity(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ name: string; exempt: boolean; owns: boolean }[]>(`
    select r.rolname as name, r.rolsuper or r.rolbypassrls as exempt,
           exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relowner = r.oid) as owns
      from pg_roles r where r.rolname = current_user`);
  if (role?.exempt || role?.owns) {
    throw new Error(
      `The API would work as the role "${role.name}", which ${role.exempt ? 'is exempt from row-level security' : 'owns the tables'}. ` +
        'Give DATABASE_URL a login of its own and OWNER_DATABASE_URL the owner.',
    );
  }
}
