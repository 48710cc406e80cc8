import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('worker')
export class WorkerEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  /** Counts within the tenant; the hot tables name a worker by it. Never leaves the API. */
  @PrimaryColumn('int', { name: 'worker_no' })
  workerNo!: number;

  @Column('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'job_title' })
  jobTitle!: string;

  /** Null: in no team. */
  @Column('int', { name: 'team_no', nullable: true })
  teamNo!: number | null;

  /** How many inputs (ratings) the worker has: the newest rating's `seq`. */
  @Column('int', { name: 'input_version' })
  inputVersion!: number;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
