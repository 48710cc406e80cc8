import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '#support/browser';
import { publishNext } from './next-release.ts';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const KSA = 'Cryostat assembly';
const TASK = 'Cell 7 winding station';
const OCCUPATION = 'Winding technician';
const DESK = SCREENS.find(({ name }) => name === 'desktop, light')!.options;

describeInBrowser('what an organisation has of its own', () => {
  const pages = shown();
  let page: Page;

  beforeAll(async () => {
    page = await aPage(pages.browser, DESK);
    await signInAs(page, pages.origin, 'Dana Whitfield');
    await page.waitForURL('**/console/**');
  });
  afterAll(() => page.context().close());

  const go = (path: string) => page.goto(`${pages.origin}/console${path}`);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const choose = async (label: string, typed: string, option: RegExp) => {
    await page.getByLabel(label).fill(typed);
    await page.getByRole('option', { name: option }).click();
  };
  /** Once it is known that there is none, the button moves from the head of the page to the middle of it. */
  const begin = async () => {
    await page.getByRole('heading', { level: 2, name: 'Nothing of your own yet' }).waitFor();
    await page.getByRole('link', { name: 'Add one of our own' }).click();
  };

  it('is added, found beside the framework’s own, and offered to the curators', async () => {
    await go('/own-items');
    await begin();
    await page.getByLabel('Title').fill(KSA);
    await page.getByLabel('Definition').fill('Puts cryostats together.');
    await choose('Under', 'Automated Systems', /^4\.2\.06 /);
    await press('Add it');
    await page.getByRole('row', { name: /Cryostat assembly own\.1 KSA 4\.2\.06/ }).waitFor();

    await go('/framework');
    await page.getByLabel('Search items and occupations').fill('cryostat asembly');
    await page.getByRole('option', { name: /Cryostat assembly KSA own\.1/ }).click();
    await page.getByRole('heading', { level: 2, name: KSA }).waitFor();

    await go('/own-items');
    await page.getByRole('link', { name: KSA }).click();
    await page.getByLabel('Why does the framework need it?').fill('Every quantum supplier asks for it.');
    await press('Propose it');
    await page.getByRole('link', { name: 'See the proposal' }).click();
    await page.getByRole('heading', { level: 1, name: `Missing: ${KSA}` }).waitFor();
    const noor = await pages.nobody.persona('taxonomy-curator');
    const [proposal] = await noor.get<{ title: string; says: string }[]>('/proposals');
    expect(proposal).toMatchObject({ title: KSA, says: 'Every quantum supplier asks for it.' });

    await go('/own-items');
    await page.getByRole('link', { name: KSA }).click();
    await page.getByRole('link', { name: 'See the proposal' }).waitFor();
    expect(await page.getByRole('button', { name: 'Propose it' }).count()).toBe(0);
  }, 60_000);

  it('is a station with its document and revision, and an occupation that a role profile begins from', async () => {
    await go('/own-items/create');
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Task' }).click();
    await page.getByLabel('Title').fill(TASK);
    await page.getByLabel('Document that governs it').fill('WI-114');
    await page.getByLabel('Its revision').fill('C');
    await choose('KSAs behind it', 'cryostat', /own\.1/);
    await press('Add it');
    await page.getByRole('row', { name: /WI-114, revision C/ }).waitFor();

    await page.getByRole('link', { name: 'Own occupations' }).click();
    await page.getByRole('heading', { level: 2, name: 'No occupation of your own yet' }).waitFor();
    await page.getByRole('link', { name: 'Add an occupation' }).click();
    await page.getByLabel('Title').fill(OCCUPATION);
    await page.getByRole('combobox', { name: 'Technology area' }).click();
    await page.getByRole('option', { name: 'Digital/Automation' }).click();
    await choose('KSAs that it takes', 'winding station', /own\.2/);
    await choose('KSAs that it takes', 'Robot programming', /4\.2\.06\.09/);
    await press('Add it');
    await page.getByRole('link', { name: OCCUPATION }).click();
    await page.getByRole('link', { name: 'Make a role profile' }).click();
    await press('Make the draft');
    await page.getByText(TASK).first().waitFor();
    await page.getByText('Robot programming').first().waitFor();
  }, 60_000);

  it('is retired and brought back, its versions guarded', async () => {
    await go('/own-items');
    await page.getByRole('link', { name: TASK }).click();
    // Only what the page has read already can be changed behind its back.
    await page.getByRole('button', { name: 'Retire it', exact: true }).waitFor();
    const dana = await pages.nobody.persona('employer-administrator');
    const [station] = (await dana.get<{ id: string; title: string }[]>('/own-items')).filter(
      ({ title }) => title === TASK,
    );
    await dana.succeed('PATCH', `/own-items/${station?.id}`, {
      ifMatch: '"1"',
      body: { documentRevision: 'D' },
    });
    await press('Retire it');
    await page.getByText('Somebody else has changed it meanwhile.', { exact: false }).waitFor();
    await go('/own-items');
    await page.getByRole('row', { name: /WI-114, revision D/ }).waitFor();
    await page.getByRole('link', { name: TASK }).click();
    await press('Retire it');
    await page.getByRole('row', { name: /Cell 7 winding station retired/ }).waitFor();
    await page.getByRole('link', { name: TASK }).click();
    await press('Bring it back');
    await page.getByText('It can be chosen again.').waitFor();
  }, 60_000);

  it.each(SCREENS.filter(({ name }) => name === 'phone, dark' || name === 'desktop, light'))(
    'has no fault that axe finds on its pages, and fits: $name',
    async ({ options }) => {
      const other = await aPage(pages.browser, options);
      await signInAs(other, pages.origin, 'Dana Whitfield');
      await other.waitForURL('**/console/**');
      for (const [path, heading] of [
        ['/own-items', 'Our own KSAs'],
        ['/own-items/create', 'Add one of our own'],
        ['/own-occupations', 'Our own occupations'],
        ['/own-occupations/create', 'Add an occupation'],
      ] as const) {
        await other.goto(`${pages.origin}/console${path}`);
        await other.getByRole('heading', { level: 1, name: heading }).waitFor();
        await other.waitForFunction(() => document.querySelector('.bone') === null);
        expect(await faultsOf(other)).toEqual([]);
      }
      await other.context().close();
    },
    60_000,
  );

  it('says what of it is gone from the next release, and takes over what became of it', async () => {
    await publishNext(pages.nobody, async (curator, coded) => {
      await curator.succeed('POST', `/items/${coded('4.2.06.09').id}/split`, {
        body: {
          parts: [{ title: 'Teaching robots' }, { title: 'Offline robot programming' }],
          ...{ keeps: null, reason: '' },
        },
        ifMatch: '"1"',
      });
    });
    await go('/own-occupations');
    await page.getByText('1 of its KSAs is gone from release Next').waitFor();
    await page.getByRole('link', { name: OCCUPATION }).click();
    await page.getByText('split into Teaching robots').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Make a role profile' }).click();
    await page.getByText(`1 of the KSAs of ${OCCUPATION} is gone from release Next`).waitFor();
    await page.getByRole('link', { name: 'Decide what takes their place' }).click();
    await press('Take over what became of them');
    await page.getByText('Taken over below.').waitFor();
    await page.getByRole('button', { name: /^Teaching robots/ }).waitFor();
    await press('Save');
    await page.getByRole('row', { name: new RegExp(`^${OCCUPATION} .* 3$`) }).waitFor();
    expect(await page.getByText('gone from release').count()).toBe(0);
  }, 60_000);
});
