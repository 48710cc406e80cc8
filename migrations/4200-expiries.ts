import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few ratings ever expire: the daily look for those that do must not read the log of all. */
export class Expiries0000000004200 implements MigrationInterface {
  name = 'Expiries0000000004200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'create index rating_expiry on rating (tenant_id, expires_at) where expires_at is not null',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index rating_expiry');
  }
}
