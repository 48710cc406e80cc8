import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class Groups0000000006000 implements MigrationInterface {
  name = 'Groups0000000006000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A group's sums by role profile version, from the day on which they came to be what they are.
      create table group_readiness (
        tenant_id uuid not null references organisation (tenant_id),
        -- 0: the whole organisation; -1: those in no team. A team that is gone keeps its past.
        team_no int not null check (team_no >= -1),
        day date not null,
        computed_at timestamptz not null,
        profiles jsonb not null,
        primary key (tenant_id, team_no, day)
      );

      -- A group's sums as they are now; the organisation's are those of its teams and of the workers in none.
      create table group_totals (
        tenant_id uuid not null references organisation (tenant_id),
        team_no int not null check (team_no >= -1),
        computed_at timestamptz not null,
        max_level smallint not null,
        profiles jsonb not null,
        -- A record a KSA, as libs/domain packs them.
        ksas bytea not null,
        primary key (tenant_id, team_no)
      );
      alter table group_totals alter column ksas set storage external`);
    await tenantTable(queryRunner, 'group_readiness', { grants: ['select', 'insert', 'update'] });
    await tenantTable(queryRunner, 'group_totals', { grants: ['select', 'insert', 'update'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table group_totals, group_readiness');
  }
}
