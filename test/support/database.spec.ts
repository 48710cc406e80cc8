import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, testDatabase } from './database.ts';

describe('the database of a spec file', () => {
  let app: pg.Client;

  beforeAll(async () => {
    app = new pg.Client({ connectionString: (await testDatabase()).appUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  it('is one for the file', async () => {
    expect(await testDatabase()).toEqual(await testDatabase());
    expect((await freshDatabase()).name).not.toBe((await testDatabase()).name);
  });

  it('is migrated, and holds no row', async () => {
    expect((await app.query('select count(*)::int as count from organisation')).rows).toEqual([{ count: 0 }]);
  });

  it('is used as a role that row-level security binds', async () => {
    const role = await app.query(
      'select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role.rows).toEqual([
      { rolname: 'skills_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
    const owned = await app.query('select 1 from pg_class where relowner = current_user::regrole');
    expect(owned.rowCount).toBe(0);
  });
});
