import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import { anInstallation, type Installation } from '#builders/installation';

let installation: Installation;
let token: string;

beforeAll(async () => {
  installation = await anInstallation();
  token = await installation.setUp();
});
afterAll(() => installation.close());

const problemOf = async (method: string, path: string, given: Parameters<Installation['send']>[2] = {}) => {
  const { status, body, headers } = await installation.send(method, path, given);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({
    status,
    instance: path.split('?')[0],
    requestId: expect.any(String),
    title: expect.any(String),
  });
  expect(JSON.stringify(body)).not.toMatch(/at .*\.(ts|js):|node_modules/);
  return { status, type: body.type, errors: body.errors as unknown };
};

describe('what is refused', () => {
  it.each([
    ['broken JSON', 400, 'urn:problem:malformed-request', { body: '{"email":' }],
    [
      'a poisoned prototype',
      400,
      'urn:problem:malformed-request',
      { body: '{"__proto__":{"a":1},"key":"b"}' },
    ],
    ['a body that is too large', 413, 'urn:problem:too-large', { body: { key: 'x'.repeat(1_100_000) } }],
    [
      'a form',
      415,
      'urn:problem:unsupported-media-type',
      { body: 'key=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    [
      'plain text',
      415,
      'urn:problem:unsupported-media-type',
      { body: 'key', headers: { 'content-type': 'text/plain' } },
    ],
    ['no body where one is needed', 422, 'urn:problem:not-valid', {}],
  ])('%s: %i', async (_what, status, type, given) => {
    expect(await problemOf('POST', '/api/sessions/persona', given)).toMatchObject({ status, type });
  });

  it('an unknown address, an unknown method and a malformed address', async () => {
    expect(await problemOf('GET', '/api/nothing')).toMatchObject({
      status: 404,
      type: 'urn:problem:not-found',
    });
    expect(await problemOf('DELETE', '/api/personas')).toMatchObject({ status: 404 });
    expect((await installation.send('GET', '/api/%zz')).status).toBe(400);
  });

  it('fields that are wrong or unknown, each by its JSON Pointer', async () => {
    const body = { name: '', administrator: { name: 'B', email: 'nobody', 'a/b~c': 1 }, tenantId: 'x' };
    const { status, errors } = await problemOf('POST', '/api/organisations', { token, body });
    expect(status).toBe(422);
    expect((errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/administrator/a~1b~0c',
      '/administrator/email',
      '/name',
      '/tenantId',
    ]);
  });

  it('a list’s parameters that are not on its list', async () => {
    for (const query of [
      'sort=["password","ASC"]',
      'filter={"tenantId":1}',
      'range=[0,5000]',
      'sort=[',
      'other=1',
    ]) {
      const { status } = await problemOf('GET', `/api/organisations?${query}`, { token });
      expect([query, status]).toEqual([query, 422]);
    }
  });

  it('what broke inside, without saying how', async () => {
    await installation.admin.query('alter table organisation_directory rename to elsewhere');
    try {
      expect(await problemOf('GET', '/api/organisations', { token })).toMatchObject({
        status: 500,
        type: 'urn:problem:internal',
      });
    } finally {
      await installation.admin.query('alter table elsewhere rename to organisation_directory');
    }
  });

  it('what a page of another site sends', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect(await problemOf('POST', '/api/sessions/refresh', { headers: foreign })).toMatchObject({
      status: 403,
      type: 'urn:problem:foreign-origin',
    });
    expect(await problemOf('POST', '/api/sessions/refresh', { headers: { origin: 'null' } })).toMatchObject({
      status: 403,
    });
    expect(
      await problemOf('POST', '/api/sessions/refresh', { headers: { origin: installation.url } }),
    ).toMatchObject({ status: 401 });
  });

  it('a name that merely resolves to this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(installation.url);
      http
        .get(
          { host: '127.0.0.1', port, path: '/api/personas', headers: { host: 'evil.example' } },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        )
        .on('error', reject);
    });
    expect(status).toBe(403);
  });
});

describe('what every answer carries', () => {
  it('is a policy that lets no other site’s script, frame or base in', async () => {
    for (const path of ['/api/personas', '/api/nothing', '/health/live']) {
      const { headers } = await installation.send('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of [
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split('; ')).toContain(part);
      }
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });
});

describe('health', () => {
  it('is live and ready', async () => {
    expect((await installation.send('GET', '/health/live')).status).toBe(204);
    expect((await installation.send('GET', '/health/ready')).status).toBe(204);
  });
});

describe('the OpenAPI document', () => {
  it('is 3.1, names a tag and the problem answer on every route', async () => {
    const { body } = await installation.send('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.entries(
      body.paths as Record<string, Record<string, { tags?: string[]; responses: object }>>,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    expect(operations.length).toBeGreaterThan(30);
    expect(
      operations
        .filter(({ operation }) => !operation.tags?.length || !('default' in operation.responses))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('has a page that loads nothing from elsewhere', async () => {
    const { status, text } = await installation.send('GET', '/api/docs');
    expect(status).toBe(200);
    expect(text).not.toMatch(/(src|href)="https?:/);
  });
});
