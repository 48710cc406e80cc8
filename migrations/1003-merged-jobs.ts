import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job may run again under its key, says how far it is, goes on where it was killed, and can be cancelled. */
export class MergedJobs0000000001003 implements MigrationInterface {
  name = 'MergedJobs0000000001003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table job
        add column run int not null default 1,
        add column again boolean not null default false,
        add column done int not null default 0,
        add column total int,
        add column cursor jsonb,
        add column cancel_requested boolean not null default false,
        drop constraint job_state_check,
        add constraint job_state_check check (state in ('waiting', 'active', 'completed', 'failed', 'cancelled')),
        add constraint job_progress_check check (done >= 0 and total >= done)`);

    // Each organisation's own line: at its head stands what to hand over next, its length says how much is out.
    await queryRunner.query(`
      alter table outbox add column run int not null default 1;
      drop index outbox_to_relay;
      create index outbox_to_relay on outbox (tenant_id, id) where relayed_at is null;
      create index outbox_outstanding on outbox (tenant_id, name) where relayed_at is not null`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index outbox_outstanding, outbox_to_relay;
      create index outbox_to_relay on outbox (id) where relayed_at is null;
      alter table outbox drop column run;
      update job set state = 'failed', error = 'cancelled' where state = 'cancelled';
      alter table job
        drop constraint job_progress_check,
        drop constraint job_state_check,
        add constraint job_state_check check (state in ('waiting', 'active', 'completed', 'failed')),
        drop column run, drop column again, drop column done, drop column total, drop column cursor,
        drop column cancel_requested`);
  }
}
