import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '#support/browser';
import { aPage, faultsOf, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const PHONE = { viewport: { width: 360, height: 780 } };

describeInBrowser('answers without a connection', () => {
  const pages = shown();

  const card = (page: Page, position: number) =>
    page.getByText(new RegExp(`^${position} of \\d+$`)).waitFor({ state: 'visible' });

  it('are kept on the device, said to be, and sent in their order when it is back', async () => {
    const page = await aPage(pages.browser, PHONE);
    await signInAs(page, pages.origin, 'Mia Lindqvist');
    await page.getByRole('link', { name: 'Start' }).click();
    await page.getByRole('button', { name: /^Begin/ }).click();
    await card(page, 1);

    await page.context().setOffline(true);
    // By keys this time: the digits of the scale, N for not sure.
    for (const [index, key] of ['3', 'n', '1'].entries()) {
      await page.keyboard.press(key);
      await card(page, index + 2);
    }
    await page.getByText('No connection. Three answers kept on this device').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    // Back, and another answer to the same question: the later one counts.
    await page.keyboard.press('ArrowLeft');
    await card(page, 3);
    await page.keyboard.press('2');
    await card(page, 4);

    const taken: Promise<{ level: number | null }>[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'PUT')
        taken.push(response.json() as Promise<{ level: number | null }>);
    });
    await page.context().setOffline(false);
    await page.locator('.save-saved').waitFor();
    expect((await Promise.all(taken)).map(({ level }) => level)).toEqual([3, null, 1, 2]);

    await page.goto(`${pages.origin}/my`);
    await page.getByText(/^3 of \d+ answered/).waitFor();
    await page.context().close();
  }, 60_000);
});
