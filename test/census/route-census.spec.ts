import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { type Answer, anInstallation, type Installation, type Told } from '../builders/installation.ts';
import { type Known, MATRIX, PUBLIC, type RoleLetter, type Row } from './route-matrix.ts';
import { SHARED } from './tables.ts';

const PERSONAS: Record<RoleLetter, string> = {
  P: 'platform-administrator',
  C: 'taxonomy-curator',
  E: 'employer-administrator',
  A: 'assessor',
  W: 'worker-scored',
};
const LETTERS = Object.keys(PERSONAS) as RoleLetter[];
const ROWS = Object.entries(MATRIX);

let installation: Installation;
let tokens: Record<RoleLetter, string>;
let stranger: string;
let known: Known;
let demonstration: string;

const call = (route: string, token: string | undefined, path?: string, body?: unknown): Promise<Answer> => {
  const [method = '', template = ''] = route.split(' ');
  return installation.send(method, path ?? template, {
    ...(token === undefined ? {} : { token }),
    headers: { 'if-match': '"1"' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: body ?? {} }),
  });
};
const addressed = (row: Row): string | undefined => row.own?.(known);

async function signIn(key: string): Promise<string> {
  const { body, status } = await installation.send('POST', '/api/sessions/persona', { body: { key } });
  if (status !== 201) throw new Error(`${key}: ${status}`);
  return body.accessToken;
}

async function firstOf(path: string): Promise<string> {
  const { body } = await installation.send<Told[]>('GET', path, { token: tokens.E });
  const [first] = body;
  if (first === undefined) throw new Error(`Nothing at ${path}`);
  return first.id;
}

/** The demonstration's scores come by its jobs, a moment after the start. */
// The caller says what it asks for.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
async function eventuallyRows<R extends object>(sql: string, values: unknown[]): Promise<{ rows: R[] }> {
  for (const end = Date.now() + 15_000; ; await new Promise((again) => setTimeout(again, 100))) {
    const { rows } = await installation.admin.query<R>(sql, values);
    if (rows.length > 0 || Date.now() > end) return { rows };
  }
}

const filtered = (path: string, filter: object) =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

beforeAll(async () => {
  installation = await anInstallation({
    DEMONSTRATION: 'yes',
    DATA_FOLDER: join(import.meta.dirname, '../../data'),
  });
  tokens = Object.fromEntries(
    await Promise.all(LETTERS.map(async (letter) => [letter, await signIn(PERSONAS[letter])])),
  ) as typeof tokens;

  const me = await installation.send('GET', '/api/me', { token: tokens.W });
  const worker = me.body.workerId;
  demonstration = me.body.organisation.id;
  const release = await firstOf('/api/releases');
  const crosswalk = await firstOf('/api/crosswalks');
  const { body: assessments } = await installation.send<Told[]>('GET', '/api/assessments', {
    token: tokens.W,
  });
  const assessment = assessments[0]?.id ?? '';
  const { rows } = await eventuallyRows<{
    profile: string;
    colleague: string;
    other: string;
    requirement: string;
    ksa: string;
  }>(
    `select a.role_profile_id as profile, w2.id as colleague, b.id as other, r.profile_version_no || '.' || r.ksa_no as requirement, i.code as ksa
       from assessment a join worker w on w.tenant_id = a.tenant_id and w.worker_no = a.worker_no
       join assessment b on b.tenant_id = a.tenant_id and b.worker_no <> a.worker_no and b.state = 'submitted'
       join score s on s.tenant_id = a.tenant_id and s.worker_no <> a.worker_no and s.profile_version_no = a.profile_version_no
       join recommendation n on n.tenant_id = s.tenant_id and n.worker_no = s.worker_no and n.profile_version_no = s.profile_version_no
       join score mine on mine.tenant_id = a.tenant_id and mine.worker_no = a.worker_no and mine.profile_version_no = a.profile_version_no
       join worker w2 on w2.tenant_id = s.tenant_id and w2.worker_no = s.worker_no
       join requirement r on r.tenant_id = a.tenant_id and r.profile_version_no = a.profile_version_no
       join item i on i.ksa_no = r.ksa_no
      where w.id = $1 limit 1`,
    [worker],
  );
  const [found] = rows;
  if (found === undefined)
    throw new Error('The demonstration has no colleague with a score, or none who has submitted.');
  const programme = await firstOf('/api/programmes');
  const made = async (path: string, body: object): Promise<string> =>
    (await installation.send('POST', path, { token: tokens.E, body })).body.id;
  const programmeSession = await made('/api/programme-sessions', {
    ...{ programmeId: programme, firstDay: '2027-03-01', lastDay: '2027-03-01', seats: 5 },
  });
  const window = { from: '2027-03-01', until: '2027-03-31' };
  const trainingPlan = await made('/api/training-plans', { name: 'Example’s spring', ...window });
  known = {
    release,
    item: await firstOf(`/api/releases/${release}/items`),
    occupation: await firstOf(filtered('/api/occupations', { releaseId: release })),
    ksaCode: found.ksa,
    worker,
    colleague: found.colleague,
    team: await firstOf('/api/teams'),
    profile: found.profile,
    requirement: found.requirement,
    roleAssignment: await firstOf('/api/role-assignments'),
    assessment,
    colleaguesAssessment: found.other,
    programme,
    programmeSession,
    trainingPlan,
    job: await firstOf('/api/jobs'),
    ownItem: await made('/api/own-items', { kind: 'ksa', title: 'Example’s own' }),
    ownOccupation: await made('/api/own-occupations', { title: 'Own', technologyArea: 'materials' }),
    proposal: await made('/api/proposals', {
      ...{ kind: 'proposal', releaseId: release, title: 'Gripping', says: 'Example needs it.' },
    }),
    crosswalk,
    association: await firstOf(`/api/crosswalks/${crosswalk}/associations`),
  };

  const created = await installation.send('POST', '/api/organisations', {
    token: tokens.P,
    body: { name: 'Strangers', administrator: { name: 'Stranger', email: 'stranger@elsewhere.example' } },
  });
  const invitation = created.body.invitationLink.split('/').at(-1);
  const joined = await installation.send('POST', `/api/invitations/${invitation}`, {
    body: { password: 'a stranger’s long phrase' },
  });
  stranger = joined.body.accessToken;
});
afterAll(() => installation.close());

/** A digest of all that the manufacturer has, table by table. */
async function holdings(): Promise<Record<string, string>> {
  const { rows } = await installation.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const held: Record<string, string> = {};
  for (const { name } of rows.filter(({ name }) => !(name in SHARED))) {
    const { rows: digests } = await installation.admin.query<{ digest: string }>(
      `select md5(string_agg(t::text, '' order by t::text)) as digest from ${name} t where tenant_id = $1`,
      [demonstration],
    );
    held[name] = digests[0]?.digest ?? '';
  }
  return held;
}

describe('every route', () => {
  it('of the OpenAPI document has a row in the matrix, and each row a route', async () => {
    const { body } = await installation.send('GET', '/api/openapi.json');
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual([...Object.keys(MATRIX), ...PUBLIC].sort());
  });
});

describe.each(ROWS)('%s', (route, row) => {
  it('is closed without a token', async () => {
    const { status, body } = await call(route, undefined, addressed(row));
    expect([status, body.type]).toEqual([401, 'urn:problem:sign-in-needed']);
  });

  it('is open to the roles that the matrix names, and to no other', async () => {
    const outcome: Record<string, boolean> = {};
    for (const letter of LETTERS) {
      if (row.stream) {
        const abort = new AbortController();
        const response = await fetch(`${installation.url}${route.replace('GET ', '')}`, {
          headers: { authorization: `Bearer ${tokens[letter]}` },
          signal: abort.signal,
        });
        outcome[letter] = response.status === 200;
        abort.abort();
        continue;
      }
      // What changes something is asked of what does not exist, and without a body: who gets through is told so.
      const reads = route.startsWith('GET');
      const { status, body } = await call(route, tokens[letter], reads ? addressed(row) : row.missing);
      expect(status).toBeLessThan(500);
      outcome[letter] = status !== 403 && status !== 401;
      if (!outcome[letter]) expect(body.type).toBe('urn:problem:not-permitted');
      else if (reads && row.who.includes(letter) && 'EAW'.includes(letter))
        expect([letter, status]).toEqual([letter, 200]);
    }
    expect(LETTERS.filter((letter) => outcome[letter])).toEqual(
      LETTERS.filter((letter) => row.who.includes(letter)),
    );
  });

  if (row.missing !== undefined) {
    it('answers 404 for what does not exist', async () => {
      const letter = row.who.includes('E') ? 'E' : row.who.includes('W') ? 'W' : 'C';
      const { status } = await call(route, tokens[letter], row.missing, row.body?.(known));
      expect(status).toBe(404);
    });
  }

  if (row.colleagues !== undefined) {
    it('hides from a worker what is a colleague’s', async () => {
      const theirs = await call(route, tokens.W, row.colleagues?.(known), row.body?.(known));
      const missing = await call(route, tokens.W, row.missing, row.body?.(known));
      expect([theirs.status, theirs.body.type, theirs.body.detail]).toEqual([
        404,
        missing.body.type,
        missing.body.detail,
      ]);
    });
  }

  if (row.own !== undefined && row.shared === undefined) {
    it('hides from another organisation what is this one’s, as if it did not exist', async () => {
      // An administrator elsewhere; where only a worker gets through, this one stands for the guard's refusal.
      const { status, text } = await call(route, stranger, addressed(row), row.body?.(known));
      expect(status).toBe(row.who.includes('E') ? 404 : 403);
      expect(text).not.toContain('Example');
    });
  } else if (row.shared === undefined && row.stream === undefined) {
    it('shows another organisation nothing of this one’s', async () => {
      const { text, status } = await call(route, stranger, undefined, row.body?.(known));
      expect(status).toBeLessThan(500);
      if (row.body) expect([404, 422]).toContain(status);
      for (const id of [
        known.worker,
        known.colleague,
        known.profile,
        known.assessment,
        known.programme,
        demonstration,
      ]) {
        expect(text).not.toContain(`"id":"${id}"`);
      }
    });
  }
});

describe('a stranger', () => {
  it('changes nothing of another organisation, whatever they send to whichever route', async () => {
    const before = await holdings();
    for (const [route, row] of ROWS) {
      if (route.startsWith('GET') || row.shared) continue;
      for (const version of ['"1"', '"2"', '"3"']) {
        await installation.send(route.split(' ')[0] ?? '', addressed(row) ?? route.split(' ')[1] ?? '', {
          token: stranger,
          headers: { 'if-match': version },
          ...(route.startsWith('DELETE') ? {} : { body: row.body?.(known) ?? {} }),
        });
      }
    }
    expect(await holdings()).toEqual(before);
  });
});
