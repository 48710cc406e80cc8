import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { sourcesIn } from './stale.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const NX = createRequire(import.meta.url).resolve('nx/bin/nx.js');

async function inputsOf(target: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [NX, 'show', 'target', 'inputs', target, '--json'],
    { cwd: ROOT, env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' }, maxBuffer: 2 ** 24 },
  );
  return (JSON.parse(stdout) as { files: string[] }).files;
}

it('builds anew for every source that the stamp is of: none is missing from what the cache of builds goes by', async () => {
  const inputs = new Set([...(await inputsOf('api:build')), ...(await inputsOf('admin:build'))]);
  const sources = (await sourcesIn(ROOT)).map((file) => relative(ROOT, file));
  expect(sources.length).toBeGreaterThan(1000);
  expect(sources.filter((file) => !inputs.has(file))).toEqual([]);
});
