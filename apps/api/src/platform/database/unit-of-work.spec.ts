import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { testDatabase } from '#support/database';
import type { Config } from '../config/config.ts';
import { systemContext, type RequestContext } from '../context/request-context.ts';
import { appDataSource } from './data-source.ts';
import { ScopedQuery } from './scoped-query.ts';
import { ScopedTexts } from './scoped-texts.ts';
import { UnitOfWork, type Statement } from './unit-of-work.ts';

const OWN: Statement = {
  name: 'spec_own',
  text: 'select tenant_id as "tenantId", $1::int as n from organisation',
};
const OWN_TEXT: Statement = {
  name: 'spec_own_text',
  text: `select tenant_id || ' ' || $1::int from organisation`,
};
const FAILS: Statement = {
  name: 'spec_fails',
  text: 'select 1 / ($1::int - $1::int) as n from organisation',
};
const UNPARSABLE: Statement = { name: 'spec_unparsable', text: 'select nothing from nowhere where $1' };
const SLEEPS: Statement = { name: 'spec_sleeps', text: 'select tenant_id, pg_sleep($1) from organisation' };

const tenants = Array.from({ length: 5 }, () => uuidv7());
const contextOf = (tenantId: string): RequestContext => systemContext(tenantId, 'spec', new Date());

let admin: pg.Client;
let opened: DataSource[] = [];

async function unitOfWork(poolSize: number, settings: Record<string, unknown> = {}): Promise<UnitOfWork> {
  const { appUrl } = await testDatabase();
  const dataSource = appDataSource({ databaseUrl: appUrl, appRole: null, poolSize } as Config);
  Object.assign(dataSource.options.extra as object, settings);
  opened.push(await dataSource.initialize());
  return new UnitOfWork(dataSource);
}

function poolOf(): pg.Pool {
  return (opened[0]!.driver as unknown as { master: pg.Pool }).master;
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  for (const tenant of tenants) {
    await admin.query(
      `insert into organisation (tenant_id, name, slug, kind, created_at) values ($1, 'One', $1::uuid::text, 'manufacturer', now())`,
      [tenant],
    );
  }
});

afterEach(async () => {
  for (const dataSource of opened) await dataSource.destroy();
  opened = [];
});

afterAll(() => admin.end());

describe('reading within a tenant', () => {
  it.each([1, 4])(
    'shows no other tenant a row, in 1,000 mixed requests over a pool of %i',
    async (poolSize) => {
      const units = await unitOfWork(poolSize, { statement_timeout: 40 });
      const outcomes = { rows: 0, errors: 0 };
      const one = async (n: number): Promise<void> => {
        const tenantId = tenants[n % tenants.length]!;
        const context = contextOf(tenantId);
        const kind = n % 10;
        try {
          const statement = kind === 3 ? FAILS : kind === 5 ? UNPARSABLE : n % 97 === 0 ? SLEEPS : OWN;
          // The two ways of reading share connections, and what each has parsed there.
          if (kind !== 7 && Math.floor(n / 10) % 2 === 0) {
            const asText = statement === OWN ? OWN_TEXT : statement;
            expect(await units.readTexts(context, asText, [statement === SLEEPS ? 1 : n])).toEqual([
              `${tenantId} ${n}`,
            ]);
            outcomes.rows += 1;
            return;
          }
          const rows =
            kind === 7
              ? await units.transaction(context, (inside) =>
                  units.read<Record<string, unknown>>(inside, OWN, [n]),
                )
              : await units.read<Record<string, unknown>>(context, statement, [statement === SLEEPS ? 1 : n]);
          expect(rows).toEqual([{ tenantId, n }]);
          outcomes.rows += 1;
        } catch (error) {
          expect(['22012', '42P01', '57014']).toContain((error as { code?: string }).code);
          outcomes.errors += 1;
        }
      };
      const lanes = Array.from({ length: 8 }, async (_, lane) => {
        for (let n = lane; n < 1000; n += 8) await one(n);
      });
      await Promise.all(lanes);
      expect(outcomes.rows + outcomes.errors).toBe(1000);
      expect(outcomes.rows).toBeGreaterThan(750);
      expect(outcomes.errors).toBeGreaterThan(200);
    },
  );

  it('goes on after its backends are killed, each failure told and no row wrong', async () => {
    const units = await unitOfWork(2);
    let killed = 0;
    for (let n = 0; n < 60; n += 1) {
      const tenantId = tenants[n % tenants.length]!;
      const answer = units.read<{ tenantId: string }>(contextOf(tenantId), n % 10 === 4 ? SLEEPS : OWN, [1]);
      if (n % 10 === 4) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'skills_app' and state = 'active' and datname = current_database()`,
        );
        await expect(answer).rejects.toThrow();
        killed += 1;
        continue;
      }
      expect((await answer).map((row) => row.tenantId)).toEqual([tenantId]);
    }
    expect(killed).toBe(6);
  });

  it('reads texts, given arrays or nothing, inside a transaction as outside', async () => {
    const units = await unitOfWork(1);
    const context = contextOf(tenants[0]!);
    const each: Statement = {
      name: 'spec_each',
      text: 'select nullif(name, given) from organisation, unnest($1::text[]) given where name <> coalesce($2, 0::text)',
    };
    const readAll = async (inside: RequestContext): Promise<unknown[]> => [
      await units.readTexts(inside, each, [['One', 'Two', null], null]),
      await units.readTexts(inside, each, [[], 7]),
      await units.readTexts(inside, each, [['One'], 'One']),
    ];
    expect(await readAll(context)).toEqual([[null, 'One', 'One'], [], []]);
    expect(await units.transaction(context, readAll)).toEqual([[null, 'One', 'One'], [], []]);
  });

  it('parses again what the server skipped because the tenant before it was refused', async () => {
    await unitOfWork(1);
    const client = await poolOf().connect();
    const refused = `${tenants[0]!}\0`;
    const asked = (tenantId: string, asText: boolean): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const done = (error: Error | undefined, found: unknown) => (error ? reject(error) : resolve(found));
        const query = asText
          ? new ScopedTexts(tenantId, OWN_TEXT, [1], done)
          : new ScopedQuery(tenantId, OWN, [1], (error, result) =>
              done(error, error ? undefined : result.rows),
            );
        client.query(query as unknown as pg.Submittable);
      });
    try {
      await expect(asked(refused, true)).rejects.toThrow('invalid byte sequence');
      expect(await asked(tenants[0]!, true)).toEqual([`${tenants[0]!} 1`]);
      await expect(asked(refused, false)).rejects.toThrow('invalid byte sequence');
      expect(await asked(tenants[0]!, false)).toEqual([{ tenantId: tenants[0]!, n: 1 }]);
    } finally {
      client.release();
    }
  });

  it('leaves no tenant behind on the connection', async () => {
    const units = await unitOfWork(1);
    await units.read(contextOf(tenants[0]!), OWN, [1]);
    await units.transaction(contextOf(tenants[0]!), (inside) => units.read(inside, OWN, [1]));
    const { rows } = await poolOf().query(`select current_setting('app.tenant', true) as tenant`);
    expect(rows).toEqual([{ tenant: '' }]);
    expect(await units.readShared(OWN, [1])).toEqual([]);
  });

  it('sees nothing before any tenant was set', async () => {
    const units = await unitOfWork(1);
    expect(await units.readShared(OWN, [1])).toEqual([]);
  });

  it.each(['', 'not-a-tenant', "x'; reset role; --"])(
    'refuses the tenant %j before anything is sent',
    async (tenantId) => {
      const units = await unitOfWork(1);
      await expect(units.read(contextOf(tenantId), OWN, [1])).rejects.toThrow('without a tenant');
      await expect(units.transaction(contextOf(tenantId), () => Promise.resolve(1))).rejects.toThrow(
        'without a tenant',
      );
    },
  );

  it('parses a statement once on a connection', async () => {
    const units = await unitOfWork(1);
    for (let n = 0; n < 5; n += 1) await units.read(contextOf(tenants[n]!), OWN, [n]);
    const { rows } = await poolOf().query('select name from pg_prepared_statements order by name');
    expect(rows.map((row: { name: string }) => row.name)).toEqual(['spec_own', 'tenant_scope']);
  });
});

describe('a transaction', () => {
  it('writes nothing when the work throws', async () => {
    const units = await unitOfWork(1);
    const context = contextOf(tenants[0]!);
    const failing = units.transaction(context, async ({ manager }) => {
      await manager.query(`update organisation set name = 'Other' where tenant_id = $1`, [tenants[0]]);
      throw new Error('thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better of it');
    const rows = await units.read<{ name: string }>(
      context,
      { name: 'spec_name', text: 'select name from organisation' },
      [],
    );
    expect(rows).toEqual([{ name: 'One' }]);
  });

  it('is joined by what is called inside it', async () => {
    const units = await unitOfWork(1);
    const same = await units.transaction(contextOf(tenants[0]!), (outer) =>
      units.transaction(outer, (inner) => Promise.resolve(inner.manager === outer.manager)),
    );
    expect(same).toBe(true);
  });

  it('cannot write into another tenant, nor take a row of one', async () => {
    const units = await unitOfWork(1);
    const [mine, other] = tenants as [string, string];
    const job = `insert into job (tenant_id, id, name, job_key, payload, state, attempts, enqueued_at)
                 values ($1, $2, 'n', 'k', '{}', 'waiting', 0, now())`;
    await expect(
      units.transaction(contextOf(mine), ({ manager }) => manager.query(job, [other, uuidv7()])),
    ).rejects.toThrow('row-level security');
    const changed = await units.transaction(contextOf(mine), ({ manager }) =>
      manager.query<[unknown[], number]>(`update organisation set name = 'Taken' where tenant_id = $1`, [
        other,
      ]),
    );
    expect(changed[1]).toBe(0);
  });
});
