import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from './support/tables.ts';

/** What the report of a release prints about it, and why that differs from what the release gives where it does. */
export class PrintedFigures0000000002300 implements MigrationInterface {
  name = 'PrintedFigures0000000002300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table printed_figure (
        release_id uuid not null references release (id) on delete cascade,
        -- Its place in the report.
        position int not null,
        figure text not null,
        row_name text not null,
        column_name text not null,
        printed text not null,
        reason text,
        primary key (release_id, position)
      )`);
    await sharedTable(queryRunner, 'printed_figure');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table printed_figure');
  }
}
