import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which own item a proposal offers, so that it is offered once at a time. Of those before nobody knows. */
export class OwnProposals0000000002410 implements MigrationInterface {
  name = 'OwnProposals0000000002410';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table proposal add column own_item_id uuid;
      create unique index proposal_of_own_item on proposal (own_item_id) where state = 'open'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table proposal drop column own_item_id');
  }
}
