import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../support/database.ts';
import { faults, SHARED } from './tables.ts';

let admin: pg.Client;
let apiRole: string;

beforeAll(async () => {
  const { adminUrl, appUrl } = await testDatabase();
  apiRole = decodeURIComponent(new URL(appUrl).username);
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
});
afterAll(() => admin.end());

/** Tries a change, and takes it back. */
async function faultsAfter(sql: string): Promise<string[]> {
  await admin.query('begin');
  try {
    await admin.query(sql);
    return await faults(admin, apiRole);
  } finally {
    await admin.query('rollback');
  }
}

describe('every table', () => {
  it('is a tenant’s under forced row-level security, or shared with a reason', async () => {
    expect(await faults(admin, apiRole)).toEqual([]);
  });

  it('would be missed by no census if its policy were dropped, weakened, or not forced', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const tenants = rows.map(({ name }) => name).filter((name) => !(name in SHARED));
    expect(tenants.length).toBeGreaterThan(20);
    for (const name of tenants) {
      for (const change of [
        `drop policy tenant on ${name}`,
        `alter policy tenant on ${name} using (true)`,
        `alter policy tenant on ${name} with check (true)`,
        `alter policy tenant on ${name} to ${apiRole}`,
        `create policy another on ${name} using (true)`,
        `alter table ${name} disable row level security`,
        `alter table ${name} no force row level security`,
        `alter table ${name} owner to ${apiRole}`,
      ]) {
        const found = await faultsAfter(change);
        expect([change, found.length > 0 && found.every((fault) => fault.includes(name))]).toEqual([
          change,
          true,
        ]);
      }
    }
  });

  it.each([
    [
      'create table forgotten (id uuid primary key)',
      'forgotten has no tenant_id, and is not on the list of shared tables',
    ],
    [
      'create table forgotten (id uuid, tenant_id uuid, primary key (id, tenant_id))',
      'forgotten has no primary key that begins with tenant_id',
    ],
    ['create index forgotten on worker (name)', 'worker has the index forgotten, which begins with name'],
    [
      'alter table worker add column twin uuid, add foreign key (twin) references organisation (tenant_id)',
      'worker refers to organisation without the tenant',
    ],
    ['create view forgotten as select * from worker', 'forgotten is a view that reads as its owner'],
    [
      `create function forgotten() returns int language sql security definer as 'select 1'`,
      'forgotten is a function that runs as its owner',
    ],
    ['drop table set_up_token', 'set_up_token is on the list and does not exist'],
  ])('census finds: %s', async (change, fault) => {
    expect(await faultsAfter(change)).toContain(fault);
  });

  it('census finds an API role that is above it all', async () => {
    expect(await faultsAfter(`alter role ${apiRole} bypassrls`)).toEqual(['the API’s role has rolbypassrls']);
  });
});
