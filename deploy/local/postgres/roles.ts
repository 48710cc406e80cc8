import { spawn } from 'node:child_process';
import pg from 'pg';
import { codeOf } from '../fault.ts';
import { asServerUser, FROM_WITHIN } from './data-folder.ts';
import type { Programs } from './programs.ts';
import type { Secrets } from './secrets.ts';
import type { ServerUser } from './server-user.ts';

export const OWNER_ROLE = 'skills_owner';
export const APP_ROLE = 'skills_app';

const INVALID_PASSWORD = '28P01';

/** The owner migrates and is no superuser; the API's login owns nothing and is bound by row-level security. */
export async function makeRoles(admin: pg.Client, secrets: Secrets): Promise<void> {
  for (const [role, password] of [
    [OWNER_ROLE, secrets.owner],
    [APP_ROLE, secrets.app],
  ] as const) {
    const known = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (known.rowCount === 0) await admin.query(`create role ${role}`);
    await admin.query(
      `alter role ${role} login nosuperuser nobypassrls nocreaterole nocreatedb password ${pg.escapeLiteral(password)}`,
    );
  }
}

export async function makeDatabase(admin: pg.Client, name: string): Promise<void> {
  const known = await admin.query('select from pg_database where datname = $1', [name]);
  if (known.rowCount !== 0) return;
  await admin.query(`create database ${pg.escapeIdentifier(name)} owner ${OWNER_ROLE}`);
  await admin.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
  await admin.query(`grant connect, temporary on database ${pg.escapeIdentifier(name)} to ${APP_ROLE}`);
}

export async function passwordFits(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) === INVALID_PASSWORD) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** For a cluster whose passwords were lost: the one who owns its files may set new ones while it is stopped. */
export async function resetSuperuser(
  folder: string,
  programs: Programs,
  user: ServerUser | null,
  secrets: Secrets,
): Promise<void> {
  const single = spawn(programs.postgres, ['--single', '-D', FROM_WITHIN ?? folder, 'postgres'], {
    ...asServerUser(folder, user),
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
  single.stdin.end(`alter role postgres password ${pg.escapeLiteral(secrets.superuser)}\n`);
  await new Promise((resolve, reject) => single.once('error', reject).once('close', resolve));
}
