import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class Teams0000000003002 implements MigrationInterface {
  name = 'Teams0000000003002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table team_counter (
        tenant_id uuid primary key references organisation (tenant_id),
        last_no int not null
      );
      create table team (
        tenant_id uuid not null references organisation (tenant_id),
        team_no int not null check (team_no > 0),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        -- A plant's name; empty where there is but one.
        site text not null check (length(site) <= 200),
        version int not null default 1,
        created_at timestamptz not null,
        primary key (tenant_id, team_no),
        unique (tenant_id, id)
      );
      create unique index team_name on team (tenant_id, lower(site), lower(name));

      -- How many of the team must meet a KSA at any time.
      create table team_minimum (
        tenant_id uuid not null,
        team_no int not null,
        ksa_no smallint not null,
        headcount int not null check (headcount between 1 and 100000),
        primary key (tenant_id, team_no, ksa_no),
        foreign key (tenant_id, team_no) references team (tenant_id, team_no) on delete cascade
      );

      alter table worker add column team_no int;
      alter table worker add foreign key (tenant_id, team_no) references team (tenant_id, team_no);
      create index worker_team on worker (tenant_id, team_no, worker_no)`);
    for (const table of ['team_counter', 'team', 'team_minimum']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table worker drop column team_no; drop table team_minimum, team, team_counter',
    );
  }
}
