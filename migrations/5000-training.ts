import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class Training0000000005000 implements MigrationInterface {
  name = 'Training0000000005000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table programme (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        title text not null check (length(title) between 1 and 300),
        kind text not null check (kind in ('course', 'apprenticeship', 'credential', 'on-the-job')),
        provider text not null check (length(provider) <= 300),
        -- Sums are exact in whole minutes.
        hours numeric(8, 2) not null check (hours > 0 and hours * 60 = trunc(hours * 60)),
        cost_cents int check (cost_cents >= 0),
        currency text check (currency ~ '^[A-Z]{3}$'),
        mode text not null check (mode in ('on-site', 'online', 'hybrid')),
        source_url text,
        description text not null check (length(description) <= 4000),
        created_at timestamptz not null,
        primary key (tenant_id, id),
        check ((cost_cents is null) = (currency is null))
      );
      create table programme_outcome (
        tenant_id uuid not null,
        programme_id uuid not null,
        ksa_no smallint not null,
        level smallint not null check (level between 1 and 10),
        primary key (tenant_id, programme_id, ksa_no),
        foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade
      );
      create table programme_prerequisite (
        tenant_id uuid not null,
        programme_id uuid not null,
        required_programme_id uuid not null,
        primary key (tenant_id, programme_id, required_programme_id),
        foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade,
        foreign key (tenant_id, required_programme_id) references programme (tenant_id, id),
        check (programme_id <> required_programme_id)
      );
      create index programme_prerequisite_required
        on programme_prerequisite (tenant_id, required_programme_id);
      create table programme_prerequisite_level (
        tenant_id uuid not null,
        programme_id uuid not null,
        ksa_no smallint not null,
        level smallint not null check (level between 1 and 10),
        primary key (tenant_id, programme_id, ksa_no),
        foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade
      );
      create table recommendation (
        tenant_id uuid not null,
        worker_no int not null,
        profile_version_no int not null,
        input_version int not null,
        policy_version int not null,
        as_of date not null,
        budget_hours numeric(8, 2) not null check (budget_hours >= 0),
        gained bigint not null,
        bound bigint not null,
        den bigint not null check (den > 0),
        steps jsonb not null,
        uncovered smallint[] not null,
        assess_first smallint[] not null,
        optimal boolean not null,
        algorithm text not null,
        computed_at timestamptz not null,
        primary key (tenant_id, worker_no, profile_version_no),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, profile_version_no) references role_profile_version (tenant_id, profile_version_no),
        check (0 <= gained and gained <= bound and bound <= den)
      )`);
    for (const table of [
      'programme',
      'programme_outcome',
      'programme_prerequisite',
      'programme_prerequisite_level',
    ]) {
      await tenantTable(queryRunner, table);
    }
    await tenantTable(queryRunner, 'recommendation', { grants: ['select', 'insert', 'update'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table recommendation, programme_prerequisite_level, programme_prerequisite, programme_outcome, programme',
    );
  }
}
