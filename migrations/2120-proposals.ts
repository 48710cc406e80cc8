import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from './support/tables.ts';

/** What people say about the framework and wish for it. */
export class Proposals0000000002120 implements MigrationInterface {
  name = 'Proposals0000000002120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table proposal (
        id uuid primary key,
        -- Whose it is: other organisations do not see it, curators see all.
        tenant_id uuid not null,
        user_id uuid,
        by_name text not null,
        organisation text not null,
        -- Whether curators may know who and which organisation it comes from.
        named boolean not null,
        kind text not null check (kind in ('comment', 'proposal')),
        release_id uuid not null references release (id),
        -- The item that it is about, or that a new one would stand under; as it was called then.
        lineage uuid,
        item_id uuid,
        item_code text,
        item_title text,
        is_new_item boolean not null,
        title text,
        definition text,
        says text not null,
        created_at timestamptz not null,
        state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        decided_at timestamptz,
        decided_by text,
        decided_why text,
        made_item_id uuid,
        check ((state = 'open') = (decided_at is null)),
        check (kind = 'proposal' or not is_new_item),
        check (is_new_item or lineage is not null)
      );
      create index proposal_by_state on proposal (state, created_at desc, id);
      create index proposal_by_tenant on proposal (tenant_id, created_at desc, id);
      create index proposal_by_lineage on proposal (lineage) where lineage is not null;
      create table proposal_reply (
        id uuid primary key,
        proposal_id uuid not null references proposal (id),
        tenant_id uuid not null,
        user_id uuid,
        by_name text not null,
        by_curator boolean not null,
        says text not null,
        created_at timestamptz not null
      );
      create index proposal_reply_by_proposal on proposal_reply (proposal_id, created_at, id)`);
    await sharedTable(queryRunner, 'proposal', { grants: ['select', 'insert', 'update'] });
    await sharedTable(queryRunner, 'proposal_reply', { grants: ['select', 'insert'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table proposal_reply; drop table proposal');
  }
}
