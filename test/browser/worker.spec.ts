import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '#support/browser';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

describeInBrowser('the worker’s pages', () => {
  const pages = shown();

  const cardShown = (page: Page, position: string) =>
    page.getByText(position, { exact: true }).waitFor({ state: 'visible' });

  it.each(SCREENS)(
    'have no fault that axe finds, and fit: $name',
    async ({ options }) => {
      const page = await aPage(pages.browser, options);
      const faults: Record<string, string[]> = {};
      const look = async (name: string) => {
        faults[name] = await faultsOf(page);
      };

      await page.goto(`${pages.origin}/invitation/none`);
      await page.getByRole('alert').waitFor();
      await look('an invitation that is none');
      await page.goto(`${pages.origin}/set-up`);
      await page.getByText('This installation is set up already').waitFor();
      await look('set-up');
      await page.goto(pages.origin);
      await page.getByRole('heading', { name: 'Look around as one of these people' }).waitFor();
      await look('sign-in');
      await signInAs(page, pages.origin, 'Jamal Carter');
      await page.getByText('Your next task').waitFor();
      await look('home');
      await page.getByRole('link', { name: 'My gaps for Cell 4 robot technician' }).click();
      await page.getByRole('heading', { name: /^To close/ }).waitFor();
      await page.locator('.gap-row summary').first().click();
      await page.getByText('Where these numbers come from').click();
      await look('gaps');
      await page.getByRole('main').getByRole('link', { name: 'My training' }).click();
      await page.getByRole('heading', { name: /^Steps/ }).waitFor();
      await look('training');
      await page.goto(`${pages.origin}/my/paths`);
      await page.getByRole('link', { name: 'Line 2 mechatronics technician' }).waitFor();
      await look('paths');
      await page.getByRole('link', { name: 'Line 2 mechatronics technician' }).click();
      await page.getByRole('heading', { name: 'The way' }).waitFor();
      await look('a path');
      await page.context().close();

      expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, []])));
    },
    60_000,
  );

  it('shows each number of the gaps with where it comes from, and parts that add up', async () => {
    const page = await aPage(pages.browser, PHONE);
    await signInAs(page, pages.origin, 'Jamal Carter');
    await page.getByRole('link', { name: 'My gaps for' }).click();
    const sum = await page.locator('.gap-sum').innerText();
    const parts = [...sum.matchAll(/(\d+\.\d) (attained|not assessed|short)/g)].map(([, value]) =>
      Number(value),
    );
    expect(Math.round(parts.reduce((total, part) => total + part * 10, 0))).toBe(1000);
    expect(sum).toMatch(/= 100\.0$/);

    await page.getByText('Where these numbers come from').click();
    for (const term of ['Rating policy', 'Role profile', 'Algorithm', 'Computed']) {
      expect(await page.getByText(term, { exact: true }).last().isVisible()).toBe(true);
    }
    await page.context().close();
  });

  it('says what a self-rating can prove, takes one tap a KSA, and turns into the gaps by itself', async () => {
    const page = await aPage(pages.browser, PHONE);
    await signInAs(page, pages.origin, 'Mia Lindqvist');
    let taps = 0;
    const tap = async (name: string | RegExp) => {
      taps += 1;
      await page.getByRole('main').getByRole('button', { name }).tap();
    };

    await page.getByRole('link', { name: 'Start' }).tap();
    taps += 1;
    await page.getByRole('heading', { name: 'What your own rating can prove, and what it cannot' }).waitFor();
    expect(await page.getByText('r about .29').isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await tap(/^Begin/);

    const words = await page.locator('.progress-words').innerText();
    const questions = Number(words.split(' of ')[1]);
    const answers = ['Independently', 'Not sure', 'Aware', 'Can teach'];
    for (let position = 1; position <= questions; position += 1) {
      await cardShown(page, `${position} of ${questions}`);
      if (position === 2) expect(await faultsOf(page)).toEqual([]);
      await tap(new RegExp(`^${answers[position % answers.length] ?? 'Not sure'}`));
    }
    await page.getByRole('heading', { name: 'Ready to submit' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tap('Submit');

    await page.getByRole('heading', { name: /^My gaps for/ }).waitFor();
    expect(taps).toBe(questions + 3);
    expect(
      await page.getByText(/ready, depending on what .* unassessed KSAs turn out to be/).isVisible(),
    ).toBe(true);
    await page.context().close();
  }, 90_000);
});
