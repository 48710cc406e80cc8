import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a word is from another: a short one with a mistake has hardly a trigram in common with what was meant. */
export class Spelling0000000002211 implements MigrationInterface {
  name = 'Spelling0000000002211';

  /** A trusted extension: the owner of the database may create it. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create extension if not exists fuzzystrmatch');
  }

  /** The extension stays: another may have brought it, and use it. */
  async down(): Promise<void> {}
}
