import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a draft that was imported is a copy of, so that it is exported as it came until somebody edits it. */
export class ReleaseOrigins0000000002130 implements MigrationInterface {
  name = 'ReleaseOrigins0000000002130';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table release add column origin jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table release drop column origin');
  }
}
