import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

/** Role profiles move from one release to another: each version remembers the release that it is of. */
export class ProfileMigrations0000000003003 implements MigrationInterface {
  name = 'ProfileMigrations0000000003003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table role_profile_version add column release_id uuid references release (id);
      -- Of every organisation at once: for this moment the owner is not held by row-level security.
      alter table role_profile_version no force row level security;
      alter table role_profile no force row level security;
      update role_profile_version v set release_id = p.release_id from role_profile p
        where p.tenant_id = v.tenant_id and p.id = v.role_profile_id;
      alter table role_profile_version force row level security;
      alter table role_profile force row level security;
      alter table role_profile_version alter column release_id set not null;

      -- Who does not say which release a version is of, means its profile's.
      create function release_of_profile() returns trigger language plpgsql as $$
      begin
        if new.release_id is null then
          select p.release_id into new.release_id from role_profile p
            where p.tenant_id = new.tenant_id and p.id = new.role_profile_id;
        end if;
        return new;
      end $$;
      create trigger release_of_profile before insert on role_profile_version
        for each row execute function release_of_profile();

      create table profile_migration (
        tenant_id uuid not null,
        id uuid not null,
        role_profile_id uuid not null,
        -- The version that it made: a draft that may be gone again, or published since.
        profile_version_no int not null,
        from_release_id uuid not null references release (id),
        to_release_id uuid not null references release (id),
        -- Changes that were not published went along.
        was_draft boolean not null,
        -- As the profile was before, to go back to.
        requirements jsonb not null,
        occupation_ids uuid[] not null,
        decisions jsonb not null,
        migrated_at timestamptz not null,
        migrated_by uuid,
        migrated_by_name text not null,
        undone_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, role_profile_id) references role_profile (tenant_id, id)
      );
      create index profile_migration_of on profile_migration (tenant_id, role_profile_id, migrated_at desc)`);
    await tenantTable(queryRunner, 'profile_migration', { grants: ['select', 'insert', 'update'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table profile_migration;
      drop trigger release_of_profile on role_profile_version;
      drop function release_of_profile;
      alter table role_profile_version drop column release_id`);
  }
}
