import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from './support/tables.ts';

/**
 * What items of two frameworks have to do with each other. Items are named by lineage, so that an association holds over
 * releases; no foreign key can say that, since a lineage is in each of them.
 */
export class Crosswalks0000000002200 implements MigrationInterface {
  name = 'Crosswalks0000000002200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table crosswalk (
        id uuid primary key,
        from_framework_id uuid not null references framework (id),
        to_framework_id uuid not null references framework (id),
        title text not null,
        -- Where its associations come from, as a whole.
        source text not null,
        version int not null default 1,
        created_at timestamptz not null,
        created_by uuid,
        created_by_name text not null,
        -- One that came with a framework's files stays removed, whenever the files are read again.
        removed_at timestamptz
      );
      create unique index crosswalk_title on crosswalk (from_framework_id, to_framework_id, title) where removed_at is null;
      create table association (
        id uuid primary key,
        crosswalk_id uuid not null references crosswalk (id) on delete cascade,
        from_lineage uuid not null,
        to_lineage uuid not null,
        kind text not null check (kind in ('exact', 'broader', 'narrower', 'related', 'replaced-by')),
        -- In per cent; null: nobody has said.
        confidence smallint check (confidence between 0 and 100),
        note text not null check (length(note) <= 2000),
        source text not null check (length(source) <= 500),
        version int not null default 1,
        created_at timestamptz not null,
        created_by uuid,
        created_by_name text not null,
        updated_at timestamptz not null,
        updated_by uuid,
        updated_by_name text not null,
        check (from_lineage <> to_lineage),
        constraint association_pair unique (crosswalk_id, from_lineage, to_lineage)
      );
      create index association_from on association (from_lineage);
      create index association_to on association (to_lineage)`);
    await sharedTable(queryRunner, 'crosswalk', { grants: ['select', 'insert', 'update'] });
    await sharedTable(queryRunner, 'association', { grants: ['select', 'insert', 'update', 'delete'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table association, crosswalk');
  }
}
