import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

/** What an organisation has of its own beside the framework, seen by nobody else. */
export class Extension0000000002400 implements MigrationInterface {
  name = 'Extension0000000002400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table own_extension (
        tenant_id uuid primary key references organisation (tenant_id),
        -- Goes up with each edit of anything below.
        revision int not null,
        -- How many numbers were given: own KSAs count down from −1.
        last_no smallint not null check (last_no between 0 and 32767)
      );
      create table own_item (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        kind text not null check (kind in ('ksa', 'task')),
        ksa_no smallint not null check (ksa_no < 0),
        code text not null,
        title text not null check (length(title) between 1 and 300),
        definition text,
        -- The competency or sub-competency that it stands under, in whatever release; null: under none.
        under_lineage uuid,
        -- Of a task: the document that governs it, and its revision.
        document text,
        document_revision text,
        version int not null default 1,
        retired_at timestamptz,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, ksa_no),
        unique (tenant_id, code),
        check (kind = 'task' or document is null and document_revision is null)
      );
      -- The KSAs behind a task.
      create table own_item_ksa (
        tenant_id uuid not null,
        item_id uuid not null,
        ksa_no smallint not null,
        primary key (tenant_id, item_id, ksa_no),
        foreign key (tenant_id, item_id) references own_item (tenant_id, id)
      );
      create table own_occupation (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        title text not null check (length(title) between 1 and 300),
        technology_area text not null,
        role_family text,
        definition text,
        version int not null default 1,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, technology_area, title)
      );
      create table own_selection (
        tenant_id uuid not null,
        occupation_id uuid not null,
        ksa_no smallint not null,
        primary key (tenant_id, occupation_id, ksa_no),
        foreign key (tenant_id, occupation_id) references own_occupation (tenant_id, id) on delete cascade
      )`);
    for (const table of ['own_extension', 'own_item', 'own_item_ksa', 'own_occupation', 'own_selection'])
      await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table own_selection, own_occupation, own_item_ksa, own_item, own_extension',
    );
  }
}
