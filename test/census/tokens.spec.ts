import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADMINISTRATOR, anInstallation, type Installation } from '../builders/installation.ts';
import { forgedTokens, resigned } from './forged-tokens.ts';
import { MATRIX } from './route-matrix.ts';

const NONE = '01980000-0000-7000-8000-000000000000';

let installation: Installation;
let genuine: string;
let key: string;

const signIn = async () => {
  const { email, password } = ADMINISTRATOR;
  const { cookie = '' } = await installation.send('POST', '/api/sessions', { body: { email, password } });
  return cookie;
};
const refresh = (cookie = '') => installation.send('POST', '/api/sessions/refresh', { cookie });
const statusOf = async (cookie = '') => (await refresh(cookie)).status;
const signOut = (cookie: string) => installation.send('DELETE', '/api/sessions/current', { cookie });

/** As if whatever was used had been used that long ago: two tabs at once are no theft, within ten seconds. */
const age = (seconds: number) =>
  installation.admin.query('update refresh_token set used_at = used_at - make_interval(secs => $1)', [
    seconds,
  ]);

beforeAll(async () => {
  installation = await anInstallation();
  genuine = await installation.setUp();
  const { rows } = await installation.admin.query<{ key: string }>(
    'select private_key as key from signing_key where retired_at is null',
  );
  key = rows[0]?.key ?? '';
});
afterAll(() => installation.close());

describe('an access token', () => {
  it('that is signed by hand as ours are is taken, so that a refusal below is a refusal of what is wrong', async () => {
    const { status } = await installation.send('GET', '/api/me', { token: resigned(genuine, key) });
    expect(status).toBe(200);
  });

  it('that does not hold opens no route of the matrix', async () => {
    const forged = Object.entries(forgedTokens(genuine, key));
    expect(forged.length).toBeGreaterThan(25);
    for (const [route, row] of Object.entries(MATRIX)) {
      const [method = '', template = ''] = route.split(' ');
      const path = row.missing ?? template.replace(/\{\w+\}/g, NONE);
      const letIn: string[] = [];
      for (const [what, token] of forged) {
        const { status } = await installation.send(method, path, { token });
        if (status !== 401) letIn.push(`${what}: ${status}`);
      }
      expect([route, letIn]).toEqual([route, []]);
    }
  }, 60_000);

  it('is refused in the same words, whatever is wrong with it', async () => {
    const told = new Set<string>();
    for (const token of Object.values(forgedTokens(genuine, key))) {
      const { body } = await installation.send('GET', '/api/me', { token });
      told.add(JSON.stringify({ ...body, requestId: '' }));
    }
    expect(told.size).toBe(1);
  });

  it('is no refresh token, nor the other way round', async () => {
    const [name = '', secret = ''] = (await signIn()).split('=');
    expect((await installation.send('GET', '/api/me', { token: secret })).status).toBe(401);
    expect(await statusOf(`${name}=${genuine}`)).toBe(401);
  });
});

describe('a refresh token', () => {
  it('lets two who come at once both go on', async () => {
    const cookie = await signIn();
    const both = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set([cookie, ...both.map((each) => each.cookie)]).size).toBe(3);
    for (const each of both) expect(await statusOf(each.cookie)).toBe(201);
  });

  it('that is used again after the tolerated moment ends every branch of its family, the newest too', async () => {
    const stolen = await signIn();
    const [one, other] = await Promise.all([refresh(stolen), refresh(stolen)]);
    const newest = await refresh(one.cookie);
    await age(11);
    expect(await statusOf(stolen)).toBe(401);
    for (const cookie of [one.cookie, other.cookie, newest.cookie]) expect(await statusOf(cookie)).toBe(401);
    const { rows } = await installation.admin.query(
      `select from refresh_token where revoked_at is null and family = (select family from refresh_token where id = $1)`,
      [stolen.split('.')[1]],
    );
    expect(rows).toEqual([]);
  });

  it('that is used again within it does not lengthen it: the moment counts from the first use', async () => {
    const cookie = await signIn();
    await refresh(cookie);
    await age(6);
    expect(await statusOf(cookie)).toBe(201);
    await age(6);
    expect(await statusOf(cookie)).toBe(401);
  });

  it('goes with its session when either of two tabs signs out', async () => {
    const cookie = await signIn();
    const [one, other] = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect((await signOut(one.cookie ?? '')).status).toBe(204);
    for (const each of [cookie, one.cookie, other.cookie]) expect(await statusOf(each)).toBe(401);
  });

  it('is of no use to who signs out and renews at the same moment', async () => {
    const cookie = await signIn();
    const [, renewed] = await Promise.all([signOut(cookie), refresh(cookie)]);
    expect(await statusOf(renewed.cookie)).toBe(401);
  });

  it('is looked for in the organisation that it names alone, and ends nothing when its secret is wrong', async () => {
    const cookie = await signIn();
    const [tenant = '', id, secret = ''] = cookie.replace('refresh=', '').split('.');
    expect(await statusOf(`refresh=${NONE}.${id}.${secret}`)).toBe(401);
    const guessed = `refresh=${tenant}.${id}.${secret.split('').reverse().join('')}`;
    expect(await statusOf(guessed)).toBe(401);
    expect((await signOut(guessed)).status).toBe(204);
    expect(await statusOf(cookie)).toBe(201);
  });
});
