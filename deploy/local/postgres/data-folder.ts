import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Fault } from '../fault.ts';
import type { Programs } from './programs.ts';
import type { ServerUser } from './server-user.ts';

/**
 * The server's user may not be able to walk down to the folder (a clone under /root), but it may work in one that it
 * was put into: on Linux the folder is named by the way that needs no walk.
 */
export const FROM_WITHIN = process.platform === 'linux' ? '/proc/self/cwd' : null;

export function asServerUser(
  folder: string,
  user: ServerUser | null,
): { cwd: string; uid?: number; gid?: number } {
  return { cwd: folder, ...(user === null ? {} : { uid: user.uid, gid: user.gid }) };
}

export interface Making {
  readonly programs: Programs;
  readonly user: ServerUser | null;
  readonly superuserPassword: string;
  /** Off only for what is thrown away afterwards. */
  readonly durable: boolean;
}

/** Makes the cluster beside its place and moves it there when it is whole: a half-made one is never met again. */
export async function makeDataFolder(folder: string, making: Making): Promise<void> {
  if (existsSync(folder)) return assertUsable(folder, making.programs);
  const half = `${folder}.new`;
  const passwordFile = `${half}.password`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  try {
    await writeFile(passwordFile, making.superuserPassword, { mode: 0o600 });
    if (making.user !== null) {
      await chown(half, making.user.uid, making.user.gid);
      await chown(passwordFile, making.user.uid, making.user.gid);
      // The way from the data folder to the password beside it.
      await chmod(dirname(folder), 0o711);
    }
    await initialise(half, passwordFile, making);
    await rename(half, folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function assertUsable(folder: string, programs: Programs): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    throw new Fault(
      `${folder} is there, but is not a PostgreSQL data folder.`,
      'Move it away (keep it, if it may hold your data) and start again.',
    );
  }
  if (Number.parseInt(version, 10) !== programs.major) {
    throw new Fault(
      `${folder} was made by PostgreSQL ${version.trim()}; this release brings ${programs.version}.`,
      'Nothing was changed: go on with the release that made it, or move the folder away to begin anew.',
    );
  }
}

async function initialise(half: string, passwordFile: string, making: Making): Promise<void> {
  const initdb = spawn(
    making.programs.initdb,
    [
      ...[
        '--pgdata',
        FROM_WITHIN ?? half,
        '--pwfile',
        FROM_WITHIN ? join('..', passwordFile.slice(dirname(half).length + 1)) : passwordFile,
      ],
      ...['--username', 'postgres', '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-instructions'],
      // The same order of text on every machine, whatever its locale.
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      ...(making.durable ? [] : ['--no-sync', '--no-data-checksums']),
    ],
    {
      ...asServerUser(half, making.user),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] },
    },
  );
  const exit = new Promise<number | null>((resolve, reject) =>
    initdb.once('error', reject).once('close', resolve),
  );
  const [status, complaint] = await Promise.all([exit, text(initdb.stderr)]);
  if (status !== 0) {
    throw new Fault(
      `PostgreSQL could not make its data folder ${half}: ${lastLine(complaint)}`,
      'See to what it says and start again: the next start begins the folder anew.',
    );
  }
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
