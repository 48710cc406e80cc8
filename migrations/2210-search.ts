import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search that forgives typing mistakes: trigrams of what items and occupations are called. One index for all three of an
 * item's texts, since a search asks for any of them.
 */
export class Search0000000002210 implements MigrationInterface {
  name = 'Search0000000002210';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A trusted extension: the owner of the database may create it. No list of what is pending: frameworks are read far
    // oftener than written, and with one the planner reads the whole table instead.
    await queryRunner.query(`
      create extension if not exists pg_trgm;
      create index item_texts on item using gin (code gin_trgm_ops, title gin_trgm_ops, definition gin_trgm_ops) with (fastupdate = off);
      create index occupation_texts on occupation using gin (title gin_trgm_ops) with (fastupdate = off)`);
  }

  /** The extension stays: another may have brought it, and use it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index item_texts, occupation_texts');
  }
}
