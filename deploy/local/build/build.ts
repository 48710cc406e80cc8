import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Fault } from '../fault.ts';
import { hashSources, isBuilt, noteBuilt } from './stale.ts';

/** Says whether there is something to build, and how; the stamp is asked first, which costs a tenth of a second. */
export async function staleBuild(root: string): Promise<((signal?: AbortSignal) => Promise<void>) | null> {
  const hash = await hashSources(root);
  if (await isBuilt(root, hash)) return null;
  return async (signal) => {
    await rm(join(root, 'dist', '.stamp'), { force: true });
    await runNx(root, signal);
    await noteBuilt(root, hash);
  };
}

/** In a process of its own: the compilers' memory goes with it. Nx builds what its cache does not hold. */
async function runNx(root: string, signal: AbortSignal | undefined): Promise<void> {
  const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
  const child = spawn(process.execPath, [nx, 'run-many', '--targets=build', '--outputStyle=static'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', NODE_OPTIONS: '' },
    ...(signal === undefined ? {} : { signal }),
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  const [status, output, complaints] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (status === 0) return;
  process.stderr.write(`\n${output}${complaints}\n`);
  throw new Fault(
    'The product could not be built.',
    'What the build says is above. What was built before is not served.',
  );
}
