import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './support/tables.ts';

/**
 * Roles belong to the whole server, tables to one database: another database may have made the role already, or be
 * making it at this moment. `down` leaves it, for the same reason.
 */
export class AppRole0000000001000 implements MigrationInterface {
  name = 'AppRole0000000001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant usage on schema public to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`revoke usage on schema public from ${APP_ROLE}`);
  }
}
