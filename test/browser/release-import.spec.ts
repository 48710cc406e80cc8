import { expect, it } from '@jest/globals';
import { describeInBrowser } from '#support/browser';
import { jsonOf, publishable } from '#builders/release-documents';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) });

describeInBrowser('a release from a file', () => {
  const pages = shown();
  const screens = SCREENS.filter(({ name }) => name === 'phone, dark' || name === 'desktop, light');

  it.each(screens)('is checked, mended, brought in and taken along: $name', async ({ name, options }) => {
    const page = await aPage(pages.browser, options);
    await signInAs(page, pages.origin, 'Noor Haddad');
    await page.waitForURL('**/console/**');
    await page.goto(`${pages.origin}/console/releases`);
    await page.getByRole('link', { name: 'Import a release' }).click();
    const json = jsonOf(publishable(name.replaceAll(/\W+/g, '-'), name.startsWith('phone') ? 'b' : 'c'));
    const check = page.getByRole('button', { name: 'Check the file' });

    await page.getByLabel('File').setInputFiles(file('release.docx', json));
    expect(await check.isDisabled()).toBe(true);
    await page.getByLabel('File').setInputFiles(file('release.json', json.replace('4.1.01.02', '4.1.01.01')));
    await check.click();
    await page.getByRole('heading', { name: '1 problem' }).waitFor();
    const items = page.getByRole('table', { name: 'items' });
    expect(await items.getByRole('row').nth(1).innerText()).toMatch(
      /5\s+code\s+.*another item has the code 4\.1\.01\.01/,
    );
    expect(await faultsOf(page)).toEqual([]);

    await page.getByLabel('File').setInputFiles(file('release.json', json));
    await page.getByRole('heading', { name: '1 problem' }).waitFor({ state: 'detached' });
    await page.getByLabel('Label of the release').fill('From a file');
    await check.click();
    await page.getByRole('heading', { name: 'Nothing is wrong with release.json' }).waitFor();
    expect(await page.getByText('It goes on from no release that is here').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import as a draft' }).click();
    await page.getByRole('heading', { name: 'Release From a file', level: 1 }).waitFor();

    await page.locator('summary', { hasText: 'Export' }).click();
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel (XLSX)' }).click();
    expect((await taken).suggestedFilename()).toBe('release-From-a-file.xlsx');
    await page.context().close();
  });
});
