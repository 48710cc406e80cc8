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

      -- A group's sums by KSA, as they are now.
      create table group_ksa (
        tenant_id uuid not null references organisation (tenant_id),
        team_no int not null check (team_no >= -1),
        ksa_no smallint not null,
        required int not null check (required = met + short + unknown),
        met int not null,
        short int not null,
        unknown int not null,
        verified int not null,
        expiring int not null,
        -- How many attain level 0, 1, 2 ...
        at_level int[] not null,
        only_met_by int,
        primary key (tenant_id, team_no, ksa_no)
      )`);
    await tenantTable(queryRunner, 'group_readiness', { grants: ['select', 'insert', 'update'] });
    await tenantTable(queryRunner, 'group_ksa');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table group_ksa, group_readiness');
  }
}
