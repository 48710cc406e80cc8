import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tables.ts';

/** Who had a role and has it no more: who was qualified on a day is asked of those who had it then. */
export class FormerAssignments0000000003004 implements MigrationInterface {
  name = 'FormerAssignments0000000003004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table former_assignment (
        tenant_id uuid not null,
        id uuid not null,
        worker_no int not null,
        role_profile_id uuid not null,
        assigned_at timestamptz not null,
        ended_at timestamptz not null,
        ended_by uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no),
        foreign key (tenant_id, role_profile_id) references role_profile (tenant_id, id)
      );
      create index former_assignment_profile on former_assignment (tenant_id, role_profile_id, ended_at)`);
    await tenantTable(queryRunner, 'former_assignment', { grants: ['select', 'insert'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table former_assignment');
  }
}
