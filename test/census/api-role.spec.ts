import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../support/database.ts';
import { outcome, tenantTables } from './rows.ts';
import { SHARED } from './tables.ts';

const REFUSED = ['42501', '42809'];

/** What the API may do beyond reading with the tables that have no tenant. */
const WRITES: Readonly<Record<string, string>> = {
  organisation_directory: 'INSERT UPDATE',
  sign_in_address: 'INSERT DELETE',
  demonstration_persona: 'INSERT',
  signing_key: 'INSERT',
  set_up_token: 'INSERT DELETE',
  // Curators write drafts; triggers keep everything else as it is.
  framework: 'INSERT UPDATE',
  proposal: 'INSERT UPDATE',
  proposal_reply: 'INSERT',
  release: 'INSERT UPDATE',
  technology_area: 'INSERT UPDATE DELETE',
  item: 'INSERT UPDATE DELETE',
  occupation: 'INSERT UPDATE DELETE',
  selection: 'INSERT UPDATE DELETE',
  succession: 'INSERT UPDATE DELETE',
  release_change: 'INSERT',
  crosswalk: 'INSERT UPDATE',
  association: 'INSERT UPDATE DELETE',
  release_approval: 'INSERT',
  outbox: 'INSERT UPDATE DELETE',
};

let admin: pg.Client;
let api: pg.Client;
let apiRole: string;
let ownerRole: string;

beforeAll(async () => {
  const { adminUrl, ownerUrl, appUrl } = await testDatabase();
  apiRole = decodeURIComponent(new URL(appUrl).username);
  ownerRole = decodeURIComponent(new URL(ownerUrl).username);
  admin = new pg.Client({ connectionString: adminUrl });
  api = new pg.Client({ connectionString: appUrl });
  await Promise.all([admin.connect(), api.connect()]);
});
afterAll(() => Promise.all([admin.end(), api.end()]));

const rightsTo = async (tables: readonly string[], rights: readonly string[]) => {
  const { rows } = await admin.query<{ table: string; rights: string }>(
    `select t as table, string_agg(r, ' ' order by o) as rights from unnest($2::text[]) t,
            unnest($3::text[]) with ordinality as x(r, o)
      where has_table_privilege($1, format('public.%I', t), r) group by t order by t`,
    [apiRole, tables, rights],
  );
  return Object.fromEntries(rows.map(({ table, rights }) => [table, rights]));
};

describe('the API’s role', () => {
  it('is nothing above others: no superuser, no way round row-level security, no maker of roles or databases', async () => {
    const { rows } = await admin.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles
        where pg_has_role($1, oid, 'member')`,
      [apiRole],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const role of rows) expect(new Set(Object.values(role as object))).toEqual(new Set([false]));
  });

  it('owns nothing in the database, of whatever kind', async () => {
    const { rows } = await admin.query(
      `select classid::regclass::text, objid from pg_shdepend
        where deptype = 'o' and pg_has_role($1, refobjid, 'member') and refclassid = 'pg_authid'::regclass
          and dbid = (select oid from pg_database where datname = current_database())`,
      [apiRole],
    );
    expect(rows).toEqual([]);
  });

  it('cannot become the owner, and makes nothing in the schema', async () => {
    expect(REFUSED).toContain(await outcome(api, `set role ${ownerRole}`));
    expect(REFUSED).toContain(await outcome(api, 'create table public.own (id int)'));
    expect(REFUSED).toContain(await outcome(api, 'create function public.own() returns int return 1'));
  });

  it('cannot switch off what binds it', async () => {
    for (const statement of [
      'alter table worker disable row level security',
      'alter table worker no force row level security',
      'drop policy tenant on worker',
      'alter policy tenant on worker using (true)',
      'create policy mine on worker using (true)',
      `alter role ${apiRole} bypassrls`,
      'set session_replication_role = replica',
    ]) {
      expect([statement, REFUSED.includes(String(await outcome(api, statement)))]).toEqual([statement, true]);
    }
  });

  it('may not truncate any table, which would pass by row-level security, nor refer to it or hang a trigger on it', async () => {
    const tables = [...(await tenantTables(admin)), ...Object.keys(SHARED)];
    expect(await rightsTo(tables, ['TRUNCATE', 'REFERENCES', 'TRIGGER'])).toEqual({});
  });

  it('writes of the shared tables what is said here', async () => {
    expect(await rightsTo(Object.keys(SHARED), ['INSERT', 'UPDATE', 'DELETE'])).toEqual(WRITES);
  });

  it('reads every shared table but what the schema is at', async () => {
    const read = Object.keys(await rightsTo(Object.keys(SHARED), ['SELECT']));
    expect(Object.keys(SHARED).filter((name) => !read.includes(name))).toEqual(['migration']);
  });

  it('only adds to what is kept for ever: ratings, former scores, policies and assignments', async () => {
    expect(
      await rightsTo(
        ['rating', 'score_history', 'rating_policy', 'former_assignment'],
        ['INSERT', 'UPDATE', 'DELETE'],
      ),
    ).toEqual({
      ...{ rating: 'INSERT', score_history: 'INSERT', rating_policy: 'INSERT' },
      former_assignment: 'INSERT',
    });
  });
});
