import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '#support/browser';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

/** Whoever has the most doors comes first; the others add what only they see, and take some of the doors of all. */
const VISITS = [
  {
    name: 'Dana Whitfield',
    paths: [
      '/',
      '/role-profiles',
      '/role-profiles/create',
      '/occupations',
      '/framework',
      '/workers',
      '/workers/create',
      '/teams',
      '/teams/create',
      '/teams/organisation',
      '/assessments',
      '/gap-scores',
      '/qualifications',
      '/what-if',
      '/rating-policy',
      '/programmes',
      '/programme-sessions',
      '/training-plans',
      '/users',
      '/users/create',
      '/jobs',
      '/nowhere',
    ],
    follow: [
      ['/role-profiles', 'Cell 4 robot technician'],
      ['/workers', 'Jamal Carter'],
      ['/workers', 'Sam Whitaker'],
      ['/teams', 'Robot cells'],
      ['/gap-scores', 'Jamal Carter'],
      ['/assessments', 'Kofi Mensah'],
      ['/occupations', 'Biofabrication Technicians'],
    ],
  },
  {
    name: 'Ruben Okafor',
    paths: ['/assessments', '/gap-scores', '/releases', '/proposals', '/crosswalks'],
    follow: [['/assessments', 'Priya Raman']],
  },
  {
    name: 'Noor Haddad',
    paths: ['/framework', '/releases', '/proposals', '/occupations', '/crosswalks', '/crosswalks/create'],
    follow: [['/releases', 'Release 2025']],
  },
  {
    name: 'Alex Moreau',
    paths: [
      '/organisations',
      '/organisations/create',
      '/analysis',
      '/analysis/competencies',
      '/analysis/selections',
      '/analysis/ksas',
      '/analysis/one-ksa',
      '/analysis/compare',
      '/analysis/nearest',
      '/analysis/report',
    ],
    follow: [],
  },
] as const;

describeInBrowser('the console’s screens', () => {
  const pages = shown();

  // Contrast hangs on the theme and layout on the size, not on both at once: each is seen, in half the time.
  const screens = SCREENS.filter(({ name }) => name === 'phone, dark' || name === 'desktop, light');

  it.each(screens.flatMap((screen) => VISITS.map((visit) => ({ ...screen, ...visit, screen: screen.name }))))(
    'have no fault that axe finds, fit, and leave the browser’s console silent: $name, $screen',
    async ({ options, name, paths, follow }) => {
      const page = await aPage(pages.browser, options);
      await signInAs(page, pages.origin, name);
      await page.waitForURL('**/console/**');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const said = complaintsOf(page);
      const faults: Record<string, string[]> = {};
      const look = async (of: string) => {
        await settled(page);
        faults[of] = await faultsOf(page);
      };

      for (const path of paths) {
        await page.goto(`${pages.origin}/console${path}`);
        await look(path);
      }
      for (const [path, link] of follow) {
        await page.goto(`${pages.origin}/console${path}`);
        await page.getByRole('link', { name: link, exact: true }).first().click();
        await page.getByRole('heading', { level: 1, name: link }).waitFor();
        await look(`${path}: ${link}`);
        const matrix = page.getByRole('link', { name: 'Skills matrix' });
        if ((await matrix.count()) > 0) {
          await matrix.click();
          await page.getByRole('grid').waitFor();
          await look(`${path}: ${link}, as a matrix`);
          await page.goBack();
          await page.getByRole('heading', { level: 1, name: link }).waitFor();
        }
        const edit = page.getByRole('link', { name: /^Edit/ });
        if ((await edit.count()) > 0) {
          await edit.click();
          await page
            .getByRole('button', { name: /^(Save|Publish)/ })
            .first()
            .waitFor();
          await look(`${path}: ${link}, edited`);
        }
      }
      await page.context().close();

      expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((of) => [of, []])));
      expect(said).toEqual([]);
    },
    480_000,
  );
});

/** A page with its heading and without a skeleton. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.bone') === null);
}

function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return said;
}
