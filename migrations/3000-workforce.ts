import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class Workforce0000000003000 implements MigrationInterface {
  name = 'Workforce0000000003000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table proficiency_scale (
        tenant_id uuid primary key references organisation (tenant_id),
        max_level smallint not null check (max_level between 1 and 10)
      );
      create table proficiency_level (
        tenant_id uuid not null references proficiency_scale (tenant_id) on delete cascade,
        level smallint not null check (level between 0 and 10),
        label text not null,
        anchor text not null,
        primary key (tenant_id, level)
      );
      create table worker_counter (
        tenant_id uuid primary key references organisation (tenant_id),
        last_no int not null
      );
      create table worker (
        tenant_id uuid not null references organisation (tenant_id),
        worker_no int not null check (worker_no > 0),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        job_title text not null check (length(job_title) <= 200),
        input_version int not null default 0 check (input_version >= 0),
        version int not null default 1,
        created_at timestamptz not null,
        primary key (tenant_id, worker_no),
        unique (tenant_id, id)
      );
      create index worker_name on worker (tenant_id, lower(name), worker_no)`);
    for (const table of ['proficiency_scale', 'proficiency_level', 'worker_counter', 'worker']) {
      await tenantTable(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table worker, worker_counter, proficiency_level, proficiency_scale');
  }
}
