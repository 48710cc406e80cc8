import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** The smallest phone that the pages are made for, and a desk's screen; each in both themes. */
export const SCREENS = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `phone, ${colorScheme}`, options: { viewport: { width: 360, height: 780 }, colorScheme } },
  { name: `desktop, ${colorScheme}`, options: { viewport: { width: 1440, height: 900 }, colorScheme } },
]);

export async function aPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  // Before the test's own time is over: so that what was waited for in vain is named.
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

export async function signInAs(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name }).click();
}

/** What axe finds, and whether the page is wider than the screen: nothing of either is right. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(tooWide > 0 ? [`wider than the screen by ${tooWide} px`] : []),
  ];
}
