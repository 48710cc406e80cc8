import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#domain';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('text') name!: string;
  @Column('text') slug!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('boolean') demonstration!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

export type OrganisationKind = 'manufacturer' | 'platform';

/** A row as it is read: TypeORM's classes stand for tables, and nobody constructs them. */
export type OrganisationRow = Pick<Organisation, keyof Organisation>;

@Entity('organisation_directory')
export class OrganisationDirectoryEntry {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('text') name!: string;
  @Column('text') slug!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('boolean') demonstration!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('user_account')
export class UserAccount {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('text', { array: true }) roles!: Role[];
  @Column('int', { name: 'worker_no', nullable: true }) workerNo!: number | null;
  @Column('uuid', { name: 'worker_id', nullable: true }) workerId!: string | null;
  @Column('boolean') active!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('sign_in_address')
export class SignInAddress {
  @PrimaryColumn('text') email!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
}

@Entity('refresh_token')
export class RefreshToken {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') family!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'family_expires_at' }) familyExpiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}

@Entity('demonstration_persona')
export class DemonstrationPersona {
  @PrimaryColumn('text') key!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('text') name!: string;
  @Column('text') title!: string;
  @Column('text') what!: string;
  @Column('int') position!: number;
}
