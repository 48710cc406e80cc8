import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { anInstallation, type Installation } from '../builders/installation.ts';
import { BODIES, type Taken } from './bodies.ts';
import { aNeighbour, FOUNDER, type Neighbour } from './neighbour.ts';
import { MATRIX, PUBLIC } from './route-matrix.ts';
import { tenantTables } from './rows.ts';
import { SHARED } from './tables.ts';

const NONE = '01980000-0000-7000-8000-000000000000';

/** What somebody would add who has seen the tables. */
const ADDED: Readonly<Record<string, unknown>> = {
  tenantId: NONE,
  tenant_id: NONE,
  id: NONE,
  roles: ['platform-administrator'],
  role: 'platform-administrator',
  permissions: ['organisations.create'],
  version: 99,
  state: 'reviewed',
  userId: NONE,
  createdAt: '2000-01-01T00:00:00Z',
  demonstration: true,
};

/** Who signs in is asked before what else they send: see below. */
const SIGN_IN = 'POST /api/sessions';
const TAKING = Object.entries(BODIES).filter(([route, { body }]) => body !== null && route !== SIGN_IN);
const BARE = Object.entries(BODIES).filter(([, { body }]) => body === null);

let installation: Installation;
let neighbour: Neighbour;
let tokens: Record<Taken['as'], string | undefined>;

beforeAll(async () => {
  installation = await anInstallation({
    DEMONSTRATION: 'yes',
    DATA_FOLDER: join(import.meta.dirname, '../../data'),
  });
  const { body } = await installation.send('POST', '/api/sessions/persona', {
    body: { key: 'platform-administrator' },
  });
  const curator = await installation.send('POST', '/api/sessions/persona', {
    body: { key: 'taxonomy-curator' },
  });
  neighbour = await aNeighbour(installation, body.accessToken);
  tokens = {
    P: body.accessToken,
    C: curator.body.accessToken,
    E: neighbour.administrator,
    W: neighbour.worker,
    nobody: undefined,
  };
}, 60_000);
afterAll(() => installation.close());

const send = (route: string, { as, path }: Taken, body: unknown) => {
  const token = tokens[as];
  return installation.send(route.slice(0, route.indexOf(' ')), path(neighbour.known), {
    ...(token === undefined ? {} : { token }),
    headers: { 'if-match': '"1"' },
    body,
  });
};

/** How much there is of everything, of whichever organisation, but for the platform's own book-keeping. */
async function counts(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const table of [...(await tenantTables(installation.admin)), ...Object.keys(SHARED)]) {
    const { rows } = await installation.admin.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    counted[table] = rows[0]?.n ?? 0;
  }
  return counted;
}

/** The body with something more in the object that the pointer names. */
function withMore(body: Record<string, unknown>, within: string, more: Record<string, unknown>) {
  const copy = structuredClone(body);
  let target: Record<string, unknown> = copy;
  for (const step of within.split('/').slice(1)) target = target[step] as Record<string, unknown>;
  Object.assign(target, more);
  return copy;
}

describe('every route that takes a body', () => {
  it('has a row here, and each row a route', () => {
    const routes = [...Object.keys(MATRIX), ...PUBLIC].filter((route) => /^(POST|PUT|PATCH) /.test(route));
    expect(Object.keys(BODIES).sort()).toEqual(routes.sort());
  });
});

describe.each(TAKING)('%s', (route, taken) => {
  const body = () => taken.body?.(neighbour.known) ?? {};
  /** All but what this route does take: one of them is a role that is given. */
  const added = () => Object.fromEntries(Object.entries(ADDED).filter(([key]) => !(key in body())));

  it.each(['', ...(taken.within ?? [])])(
    'refuses every key at "%s" that it does not know, by its pointer, and does nothing',
    async (within) => {
      const before = await counts();
      for (const [key, value] of Object.entries(added())) {
        const { status, body: told } = await send(route, taken, withMore(body(), within, { [key]: value }));
        expect([key, status, told.errors]).toEqual([
          key,
          422,
          [{ pointer: `${within}/${key}`, detail: 'is not known' }],
        ]);
      }
      expect(await counts()).toEqual(before);
    },
  );

  it('names all of them when there are several', async () => {
    const { body: told } = await send(route, taken, { ...body(), ...added() });
    expect(told.errors?.map(({ pointer }) => pointer).sort()).toEqual(
      Object.keys(added())
        .map((key) => `/${key}`)
        .sort(),
    );
  });

  it('takes no prototype', async () => {
    const text = JSON.stringify(body()).replace(/^\{/, '{"__proto__":{"roles":["platform-administrator"]},');
    expect((await send(route, taken, text)).status).toBe(400);
  });

  it('takes nothing but an object', async () => {
    for (const other of ['null', '[]', '"text"', '1', 'true']) {
      const { status } = await send(route, taken, other);
      expect([other, [400, 401, 422].includes(status)]).toEqual([other, true]);
    }
  });
});

describe.each(BARE)('%s', (route, taken) => {
  it('takes no body, and makes nothing of one', async () => {
    const bare = await send(route, taken, {});
    const more = await send(route, taken, ADDED);
    expect([more.status, more.body.type]).toEqual([bare.status, bare.body.type]);
  });
});

describe(SIGN_IN, () => {
  const right = { email: FOUNDER.email, password: FOUNDER.password };

  it('refuses, of whoever has the right password, what it does not know', async () => {
    const { status } = await installation.send('POST', '/api/sessions', { body: { ...right, ...ADDED } });
    expect(status).toBe(422);
  });

  it('tells whoever has a wrong one that it is wrong, and nothing else', async () => {
    const body = { ...right, password: 'not the right phrase', ...ADDED };
    const told = await installation.send('POST', '/api/sessions', { body });
    expect([told.status, told.body.type, told.body.errors]).toEqual([
      401,
      'urn:problem:sign-in-failed',
      undefined,
    ]);
  });

  // passport-local looks into the query as well, and an address stands in logs, histories and referrers.
  it('takes no password from the address', async () => {
    const { status } = await installation.send(
      'POST',
      `/api/sessions?${new URLSearchParams(right).toString()}`,
      {
        body: {},
      },
    );
    expect(status).toBeGreaterThanOrEqual(400);
  });
});
