import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { roles, scopeOf } from '#domain';
import type { AccessDeclaration } from '#platform/access/access.decorator';
import { anInstallation, type Installation } from '../builders/installation.ts';
import { asDocumented, declaredRoutes } from './declared-routes.ts';
import { MATRIX, PUBLIC, type RoleLetter } from './route-matrix.ts';

/** What stands on Fastify itself, where no guard looks: each with its reason. */
const BESIDE_THE_CONTROLLERS: Readonly<Record<string, string>> = {
  'GET /api/openapi.json': 'what the API is, of no organisation',
  'GET /api/docs': 'the page that reads it, and what @nestjs/swagger puts beside that page',
  'GET /*': 'the pages, the same for everybody',
};

const LETTER: Record<(typeof roles)[number], RoleLetter> = {
  'platform-administrator': 'P',
  'taxonomy-curator': 'C',
  'employer-administrator': 'E',
  assessor: 'A',
  worker: 'W',
};

let installation: Installation;
let declared: Record<string, AccessDeclaration | null>;
const served = new Set<string>();

/** Hears of every Fastify that is made in this process before it has a route. */
const watch = (message: unknown): void => {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) served.add(asDocumented(verb, url));
  });
};

beforeAll(async () => {
  declared = await declaredRoutes();
  const pages = await mkdtemp(join(tmpdir(), 'pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>page</title>');
  subscribe('fastify.initialization', watch);
  installation = await anInstallation({ PAGES_FOLDER: pages });
  unsubscribe('fastify.initialization', watch);
});
afterAll(() => installation.close());

describe('the running server', () => {
  it('answers at what the matrix has, at what stands beside the controllers for a reason, and nowhere else', () => {
    const expected = [...Object.keys(MATRIX), ...PUBLIC, ...Object.keys(BESIDE_THE_CONTROLLERS)];
    const asked = [...served].filter((route) => !route.startsWith('HEAD '));
    const pages = asked.map((route) => route.replace(/^(GET \/api\/docs)[/-].*/, '$1'));
    expect([...new Set(pages)].sort()).toEqual(expected.sort());
  });

  it('answers HEAD where it answers GET alone', () => {
    const heads = [...served].filter((route) => route.startsWith('HEAD '));
    expect(heads.filter((route) => !served.has(route.replace('HEAD', 'GET')))).toEqual([]);
  });

  it('lets nobody past the guard by asking for HEAD, by another case, or by a slash more', async () => {
    for (const [method, path] of [
      ['HEAD', '/api/workers'],
      ['GET', '/API/workers'],
      ['GET', '/api/workers/'],
      ['GET', '//api/workers'],
      ['GET', '/api//workers'],
      ['GET', '/api/%77orkers'],
      ['GET', '/api/workers;x=1'],
      ['GET', '/api/docs/../workers'],
      ['GET', '/api/docs/%2e%2e/workers'],
    ] as const) {
      const { status, text } = await installation.send(method, path);
      const page = status === 200 && text.startsWith('<!doctype html><title>page');
      expect([path, page || [401, 404].includes(status)]).toEqual([path, true]);
    }
  });

  it('takes no other method for the one that it knows', async () => {
    for (const headers of [{ 'x-http-method-override': 'DELETE' }, { 'x-method-override': 'DELETE' }]) {
      const { status } = await installation.send('GET', '/api/workers', { headers });
      expect(status).toBe(401);
    }
  });
});

describe('every declaration', () => {
  it('lets in whom the matrix names, by the access matrix of the domain', () => {
    const who = Object.entries(declared).flatMap(([route, access]) =>
      access?.kind === 'permission'
        ? [[route, roles.filter((role) => scopeOf([role], access.permission)).map((role) => LETTER[role])]]
        : [],
    );
    const expected = Object.entries(MATRIX).map(([route, row]) => [
      route,
      Object.values(LETTER).filter((letter) => row.who.includes(letter)),
    ]);
    expect(Object.fromEntries(who)).toEqual(Object.fromEntries(expected));
  });

  it('without sign-in is on the list of them, and says why', () => {
    const open = Object.entries(declared).filter(([, access]) => access?.kind === 'public');
    expect(open.map(([route]) => route).sort()).toEqual([...PUBLIC].sort());
    for (const [, access] of open) expect(access).toHaveProperty('reason', expect.stringMatching(/\w+ \w+/));
  });

  it('is one of two: nobody forgot, and nothing was said twice', () => {
    expect(Object.entries(declared).filter(([, access]) => access === null)).toEqual([]);
  });
});
