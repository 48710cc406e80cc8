import { spawnSync } from 'node:child_process';
import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../fault.ts';

/** PostgreSQL refuses to work as root, so that root lends it a user of its own; anyone else runs it as themselves. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'skills-postgres';
/** Where no user can be made (an image without useradd): the user that every Unix has for the least privileged. */
const FALLBACK_NAME = 'nobody';

const EXECUTE_OTHERS = 0o001;
const EXECUTE_GROUP = 0o010;
const EXECUTE_OWNER = 0o100;

/** The user that the cluster in the folder belongs to, else one made for it; null for whoever is not root. */
export async function serverUser(dataFolder: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await lstat(dataFolder).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (
    lookUp(NAME) ??
    make() ??
    lookUp(FALLBACK_NAME) ??
    fail('PostgreSQL does not run as root, and no user could be made for it.')
  );
}

function make(): ServerUser | null {
  const { status } = spawnSync(
    'useradd',
    ['--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin', NAME],
    { stdio: 'ignore' },
  );
  return status === 0 ? lookUp(NAME) : null;
}

function lookUp(name: string): ServerUser | null {
  const [uid, gid] = ['-u', '-g'].map((option) => {
    const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' });
    return status === 0 ? Number.parseInt(stdout, 10) : Number.NaN;
  });
  return uid === undefined || gid === undefined || Number.isNaN(uid + gid) ? null : { uid, gid };
}

function fail(reason: string): never {
  throw new Fault(reason, 'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.');
}

/** Whether every folder down to the path may be passed by the user. */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const needed = uid === user.uid ? EXECUTE_OWNER : gid === user.gid ? EXECUTE_GROUP : EXECUTE_OTHERS;
    if ((mode & needed) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
