import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { anInstallation, type Installation } from '#builders/installation';

let installation: Installation;

beforeAll(async () => {
  const outside = await mkdtemp(join(tmpdir(), 'pages-'));
  const folder = join(outside, 'admin');
  await mkdir(join(folder, 'console'), { recursive: true });
  await mkdir(join(folder, 'assets'));
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), 'the light page');
  await writeFile(join(folder, 'console/index.html'), 'the console');
  await writeFile(join(folder, 'assets/light-abc123.js'), 'script();');
  await writeFile(join(folder, 'assets/light-abc123.js.gz'), gzipSync('script();'));
  installation = await anInstallation({ PAGES_FOLDER: folder });
});
afterAll(() => installation.close());

describe('the pages', () => {
  it.each(['/', '/sign-in', '/my/gaps', '/invitation/a.b', '/invitation/0198-a.0198-b.c_d', '/set-up?x=1'])(
    'are the light one at %s',
    async (path) => {
      const { status, text, headers } = await installation.send('GET', path);
      expect([status, text, headers.get('cache-control')]).toEqual([200, 'the light page', 'no-cache']);
    },
  );

  it.each(['/console', '/console/', '/console/workers/1/show'])('are the console at %s', async (path) => {
    expect((await installation.send('GET', path)).text).toBe('the console');
  });

  it('have assets that are kept for ever, and come compressed where that is understood', async () => {
    const { headers, text } = await installation.send('GET', '/assets/light-abc123.js');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(text).toBe('script();');
    const plain = await installation.send('GET', '/assets/light-abc123.js', {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  it('leave what is not theirs as it is', async () => {
    for (const path of [
      '/api/nothing',
      '/health/nothing',
      '/assets/gone.js',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
    ]) {
      const { status, text } = await installation.send('GET', path);
      expect([path, status, text === 'secret']).toEqual([
        path,
        path.includes('..') || path.includes('%2e') ? status : 404,
        false,
      ]);
    }
    expect((await installation.send('POST', '/sign-in')).status).toBe(404);
  });
});
