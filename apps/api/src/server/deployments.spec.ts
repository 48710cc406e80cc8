import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { anInstallation, type Installation } from '#builders/installation';
import { freshDatabase, testDatabase } from '#support/database';

let running: Installation[] = [];

afterEach(async () => {
  for (const installation of running) await installation.close();
  running = [];
});

/** A login that owns its database and may make roles, as managed servers give one. */
async function aManagedLogin(): Promise<string> {
  const { adminUrl, name } = await freshDatabase({ empty: true });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const login = `managed_${name}`;
  await admin.query(`
    create role ${login} login createrole password 'secret';
    grant skills_app to ${login} with admin true, inherit false, set false;
    alter database ${name} owner to ${login}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.username = login;
  url.password = 'secret';
  return url.href;
}

describe('one login for everything', () => {
  it.each([
    ['a superuser', async () => (await freshDatabase({ empty: true })).adminUrl],
    ['a managed server’s owner', aManagedLogin],
  ])('migrates as %s, and puts those rights off before it serves', async (_who, login) => {
    const installation = await anInstallation({ DATABASE_URL: await login(), OWNER_DATABASE_URL: '' });
    running.push(installation);
    const token = await installation.setUp();
    expect((await installation.send('GET', '/api/jobs', { token })).status).toBe(200);
  });

  it('starts again on what it has made', async () => {
    const login = await aManagedLogin();
    for (let n = 0; n < 2; n += 1) {
      const installation = await anInstallation({ DATABASE_URL: login, OWNER_DATABASE_URL: '' });
      expect((await installation.send('GET', '/health/ready')).status).toBe(204);
      await installation.close();
    }
  });
});

describe('several processes', () => {
  it('sign and verify with one key, and a second start ends the set-up address of the first', async () => {
    await testDatabase();
    const [one, two] = [await anInstallation({ PROCESS: 'api' }), await anInstallation({ PROCESS: 'api' })];
    running.push(one, two);
    await expect(one.setUp()).rejects.toThrow('set-up-closed');
    const token = await two.setUp();
    expect((await one.send('GET', '/api/me', { token })).status).toBe(200);
  });
});
