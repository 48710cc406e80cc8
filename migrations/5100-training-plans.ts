import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

export class TrainingPlans0000000005100 implements MigrationInterface {
  name = 'TrainingPlans0000000005100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table programme_session (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        programme_id uuid not null,
        first_day date not null,
        last_day date not null,
        -- Null: as many as want to.
        seats int check (seats between 0 and 100000),
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, programme_id) references programme (tenant_id, id),
        check (first_day <= last_day)
      );
      create index programme_session_day on programme_session (tenant_id, first_day);
      create index programme_session_programme on programme_session (tenant_id, programme_id);

      create table training_plan (
        tenant_id uuid not null references organisation (tenant_id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        -- Sessions count that lie within.
        from_day date not null,
        until_day date not null,
        -- Null: no limit.
        budget_cents bigint check (budget_cents >= 0),
        currency text check (currency ~ '^[A-Z]{3}$'),
        minutes_per_worker int check (minutes_per_worker >= 0),
        -- For whom; null: everybody.
        team_no int,
        role_profile_ids uuid[],
        created_at timestamptz not null,
        -- The result, all of it or none.
        computed_at timestamptz,
        algorithm text,
        -- Exact numerators over the denominator: the least common multiple of the profiles' can be large.
        den numeric check (den > 0),
        gained numeric,
        bound numeric,
        shortfall numeric,
        worker_count int,
        seated_count int,
        place_count int,
        -- By currency: programmes are not all paid in one.
        costs jsonb,
        left_out jsonb,
        uncovered jsonb,
        primary key (tenant_id, id),
        foreign key (tenant_id, team_no) references team (tenant_id, team_no),
        check (from_day <= until_day),
        check ((budget_cents is null) = (currency is null)),
        check (num_nulls(computed_at, algorithm, den, gained, bound, shortfall, worker_count, seated_count, place_count,
                         costs, left_out, uncovered) in (0, 12)),
        check (0 <= gained and gained <= bound and bound <= shortfall)
      );
      create index training_plan_created on training_plan (tenant_id, created_at);
      create index training_plan_team on training_plan (tenant_id, team_no) where team_no is not null;

      create table training_plan_place (
        tenant_id uuid not null,
        plan_id uuid not null,
        worker_no int not null,
        -- 1, 2, 3 … in the order of the worker's days.
        place smallint not null check (place > 0),
        session_id uuid not null,
        gained numeric not null check (gained >= 0),
        primary key (tenant_id, plan_id, worker_no, place),
        foreign key (tenant_id, plan_id) references training_plan (tenant_id, id) on delete cascade,
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, session_id) references programme_session (tenant_id, id)
      );
      create index training_plan_place_session on training_plan_place (tenant_id, session_id, plan_id)`);
    for (const table of ['programme_session', 'training_plan', 'training_plan_place']) {
      await tenantTable(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table training_plan_place, training_plan, programme_session');
  }
}
