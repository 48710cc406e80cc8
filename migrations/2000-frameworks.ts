import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from './support/tables.ts';

/**
 * Reference data, the same for every organisation: no tenant, and the API may only read it. The owner's role writes a
 * release whole, and never again once somebody builds on it.
 */
export class Frameworks0000000002000 implements MigrationInterface {
  name = 'Frameworks0000000002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table framework (
        id uuid primary key,
        uri text not null unique,
        name text not null,
        publisher text not null,
        licence text not null
      );
      create table release (
        id uuid primary key,
        framework_id uuid not null references framework (id),
        uri text not null unique,
        label text not null,
        state text not null check (state in ('draft', 'published')),
        published_on date not null,
        content_hash text not null,
        attribution text not null,
        unique (framework_id, label)
      );
      create table item (
        id uuid primary key,
        release_id uuid not null references release (id) on delete cascade,
        code text not null,
        kind text not null check (kind in ('tier', 'competency', 'sub-competency', 'ksa')),
        parent_id uuid references item (id),
        title text not null,
        definition text,
        definition_source text,
        provisional boolean not null,
        ksa_no smallint check (ksa_no > 0),
        position int not null,
        unique (release_id, code),
        unique (release_id, ksa_no),
        check ((kind = 'ksa') = (ksa_no is not null)),
        check ((kind = 'tier') = (parent_id is null))
      );
      create index item_parent on item (parent_id);
      create table technology_area (
        code text primary key,
        name text not null,
        position smallint not null
      );
      create table occupation (
        id uuid primary key,
        release_id uuid not null references release (id) on delete cascade,
        title text not null,
        technology_area text not null references technology_area (code),
        selected_by int not null check (selected_by > 0),
        role_family text,
        unique (release_id, technology_area, title)
      );
      create table selection (
        occupation_id uuid not null references occupation (id) on delete cascade,
        ksa_id uuid not null references item (id) on delete cascade,
        count int not null check (count > 0),
        primary key (occupation_id, ksa_id)
      );
      create index selection_ksa on selection (ksa_id)`);
    for (const table of ['framework', 'release', 'item', 'technology_area', 'occupation', 'selection']) {
      await sharedTable(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table selection, occupation, technology_area, item, release, framework');
  }
}
