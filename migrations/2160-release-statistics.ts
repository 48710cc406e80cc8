import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './support/tables.ts';

/**
 * Whoever has written a whole release has PostgreSQL count it, in the same transaction. Left to autovacuum, the plans of
 * the next minutes may take 25,000 items for none, and statements of milliseconds run into the timeout. ANALYZE is for a
 * table's owner, and until PostgreSQL 17 for nobody else: so this function, which takes nothing and gives nothing, is
 * the one that runs as its owner. Where somebody else has a table for long, as VACUUM does, nothing is counted.
 */
export class ReleaseStatistics0000000002160 implements MigrationInterface {
  name = 'ReleaseStatistics0000000002160';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function count_release_content() returns void language plpgsql security definer
        set search_path = public, pg_temp set lock_timeout = '2s' as $$
      begin
        analyze technology_area, item, occupation, selection, succession;
      exception
        when lock_not_available then null;
      end $$;
      revoke execute on function count_release_content() from public;
      grant execute on function count_release_content() to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function count_release_content()');
  }
}
