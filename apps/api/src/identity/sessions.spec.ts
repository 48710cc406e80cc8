import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSigner } from 'fast-jwt';
import { generateKeyPairSync } from 'node:crypto';
import { ADMINISTRATOR, anInstallation, type Installation, type Told } from '#builders/installation';

let installation: Installation;
let token: string;

const signIn = (given: { email?: string; password?: string } = {}) => {
  const { email, password } = ADMINISTRATOR;
  return installation.send('POST', '/api/sessions', { body: { email, password, ...given } });
};
const refresh = (cookie: string | undefined) =>
  installation.send('POST', '/api/sessions/refresh', cookie === undefined ? {} : { cookie });
const me = (bearer: string) => installation.send('GET', '/api/me', { token: bearer });

/** As if the cookie had been used some time ago. */
const age = (seconds: number) =>
  installation.admin.query(`update refresh_token set used_at = used_at - make_interval(secs => $1)`, [
    seconds,
  ]);

beforeAll(async () => {
  installation = await anInstallation();
  expect((await installation.send('GET', '/api/set-up')).body).toEqual({ open: true });
  token = await installation.setUp();
});
afterAll(() => installation.close());

describe('the set-up', () => {
  it('is over once somebody is there, for the same code too', async () => {
    expect((await installation.send('GET', '/api/set-up')).body).toEqual({ open: false });
    const code = /#(\S+)/.exec(installation.said.join(' '))?.[1];
    const body = { ...ADMINISTRATOR, email: 'other@works.example', organisation: 'Other', token: code };
    expect((await installation.send('POST', '/api/set-up', { body })).status).toBe(403);
  });

  it('has made an administrator who is told who they are', async () => {
    expect((await me(token)).body).toMatchObject({
      name: ADMINISTRATOR.name,
      email: ADMINISTRATOR.email,
      organisation: { name: 'Works', demonstration: false },
      workerId: null,
    });
  });

  it('leaves no persona to be signed in as', async () => {
    expect((await installation.send('GET', '/api/personas')).body).toEqual([]);
    const persona = await installation.send('POST', '/api/sessions/persona', {
      body: { key: 'employer-administrator' },
    });
    expect(persona.status).toBe(404);
  });

  it('refuses a persona whose organisation is real', async () => {
    await installation.admin.query(
      `insert into demonstration_persona (key, tenant_id, user_id, name, title, what, position)
       select 'intruder', tenant_id, id, 'n', 't', 'w', 1 from user_account`,
    );
    const persona = await installation.send('POST', '/api/sessions/persona', { body: { key: 'intruder' } });
    expect(persona.status).toBe(404);
    await installation.admin.query('delete from demonstration_persona');
  });
});

describe('signing in', () => {
  it('takes the password, whatever the case of the address', async () => {
    const { status, body, headers } = await signIn({ email: 'ADA@works.example' });
    expect(status).toBe(201);
    expect(new Date(body.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(600_000);
    const cookie = headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^refresh=[^;]+; Path=\/; .*HttpOnly; SameSite=Strict/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers the same to a wrong password and an unknown address', async () => {
    const wrong = await signIn({ password: 'another long phrase' });
    const unknown = await signIn({ email: 'nobody@works.example' });
    const essence = ({ status, body }: typeof wrong) => ({ status, ...body, requestId: '', instance: '' });
    expect(wrong.status).toBe(401);
    expect(essence(unknown)).toEqual(essence(wrong));
  });

  it('takes as long for an unknown address', async () => {
    const timed = async (email: string) => {
      const times: number[] = [];
      for (let n = 0; n < 7; n += 1) {
        const before = performance.now();
        await installation.send('POST', '/api/sessions', {
          body: { email: `${n}${email}`, password: 'wrong wrong wrong' },
        });
        times.push(performance.now() - before);
      }
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    // Far above what no hash at all would take.
    expect(await timed('nobody@works.example')).toBeGreaterThan(8);
  });

  it('stops who guesses, and lets the owner in from where they were before', async () => {
    await signIn();
    const outcomes = new Set<number>();
    for (let n = 0; n < 12; n += 1)
      outcomes.add((await signIn({ email: 'victim@works.example', password: `guess ${n}` })).status);
    expect([...outcomes]).toEqual([401, 429]);
    expect((await signIn()).status).toBe(201);
  });

  it('lets the owner in where they sign in daily, although a colleague at the same address guessed', async () => {
    await signIn();
    for (let n = 0; n < 12; n += 1) expect((await signIn({ password: `guess ${n}` })).status).toBe(401);
    expect((await signIn()).status).toBe(201);
  });

  it('accepts nothing that is not text', async () => {
    for (const body of [{}, { email: 1, password: 2 }, { email: { $ne: '' }, password: 'x' }, []]) {
      expect([401, 422]).toContain((await installation.send('POST', '/api/sessions', { body })).status);
    }
  });
});

describe('a refresh token', () => {
  it('is exchanged for the next one, again and again', async () => {
    let { cookie } = await signIn();
    for (let n = 0; n < 3; n += 1) {
      const next = await refresh(cookie);
      expect(next.status).toBe(201);
      expect(next.cookie).not.toBe(cookie);
      expect((await me(next.body.accessToken)).status).toBe(200);
      cookie = next.cookie;
    }
  });

  it('lets two tabs that come at once both go on', async () => {
    const { cookie } = await signIn();
    const both = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    for (const { cookie: next } of both) expect((await refresh(next)).status).toBe(201);
  });

  it('ends its whole family when it is used again later', async () => {
    const { cookie: stolen } = await signIn();
    const { cookie: next } = await refresh(stolen);
    await age(11);
    expect((await refresh(stolen)).status).toBe(401);
    expect((await refresh(next)).status).toBe(401);
  });

  it('leaves other sessions of the same person alone when its family ends', async () => {
    const { cookie: other } = await signIn();
    const { cookie } = await signIn();
    await installation.send('DELETE', '/api/sessions/current', cookie === undefined ? {} : { cookie });
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(other)).status).toBe(201);
  });

  it('does not outlive the session’s last day, however often it is renewed', async () => {
    const { cookie } = await signIn();
    await installation.admin.query(
      `update refresh_token set family_expires_at = now() - interval '1 second'`,
    );
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('is of no use when it is changed, missing, or its person is closed', async () => {
    const { cookie = '' } = await signIn();
    expect((await refresh(undefined)).status).toBe(401);
    expect((await refresh(`${cookie.slice(0, -3)}AAA`)).status).toBe(401);
    await installation.admin.query('update user_account set active = false');
    expect((await refresh(cookie)).status).toBe(401);
    expect((await signIn()).status).toBe(401);
    await installation.admin.query('update user_account set active = true');
  });

  it('is not in the database, nor is the password', async () => {
    const { cookie = '' } = await signIn();
    const secret = cookie.split('.').at(-1) ?? '';
    const { rows } = await installation.admin.query(
      `select t::text as row from refresh_token t union all select u::text from user_account u`,
    );
    const all = rows.map(({ row }: { row: string }) => row).join('\n');
    expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(all).not.toContain(secret);
    expect(all).not.toContain(ADMINISTRATOR.password);
  });
});

describe('an access token', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('is refused when anything about it was changed', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const forger = generateKeyPairSync('ed25519').privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }) as string;
    const publicPem = 'not the key';
    const forged: Record<string, string> = {
      'no signature': `${header}.${payload}.`,
      'alg none': `${part({ alg: 'none', typ: 'JWT', kid })}.${payload}.`,
      'alg none, signature kept': `${part({ alg: 'none', typ: 'JWT', kid })}.${payload}.${signature}`,
      'more roles': `${header}.${part({ ...claims, roles: ['platform-administrator'] })}.${signature}`,
      'another key under our kid': createSigner({ algorithm: 'EdDSA', key: forger, kid })(claims),
      'another key without kid': createSigner({ algorithm: 'EdDSA', key: forger })(claims),
      'HMAC under our kid': createSigner({ algorithm: 'HS256', key: publicPem, kid })(claims),
      'nothing in it': 'a.b.c',
    };
    for (const [what, text] of Object.entries(forged))
      expect([what, (await me(text)).status]).toEqual([what, 401]);
    expect((await me(token)).status).toBe(200);
  });

  it('of our own key is refused for another audience, another issuer, or when it has ended', async () => {
    const { rows } = await installation.admin.query('select kid, private_key as key from signing_key');
    const { kid, key } = rows[0] as { kid: string; key: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const sign = (changes: object) =>
      createSigner({ algorithm: 'EdDSA', key, kid })({ ...claims, ...changes });
    expect((await me(sign({}))).status).toBe(200);
    for (const changes of [
      { aud: 'other' },
      { iss: 'other' },
      { exp: Math.floor(Date.now() / 1000) - 1 },
      { tid: undefined },
      { aud: undefined },
    ]) {
      expect([changes, (await me(sign(changes))).status]).toEqual([changes, 401]);
    }
  });

  it('is read from the header alone', async () => {
    expect((await installation.send('GET', `/api/me?access_token=${token}`)).status).toBe(401);
    expect(
      (await installation.send('GET', '/api/me', { headers: { authorization: `Basic ${token}` } })).status,
    ).toBe(401);
  });
});

describe('an organisation and its invitation', () => {
  it('lets the invited person choose a password once, and sign in', async () => {
    const created = await installation.send('POST', '/api/organisations', {
      token,
      body: { name: 'Second Works', administrator: { name: 'Bo', email: 'bo@second.example' } },
    });
    expect(created.status).toBe(201);
    const path = `/api/invitations/${created.body.invitationLink.split('/').at(-1)}`;
    expect((await installation.send('GET', path)).body).toEqual({
      name: 'Bo',
      email: 'bo@second.example',
      organisation: 'Second Works',
    });

    for (const password of ['short', 'password1', '12345678', 'aaaaaaaaaaaa', 'Second Works']) {
      const weak = await installation.send('POST', path, { body: { password } });
      expect([password, weak.status, weak.body.errors?.[0]?.pointer]).toEqual([password, 422, '/password']);
    }
    const password = 'höchst unwahrscheinlich 🔧';
    const accepted = await installation.send('POST', path, { body: { password } });
    expect(accepted.status).toBe(201);
    expect((await installation.send('POST', path, { body: { password } })).status).toBe(404);
    expect((await signIn({ email: 'bo@second.example', password: password.normalize('NFD') })).status).toBe(
      201,
    );
    expect((await me(accepted.body.accessToken)).body.organisation.name).toBe('Second Works');
    expect(
      (await installation.send('GET', '/api/organisations', { token: accepted.body.accessToken })).status,
    ).toBe(403);
  });

  it('says whose the address is not, when it is taken', async () => {
    const body = { name: 'Third', administrator: { name: 'Bo', email: 'bo@second.example' } };
    const taken = await installation.send('POST', '/api/organisations', { token, body });
    expect([taken.status, taken.body.errors]).toEqual([
      409,
      [{ pointer: '/administrator/email', detail: 'is taken' }],
    ]);
    const { rows } = await installation.admin.query(`select 1 from organisation where name = 'Third'`);
    expect(rows).toEqual([]);
  });

  it('lists names for the platform’s administrator, page by page', async () => {
    const { body, headers } = await installation.send<Told[]>(
      'GET',
      '/api/organisations?range=[0,0]&sort=["name","DESC"]',
      { token },
    );
    expect(body.map(({ name }) => name)).toEqual(['Works']);
    expect(headers.get('content-range')).toBe('organisations 0-0/2');
  });
});
