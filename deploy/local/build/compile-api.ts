import { glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { transformFile, type JscConfig, type Options } from '@swc/core';

const ROOT = resolve(import.meta.dirname, '../../..');
const SOURCES = ['apps/api/src', 'libs/domain/src', 'migrations'];
const NOT_BUILT = /\.(spec|arbitrary|oracle)\.ts$|\.d\.ts$/;

// swc knows the last of them; its types do not yet.
const jsc: JscConfig & { rewriteRelativeImportExtensions: boolean } = {
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  target: 'es2024',
  rewriteRelativeImportExtensions: true,
};

const options: Options = {
  swcrc: false,
  sourceMaps: true,
  jsc,
  module: { type: 'es6' },
};

const DIST = join(ROOT, 'dist');
const FRESH = join(DIST, `.fresh-${process.pid}`);

/** The server in JavaScript, each file at its own path below dist/: `node --conditions=built` finds them there. */
for (const folder of SOURCES) {
  for await (const file of glob('**/*.ts', { cwd: join(ROOT, folder) })) {
    if (NOT_BUILT.test(file)) continue;
    const target = join(FRESH, folder, file.replace(/\.ts$/, '.js'));
    const { code, map } = await transformFile(join(ROOT, folder, file), options);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
    if (map !== undefined) await writeFile(`${target}.map`, map);
  }
}
// Put in place at once: a product that starts meanwhile finds the former one or this one, not half of each.
for (const folder of SOURCES) {
  await rm(join(DIST, folder), { recursive: true, force: true });
  await mkdir(dirname(join(DIST, folder)), { recursive: true });
  await rename(join(FRESH, folder), join(DIST, folder));
}
await rm(FRESH, { recursive: true, force: true });
