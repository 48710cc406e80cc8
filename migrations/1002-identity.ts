import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable, tenantTable } from './support/tables.ts';

export class Identity0000000001002 implements MigrationInterface {
  name = 'Identity0000000001002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table user_account (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        email text not null,
        display_name text not null,
        password_hash text,
        roles text[] not null check (cardinality(roles) > 0),
        worker_no int,
        worker_id uuid,
        active boolean not null default true,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, worker_no),
        check ((worker_no is null) = (worker_id is null))
      )`);
    await tenantTable(queryRunner, 'user_account');

    await queryRunner.query(`
      create table sign_in_address (
        email text primary key check (email = lower(email)),
        tenant_id uuid not null,
        user_id uuid not null,
        foreign key (tenant_id, user_id) references user_account (tenant_id, id) on delete cascade
      )`);
    await sharedTable(queryRunner, 'sign_in_address', { grants: ['select', 'insert', 'delete'] });

    await queryRunner.query(`
      create table refresh_token (
        tenant_id uuid not null,
        id uuid not null,
        family uuid not null,
        user_id uuid not null,
        secret_hash bytea not null,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        family_expires_at timestamptz not null,
        used_at timestamptz,
        successor_id uuid,
        revoked_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, user_id) references user_account (tenant_id, id) on delete cascade
      );
      create index refresh_token_family on refresh_token (tenant_id, family);
      create index refresh_token_user on refresh_token (tenant_id, user_id)`);
    await tenantTable(queryRunner, 'refresh_token');

    await queryRunner.query(`
      create table invitation (
        tenant_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        secret_hash bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, user_id) references user_account (tenant_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'invitation');

    await queryRunner.query(`
      create table demonstration_persona (
        key text primary key,
        tenant_id uuid not null,
        user_id uuid not null,
        name text not null,
        title text not null,
        what text not null,
        position int not null,
        foreign key (tenant_id, user_id) references user_account (tenant_id, id) on delete cascade
      )`);
    await sharedTable(queryRunner, 'demonstration_persona', { grants: ['select', 'insert'] });

    await queryRunner.query(`
      create table signing_key (
        kid text primary key,
        private_key text not null,
        created_at timestamptz not null,
        retired_at timestamptz
      );
      create unique index signing_key_in_use on signing_key ((true)) where retired_at is null`);
    await sharedTable(queryRunner, 'signing_key', { grants: ['select', 'insert'] });

    await queryRunner.query(`
      create table set_up_token (
        secret_hash bytea primary key,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await sharedTable(queryRunner, 'set_up_token', { grants: ['select', 'insert', 'delete'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table set_up_token, signing_key, demonstration_persona, invitation, refresh_token, sign_in_address, user_account',
    );
  }
}
