import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { ReleaseImportDto } from '../../apps/api/src/frameworks/transfer/dto/release-transfer.dto.ts';
import { anInstallation, type Installation } from '../builders/installation.ts';
import { jsonOf, manyRows, publishable } from '../builders/release-documents.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('releases as files over HTTP', () => {
  let installation: Installation;
  let curator: string;
  let employer: string;

  beforeAll(async () => {
    installation = await anInstallation({
      DEMONSTRATION: 'yes',
      DATA_FOLDER: join(import.meta.dirname, '../../data'),
    });
    const tokenOf = async (key: string) =>
      (await installation.send('POST', '/api/sessions/persona', { body: { key } })).body.accessToken;
    curator = await tokenOf('taxonomy-curator');
    employer = await tokenOf('employer-administrator');
  }, 120_000);
  afterAll(() => installation.close());

  const sent = (path: string, token: string, type: string, file: Buffer | string) =>
    fetch(installation.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...(type === '' ? {} : { 'content-type': type }) },
      body: new Uint8Array(Buffer.from(file)),
    });
  const fetched = (path: string, token = curator) =>
    fetch(installation.url + path, { headers: { authorization: `Bearer ${token}` } });
  const told = async (response: Response) => (await response.json()) as ReleaseImportDto & { type: string };

  it('come in as bodies larger than any other, are listed when they are bad, and go out as they came', async () => {
    const json = jsonOf(manyRows(6_000));
    expect(json.length).toBeGreaterThan(1 << 20);
    const rehearsed = await sent('/api/release-imports', curator, 'application/json', json);
    expect(rehearsed.status).toBe(200);
    expect(await told(rehearsed)).toMatchObject({ release: null, problemCount: 0, isNewFramework: true });
    const imported = await sent('/api/release-imports?dryRun=false', curator, 'application/json', json);
    expect(imported.status).toBe(201);
    const { release } = await told(imported);
    expect(release).toMatchObject({ state: 'draft', label: '2025', ksaCount: 3_000 });
    const path = `/api/releases/${release?.id}/export`;
    expect(await (await fetched(path)).text()).toBe(json);
    for (const [query, type, name] of [
      ['format=json', 'application/json; charset=utf-8', 'release-2025.json'],
      ['format=csv', 'application/zip', 'release-2025.zip'],
      ['format=csv&table=items', 'text/csv; charset=utf-8', 'release-2025-items.csv'],
      ['format=xlsx', XLSX, 'release-2025.xlsx'],
    ]) {
      const { status, headers } = await fetched(`${path}?${query}`);
      expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
        ...[200, type, `attachment; filename="${name}"`],
      ]);
    }
    const file = Buffer.from(await (await fetched(`${path}?format=xlsx`)).arrayBuffer());
    const again = await sent('/api/release-imports?dryRun=false&label=again', curator, XLSX, file);
    expect((await told(again)).release).toMatchObject({ label: 'again', ksaCount: 3_000 });
  }, 60_000);

  it('are refused by their places, and by their type', async () => {
    const bad = jsonOf(publishable('refused')).replaceAll('"kind":"ksa"', '"kind":"skill"');
    const refused = await sent('/api/release-imports?dryRun=false', curator, 'application/json', bad);
    expect(refused.status).toBe(422);
    expect(await told(refused)).toMatchObject({
      type: 'urn:problem:release-file-not-sound',
      // JSON pointers: the first item is 0.
      errors: [{ pointer: '/items/3/kind' }, { pointer: '/items/4/kind' }],
    });
    expect((await sent('/api/release-imports', curator, 'text/plain', bad)).status).toBe(415);
    expect((await sent('/api/release-imports', curator, '', '')).status).toBe(415);
    const table = await fetched(`/api/releases/${await current()}/export?format=json&table=items`);
    expect(table.status).toBe(422);
  });

  it('come in by one route alone: everywhere else a body is JSON of limited length', async () => {
    expect((await sent('/api/frameworks', curator, 'text/csv', 'a')).status).toBe(415);
    expect((await sent('/api/frameworks', curator, 'application/x-file-body', 'a')).status).toBe(415);
    const large = JSON.stringify({ name: 'x'.repeat(2 << 20) });
    expect((await sent('/api/frameworks', curator, 'application/json', large)).status).toBe(413);
  });

  it('are a curator’s to bring in, and everybody’s to take who reads the framework', async () => {
    const json = jsonOf(publishable('employers'));
    expect((await sent('/api/release-imports', employer, 'application/json', json)).status).toBe(403);
    expect((await fetched(`/api/releases/${await current()}/export`, employer)).status).toBe(200);
  });

  const current = async () => {
    const { body } = await installation.send<[{ id: string }]>('GET', '/api/releases', { token: employer });
    return body[0].id;
  };
});
