import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable, tenantTable } from './support/tables.ts';

export class Tenancy0000000001001 implements MigrationInterface {
  name = 'Tenancy0000000001001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table organisation (
        tenant_id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        slug text not null,
        kind text not null check (kind in ('manufacturer', 'platform')),
        demonstration boolean not null default false,
        created_at timestamptz not null
      )`);
    await tenantTable(queryRunner, 'organisation', { grants: ['select', 'insert', 'update'] });

    // What the platform's administrator sees of all organisations: names, nothing of what is in them.
    await queryRunner.query(`
      create table organisation_directory (
        tenant_id uuid primary key references organisation (tenant_id) on delete cascade,
        name text not null,
        slug text not null unique,
        kind text not null,
        demonstration boolean not null,
        created_at timestamptz not null
      )`);
    await sharedTable(queryRunner, 'organisation_directory', { grants: ['select', 'insert', 'update'] });

    await queryRunner.query(`
      create table job (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        name text not null,
        job_key text not null,
        payload jsonb not null,
        state text not null check (state in ('waiting', 'active', 'completed', 'failed')),
        attempts int not null,
        enqueued_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        error text,
        primary key (tenant_id, id),
        unique (tenant_id, job_key)
      )`);
    await tenantTable(queryRunner, 'job');

    await queryRunner.query(`
      create table outbox (
        id uuid primary key,
        tenant_id uuid not null,
        job_id uuid not null unique,
        name text not null,
        payload jsonb not null,
        relayed_at timestamptz
      );
      create index outbox_to_relay on outbox (id) where relayed_at is null;
      create index outbox_relayed on outbox (relayed_at) where relayed_at is not null`);
    await sharedTable(queryRunner, 'outbox', { grants: ['select', 'insert', 'update', 'delete'] });

    await queryRunner.query(`
      create table idempotency_key (
        tenant_id uuid not null references organisation (tenant_id),
        user_id uuid not null,
        key text not null check (length(key) between 1 and 255),
        request_hash bytea not null,
        claim uuid not null,
        carried_out boolean not null default false,
        status int,
        body text,
        headers jsonb,
        created_at timestamptz not null,
        primary key (tenant_id, user_id, key)
      );
      create index idempotency_key_age on idempotency_key (tenant_id, created_at)`);
    await tenantTable(queryRunner, 'idempotency_key');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table idempotency_key, outbox, job, organisation_directory, organisation');
  }
}
