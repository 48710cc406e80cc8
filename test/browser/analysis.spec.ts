import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser } from '#support/browser';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

describeInBrowser('the analysis', () => {
  const pages = shown();

  const at = async (view: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await aPage(pages.browser, options);
    await signInAs(page, pages.origin, 'Noor Haddad');
    await page.waitForURL('**/console/**');
    await page.goto(`${pages.origin}/console/analysis/${view}`);
    await page.getByRole('heading', { level: 1, name: 'Analysis' }).waitFor();
    return page;
  };

  const byCompetency = (page: Page) =>
    page.getByRole('region', { name: /^What each area selects, by competency$/ });

  it('says by which rule it counts, and counts by another when asked', async () => {
    const page = await at('selections');
    const figure = byCompetency(page);
    const operations = figure.getByRole('row').filter({ hasText: 'Operations Management' });
    await operations.getByRole('cell', { name: '232', exact: true }).waitFor();
    await figure.getByText('53 of 65 printed figures come out by this rule (Fig. 6).').waitFor();
    await figure.getByText('12 differ from the report').click();
    await figure.getByText('The row repeats the row 5.2.01 of Fig. 7', { exact: false }).first().waitFor();

    await figure.getByLabel('Counted by').selectOption('Occupations');
    await figure.getByText('Occupations, each once; a title in two areas is two.').waitFor();
    await operations.getByRole('cell', { name: '232', exact: true }).waitFor({ state: 'detached' });
    await page.reload();
    await figure.getByText('Occupations, each once; a title in two areas is two.').waitFor();
    await page.context().close();
  });

  it('hands the same numbers out as a file', async () => {
    const page = await at('selections');
    const download = page.waitForEvent('download');
    await byCompetency(page).getByRole('button', { name: 'Download CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('selections-by-competency-2025-lines.csv');
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^code,title,Biomanufacturing \(lines\),.*,reasons$/);
    expect(lines).toHaveLength(13 + 2);
    await page.context().close();
  });

  it('compares two occupations, and finds those nearest to KSAs', async () => {
    const page = await at('compare');
    for (const [label, title] of [
      ['First occupation', 'Robotics Technicians'],
      ['Second occupation', 'Robotics Integrators'],
    ] as const) {
      await page.getByLabel(label).fill(title);
      await page.getByRole('option', { name: new RegExp(`^${title}`) }).click();
    }
    await page.getByRole('heading', { name: /^Both need \(\d+\)$/ }).waitFor();
    await page.getByRole('heading', { name: /^Only Robotics Technicians/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    // Who types before the KSAs have come keeps what was typed.
    let come = () => {};
    const held = new Promise<void>((release) => (come = release));
    await page.route('**/api/releases/*/items**', (route) => held.then(() => route.continue()));
    await page.getByRole('link', { name: 'Nearest occupations' }).click();
    await page.getByLabel('KSAs that somebody has').fill('4.2.06.09');
    come();
    await page.getByRole('option', { name: /Robot programming/ }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('row').filter({ hasText: 'Robotics Technicians' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  // Of all 68 sub-competencies axe would look at 4,624 cells.
  it.each(SCREENS.filter(({ name }) => name === 'phone, dark' || name === 'desktop, light'))(
    'shows which occupations two sub-competencies share, of those under one item: $name',
    async ({ options }) => {
      const page = await at('overlaps', options);
      const figure = page.getByRole('region', { name: 'Occupations that need both of two sub-competencies' });
      await figure.getByRole('rowheader').nth(67).waitFor({ state: 'attached' });
      await figure
        .getByLabel('Only under')
        .selectOption({ label: '4.6 Process and Equipment Health, Safety, and Environment' });
      await figure.getByRole('rowheader').nth(67).waitFor({ state: 'detached' });
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('shows every printed figure with what becomes of it', async () => {
    const page = await at('report');
    await page
      .getByText('635 printed figures: 571 come out, 64 differ and are explained, 0 are unexplained.')
      .waitFor();
    const rows = page.getByRole('row');
    expect(await rows.count()).toBe(1 + 64);
    await page.getByLabel('Show').selectOption('all');
    expect(await rows.count()).toBe(1 + 635);
    await page.context().close();
  });
});
