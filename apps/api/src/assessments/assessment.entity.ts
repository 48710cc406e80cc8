import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessmentState } from './assessment.types.ts';

@Entity('assessment')
export class AssessmentEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { name: 'worker_no' })
  workerNo!: number;

  @Column('uuid', { name: 'role_profile_id' })
  roleProfileId!: string;

  @Column('int', { name: 'profile_version_no' })
  profileVersionNo!: number;

  @Column('text')
  state!: AssessmentState;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;
}
