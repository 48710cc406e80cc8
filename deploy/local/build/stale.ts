import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the built product is made of. A change anywhere else leaves it as it is. */
const SOURCES = [
  'apps/**/*',
  'libs/**/*',
  'migrations/**/*.ts',
  'deploy/local/build/*.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
];
const NOT_BUILT = /\.spec\.tsx?$/;

/** Where each source is, in one order. */
export async function sourcesIn(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !NOT_BUILT.test(entry.name)) files.push(join(entry.parentPath, entry.name));
  }
  return files.sort();
}

/** A hash of every source's name and content: as true after a checkout as after an edit, whatever the clock says. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sourcesIn(root))
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

export async function isBuilt(root: string, hash: string): Promise<boolean> {
  return (await readFile(stamp(root), 'utf8').catch(() => '')) === hash;
}

export async function noteBuilt(root: string, hash: string): Promise<void> {
  await mkdir(dirname(stamp(root)), { recursive: true });
  await writeFile(stamp(root), hash);
}

function stamp(root: string): string {
  return join(root, 'dist', '.stamp');
}
