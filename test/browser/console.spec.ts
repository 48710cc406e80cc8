import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually, filtered } from '#builders/client';
import { describeInBrowser } from '#support/browser';
import { aPage, signInAs } from './screens.ts';
import { shown } from './shown.ts';

const DESK = { viewport: { width: 1440, height: 900 } };
const ROLE = 'Cell 9 robot technician';
const WORKER = 'Nia Okoro';
const PROGRAMMING = 'Robot programming';

describeInBrowser('the console', () => {
  const pages = shown();

  const signedIn = async (name: string): Promise<Page> => {
    const page = await aPage(pages.browser, DESK);
    page.setDefaultTimeout(20_000);
    await signInAs(page, pages.origin, name);
    await page.waitForURL('**/console/**');
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  it.each([
    [
      'Dana Whitfield',
      'Overview',
      [
        'Overview',
        'Role profiles',
        'Occupations',
        'Framework',
        'Our own KSAs',
        'Releases',
        'Our proposals',
        'Analysis',
        'Crosswalks',
        'Workers',
        'Teams',
        'Assessments',
        'Gaps',
        'Qualified on a day',
        'Rating policy',
        'Training',
        'Sessions',
        'Training plans',
        'What if',
        'Who signs in',
        'Jobs',
      ],
    ],
    [
      'Ruben Okafor',
      'To review',
      [
        'To review',
        'Gaps',
        'Qualified on a day',
        'Workers',
        'Teams',
        'Role profiles',
        'Framework',
        'Occupations',
        'Releases',
        'Our proposals',
        'Analysis',
        'Crosswalks',
        'Rating policy',
      ],
    ],
    [
      'Noor Haddad',
      'Manufacturing USA Occupation and Competency Framework',
      ['Framework', 'Occupations', 'Releases', 'Proposals', 'Analysis', 'Crosswalks'],
    ],
    [
      'Alex Moreau',
      'Organisations',
      [
        'Organisations',
        'Who signs in',
        'Jobs',
        'Framework',
        'Occupations',
        'Releases',
        'Analysis',
        'Crosswalks',
      ],
    ],
  ])('gives %s a menu of their own, and lands on %s', async (name, first, doors) => {
    const page = await signedIn(name);
    await heading(page, first);
    const menu = page.getByRole('navigation', { name: 'Main menu' });
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(doors);
    await page.context().close();
  });

  it('does not open what a person may not see', async () => {
    const page = await signedIn('Ruben Okafor');
    await page.goto(`${pages.origin}/console/programmes`);
    await heading(page, 'Not for you');
    await page.context().close();
  });

  it('finds a KSA by typing, and walks the tree by the arrow keys', async () => {
    const page = await signedIn('Noor Haddad');
    await page.getByLabel('Narrow the tree').fill('robot programming');
    await page.getByRole('treeitem', { name: `${PROGRAMMING} 4.2.06.09` }).click();
    await page.getByRole('heading', { level: 2, name: PROGRAMMING, exact: true }).waitFor();
    await page.getByLabel('Narrow the tree').fill('');
    const tree = page.getByRole('tree');
    await tree.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const row = page.getByRole('treeitem', { name: /^Manufacturing Process Design/ });
    expect(await row.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowRight');
    expect(await row.getAttribute('aria-expanded')).toBe('true');
    await page.context().close();
  });

  it('walks a team’s matrix by the arrow keys, spells the cell out, and takes a minimum where it is read', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/teams`);
    await page.getByRole('link', { name: 'Robot cells' }).click();
    await heading(page, 'Robot cells');
    await page.getByLabel('Show').selectOption({ label: 'Every KSA asked for' });
    const minimum = page.getByLabel('Minimum of Safe material movement');
    await minimum.fill('4');
    await minimum.press('Enter');
    await page.getByText('The minimum of Safe material movement is saved.').waitFor();

    await page.getByRole('link', { name: 'Skills matrix' }).click();
    await heading(page, 'Skills matrix of Robot cells');
    const strip = page.locator('.matrix-strip');
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await strip.getByText('Kofi Mensah · Mechanical engineering').waitFor();
    await strip.getByText('Aware, as required').waitFor();
    const focused = await grid.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${focused}`).getAttribute('aria-label')).toBe('Aware, as required');
    await page
      .getByRole('columnheader', { name: 'Safe material movement: 3 of 4 meet it, at least 4 are needed' })
      .waitFor();
    await strip.getByRole('link', { name: 'Gap view' }).click();
    await heading(page, 'Kofi Mensah against Cell 4 robot technician');
    await page.context().close();
  });

  it('lets an employer make a role profile of an occupation, and asks whose change holds when another was first', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/occupations`);
    await page.getByLabel('Find an occupation').fill('Robotics Technicians');
    await page.getByLabel('Technology area').selectOption({ label: 'Digital/Automation' });
    await page.getByRole('link', { name: 'Robotics Technicians' }).click();
    await page.getByRole('link', { name: 'Make a role profile' }).click();
    await page.getByLabel('Name').fill(ROLE);
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await heading(page, ROLE);

    const sum = page.getByText(/^Weights add up to/);
    expect(await sum.innerText()).toContain('Weights add up to 25');
    const weight = page.getByLabel(`Weight of ${PROGRAMMING}, 1 to 100`);
    await weight.fill('6');
    expect(await sum.innerText()).toContain('Weights add up to 30');
    await weight.press('Enter');
    const row = page.getByRole('listitem').filter({ has: weight });
    await row
      .getByRole('status')
      .filter({ hasText: /^saved$/ })
      .waitFor();

    // Who marks a KSA critical wants it observed, unless they say otherwise: the server decides, the row shows it.
    await row.getByLabel(`Critical ${PROGRAMMING}`).check();
    await eventually(
      async () =>
        (await page.getByLabel(`Evidence that ${PROGRAMMING} asks for`).inputValue()) === 'observed',
    );

    // Of what is no weight no part is taken.
    await weight.fill('');
    await weight.pressSequentially('150');
    await weight.press('Tab');
    expect(await weight.inputValue()).toBe('6');

    const another = await pages.nobody.persona('employer-administrator');
    const [profile] = await another.get<{ id: string }[]>(filtered('/role-profiles', { q: ROLE }));
    const { etag } = await another.succeed('GET', `/role-profiles/${profile!.id}`);
    await another.succeed('PATCH', `/role-profiles/${profile!.id}`, {
      ifMatch: etag,
      body: { description: 'Nights.' },
    });

    await page.getByLabel(`Required level of ${PROGRAMMING}`).selectOption('4');
    await page.getByText('Somebody else changed this role profile while you were editing.').waitFor();
    expect(await page.getByLabel(`Required level of ${PROGRAMMING}`).inputValue()).toBe('4');
    await row.getByText('Theirs, which stands now: level 3').waitFor();
    await row.getByRole('button', { name: 'Save mine instead' }).click();
    await row
      .getByRole('status')
      .filter({ hasText: /^saved$/ })
      .waitFor();

    await page.getByRole('button', { name: 'Publish …' }).click();
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Version 1 is published.').waitFor();
    await page.context().close();
  }, 60_000);

  it('adds a worker with an invitation link, assigns the role, and shows the score and the review as they come', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/workers/create`);
    await page.getByLabel('Name').fill(WORKER);
    await page.getByLabel('E-mail address (optional)').fill('nia.okoro@example.com');
    await page.getByRole('button', { name: 'Add worker' }).click();
    const link = await page.getByLabel('Invitation link').inputValue();
    await page.getByRole('link', { name: 'Assign a role profile' }).click();
    await heading(page, WORKER);
    const choice = page.getByLabel('Assign a role profile');
    await choice.selectOption(await choice.locator('option', { hasText: ROLE }).getAttribute('value'));
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText(`${ROLE} is assigned.`).waitFor();
    await page.getByRole('link', { name: ROLE }).first().click();
    await heading(page, `${WORKER} against ${ROLE}`);
    await page.getByText('0–100').first().waitFor();

    // From here on the employer's page is only looked at: what changes on it comes by the event stream.
    const worker = await pages.nobody.join(link);
    const [asked] = await worker.get<{ id: string }[]>('/assessments');
    const { questions } = await worker.get<{ questions: { ksaCode: string }[] }>(`/assessments/${asked!.id}`);
    let etag: string | null = null;
    for (const { ksaCode } of questions)
      ({ etag } = await worker.succeed('PUT', `/assessments/${asked!.id}/answers/${ksaCode}`, {
        body: { level: 3 },
      }));
    await worker.succeed('POST', `/assessments/${asked!.id}/submit`, { ifMatch: etag });
    await page.getByText(`${PROGRAMMING} is critical and one level short.`).waitFor();
    await page.getByRole('link', { name: 'Review the self-assessment' }).waitFor();

    const assessor = await signedIn('Ruben Okafor');
    await assessor.getByRole('link', { name: WORKER }).click();
    await heading(assessor, `${WORKER} for ${ROLE}`);
    const submit = assessor.getByRole('button', { name: 'Submit review' });
    expect(await submit.isDisabled()).toBe(true);
    await assessor.getByRole('button', { name: `Confirm ${PROGRAMMING}: independently` }).click();
    await assessor.getByRole('button', { name: `Correct ${PROGRAMMING}` }).click();
    await assessor.getByRole('radio', { name: /^4 can teach/ }).check();
    await assessor.getByText('Self 1 level below').waitFor();
    await submit.click();
    await assessor.getByText('The review is submitted.').waitFor();
    await assessor.context().close();

    await page.getByText('Every critical KSA is met and verified.').waitFor();
    await page.context().close();
  }, 60_000);

  it('asks before a form that was typed into is left, and stays when told to', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/workers/create`);
    await page.getByLabel('Name').fill('Half a name');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Gaps' }).click();
    await eventually(() => Promise.resolve(asked.length > 0));
    expect(asked).toEqual(['confirm']);
    expect(await page.getByLabel('Name').inputValue()).toBe('Half a name');
    await page.context().close();
  });

  it('does not refresh a review under the assessor’s hands, and keeps the decisions over a reload', async () => {
    const page = await signedIn('Ruben Okafor');
    await page.getByRole('link', { name: 'Kofi Mensah' }).click();
    await page
      .getByRole('button', { name: /^Confirm / })
      .first()
      .click();
    await page.getByText('1 of 3 critical decided, 1 of 25 in all').waitFor();
    await page.reload();
    await page.getByText('1 of 3 critical decided, 1 of 25 in all').waitFor();
    await page.context().close();
  });

  it('tries levels and weights in the page, asking nobody, as the API would answer', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/what-if`);
    const level = page.getByLabel(`Required level of ${PROGRAMMING}`, { exact: true });
    await level.waitFor();
    const read = page.waitForResponse('**/api/what-if/levels**');
    await page.getByLabel('Role profile').selectOption({ label: 'Line 2 mechatronics technician' });
    await read;
    await page.getByLabel('Role profile').selectOption({ label: 'Cell 4 robot technician' });
    await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await level.selectOption('4');
    await page.getByLabel(`Weight of ${PROGRAMMING}, 1 to 100`).fill('20');
    await page.getByText('Scores that change: 3').first().waitFor();
    const [from, to] = (await page.locator('.what-if-strip strong').first().innerText()).split(' → ');
    expect(asked).toEqual([]);

    const employer = await pages.nobody.persona('employer-administrator');
    const [role] = await employer.get<{ id: string }[]>(filtered('/role-profiles', { q: 'Cell 4' }));
    const { body } = await employer.succeed<{
      before: { mean: Record<'low' | 'high', { value: number }> };
      after: { mean: Record<'low' | 'high', { value: number }> };
    }>('POST', '/what-if', {
      body: {
        scope: { roleProfileId: role!.id },
        changes: { requirements: [{ ksaCode: '4.2.06.09', requiredLevel: 4, weight: 20 }] },
      },
    });
    const figure = ({ low, high }: typeof body.before.mean) =>
      `${Math.floor(low.value * 100)}–${Math.floor(high.value * 100)} %`;
    expect([from, to]).toEqual([figure(body.before.mean), figure(body.after.mean)]);
    expect(from).not.toBe(to);

    await page.locator('.what-if-result a').first().click();
    await page.waitForURL('**/gap-scores/**');
    await page.goBack();
    await level.waitFor();
    expect(await level.inputValue()).toBe('4');
    await page.context().close();
  });

  it('takes a day to come as it is typed, and lets a team be edited that nobody is in', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/teams/organisation`);
    const day = page.locator('.cover-day input');
    await day.focus();
    const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const [year, month, dayOfMonth] = soon.split('-');
    await page.keyboard.type(`${month}${dayOfMonth}${year}`);
    expect(await day.inputValue()).toBe(soon);
    await page.getByText('As it will be at the end of').waitFor();

    await page.goto(`${pages.origin}/console/teams/create`);
    await page.getByLabel('Name').fill('Night shift');
    await page.getByRole('button', { name: 'Add team' }).click();
    await heading(page, 'Night shift');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await heading(page, 'Edit Night shift');
    await page.getByRole('button', { name: 'Delete the team' }).dblclick();
    await page.waitForURL('**/console/teams');
    await page.context().close();
  });

  it('takes what is searched for back with the rows', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/workers`);
    const box = page.getByRole('searchbox', { name: 'Find by name or job title' });
    for (const name of ['Mia Lindqvist', 'Lena Novak']) {
      await box.fill(name);
      await page.waitForURL((url) => url.search.includes(name.split(' ')[0]!));
    }
    await page.goBack();
    await page.getByRole('rowheader', { name: 'Mia Lindqvist' }).waitFor();
    expect(await box.inputValue()).toBe('Mia Lindqvist');
    await page.context().close();
  });

  it('finds programmes by typing, and keeps what is typed', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/what-if`);
    await page.locator('summary').filter({ hasText: 'Training' }).click();
    const programmes = page.getByRole('combobox', { name: 'Programmes that everybody takes' });
    await programmes.click();
    await page.getByRole('option', { name: 'Fault finding on cell 4' }).waitFor();
    await programmes.pressSequentially('30-hour', { delay: 30 });
    await page.getByRole('option', { name: 'Fault finding on cell 4' }).waitFor({ state: 'detached' });
    expect(await programmes.inputValue()).toBe('30-hour');
    await page.getByRole('option', { name: 'OSHA Outreach: 30-hour General Industry' }).click();
    await page.getByRole('button', { name: 'OSHA Outreach: 30-hour General Industry' }).waitFor();
    expect(await programmes.inputValue()).toBe('');
    await page.context().close();
  });

  it('shows what a rating policy changes before it can be saved', async () => {
    const page = await signedIn('Dana Whitfield');
    await page.goto(`${pages.origin}/console/rating-policy`);
    const save = page.getByRole('button', { name: 'Save as version 2' });
    await page.getByLabel('Move Manager up').click();
    expect(await save.count()).toBe(0);
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await page.getByRole('heading', { name: 'What it would change: The whole organisation' }).waitFor();
    await page.getByLabel('Name').fill('Managers before assessors');
    expect(await save.count()).toBe(0);
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await save.click();
    await page.getByText('Managers before assessors, version 2, since').waitFor();
    await page.context().close();
  });
});
