import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_profile')
export class RoleProfileEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('uuid', { name: 'release_id' })
  releaseId!: string;

  @Column('uuid', { name: 'occupation_ids', array: true })
  occupationIds!: string[];

  @Column('int')
  version!: number;

  @Column('int', { name: 'published_version_no', nullable: true })
  publishedVersionNo!: number | null;

  @Column('int', { name: 'draft_version_no', nullable: true })
  draftVersionNo!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
