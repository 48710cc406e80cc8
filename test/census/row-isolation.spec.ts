import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../support/database.ts';
import { A, B, outcome, rowsOfTwoTenants, seen, tenantTables, trying } from './rows.ts';

const NOT_PERMITTED = '42501';

let admin: pg.Client;
let owner: pg.Client;
let api: pg.Client;
let apiRole: string;
let tables: string[];

beforeAll(async () => {
  const { adminUrl, ownerUrl, appUrl } = await testDatabase();
  apiRole = decodeURIComponent(new URL(appUrl).username);
  admin = new pg.Client({ connectionString: adminUrl });
  owner = new pg.Client({ connectionString: ownerUrl });
  api = new pg.Client({ connectionString: appUrl });
  await Promise.all([admin, owner, api].map((client) => client.connect()));
  await rowsOfTwoTenants(admin);
  tables = await tenantTables(admin);
});
afterAll(() => Promise.all([admin, owner, api].map((client) => client.end())));

/** The same question of every table, and its answers by table. */
async function ofEach<Value>(ask: (table: string) => Promise<Value>): Promise<Record<string, Value>> {
  const answers: Record<string, Value> = {};
  for (const table of tables) answers[table] = await ask(table);
  return answers;
}
const allAre = <Value>(value: Value): Record<string, Value> =>
  Object.fromEntries(tables.map((table) => [table, value]));

/** As the API's role, in a database that was changed a moment ago. */
const seenAfter = (change: string, table: string, tenant: string | null): Promise<string> =>
  trying(admin, async () => {
    await admin.query(`${change}; set local role ${apiRole}`);
    return seen(admin, table, tenant);
  });

describe('with rows of two organisations in every table, the API', () => {
  it('has both before it, or this would show nothing', async () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(await ofEach((table) => seen(admin, table, null))).toEqual(allAre('AB'));
  });

  it.each([
    ['the one’s alone when it works for the one', A, 'A'],
    ['the other’s alone when it works for the other', B, 'B'],
    ['none when it works for nobody', null, ''],
    ['none when it works for somebody who does not exist', '0198cccc-0000-7000-8000-000000000000', ''],
  ])('sees %s', async (_, tenant, expected) => {
    expect(await ofEach((table) => trying(api, () => seen(api, table, tenant)))).toEqual(allAre(expected));
  });

  it('keeps nothing of a tenant once the transaction is over', async () => {
    await trying(api, () => seen(api, 'worker', A));
    const { rows } = await api.query('select tenant_id from worker');
    expect(rows).toEqual([]);
  });

  it('writes no row for the other', async () => {
    const told = await ofEach((table) => outcome(api, `insert into ${table} (tenant_id) values ('${B}')`));
    expect(told).toEqual(allAre(NOT_PERMITTED));
  });

  it('gives none of its own rows to the other', async () => {
    const told = await ofEach((table) => outcome(api, `update ${table} set tenant_id = '${B}'`));
    expect(told).toEqual(allAre(NOT_PERMITTED));
  });

  it('changes and deletes nothing of the other’s, where it may change and delete at all', async () => {
    for (const statement of [
      (table: string) => `update ${table} set tenant_id = '${A}' where tenant_id = '${B}'`,
      (table: string) => `delete from ${table} where tenant_id = '${B}'`,
    ]) {
      const told = await ofEach((table) => outcome(api, statement(table)));
      expect(Object.entries(told).filter(([, said]) => said !== 0 && said !== NOT_PERMITTED)).toEqual([]);
      expect(Object.values(told)).toContain(0);
    }
  });
});

describe('the owner', () => {
  it('is bound by the policy as well', async () => {
    expect(await ofEach((table) => trying(owner, () => seen(owner, table, null)))).toEqual(allAre(''));
    expect(await ofEach((table) => trying(owner, () => seen(owner, table, A)))).toEqual(allAre('A'));
  });
});

describe('what is seen differs', () => {
  it('for every table whose policy is dropped', async () => {
    expect(await ofEach((table) => seenAfter(`drop policy tenant on ${table}`, table, A))).toEqual(
      allAre(''),
    );
  });

  it('for every table whose row-level security is disabled', async () => {
    const disable = (table: string) => `alter table ${table} disable row level security`;
    expect(await ofEach((table) => seenAfter(disable(table), table, A))).toEqual(allAre('AB'));
  });

  it('for every table whose policy lets an unset tenant see all', async () => {
    const open = (table: string) =>
      `alter policy tenant on ${table} using (coalesce(nullif(current_setting('app.tenant', true), '')::uuid, tenant_id) = tenant_id)`;
    expect(await ofEach((table) => seenAfter(open(table), table, null))).toEqual(allAre('AB'));
  });
});
