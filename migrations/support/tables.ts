import type { QueryRunner } from 'typeorm';

/** The role that the API works as: it owns nothing and row-level security holds for it. */
export const APP_ROLE = 'skills_app';

const TENANT = `tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)`;

export interface Grants {
  /** What the API may do with the table. A tenant's table: all four by default. A shared one: only reading. */
  grants?: readonly ('select' | 'insert' | 'update' | 'delete')[];
}

/**
 * Call after `create table`: row-level security enabled and forced (for the owner too), one policy for reading and
 * writing, and the API's grants. An unset tenant compares with null and sees no row.
 */
export async function tenantTable(
  queryRunner: QueryRunner,
  name: string,
  options: Grants = {},
): Promise<void> {
  const grants = options.grants ?? ['select', 'insert', 'update', 'delete'];
  await queryRunner.query(`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy tenant on ${name} using (${TENANT}) with check (${TENANT});
    grant ${grants.join(', ')} on ${name} to ${APP_ROLE}`);
}

/** Call after `create table` of a table without a tenant: reference data, or what must be read before one is known. */
export async function sharedTable(
  queryRunner: QueryRunner,
  name: string,
  options: Grants = {},
): Promise<void> {
  await queryRunner.query(`grant ${(options.grants ?? ['select']).join(', ')} on ${name} to ${APP_ROLE}`);
}
