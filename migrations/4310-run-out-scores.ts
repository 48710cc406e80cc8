import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From when a score no longer holds though nobody rates; `infinity`: never. Null, as a former release leaves it, is not
 * known, and found by whoever looks after the scores. The former release looked through all ratings that ever ended: the
 * index that it did so by may go with the next one.
 */
export class RunOutScores0000000004310 implements MigrationInterface {
  name = 'RunOutScores0000000004310';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table score add column runs_out_on date');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table score drop column runs_out_on');
  }
}
