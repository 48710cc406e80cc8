import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import pg from 'pg';
import { nextEdition, SMALL_RELEASE, someReleaseFiles } from '#builders/release-files';
import { aTenant } from '#builders/tenant';
import { testDatabase } from '#support/database';
import { MalformedRelease } from './fault.ts';
import { FrameworkLoader, ReleaseInUse } from './framework-loader.ts';

describe('loading a release', () => {
  let owner: pg.Client;
  let admin: pg.Client;
  let loader: FrameworkLoader;

  beforeAll(async () => {
    const database = await testDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    admin = new pg.Client({ connectionString: database.adminUrl });
    await Promise.all([owner.connect(), admin.connect()]);
    loader = new FrameworkLoader(owner);
  });
  beforeEach(() => admin.query('truncate framework, technology_area, organisation cascade'));
  afterAll(() => Promise.all([owner.end(), admin.end()]));

  const ksas = async (label = '1') => {
    const { rows } = await admin.query<{ code: string; ksa_no: number }>(
      `select i.code, i.ksa_no from item i join release r on r.id = i.release_id
       where r.label = $1 and i.kind = 'ksa' order by i.ksa_no`,
      [label],
    );
    return rows.map(({ code, ksa_no }) => [code, ksa_no]);
  };

  const aProfileOn = async (releaseId: string) => {
    const { tenantId } = await aTenant();
    await admin.query('set session_replication_role = replica');
    await admin.query(
      `insert into role_profile (tenant_id, id, name, description, release_id, occupation_ids, draft_version_no, created_at, updated_at)
       values ($1, gen_random_uuid(), 'Technician', '', $2, '{}', 1, now(), now())`,
      [tenantId, releaseId],
    );
    await admin.query('set session_replication_role = origin');
  };

  it('numbers the KSAs in code order', async () => {
    expect((await loader.load(await someReleaseFiles())).outcome).toBe('loaded');
    expect(await ksas()).toEqual([
      ['4.2.06.2', 1],
      ['4.2.06.09', 2],
      ['4.2.06.10', 3],
      ['5.1.01.01', 4],
    ]);
  });

  it('does nothing when the files say what is loaded already', async () => {
    await loader.load(await someReleaseFiles());
    const before = await admin.query('select xmin from item order by id');
    const again = await loader.load(await someReleaseFiles());
    expect(again.outcome).toBe('unchanged');
    expect((await admin.query('select xmin from item order by id')).rows).toEqual(before.rows);
  });

  it('gives the same release the same ids on every installation', async () => {
    const { releaseId } = await loader.load(await someReleaseFiles());
    const ids = await admin.query('select id from item order by position');
    await admin.query('truncate framework cascade');
    expect((await loader.load(await someReleaseFiles())).releaseId).toBe(releaseId);
    expect((await admin.query('select id from item order by position')).rows).toEqual(ids.rows);
  });

  it('goes into a framework that somebody has added by its address, and beside nothing that is the release itself', async () => {
    const { releaseId } = await loader.load(await someReleaseFiles());
    const { rows } = await admin.query<{ framework: string; release: string }>(
      'select f.uri as framework, r.uri as release from framework f join release r on r.framework_id = f.id',
    );
    await admin.query('truncate framework cascade');
    await admin.query(
      `insert into framework (id, uri, name, publisher, licence, is_basis)
       values (gen_random_uuid(), $1, 'By hand', 'Somebody', 'None', true)`,
      [rows[0]?.framework],
    );
    expect(await loader.load(await someReleaseFiles())).toMatchObject({ outcome: 'loaded', releaseId });
    await admin.query('set session_replication_role = replica');
    await admin.query('update release set id = gen_random_uuid()');
    await admin.query('set session_replication_role = origin');
    expect((await loader.load(await someReleaseFiles())).outcome).toBe('unchanged');
    expect((await admin.query('select uri from release')).rows).toEqual([{ uri: rows[0]?.release }]);
  });

  it('writes nothing of a malformed release', async () => {
    const files = await someReleaseFiles({
      'selections.csv': SMALL_RELEASE['selections.csv'].replace('materials,1', 'materials,0'),
    });
    await expect(loader.load(files)).rejects.toThrow(MalformedRelease);
    expect((await admin.query('select from framework')).rowCount).toBe(0);
  });

  it('replaces a changed release that nobody builds on', async () => {
    await loader.load(await someReleaseFiles());
    const changed = { 'items.csv': SMALL_RELEASE['items.csv'].replace('Sensors', 'Sensing') };
    expect((await loader.load(await someReleaseFiles(changed))).outcome).toBe('loaded');
    expect((await admin.query(`select title from item where code = '4.2.06.2'`)).rows).toEqual([
      { title: 'Sensing' },
    ]);
  });

  it('refuses a changed release that a role profile of any organisation builds on, and leaves it as it was', async () => {
    const { releaseId } = await loader.load(await someReleaseFiles());
    await aProfileOn(releaseId);
    const changed = await someReleaseFiles({
      'items.csv': SMALL_RELEASE['items.csv'].replace('Sensors', 'Sensing'),
    });
    await expect(loader.load(changed)).rejects.toThrow(ReleaseInUse);
    await expect(loader.load(changed)).rejects.toThrow('Release 1 is published and in use (role_profile)');
    expect((await admin.query(`select title from item where code = '4.2.06.2'`)).rows).toEqual([
      { title: 'Sensors' },
    ]);
  });

  it('keeps the number of a KSA that the next edition has under the same code and title, and numbers the others on', async () => {
    await loader.load(await someReleaseFiles());
    const items = SMALL_RELEASE['items.csv']
      .replace('Machine vision', 'Vision systems')
      .replace('4.2.06.2,ksa', '4.2.06.01,ksa,4.2.06,Safety,,,no\n4.2.06.2,ksa');
    const selections = SMALL_RELEASE['selections.csv'];
    await loader.load(
      await someReleaseFiles({
        'release.json': nextEdition(),
        'items.csv': items,
        'selections.csv': selections,
      }),
    );
    expect(await ksas('2')).toEqual([
      ['4.2.06.2', 1],
      ['4.2.06.09', 2],
      ['5.1.01.01', 4],
      ['4.2.06.01', 5],
      ['4.2.06.10', 6],
    ]);
  });

  it('loads once when two begin at the same time', async () => {
    const second = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
    await second.connect();
    const folder = await someReleaseFiles();
    const outcomes = await Promise.all([loader.load(folder), new FrameworkLoader(second).load(folder)]);
    await second.end();
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['loaded', 'unchanged']);
  });

  it.each([
    `update item set title = 'Other'`,
    `delete from selection`,
    `insert into technology_area (release_id, code, name, position) select id, 'new', 'New', 9 from release`,
    `update occupation set selected_by = selected_by + 1`,
    `update release set label = 'Other'`,
    `update release set content_hash = 'Other'`,
    `update release set state = 'draft'`,
  ])('leaves nothing that anybody could change: %s', async (change) => {
    await loader.load(await someReleaseFiles());
    const { appUrl, ownerUrl } = await testDatabase();
    for (const connectionString of [appUrl, ownerUrl]) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await expect(client.query(change)).rejects.toThrow('is no draft');
      await client.end();
    }
  });

  it('leaves no release that the API could remove', async () => {
    await loader.load(await someReleaseFiles());
    const app = new pg.Client({ connectionString: (await testDatabase()).appUrl });
    await app.connect();
    await expect(app.query('delete from release')).rejects.toThrow('permission denied');
    await app.end();
  });

  it('loads the Manufacturing USA framework: 235 KSAs numbered 1 to 235, 132 occupations', async () => {
    await loader.load(join(import.meta.dirname, '../../../../../data/manufacturing-usa-2025'));
    const { rows } = await admin.query(`
      select (select count(*)::int from item where kind = 'ksa') as ksas,
             (select min(ksa_no) || '-' || max(ksa_no) from item) as numbers,
             (select code from item where ksa_no = 1) as first,
             (select count(*)::int from occupation) as occupations,
             (select count(*)::int from technology_area) as areas`);
    expect(rows).toEqual([{ ksas: 235, numbers: '1-235', first: '4.1.01.01', occupations: 132, areas: 5 }]);
  });
});
