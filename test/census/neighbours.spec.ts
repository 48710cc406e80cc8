import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { anInstallation, type Installation } from '../builders/installation.ts';
import { aNeighbour, type Neighbour } from './neighbour.ts';
import { type Known, MATRIX, type RoleLetter, type Row } from './route-matrix.ts';
import { tenantTables } from './rows.ts';

/** Whom of the demonstration's manufacturer asks; the matrix says which of them gets through. */
const ASKS: Partial<Record<RoleLetter, string>> = {
  E: 'employer-administrator',
  A: 'assessor',
  W: 'worker-scored',
};
const NONE = '01980000-0000-7000-8000-000000000000';

/** What belongs to one organisation and is asked for by an address of its own. */
const ADDRESSED = Object.entries(MATRIX).filter(([, row]) => row.own && row.missing && !row.shared);

let installation: Installation;
let neighbour: Neighbour;
let tokens: Record<string, string>;
let mine: { worker: string; profile: string };

const signIn = async (key: string) =>
  (await installation.send('POST', '/api/sessions/persona', { body: { key } })).body.accessToken;

const call = (route: string, token: string, path: string, body?: unknown) => {
  const method = route.slice(0, route.indexOf(' '));
  return installation.send(method, path, {
    token,
    headers: { 'if-match': '"1"' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: body ?? {} }),
  });
};

beforeAll(async () => {
  installation = await anInstallation({
    DEMONSTRATION: 'yes',
    DATA_FOLDER: join(import.meta.dirname, '../../data'),
  });
  tokens = Object.fromEntries(
    await Promise.all(Object.entries(ASKS).map(async ([letter, key]) => [letter, await signIn(key)])),
  ) as typeof tokens;
  neighbour = await aNeighbour(installation, await signIn('platform-administrator'));
  const first = async (path: string) =>
    (await installation.send<{ id: string }[]>('GET', path, { token: tokens['E'] ?? '' })).body[0]?.id ?? '';
  mine = { worker: await first('/api/workers'), profile: await first('/api/role-profiles') };
}, 60_000);
afterAll(() => installation.close());

/** All that the neighbour has, table by table. */
async function holdings(): Promise<Record<string, string>> {
  const held: Record<string, string> = {};
  for (const table of await tenantTables(installation.admin)) {
    const { rows } = await installation.admin.query<{ held: string }>(
      `select md5(string_agg(t::text, '' order by t::text)) as held from ${table} t where tenant_id = $1`,
      [neighbour.tenantId],
    );
    held[table] = rows[0]?.held ?? '';
  }
  return held;
}

const told = async (route: string, token: string, path: string, row: Row, known: Known) => {
  const { status, body } = await call(route, token, path, row.body?.(known));
  return [status, body.type, body.detail, body.errors];
};

describe.each(ADDRESSED)('%s', (route, row) => {
  it('answers whoever may ask of the neighbour’s as if it did not exist, and changes nothing', async () => {
    const before = await holdings();
    for (const [letter, token] of Object.entries(tokens).filter(([letter]) => row.who.includes(letter))) {
      const theirs = await told(route, token, row.own?.(neighbour.known) ?? '', row, neighbour.known);
      const missing = await told(route, token, row.missing ?? '', row, neighbour.known);
      expect([letter, theirs[0], theirs]).toEqual([letter, 404, missing]);
    }
    expect(await holdings()).toEqual(before);
  });

  if (!route.startsWith('GET')) return;

  it('gives the neighbour’s own people their own', async () => {
    const token = row.who.includes('E') ? neighbour.administrator : neighbour.worker;
    expect((await call(route, token, row.own?.(neighbour.known) ?? '')).status).toBe(200);
  });
});

describe('a body', () => {
  it.each(['/api/role-assignments', '/api/assessments'])(
    'of %s names nothing of the neighbour’s, neither worker nor role profile',
    async (path) => {
      const before = await holdings();
      for (const [body, absent] of [
        [
          { workerId: neighbour.known.worker, roleProfileId: mine.profile },
          { workerId: NONE, roleProfileId: mine.profile },
        ],
        [
          { workerId: mine.worker, roleProfileId: neighbour.known.profile },
          { workerId: mine.worker, roleProfileId: NONE },
        ],
      ]) {
        const theirs = await installation.send('POST', path, { token: tokens['E'] ?? '', body });
        const missing = await installation.send('POST', path, { token: tokens['E'] ?? '', body: absent });
        expect([404, 409]).toContain(theirs.status);
        expect([theirs.status, theirs.body.type, theirs.body.errors]).toEqual([
          missing.status,
          missing.body.type,
          missing.body.errors,
        ]);
      }
      expect(await holdings()).toEqual(before);
    },
  );

  it('of an edit names no requirement of the neighbour’s profile, under whatever version', async () => {
    const body = { roleProfileId: neighbour.known.profile, ksaCode: neighbour.known.ksaCode };
    for (const version of ['"1"', '"2"', '"3"']) {
      const { status } = await installation.send('POST', '/api/requirements', {
        token: tokens['E'] ?? '',
        headers: { 'if-match': version },
        body,
      });
      expect(status).toBe(404);
    }
  });
});

describe('a list', () => {
  it.each([
    ['/api/workers', (known: Known) => ({ id: [known.worker] })],
    ['/api/workers', (known: Known) => ({ teamId: known.team })],
    ['/api/teams', (known: Known) => ({ id: [known.team] })],
    ['/api/role-profiles', (known: Known) => ({ id: [known.profile] })],
    ['/api/role-assignments', (known: Known) => ({ workerId: known.worker })],
    ['/api/role-assignments', (known: Known) => ({ roleProfileId: known.profile })],
    ['/api/assessments', (known: Known) => ({ workerId: known.worker })],
    ['/api/assessments', (known: Known) => ({ roleProfileId: known.profile })],
    ['/api/gap-scores', (known: Known) => ({ workerId: known.worker })],
    ['/api/gap-scores', (known: Known) => ({ roleProfileId: known.profile })],
  ])(
    '%s has rows for the neighbour, and none for others, when filtered by an id of the neighbour’s',
    async (path, filter) => {
      const asked = `${path}?filter=${encodeURIComponent(JSON.stringify(filter(neighbour.known)))}`;
      const theirs = await installation.send<unknown[]>('GET', asked, { token: neighbour.administrator });
      expect([theirs.status, theirs.body.length > 0]).toEqual([200, true]);
      const others = await installation.send('GET', asked, { token: tokens['E'] ?? '' });
      expect([others.status, others.body]).toEqual([200, []]);
      expect(others.headers.get('content-range')).toMatch(/ \*\/0$/);
    },
  );
});

describe('what both send alike', () => {
  it('is carried out for each, though the idempotency key is the same', async () => {
    const ids: string[] = [];
    for (const token of [tokens['E'] ?? '', neighbour.administrator]) {
      const { status, body } = await installation.send('POST', '/api/workers', {
        token,
        headers: { 'idempotency-key': 'one-key-for-both' },
        body: { name: 'Twin' },
      });
      expect(status).toBe(201);
      ids.push(body.id);
    }
    expect(new Set(ids).size).toBe(2);
    const { status } = await installation.send('GET', `/api/workers/${ids[1]}`, { token: tokens['E'] ?? '' });
    expect(status).toBe(404);
  });
});
