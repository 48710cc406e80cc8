import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { describeInBrowser } from '#support/browser';
import { aPage, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const PAGES = resolve(import.meta.dirname, '../../dist/apps/admin');
/** A kilobyte is 1,000 bytes here, the stricter reading. */
const MOST = 330_000;

describeInBrowser('the console’s first page', () => {
  const pages = shown();

  it.each([
    ['the employer’s overview', 'Dana Whitfield', 'Overview'],
    ['the assessor’s queue', 'Ruben Okafor', 'To review'],
  ])('is at most 330 kB of JavaScript, compressed: %s', async (_page, name, heading) => {
    const page = await aPage(pages.browser, { viewport: { width: 1440, height: 900 } });
    await signInAs(page, pages.origin, name);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    // A fresh load, so that what the sign-in page brought is counted only where the console needs it too.
    const loaded = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') loaded.add(new URL(request.url()).pathname);
    });
    await page.goto(`${pages.origin}/console/`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
    const sizes = [...loaded].map((path) => gzipSync(readFileSync(join(PAGES, path))).length);
    await page.context().close();

    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST);
  });
});
