import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { RoleProfilesQuery } from './dto/role-profile.dto.ts';
import { RoleProfileEntity } from './role-profile.entity.ts';
import { RoleProfileVersionEntity } from './role-profile-version.entity.ts';
import type { ProfileVersion, RoleProfile } from './roles.types.ts';

const PROFILE = `
  select p.id, p.name, p.description, p.release_id as "releaseId", p.occupation_ids as "occupationIds", p.version,
         p.published_version_no as "publishedVersionNo", p.draft_version_no as "draftVersionNo",
         coalesce(p.draft_version_no, p.published_version_no) as "currentVersionNo",
         v.version as "publishedVersion", v.published_at as "publishedAt",
         (select count(*)::int from requirement r
          where r.tenant_id = $1
            and r.profile_version_no = coalesce(p.draft_version_no, p.published_version_no)) as "requirementCount"
  from role_profile p
  left join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = p.published_version_no
  where p.tenant_id = $1`;

const BY_ID: Statement = { name: 'role_profiles_by_id', text: `${PROFILE} and p.id = $2` };

const LOCK: Statement = {
  name: 'role_profiles_lock',
  text: `${PROFILE} and p.id = $2 for no key update of p`,
};

const ORDERS: Record<RoleProfilesQuery['sort']['field'], string> = {
  name: 'lower(p.name)',
  publishedAt: 'v.published_at',
};

const FILTER = `
  and ($2::text is null or lower(p.name) like $2) and ($3::uuid[] is null or p.id = any($3))
  and ($4::int[] is null or exists (
    select from requirement r
    where r.tenant_id = $1 and r.profile_version_no = coalesce(p.draft_version_no, p.published_version_no)
      and r.ksa_no = any($4)))`;

const list = ({ field, order }: RoleProfilesQuery['sort']): Statement => ({
  name: `role_profiles_list_${field}_${order}`,
  text: `${PROFILE} ${FILTER} order by ${ORDERS[field]} ${order} nulls last, p.id limit $5 offset $6`,
});

const COUNT: Statement = {
  name: 'role_profiles_count',
  text: `select count(*)::int as total from role_profile p where p.tenant_id = $1 ${FILTER}`,
};

const VERSION: Statement = {
  name: 'role_profiles_version',
  text: `
    select v.profile_version_no as "profileVersionNo", v.role_profile_id as "roleProfileId", p.name, v.version,
           v.state, v.release_id as "releaseId"
    from role_profile_version v
    join role_profile p on p.tenant_id = $1 and p.id = v.role_profile_id
    where v.tenant_id = $1 and v.profile_version_no = $2`,
};

const NEXT_VERSION_NO: Statement = {
  name: 'role_profiles_next_version_no',
  text: `insert into profile_version_counter (tenant_id, last_no) values ($1, 1)
         on conflict (tenant_id) do update set last_no = profile_version_counter.last_no + 1
         returning last_no as "versionNo"`,
};

type ProfileChange = Partial<
  Pick<
    RoleProfile,
    'name' | 'description' | 'releaseId' | 'occupationIds' | 'draftVersionNo' | 'publishedVersionNo'
  >
>;

export type VersionHead = Omit<ProfileVersion, 'requirements'>;

@Injectable()
export class RoleProfilesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(context: RequestContext, id: string): Promise<RoleProfile | undefined> {
    return (await this.unitOfWork.read<RoleProfile>(context, BY_ID, [context.tenantId, id]))[0];
  }

  /** One who edits a profile at a time. */
  async lock(context: TransactionContext, id: string): Promise<RoleProfile | undefined> {
    return (await this.unitOfWork.read<RoleProfile>(context, LOCK, [context.tenantId, id]))[0];
  }

  async list(
    context: RequestContext,
    query: RoleProfilesQuery,
    ksaNos: readonly number[] | null,
  ): Promise<{ rows: RoleProfile[]; total: number }> {
    const { q, id } = query.filter;
    const pattern = containing(q);
    const found = [context.tenantId, pattern, id ?? null, ksaNos];
    const page = [...found, query.limit, query.offset];
    const rows = await this.unitOfWork.read<RoleProfile>(context, list(query.sort), page);
    if (query.offset === 0 && rows.length < query.limit) return { rows, total: rows.length };
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT, found);
    return { rows, total: count?.total ?? 0 };
  }

  async version(context: RequestContext, profileVersionNo: number): Promise<VersionHead | undefined> {
    return (
      await this.unitOfWork.read<VersionHead>(context, VERSION, [context.tenantId, profileVersionNo])
    )[0];
  }

  async insert(
    context: TransactionContext,
    profile: Pick<RoleProfile, 'id' | 'name' | 'description' | 'releaseId' | 'occupationIds'>,
    draftVersionNo: number,
  ): Promise<void> {
    await context.manager.insert(RoleProfileEntity, {
      ...profile,
      occupationIds: [...profile.occupationIds],
      tenantId: context.tenantId,
      version: 1,
      draftVersionNo,
      createdAt: context.now,
      updatedAt: context.now,
    });
  }

  async insertDraft(
    context: TransactionContext,
    roleProfileId: string,
    no: number,
    version: number,
    releaseId: string,
  ): Promise<void> {
    await context.manager.insert(RoleProfileVersionEntity, {
      tenantId: context.tenantId,
      profileVersionNo: no,
      roleProfileId,
      releaseId,
      version,
      state: 'draft',
    });
  }

  /** The draft asks for KSAs of another release from now on. */
  async moveDraft(context: TransactionContext, draftVersionNo: number, releaseId: string): Promise<void> {
    const draft = { tenantId: context.tenantId, profileVersionNo: draftVersionNo, state: 'draft' } as const;
    await context.manager.update(RoleProfileVersionEntity, draft, { releaseId });
  }

  /** Once its requirements are gone and the profile no longer names it. */
  async removeDraft(context: TransactionContext, draftVersionNo: number): Promise<void> {
    const draft = { tenantId: context.tenantId, profileVersionNo: draftVersionNo, state: 'draft' } as const;
    await context.manager.delete(RoleProfileVersionEntity, draft);
  }

  async nextVersionNo(context: TransactionContext): Promise<number> {
    const rows = await this.unitOfWork.read(context, NEXT_VERSION_NO, [context.tenantId]);
    return (rows as [{ versionNo: number }])[0].versionNo;
  }

  /** Under the lock: every change counts one up. */
  async change(
    context: TransactionContext,
    profile: RoleProfile,
    { occupationIds, ...change }: ProfileChange,
  ): Promise<void> {
    const occupations = occupationIds === undefined ? {} : { occupationIds: [...occupationIds] };
    await context.manager.update(
      RoleProfileEntity,
      { tenantId: context.tenantId, id: profile.id },
      { ...change, ...occupations, version: profile.version + 1, updatedAt: context.now },
    );
  }

  async markPublished(context: TransactionContext, profileVersionNo: number): Promise<void> {
    await context.manager.update(
      RoleProfileVersionEntity,
      { tenantId: context.tenantId, profileVersionNo, state: 'draft' },
      { state: 'published', publishedAt: context.now },
    );
  }
}
