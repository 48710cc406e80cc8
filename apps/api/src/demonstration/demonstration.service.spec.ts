import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { loadRelease } from '#builders/services';
import { IdentityModule, IdentityService } from '#identity';
import { testDatabase } from '#support/database';
import { DemonstrationModule } from './demonstration.module.ts';
import { DemonstrationService } from './demonstration.service.ts';
import { WORKERS } from './example-drives.ts';

describe('the demonstration', () => {
  let application: INestApplicationContext;
  let admin: pg.Client;

  beforeAll(async () => {
    application = await anApplication(DemonstrationModule, IdentityModule);
    admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await endApplication(application);
  });

  const load = async () => {
    const reported: string[] = [];
    await application.get(DemonstrationService).load((what) => reported.push(what));
    return reported;
  };
  const personas = async () => (await application.get(IdentityService).personas()).map(({ key }) => key);
  const count = async (table: string) =>
    (await admin.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]!.count;

  it('leaves nothing behind when it cannot be made: no framework, no demonstration', async () => {
    await expect(load()).rejects.toMatchObject({ code: 'no-release-published' });
    expect([await personas(), await count('organisation'), await count('sign_in_address')]).toEqual([
      [],
      0,
      0,
    ]);
  });

  it('is made once, when two processes start at once', async () => {
    await loadRelease(join(import.meta.dirname, '../../../../data/manufacturing-usa-2025'));
    await Promise.all([load(), load()]);
    expect(await count('organisation')).toBe(2);
    expect(await count('worker')).toBe(WORKERS.length);
  });

  it('shows seven people to be signed in as, the employer first', async () => {
    expect(await personas()).toEqual([
      'employer-administrator',
      'assessor',
      'worker-to-assess',
      'worker-scored',
      'platform-administrator',
      'taxonomy-curator',
      'second-curator',
    ]);
  });

  it('gives nobody a password, and says of both organisations what they are', async () => {
    const { rows } = await admin.query('select name, demonstration from organisation order by name');
    expect(rows).toEqual([
      { name: 'Example Drives (demonstration)', demonstration: true },
      { name: 'Platform (demonstration)', demonstration: true },
    ]);
    expect((await admin.query('select 1 from user_account where password_hash is not null')).rowCount).toBe(
      0,
    );
  });

  it('is left as it is by the next start', async () => {
    const counts = async () => {
      const all: number[] = [];
      for (const table of ['worker', 'rating', 'job', 'user_account', 'programme'])
        all.push(await count(table));
      return all;
    };
    const before = await counts();
    expect(await load()).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it('is completed by the next start, when the one before ended between its two organisations', async () => {
    await admin.query(`
      with gone as (select tenant_id from organisation where kind = 'platform')
      delete from user_account where tenant_id in (select tenant_id from gone)`);
    await admin.query(`delete from organisation_directory where kind = 'platform'`);
    await admin.query(`delete from organisation where kind = 'platform'`);
    expect(await personas()).toHaveLength(4);
    await load();
    expect(await personas()).toHaveLength(7);
    expect(await count('worker')).toBe(WORKERS.length);
  });
});
