import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '#support/browser';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const SEARCH = 'Search items and occupations';

describeInBrowser('search and crosswalks in the console', () => {
  const pages = shown();
  let page: Page;

  beforeAll(async () => {
    page = await aPage(pages.browser, { viewport: { width: 1440, height: 900 } });
    await signInAs(page, pages.origin, 'Noor Haddad');
    await page.waitForURL('**/console/**');
  });
  afterAll(() => page.context().close());

  const heading = (name: string | RegExp, level = 1) =>
    page.getByRole('heading', { level, name }).first().waitFor();

  it('finds what is mistyped by the keyboard alone, marks it and opens it', async () => {
    await page.goto(`${pages.origin}/console/framework`);
    const search = page.getByLabel(SEARCH);
    await search.waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('robto programing');
    const first = page.locator('.search-hits').getByRole('option').first();
    await page.getByRole('option', { name: /^Robot programming/ }).waitFor();
    expect(await first.locator('mark').allInnerTexts()).toEqual(['Robot programming']);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await first.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await heading('Robot programming', 2);
    expect(await search.inputValue()).toBe('');
  });

  it('opens what was typed last, not what stands there from before', async () => {
    await page.goto(`${pages.origin}/console/framework`);
    await page.getByLabel(SEARCH).fill('robot programming');
    await page.getByRole('option', { name: /^Robot programming/ }).waitFor();
    await page.getByLabel(SEARCH).fill('fiberglass repair');
    await page.keyboard.press('Enter');
    await heading('Composite or fiberglass repair', 2);
  });

  it('says what a new item may be a duplicate of, while it is being typed', async () => {
    const curator = await pages.nobody.persona('taxonomy-curator');
    const [current] = await curator.get<{ id: string; frameworkId: string }[]>('/releases');
    const { body: draft } = await curator.succeed<{ id: string }>('POST', '/releases', {
      body: { frameworkId: current?.frameworkId, label: 'Next', basedOn: current?.id },
    });
    await page.goto(`${pages.origin}/console/framework?release=${draft.id}`);
    await page.getByRole('button', { name: 'Add a tier …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Programming of robots');
    await dialog.getByRole('link', { name: 'Robot programming', exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByLabel('Name').fill('Zymurgy');
    await dialog.getByRole('link', { name: 'Robot programming' }).first().waitFor({ state: 'detached' });
  }, 60_000);

  it('opens an occupation on its own page', async () => {
    await page.goto(`${pages.origin}/console/framework`);
    await page.getByLabel(SEARCH).fill('robotcs technicians');
    await page.getByRole('option', { name: /^Robotics Technicians/ }).click();
    await heading('Robotics Technicians');
  });

  it('shows beside an item what stands for it elsewhere, and leads there', async () => {
    await page.goto(`${pages.origin}/console/crosswalks`);
    await page.getByRole('link', { name: /NICE Framework/ }).click();
    await heading(/^Crosswalk to .*NICE/);
    await page.getByRole('link', { name: 'Cyber Resiliency' }).click();
    await heading('In other frameworks', 3);
    await page.getByRole('link', { name: 'NICE Framework NF-COM-007' }).waitFor();
  });

  it('lets a curator associate two items, say how sure it is, and take it back', async () => {
    await page.goto(`${pages.origin}/console/crosswalks`);
    await page.getByRole('link', { name: /Bioscience/ }).click();
    await page.getByRole('button', { name: 'Add an association' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Item of Manufacturing/).fill('5.7');
    await dialog
      .getByRole('option', { name: /^Material Design and Production/ })
      .first()
      .click();
    await dialog.getByLabel(/^Item of Bioscience/).fill('4.3.10');
    await dialog.getByRole('option', { name: /^DOL BCM 4.3.10/ }).click();
    await dialog.getByLabel('Confidence, %').fill('101');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add an association' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Confidence, %').fill('35');
    await dialog.getByRole('button', { name: 'Add an association' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('35 %').waitFor();

    await page.getByRole('button', { name: 'Edit the association of 5.7 and 4.3.10' }).click();
    await dialog.getByLabel('The second is to the first').selectOption({ label: 'broader' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'broader', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Edit the association of 5.7 and 4.3.10' }).click();
    await dialog.getByRole('button', { name: 'Remove it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('35 %').waitFor({ state: 'detached' });
  }, 60_000);

  it('is called otherwise, and keeps what was typed when somebody else was first', async () => {
    const curator = await pages.nobody.persona('taxonomy-curator');
    const walks =
      await curator.get<{ id: string; title: string; to: { framework: string } }[]>('/crosswalks');
    const { id } = walks.find(({ to }) => to.framework.includes('NICE'))!;
    await page.goto(`${pages.origin}/console/crosswalks/${id}/show`);
    await page.getByRole('button', { name: 'Title and source …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Security');
    await curator.succeed('PATCH', `/crosswalks/${id}`, { ifMatch: '"1"', body: { title: 'Cyber' } });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody has changed this since you opened it.', { exact: false }).waitFor();
    expect(await dialog.getByLabel('Title').inputValue()).toBe('Security');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Title and source …' }).click();
    await dialog.getByLabel('Title').fill('Security');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('· Security').waitFor();
  });

  it('lists what has no partner, and hands it over as a file', async () => {
    await page.goto(`${pages.origin}/console/crosswalks`);
    await page.getByRole('link', { name: /Bioscience/ }).click();
    await page.getByRole('link', { name: 'Without a partner' }).click();
    await page.getByRole('link', { name: 'Technical Drawings and Schematics' }).waitFor();
    await page.getByLabel('Kind').selectOption({ label: 'KSA' });
    await page.getByRole('link', { name: 'System simulation/modeling' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('without-a-partner.csv');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('26 to 50 of', { exact: false }).waitFor();
    await page.getByLabel('Kind').selectOption('sub-competency');
    await page.getByText('1 to 25 of', { exact: false }).waitFor();
    await page.getByLabel('Of', { exact: true }).selectOption({ index: 1 });
    await page.getByText('Every item has a partner').waitFor();
    await page.reload();
    await page.getByText('Every item has a partner').waitFor();
    await page.getByText('Only the same counts as a partner').click();
    await page.getByRole('table').waitFor();
  });

  it.each(SCREENS.filter(({ name }) => name === 'phone, dark' || name === 'desktop, light'))(
    'has no fault that axe finds on its pages, and fits: $name',
    async ({ options }) => {
      const other = await aPage(pages.browser, options);
      await signInAs(other, pages.origin, 'Dana Whitfield');
      await other.waitForURL('**/console/**');
      await other.goto(`${pages.origin}/console/crosswalks`);
      await other.getByRole('link', { name: /NICE Framework/ }).click();
      await other.getByText('NF-COM-010').first().waitFor();
      expect(await other.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
      expect(await faultsOf(other)).toEqual([]);
      await other.getByRole('link', { name: 'Without a partner' }).click();
      await other.getByRole('link', { name: 'Technical Drawings and Schematics' }).waitFor();
      expect(await faultsOf(other)).toEqual([]);
      await other.context().close();
    },
    60_000,
  );
});
