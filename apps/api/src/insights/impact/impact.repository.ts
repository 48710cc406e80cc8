import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ImpactKind, TouchedKsa, TouchedProfile, TouchedProgramme } from './impact.types.ts';

const CURRENT = `
  role_profile p
  join role_profile_version v on v.tenant_id = $1
    and v.profile_version_no = coalesce(p.draft_version_no, p.published_version_no)`;

const OPEN = `
  assessment a
  join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = a.profile_version_no`;

const IS_OPEN = `a.tenant_id = $1 and a.state in ('draft', 'submitted')`;

const RELEASES: Statement = {
  name: 'impact_releases',
  text: `
    select v.release_id as "releaseId" from ${CURRENT} where p.tenant_id = $1
    union select v.release_id from ${OPEN} where ${IS_OPEN}`,
};

// Each by what becomes of the KSAs of the release that it is on; programmes, which are on none, by those of $3.
const TOUCHED = `
  touched as (
    select "releaseId", kind, "ksaNo"
    from json_to_recordset($2) as t ("releaseId" uuid, kind text, "ksaNo" smallint)),
  profiles as (
    select t.kind, r.ksa_no, p.id, p.name
    from ${CURRENT}
    join requirement r on r.tenant_id = $1 and r.profile_version_no = v.profile_version_no
    join touched t on t."releaseId" = v.release_id and t."ksaNo" = r.ksa_no
    where p.tenant_id = $1),
  assessments as (
    select t.kind, a.id, a.role_profile_id
    from ${OPEN}
    join requirement r on r.tenant_id = $1 and r.profile_version_no = a.profile_version_no
    join touched t on t."releaseId" = v.release_id and t."ksaNo" = r.ksa_no
    where ${IS_OPEN}),
  programmes as (
    select t.kind, o.ksa_no, g.id, g.title
    from programme g
    join programme_outcome o on o.tenant_id = $1 and o.programme_id = g.id
    join touched t on t."releaseId" = $3 and t."ksaNo" = o.ksa_no
    where g.tenant_id = $1)`;

const COUNTS: Statement = {
  name: 'impact_counts',
  text: `
    with ${TOUCHED}, all_of_them as (
      select kind, 'roleProfiles' as what, id from profiles
      union all select kind, 'openAssessments', id from assessments
      union all select kind, 'programmes', id from programmes)
    select kind, what, count(distinct id)::int as count from all_of_them
    group by grouping sets ((kind, what), (what))`,
};

const PROFILES: Statement = {
  name: 'impact_profiles',
  text: `
    with ${TOUCHED}
    select p.id, p.name, array_agg(distinct p.kind order by p.kind) as kinds, count(distinct p.ksa_no)::int as ksas,
           (select count(distinct a.id)::int from assessments a where a.role_profile_id = p.id) as "openAssessments"
    from profiles p group by p.id, p.name order by lower(p.name), p.id`,
};

const PROGRAMMES: Statement = {
  name: 'impact_programmes',
  text: `
    with ${TOUCHED}
    select id, title, array_agg(distinct kind order by kind) as kinds, count(distinct ksa_no)::int as ksas
    from programmes group by id, title order by lower(title), id`,
};

/** A count of one kind; of null, of any. */
export interface CountOfKind {
  readonly kind: ImpactKind | null;
  readonly what: 'roleProfiles' | 'openAssessments' | 'programmes';
  readonly count: number;
}

/** One organisation's own, as its context alone lets it be seen. */
@Injectable()
export class ImpactRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The releases that role profiles and open assessments are on. */
  async releases(context: RequestContext): Promise<string[]> {
    const rows = await this.unitOfWork.read<{ releaseId: string }>(context, RELEASES, [context.tenantId]);
    return rows.map(({ releaseId }) => releaseId);
  }

  /** @param baseId the release that programmes are compared from; null: from none */
  counts(
    context: RequestContext,
    ksas: readonly TouchedKsa[],
    baseId: string | null,
  ): Promise<CountOfKind[]> {
    return this.read<CountOfKind>(context, COUNTS, ksas, baseId);
  }

  profiles(
    context: RequestContext,
    ksas: readonly TouchedKsa[],
    baseId: string | null,
  ): Promise<TouchedProfile[]> {
    return this.read<TouchedProfile>(context, PROFILES, ksas, baseId);
  }

  programmes(
    context: RequestContext,
    ksas: readonly TouchedKsa[],
    baseId: string | null,
  ): Promise<TouchedProgramme[]> {
    return this.read<TouchedProgramme>(context, PROGRAMMES, ksas, baseId);
  }

  private read<Row>(
    context: RequestContext,
    statement: Statement,
    ksas: readonly TouchedKsa[],
    baseId: string | null,
  ): Promise<Row[]> {
    return this.unitOfWork.read<Row>(context, statement, [context.tenantId, JSON.stringify(ksas), baseId]);
  }
}
