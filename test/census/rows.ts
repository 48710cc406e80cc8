import pg from 'pg';
import { SHARED } from './tables.ts';

export const A = '0198aaaa-0000-7000-8000-000000000000';
export const B = '0198bbbb-0000-7000-8000-000000000000';

/** Something of each type; a type that is missing here is named by the error. */
const SOMETHING: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1',
  bool: 'true',
  bytea: `'\\x00'`,
  jsonb: `'{}'`,
  timestamptz: 'now()',
  date: 'current_date',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly list: boolean;
}

/** Every table of `public` that is not shared: the new ones too, since nobody keeps a list of them. */
export async function tenantTables(admin: pg.ClientBase): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
  );
  return rows.map(({ name }) => name).filter((name) => !(name in SHARED));
}

/**
 * One row of A and one of B in each of them, whatever its columns: what they mean is of no account here, so the checks
 * go and the foreign keys sleep. For a spec file's own database alone.
 */
export async function rowsOfTwoTenants(admin: pg.ClientBase): Promise<void> {
  const { rows: checks } = await admin.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of checks) await admin.query(`alter table ${table} drop constraint ${name}`);

  const { rows: columns } = await admin.query<Column>(
    `select c.relname as table, a.attname as column, coalesce(e.typname, t.typname) as type, e.oid is not null as list
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attgenerated = ''`,
  );
  await admin.query('set session_replication_role = replica');
  for (const table of await tenantTables(admin)) {
    const own = columns.filter((column) => column.table === table && column.column !== 'tenant_id');
    const names = ['tenant_id', ...own.map(({ column }) => column)].join(', ');
    for (const tenant of [A, B]) {
      const values = [`'${tenant}'`, ...own.map(something)].join(', ');
      await admin.query(`insert into ${table} (${names}) values (${values})`);
    }
  }
  await admin.query('reset session_replication_role');
}

function something({ table, column, type, list }: Column): string {
  const value = SOMETHING[type];
  if (value === undefined) throw new Error(`${table}.${column}: say in rows.ts what a ${type} may be`);
  return list ? `array[${value}]` : value;
}

/** Whose rows are seen: `A`, `B`, both or none. */
export async function seen(client: pg.ClientBase, table: string, tenant: string | null): Promise<string> {
  await client.query(`select set_config('app.tenant', $1, true)`, [tenant ?? '']);
  const { rows } = await client.query<{ tenant: string }>(
    `select tenant_id::text as tenant from ${table} order by 1`,
  );
  return rows.map(({ tenant }) => (tenant === A ? 'A' : 'B')).join('');
}

/** In a transaction that leaves nothing behind. */
export async function trying<Value>(client: pg.ClientBase, work: () => Promise<Value>): Promise<Value> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** What the database says to a statement: the number of rows, or the SQLSTATE of its refusal. */
export async function outcome(client: pg.ClientBase, sql: string): Promise<number | string> {
  return trying(client, async () => {
    await client.query(`select set_config('app.tenant', '${A}', true)`);
    try {
      return (await client.query(sql)).rowCount ?? 0;
    } catch (error) {
      return (error as pg.DatabaseError).code ?? String(error);
    }
  });
}
