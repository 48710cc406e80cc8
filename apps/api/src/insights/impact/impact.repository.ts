import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ImpactKind, TouchedKsa, TouchedProfile, TouchedProgramme } from './impact.types.ts';

// What is on the release already is not touched by it any more.
const TOUCHED = `
  touched as (select kind, "ksaNo" from json_to_recordset($2) as t (kind text, "ksaNo" smallint)),
  profiles as (
    select t.kind, r.ksa_no, p.id, p.name
    from role_profile p
    join requirement r on r.tenant_id = $1
      and r.profile_version_no = coalesce(p.draft_version_no, p.published_version_no)
    join touched t on t."ksaNo" = r.ksa_no
    where p.tenant_id = $1 and p.release_id <> $3),
  assessments as (
    select t.kind, a.id, a.role_profile_id
    from assessment a
    join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = a.profile_version_no
    join requirement r on r.tenant_id = $1 and r.profile_version_no = a.profile_version_no
    join touched t on t."ksaNo" = r.ksa_no
    where a.tenant_id = $1 and a.state in ('draft', 'submitted') and v.release_id <> $3),
  programmes as (
    select t.kind, o.ksa_no, g.id, g.title
    from programme g
    join programme_outcome o on o.tenant_id = $1 and o.programme_id = g.id
    join touched t on t."ksaNo" = o.ksa_no
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

  counts(context: RequestContext, ksas: readonly TouchedKsa[], releaseId: string): Promise<CountOfKind[]> {
    return this.read<CountOfKind>(context, COUNTS, ksas, releaseId);
  }

  profiles(
    context: RequestContext,
    ksas: readonly TouchedKsa[],
    releaseId: string,
  ): Promise<TouchedProfile[]> {
    return this.read<TouchedProfile>(context, PROFILES, ksas, releaseId);
  }

  programmes(
    context: RequestContext,
    ksas: readonly TouchedKsa[],
    releaseId: string,
  ): Promise<TouchedProgramme[]> {
    return this.read<TouchedProgramme>(context, PROGRAMMES, ksas, releaseId);
  }

  private read<Row>(
    context: RequestContext,
    statement: Statement,
    ksas: readonly TouchedKsa[],
    releaseId: string,
  ): Promise<Row[]> {
    return this.unitOfWork.read<Row>(context, statement, [context.tenantId, JSON.stringify(ksas), releaseId]);
  }
}
