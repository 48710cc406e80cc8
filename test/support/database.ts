import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Migrated once a run; every spec file gets a copy of it. */
export const TEMPLATE = 'template_skills';

export interface TestDatabase {
  readonly name: string;
  /** Owns the tables; row-level security holds for it as well. */
  readonly ownerUrl: string;
  /** Whom the API works as. */
  readonly appUrl: string;
  /** A superuser, who sees all: for a test's own checks, never for the code under test. */
  readonly adminUrl: string;
}

let ofThisFile: Promise<TestDatabase> | undefined;

/** The spec file's own database: migrated, empty, and the same one however often the file asks. */
export function testDatabase(): Promise<TestDatabase> {
  return (ofThisFile ??= freshDatabase());
}

const worker = process.env['JEST_WORKER_ID'] ?? '0';
const prefix = `w${worker}_${process.pid}_`;

/** Another database beside the file's own. `empty` leaves out the migrations. */
export async function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `${prefix}${randomBytes(4).toString('hex')}`;
  await asAdmin(async (admin) => {
    if (ofThisFile === undefined) await dropFormerFiles(admin);
    await admin.query(
      `create database ${name} template ${empty ? 'template1' : TEMPLATE} owner skills_owner`,
    );
  });
  return {
    name,
    ownerUrl: at('TEST_OWNER_URL', name),
    appUrl: at('TEST_APP_URL', name),
    adminUrl: at('TEST_ADMIN_URL', name),
  };
}

/** A worker runs one file at a time: what the one before left open or running goes with its database. */
async function dropFormerFiles(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where datname ^@ $1',
    [prefix],
  );
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
}

async function asAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: given('TEST_ADMIN_URL') });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function at(variable: string, database: string): string {
  const url = new URL(given(variable));
  url.pathname = database;
  return url.href;
}

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`No test database: run the spec by "npm test -- <file>", in a project that has one.`);
  return value;
}
