import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from './support/tables.ts';

/** Who has approved what of a release before it is published. */
export class Review0000000002110 implements MigrationInterface {
  name = 'Review0000000002110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table release_approval (
        release_id uuid not null references release (id),
        -- An edit voids approvals: they are of what was read.
        revision int not null,
        user_id uuid not null,
        user_name text not null,
        approved_at timestamptz not null,
        primary key (release_id, revision, user_id)
      )`);
    await sharedTable(queryRunner, 'release_approval', { grants: ['select', 'insert'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table release_approval');
  }
}
