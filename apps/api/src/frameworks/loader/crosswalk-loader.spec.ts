import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase } from '#support/database';
import { CrosswalkLoader } from './crosswalk-loader.ts';
import { MalformedRelease } from './fault.ts';
import { FrameworkLoader } from './framework-loader.ts';

const DATA = join(import.meta.dirname, '../../../../../data/manufacturing-usa-2025');
const NAMED = ['dol-amcm', 'dol-bcm', 'dol-itcm', 'nice'];

describe('entering the crosswalks of a release', () => {
  let owner: pg.Client;
  let admin: pg.Client;
  let loader: CrosswalkLoader;

  beforeAll(async () => {
    const database = await testDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    admin = new pg.Client({ connectionString: database.adminUrl });
    await Promise.all([owner.connect(), admin.connect()]);
    loader = new CrosswalkLoader(owner);
  });
  beforeEach(async () => {
    await admin.query('truncate framework cascade');
    // Whatever comes first: what is only named by another framework is never what role profiles begin from.
    for (const name of NAMED) await new FrameworkLoader(owner).load(join(DATA, 'named', name));
    await new FrameworkLoader(owner).load(DATA);
  });
  afterAll(() => Promise.all([owner.end(), admin.end()]));

  const entered = async () =>
    (
      await admin.query<{ pair: string }>(`
        select f.code || ' ' || a.kind || ' ' || t.code || ' ' || a.note as pair
        from association a join crosswalk c on c.id = a.crosswalk_id
        join item f on f.lineage = a.from_lineage join item t on t.lineage = a.to_lineage order by 1`)
    ).rows.map(({ pair }) => pair);

  it('joins the items that the report names by lineage, one crosswalk for each framework', async () => {
    expect(await loader.load(DATA)).toBe(4);
    const pairs = await entered();
    expect(pairs).toHaveLength(27);
    expect(pairs).toContain('5.4.01 related NF-COM-008 NICE Framework ID: NF-COM-008');
    expect(pairs).toContain('5.3.01 related 4.4.2 DOL ITCM 4.4.2');
    expect(pairs).toContain('4.1 exact 4.1 DOL ID 4.1');
    const { rows } = await admin.query('select name from framework where is_basis');
    expect(rows).toEqual([{ name: 'Manufacturing USA Occupation and Competency Framework' }]);
  });

  it('gives no number to what is only named', async () => {
    const { rows } = await admin.query('select max(ksa_no) from item');
    expect(rows).toEqual([{ max: 235 }]);
  });

  it('enters nothing a second time: neither what is there nor what a curator has taken out', async () => {
    await loader.load(DATA);
    await admin.query(`delete from association where note = 'DOL ITCM 4.4.2'`);
    await admin.query(`update crosswalk set removed_at = now() where id in
      (select crosswalk_id from association where note = 'DOL ID 4.1')`);
    expect(await loader.load(DATA)).toBe(0);
    expect(await entered()).toHaveLength(26);
    expect((await admin.query('select from crosswalk where removed_at is null')).rowCount).toBe(3);
  });

  it('enters nothing at all when a row names what is not there, and says which', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crosswalk-'));
    await cp(DATA, folder, { recursive: true });
    const file = join(folder, 'crosswalks.csv');
    const text = (await readFile(file, 'utf8')).replace('4.2,dol-amcm,4.2,exact', '9.9,dol-amcm,4.2,same');
    await writeFile(file, text);
    const refused = loader.load(folder);
    await expect(refused).rejects.toThrow(MalformedRelease);
    await expect(refused).rejects.toMatchObject({
      faults: [
        { file: 'crosswalks.csv', line: 3, column: 1 },
        { file: 'crosswalks.csv', line: 3, column: 4 },
      ],
    });
    expect((await admin.query('select from crosswalk')).rowCount).toBe(0);
  });

  it('has nothing to do for a release without crosswalks', async () => {
    expect(await loader.load(join(DATA, 'named', 'nice'))).toBe(0);
  });
});
