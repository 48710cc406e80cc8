import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a release was published is asked at each list of releases: its day does not order two of one day. */
export class Publications0000000002150 implements MigrationInterface {
  name = 'Publications0000000002150';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create index release_publication on release_change (release_id, at) where subject = 'release' and action = 'published'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index release_publication');
  }
}
