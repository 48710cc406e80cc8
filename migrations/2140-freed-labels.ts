import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft that was discarded keeps its log and its label, and the label is free for the next one. */
export class FreedLabels0000000002140 implements MigrationInterface {
  name = 'FreedLabels0000000002140';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table release drop constraint release_framework_id_label_key;
      create unique index release_label on release (framework_id, label) where state <> 'discarded'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // A label is of one release again: those of the discarded are told apart by their ids.
    await queryRunner.query(`
      drop index release_label;
      alter table release disable trigger fixed;
      update release set label = label || ' ' || id where state = 'discarded';
      alter table release enable trigger fixed;
      alter table release add constraint release_framework_id_label_key unique (framework_id, label)`);
  }
}
