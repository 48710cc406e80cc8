import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { filtered } from '#builders/client';
import { describeInBrowser } from '#support/browser';
import { publishNext } from './next-release.ts';
import { aPage, faultsOf, SCREENS, signInAs } from './screens.ts';
import { shown } from './shown.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly ksaCode: string;
}

const ROLE = 'Cell 4 robot technician';

describeInBrowser('moving a role profile to the next release', () => {
  const pages = shown();
  /** The next release divides the first KSA that the role asks for, and retires the second for nothing. */
  beforeAll(async () => {
    const employer = await pages.nobody.persona('employer-administrator');
    const profiles = await employer.get<Named[]>('/role-profiles');
    const roleProfileId = profiles.find(({ name }) => name === ROLE)!.id;
    const asked = await employer.get<Named[]>(filtered('/requirements', { roleProfileId }));
    await publishNext(pages.nobody, async (curator, coded) => {
      const divided = coded(asked[0]!.ksaCode);
      await curator.succeed('POST', `/items/${divided.id}/split`, {
        body: { parts: [{ title: divided.title }, { title: 'The other half' }], keeps: 0, reason: '' },
        ifMatch: '"1"',
      });
      // Of its sub-competency another is left.
      await curator.succeed('POST', `/items/${coded('4.2.07.17').id}/retire`, {
        body: { replacedBy: [], reason: '' },
        ifMatch: '"1"',
      });
    });
  });

  const signedIn = async (options = {}): Promise<Page> => {
    const page = await aPage(pages.browser, options);
    await signInAs(page, pages.origin, 'Dana Whitfield');
    await page.waitForURL('**/console/**');
    return page;
  };

  it('leads from the list over the decisions to the new version, and back again', async () => {
    const page = await signedIn();
    await page.goto(`${pages.origin}/console/role-profiles`);
    await page.getByRole('link', { name: 'See what moving takes' }).click();
    // The table of the page before has a link of the same name.
    await page.getByRole('heading', { name: 'What release Next touches of yours' }).waitFor();
    await page.getByRole('table').getByRole('link', { name: ROLE }).click();
    await page.getByRole('heading', { level: 1, name: `Move ${ROLE} to release Next` }).waitFor();

    await page.getByRole('heading', { name: 'To decide (2)' }).waitFor();
    await page.getByText('requirements move by themselves').waitFor();
    await page.getByText('not assessed yet in something that was not asked for before').waitFor();
    await page.getByRole('checkbox', { name: 'Ask for The other half' }).uncheck();
    await page.getByText('Of nobody anything new has to be assessed.').waitFor();
    await page.getByRole('link', { name: ROLE, exact: true }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('checkbox', { name: 'Ask for The other half', checked: false }).waitFor();

    await page.getByRole('button', { name: 'Move and publish …' }).click();
    await page.getByRole('button', { name: 'Move and publish', exact: true }).click();
    await page.waitForURL('**/show');
    await page.getByText('Version 2', { exact: false }).first().waitFor();
    await page.getByText('framework release Next', { exact: false }).waitFor();

    // A small correction does not take the way back away.
    await page.getByRole('link', { name: 'Edit requirements' }).click();
    await page
      .getByRole('textbox', { name: /^Weight of/ })
      .first()
      .fill('17');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Publish …' }).click();
    await page.getByRole('button', { name: 'Publish version 3' }).click();
    await page.waitForURL('**/show**');
    await page.getByText('Version 3', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Undo the move …' }).click();
    await page.getByText('1 requirement was changed since the move').waitFor();
    await page.getByRole('button', { name: 'Go back to release 2025' }).click();
    await page.getByText('Version 4', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Move to release Next' }).waitFor();
    await page.context().close();
  }, 60_000);

  it.each(SCREENS)('is readable and usable by everybody on a $name', async ({ options }) => {
    const page = await signedIn(options);
    await page.goto(`${pages.origin}/console/profile-migrations`);
    await page.getByRole('heading', { name: 'What release Next touches of yours' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: ROLE }).first().click();
    await page.getByText('requirements move by themselves').click();
    await page.getByText('not assessed yet in something that was not asked for before').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
