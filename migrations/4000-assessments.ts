import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class Assessments0000000004000 implements MigrationInterface {
  name = 'Assessments0000000004000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table assessment (
        tenant_id uuid not null,
        id uuid not null,
        worker_no int not null,
        role_profile_id uuid not null,
        profile_version_no int not null,
        state text not null check (state in ('draft', 'submitted', 'reviewed', 'closed')),
        version int not null default 1,
        created_at timestamptz not null,
        submitted_at timestamptz,
        reviewed_at timestamptz,
        reviewed_by uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, role_profile_id) references role_profile (tenant_id, id),
        foreign key (tenant_id, profile_version_no) references role_profile_version (tenant_id, profile_version_no),
        check ((state = 'draft') = (submitted_at is null)),
        check (state <> 'reviewed' or reviewed_at is not null)
      );
      -- One open round of a worker and a role at a time, whoever asks for it at once with whom.
      create unique index assessment_open on assessment (tenant_id, worker_no, role_profile_id)
        where state in ('draft', 'submitted');
      create index assessment_worker on assessment (tenant_id, worker_no, created_at);
      create index assessment_state on assessment (tenant_id, state, created_at);
      create index assessment_profile_version on assessment (tenant_id, profile_version_no);

      create table assessment_answer (
        tenant_id uuid not null,
        assessment_id uuid not null,
        ksa_no smallint not null,
        level smallint check (level between 0 and 10),
        answered_at timestamptz not null,
        primary key (tenant_id, assessment_id, ksa_no),
        foreign key (tenant_id, assessment_id) references assessment (tenant_id, id) on delete cascade
      );

      -- The append-only truth: never changed, only superseded.
      create table rating (
        tenant_id uuid not null,
        worker_no int not null,
        seq int not null check (seq > 0),
        ksa_no smallint not null,
        source smallint not null check (source between 0 and 5),
        level smallint not null check (level between 0 and 10),
        rated_at timestamptz(0) not null,
        recorded_at timestamptz(0) not null,
        expires_at timestamptz(0),
        assessment_id uuid,
        rated_by uuid,
        primary key (tenant_id, worker_no, seq),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no)
      );

      -- Derived from the log: what of it is alive, 16 bytes a rating, one row a worker.
      create table worker_ratings (
        tenant_id uuid not null,
        worker_no int not null,
        input_version int not null,
        packed bytea not null check (length(packed) % 16 = 0),
        primary key (tenant_id, worker_no),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no)
      ) with (fillfactor = 80);
      alter table worker_ratings alter column packed set storage external`);
    await tenantTable(queryRunner, 'assessment');
    await tenantTable(queryRunner, 'assessment_answer');
    await tenantTable(queryRunner, 'rating', { grants: ['select', 'insert'] });
    await tenantTable(queryRunner, 'worker_ratings', { grants: ['select', 'insert', 'update'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table worker_ratings, rating, assessment_answer, assessment');
  }
}
