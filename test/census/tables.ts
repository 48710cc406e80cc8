import type { ClientBase } from 'pg';

/** Tables without a tenant, and why each may be one. */
export const SHARED: Readonly<Record<string, string>> = {
  migration: 'what the schema is at; the API does not read it',
  framework: 'reference data, the same for every organisation',
  release: 'reference data',
  item: 'reference data',
  technology_area: 'reference data',
  occupation: 'reference data',
  selection: 'reference data',
  succession: 'reference data: what became of items of former releases',
  release_change: 'who changed reference data, when and why',
  release_approval: 'who has approved reference data',
  crosswalk: 'reference data: which frameworks are compared',
  association: 'reference data: which items of two frameworks have to do with each other',
  proposal: 'curators read what every organisation proposes; the service shows others their own alone',
  proposal_reply: 'what is answered to a proposal, seen with it',
  printed_figure: 'reference data: what the report of a release prints',
  organisation_directory: 'slugs are unique over all, and the platform’s administrator lists names',
  sign_in_address: 'read before the tenant is known: it says which',
  demonstration_persona: 'shown before anybody is signed in; empty in a real installation',
  signing_key: 'one key signs for the whole installation',
  set_up_token: 'there is no tenant yet',
  outbox: 'one relay serves all tenants',
};

const POLICY = `(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid AS "nullif"))`;

interface TableRow {
  name: string;
  secured: boolean;
  forced: boolean;
  owner: string;
  tenant: boolean;
  nullable: boolean;
  key: string | null;
  policies: {
    using: string | null;
    check: string | null;
    command: string;
    permissive: boolean;
    roles: string[];
  }[];
  indexes: { name: string; first: string }[];
  foreign: { target: string; targetTenant: boolean; tenantToTenant: boolean }[];
}

const TABLES = `
  select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced, c.relowner::regrole::text as owner,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attnotnull) as nullable,
         (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
           where i.indrelid = c.oid and i.indisprimary) as key,
         (select coalesce(json_agg(json_build_object('using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
                   'command', p.polcmd, 'permissive', p.polpermissive, 'roles', p.polroles::regrole[]::text[])), '[]')
            from pg_policy p where p.polrelid = c.oid) as policies,
         (select coalesce(json_agg(json_build_object('name', x.relname, 'first', coalesce(a.attname, 'an expression'))), '[]')
            from pg_index i join pg_class x on x.oid = i.indexrelid
            left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = c.oid) as indexes,
         (select coalesce(json_agg(json_build_object('target', k.confrelid::regclass::text,
                   'tenantToTenant', exists (select from unnest(k.conkey, k.confkey) as pair(here, there)
                      join pg_attribute h on h.attrelid = k.conrelid and h.attnum = here and h.attname = 'tenant_id'
                      join pg_attribute t on t.attrelid = k.confrelid and t.attnum = there and t.attname = 'tenant_id'),
                   'targetTenant', (select relforcerowsecurity from pg_class t where t.oid = k.confrelid))), '[]')
            from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as foreign
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`;

/** What is wrong with any table, view or role: nothing, when row-level security holds everywhere. */
export async function faults(client: ClientBase, apiRole: string): Promise<string[]> {
  const { rows } = await client.query<TableRow>(TABLES);
  return [
    ...rows
      .flatMap((table) => (table.name in SHARED ? faultsOfShared(table) : faultsOfTenants(table)))
      .concat(
        Object.keys(SHARED)
          .filter((name) => !rows.some((table) => table.name === name))
          .map((name) => `${name} is on the list and does not exist`),
        rows.filter(({ owner }) => owner === apiRole).map(({ name }) => `${name} is owned by the API’s role`),
      ),
    ...(await faultsOfRole(client, apiRole)),
    ...(await faultsOfViews(client)),
  ];
}

function faultsOfTenants({
  name,
  secured,
  forced,
  tenant,
  nullable,
  key,
  policies,
  indexes,
  foreign,
}: TableRow): string[] {
  const found = (wrong: boolean, what: string): string[] => (wrong ? [`${name} ${what}`] : []);
  if (!tenant) return [`${name} has no tenant_id, and is not on the list of shared tables`];
  const [policy] = policies;
  return [
    ...found(nullable, 'may have rows of no tenant'),
    ...found(!secured, 'has row-level security disabled'),
    ...found(!forced, 'does not force row-level security on its owner'),
    ...found(key !== 'tenant_id', 'has no primary key that begins with tenant_id'),
    ...found(policies.length !== 1, `has ${policies.length} policies, not one`),
    ...found(policy?.using !== POLICY, 'reads by another condition than the tenant'),
    ...found(policy?.check !== POLICY, 'writes by another condition than the tenant'),
    ...found(
      policy !== undefined && (policy.command !== '*' || !policy.permissive || policy.roles.join() !== '-'),
      'has a policy for some commands or roles alone',
    ),
    ...indexes
      .filter(({ first }) => first !== 'tenant_id')
      .map((index) => `${name} has the index ${index.name}, which begins with ${index.first}`),
    ...foreign
      .filter(({ targetTenant, tenantToTenant }) => targetTenant && !tenantToTenant)
      .map((key) => `${name} refers to ${key.target} without the tenant`),
  ];
}

function faultsOfShared({ name, secured }: TableRow): string[] {
  return secured ? [`${name} is secured by row, and on the list of shared tables`] : [];
}

async function faultsOfRole(client: ClientBase, apiRole: string): Promise<string[]> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }>(
    'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = $1',
    [apiRole],
  );
  const [role] = rows;
  if (role === undefined) return ['the API’s role does not exist'];
  return Object.entries(role).flatMap(([right, has]) => (has ? [`the API’s role has ${right}`] : []));
}

/** Takes nothing, gives nothing, and writes no row: it has PostgreSQL count the shared tables of releases. */
const RUNS_AS_OWNER = 'count_release_content';

/** A view reads as its owner unless it says otherwise; a function may too. */
async function faultsOfViews(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `
    select c.relname || ' is a view that reads as its owner' as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('v', 'm') and not coalesce(c.reloptions @> '{security_invoker=true}', false)
    union all
    select p.proname || ' is a function that runs as its owner' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.prosecdef and (p.proname, p.pronargs, p.prorettype) <> ($1, 0, 'void'::regtype)`,
    [RUNS_AS_OWNER],
  );
  return rows.map(({ fault }) => fault);
}
