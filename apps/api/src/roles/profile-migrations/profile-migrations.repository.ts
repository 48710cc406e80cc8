import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { MigrationDecision } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { RoleProfile, StoredRequirement } from '../roles.types.ts';
import type { ProfileMigrationsQuery } from './dto/profile-migration.dto.ts';
import type { StoredMigration } from './profile-migration.types.ts';

const BEHIND = 'from role_profile p where p.tenant_id = $1 and p.release_id = any($2::uuid[])';

const behind = ({ order }: ProfileMigrationsQuery['sort']): Statement => ({
  name: `profile_migrations_behind_${order}`,
  text: `select p.id ${BEHIND} order by lower(p.name) ${order}, p.id limit $3 offset $4`,
});

const COUNT_BEHIND: Statement = {
  name: 'profile_migrations_count_behind',
  text: `select count(*)::int as total ${BEHIND}`,
};

const LAST: Statement = {
  name: 'profile_migrations_last',
  text: `
    select id, profile_version_no as "profileVersionNo", from_release_id as "fromReleaseId",
           to_release_id as "toReleaseId", was_draft as "wasDraft", requirements, occupation_ids as "occupationIds",
           decisions, migrated_at as "migratedAt", migrated_by_name as "migratedBy"
    from profile_migration
    where tenant_id = $1 and role_profile_id = $2 and undone_at is null
    order by migrated_at desc, id desc limit 1`,
};

const INSERT: Statement = {
  name: 'profile_migrations_insert',
  text: `
    insert into profile_migration (tenant_id, id, role_profile_id, profile_version_no, from_release_id, to_release_id,
                                   was_draft, requirements, occupation_ids, decisions, migrated_at, migrated_by,
                                   migrated_by_name)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};

const UNDONE: Statement = {
  name: 'profile_migrations_undone',
  text: 'update profile_migration set undone_at = $3 where tenant_id = $1 and id = $2',
};

@Injectable()
export class ProfileMigrationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The ids of the role profiles that are on one of these releases, by name. */
  async behind(
    context: RequestContext,
    releaseIds: readonly string[],
    query: ProfileMigrationsQuery,
  ): Promise<{ ids: string[]; total: number }> {
    const on = [context.tenantId, [...releaseIds]];
    const page = [...on, query.limit, query.offset];
    const rows = await this.unitOfWork.read<{ id: string }>(context, behind(query.sort), page);
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT_BEHIND, on);
    return { ids: rows.map(({ id }) => id), total: count?.total ?? 0 };
  }

  /** The newest that was not undone. */
  async last(context: RequestContext, roleProfileId: string): Promise<StoredMigration | undefined> {
    const of = [context.tenantId, roleProfileId];
    return (await this.unitOfWork.read<StoredMigration>(context, LAST, of))[0];
  }

  /** @param before the profile as it was, with what it asked for */
  async insert(
    context: TransactionContext,
    before: RoleProfile,
    requirements: readonly StoredRequirement[],
    made: {
      readonly profileVersionNo: number;
      readonly toReleaseId: string;
      readonly decisions: readonly MigrationDecision[];
    },
  ): Promise<void> {
    const { tenantId, now, actor } = context;
    await this.unitOfWork.read(context, INSERT, [
      ...[tenantId, uuidv7(), before.id, made.profileVersionNo, before.releaseId, made.toReleaseId],
      ...[before.draftVersionNo !== null, JSON.stringify(requirements), [...before.occupationIds]],
      ...[JSON.stringify(made.decisions), now, actor.userId, actor.name],
    ]);
  }

  async markUndone(context: TransactionContext, id: string): Promise<void> {
    await this.unitOfWork.read(context, UNDONE, [context.tenantId, id, context.now]);
  }
}
