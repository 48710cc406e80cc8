import { glob, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
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

/** The server in JavaScript, each file at its own path below dist/: `node --conditions=built` finds them there. */
for (const folder of SOURCES) {
  await rm(join(ROOT, 'dist', folder), { recursive: true, force: true });
  for await (const file of glob('**/*.ts', { cwd: join(ROOT, folder) })) {
    if (NOT_BUILT.test(file)) continue;
    const target = join(ROOT, 'dist', folder, file.replace(/\.ts$/, '.js'));
    const { code, map } = await transformFile(join(ROOT, folder, file), options);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${code}//# sourceMappingURL=${target.split('/').at(-1) ?? ''}.map\n`);
    if (map !== undefined) await writeFile(`${target}.map`, map);
  }
}
