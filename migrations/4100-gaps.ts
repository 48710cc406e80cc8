import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

/** What a score consists of; the arrays stand in the order of the profile version's requirements. */
const RESULT = `
  algorithm text not null,
  release_id uuid not null references release (id),
  low bigint not null,
  high bigint not null,
  den bigint not null check (den > 0),
  met smallint not null,
  critical_short smallint not null,
  critical_open smallint not null,
  attained smallint[] not null,
  verified boolean[] not null,
  used int[] not null`;

export class Gaps0000000004100 implements MigrationInterface {
  name = 'Gaps0000000004100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table rating_policy (
        tenant_id uuid not null references organisation (tenant_id),
        version int not null check (version > 0),
        name text not null check (length(name) between 1 and 200),
        kind text not null check (kind in ('most-trusted', 'consensus')),
        parameters jsonb not null,
        created_at timestamptz not null,
        primary key (tenant_id, version)
      );

      create table score (
        tenant_id uuid not null,
        worker_no int not null,
        profile_version_no int not null,
        input_version int not null,
        policy_version int not null,
        as_of date not null,
        computed_at timestamptz not null,
        -- Since when the parts are what they are: the newest row of the history is the one of this time.
        parts_since timestamptz not null,
        ${RESULT},
        primary key (tenant_id, worker_no, profile_version_no),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, profile_version_no) references role_profile_version (tenant_id, profile_version_no),
        foreign key (tenant_id, policy_version) references rating_policy (tenant_id, version),
        check (0 <= low and low <= high and high <= den)
      ) with (fillfactor = 90);
      create index score_profile_version on score (tenant_id, profile_version_no);

      create table score_history (
        tenant_id uuid not null,
        worker_no int not null,
        profile_version_no int not null,
        computed_at timestamptz not null,
        input_version int not null,
        policy_version int not null,
        as_of date not null,
        ${RESULT},
        primary key (tenant_id, worker_no, profile_version_no, computed_at),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, profile_version_no) references role_profile_version (tenant_id, profile_version_no)
      )`);
    await tenantTable(queryRunner, 'rating_policy', { grants: ['select', 'insert'] });
    await tenantTable(queryRunner, 'score', { grants: ['select', 'insert', 'update'] });
    await tenantTable(queryRunner, 'score_history', { grants: ['select', 'insert'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table score_history, score, rating_policy');
  }
}
