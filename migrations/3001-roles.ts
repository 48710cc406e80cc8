import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class Roles0000000003001 implements MigrationInterface {
  name = 'Roles0000000003001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table role_profile (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        description text not null check (length(description) <= 4000),
        -- Keeps a published release from being replaced under those who build on it.
        release_id uuid not null references release (id),
        occupation_ids uuid[] not null,
        version int not null default 1,
        published_version_no int,
        draft_version_no int,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (tenant_id, id),
        check (published_version_no is not null or draft_version_no is not null)
      );
      create table profile_version_counter (
        tenant_id uuid primary key references organisation (tenant_id),
        last_no int not null
      );
      create table role_profile_version (
        tenant_id uuid not null,
        profile_version_no int not null check (profile_version_no > 0),
        role_profile_id uuid not null,
        version int not null check (version > 0),
        state text not null check (state in ('draft', 'published')),
        published_at timestamptz,
        primary key (tenant_id, profile_version_no),
        unique (tenant_id, role_profile_id, version),
        foreign key (tenant_id, role_profile_id) references role_profile (tenant_id, id),
        check ((state = 'published') = (published_at is not null))
      );
      alter table role_profile
        add foreign key (tenant_id, published_version_no)
          references role_profile_version (tenant_id, profile_version_no) deferrable initially deferred,
        add foreign key (tenant_id, draft_version_no)
          references role_profile_version (tenant_id, profile_version_no) deferrable initially deferred;
      create table requirement (
        tenant_id uuid not null,
        profile_version_no int not null,
        ksa_no smallint not null,
        position smallint not null,
        required_level smallint not null check (required_level between 1 and 10),
        weight smallint not null check (weight between 1 and 100),
        critical boolean not null,
        evidence text not null check (evidence in ('any', 'observed', 'certified')),
        -- Until somebody chooses it, the evidence follows from whether the requirement is critical.
        evidence_chosen boolean not null,
        primary key (tenant_id, profile_version_no, ksa_no),
        foreign key (tenant_id, profile_version_no) references role_profile_version (tenant_id, profile_version_no)
      );
      create table role_assignment (
        tenant_id uuid not null,
        worker_no int not null,
        role_profile_id uuid not null,
        id uuid not null,
        assigned_at timestamptz not null,
        assigned_by uuid,
        primary key (tenant_id, worker_no, role_profile_id),
        unique (tenant_id, id),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, role_profile_id) references role_profile (tenant_id, id)
      );
      create index role_assignment_profile on role_assignment (tenant_id, role_profile_id)`);
    for (const table of [
      'role_profile',
      'profile_version_counter',
      'role_profile_version',
      'requirement',
      'role_assignment',
    ]) {
      await tenantTable(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table role_profile drop constraint role_profile_tenant_id_published_version_no_fkey,
                               drop constraint role_profile_tenant_id_draft_version_no_fkey;
      drop table role_assignment, requirement, role_profile_version, profile_version_counter, role_profile`);
  }
}
