import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_profile_version')
export class RoleProfileVersionEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  /** Counts within the tenant; assessments and scores name a version by it. */
  @PrimaryColumn('int', { name: 'profile_version_no' })
  profileVersionNo!: number;

  @Column('uuid', { name: 'role_profile_id' })
  roleProfileId!: string;

  /** The release whose KSAs it asks for. */
  @Column('uuid', { name: 'release_id' })
  releaseId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: 'draft' | 'published';

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;
}
