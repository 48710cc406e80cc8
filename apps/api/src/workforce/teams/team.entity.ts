import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team')
export class TeamEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('int', { name: 'team_no' })
  teamNo!: number;

  @Column('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  site!: string;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
