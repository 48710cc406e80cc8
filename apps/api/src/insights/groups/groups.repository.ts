import { Injectable } from '@nestjs/common';
import type { KsaTotals, ProfileTotals } from '#domain';
import { NO_TEAM } from '#gaps';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { type GroupSums, ORGANISATION, type StoredReadiness } from './group.types.ts';

// Whoever sums up reads the scores after this, so the last to store has seen the most; and of two teams summed up at
// once the second finds the first's sums when it adds up the organisation.
const LOCK: Statement = {
  name: 'groups_lock',
  text: `select pg_advisory_xact_lock(6000, hashtext($1::text))`,
};

const SIZES: Statement = {
  name: 'groups_sizes',
  text: `
    select t.team_no as "teamNo", count(w.worker_no)::int as "workerCount"
    from team t left join worker w on w.tenant_id = $1 and w.team_no = t.team_no
    where t.tenant_id = $1 group by t.team_no
    union all
    select ${NO_TEAM}, count(*)::int from worker w where w.tenant_id = $1 and w.team_no is null
    order by 1`,
};

const COLUMNS = ['required', 'met', 'short', 'unknown', 'verified', 'expiring', 'at_level', 'only_met_by'];
const EACH = COLUMNS.join(', ');
const row = (of: string): string => `(${COLUMNS.map((column) => `${of}.${column}`).join(', ')})`;

const CHANGED = `
  on conflict (tenant_id, team_no, ksa_no) do update
    set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  where ${row('g')} is distinct from ${row('excluded')}`;

const STORE_KSAS: Statement = {
  name: 'groups_store_ksas',
  text: `
    with made as (
      select team_no, ksa_no, required, met, short, unknown, verified, expiring, at_level::int[], only_met_by
      from unnest($3::int[], $4::smallint[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[],
                  $11::text[], $12::int[])
           as made (team_no, ksa_no, required, met, short, unknown, verified, expiring, at_level, only_met_by)
    ), gone as (
      delete from group_ksa g where g.tenant_id = $1 and g.team_no = any($2::int[])
        and not exists (select from made where made.team_no = g.team_no and made.ksa_no = g.ksa_no)
    )
    insert into group_ksa as g (tenant_id, team_no, ksa_no, ${EACH})
    select $1, team_no, ksa_no, ${EACH} from made ${CHANGED}`,
};

/** Sums of a team that is gone do not count, though its last row may still be there. */
const EXISTING = `(g.team_no = ${NO_TEAM} or exists (
  select from team t where t.tenant_id = $1 and t.team_no = g.team_no))`;

// A scale has at most eleven levels; what no group has an entry for is no entry of the sum.
const AT_LEVEL = Array.from({ length: 11 }, (_, level) => `sum(g.at_level[${level + 1}])::int`).join(', ');

const SUM_KSAS: Statement = {
  name: 'groups_sum_ksas',
  text: `
    with made as (
      select g.ksa_no, sum(g.required)::int as required, sum(g.met)::int as met, sum(g.short)::int as short,
             sum(g.unknown)::int as unknown, sum(g.verified)::int as verified, sum(g.expiring)::int as expiring,
             array_remove(array[${AT_LEVEL}], null) as at_level,
             case when sum(g.met) = 1 then max(g.only_met_by) end as only_met_by
      from group_ksa g where g.tenant_id = $1 and g.team_no <> ${ORGANISATION} and ${EXISTING}
      group by g.ksa_no
    ), gone as (
      delete from group_ksa g where g.tenant_id = $1 and g.team_no = ${ORGANISATION}
        and not exists (select from made where made.ksa_no = g.ksa_no)
    )
    insert into group_ksa as g (tenant_id, team_no, ksa_no, ${EACH})
    select $1, ${ORGANISATION}, ksa_no, ${EACH} from made ${CHANGED}`,
};

// A row only where the sums are others than the newest row's, and never before it: the past stays as it was.
const STORE_READINESS: Statement = {
  name: 'groups_store_readiness',
  text: `
    insert into group_readiness (tenant_id, team_no, day, computed_at, profiles)
    select $1, made.team_no, $2::date, $3, made.profiles::jsonb
    from unnest($4::int[], $5::text[]) as made (team_no, profiles)
    left join lateral (
      select g.day, g.profiles from group_readiness g
      where g.tenant_id = $1 and g.team_no = made.team_no order by g.day desc limit 1
    ) newest on true
    where newest.day is null or (newest.day <= $2::date and newest.profiles <> made.profiles::jsonb)
    on conflict (tenant_id, team_no, day)
    do update set computed_at = excluded.computed_at, profiles = excluded.profiles`,
};

const NEWEST_OF_EACH: Statement = {
  name: 'groups_newest_of_each',
  text: `
    select newest.profiles
    from (select ${NO_TEAM} as team_no union all select t.team_no from team t where t.tenant_id = $1) each_team
    cross join lateral (
      select g.profiles from group_readiness g
      where g.tenant_id = $1 and g.team_no = each_team.team_no order by g.day desc limit 1
    ) newest
    order by each_team.team_no`,
};

const READINESS = `to_char(g.day, 'YYYY-MM-DD') as day, g.computed_at as "computedAt", g.profiles`;

const NEWEST: Statement = {
  name: 'groups_newest',
  text: `
    select ${READINESS} from group_readiness g
    where g.tenant_id = $1 and g.team_no = $2 order by g.day desc limit 1`,
};

// With the row that held at the beginning of the time asked for.
const BY_DAY: Statement = {
  name: 'groups_by_day',
  text: `
    select ${READINESS} from group_readiness g
    where g.tenant_id = $1 and g.team_no = $2 and g.day <= $4::date
      and g.day >= coalesce((select max(h.day) from group_readiness h
                             where h.tenant_id = $1 and h.team_no = $2 and h.day <= $3::date), $3::date)
    order by g.day`,
};

const KSAS: Statement = {
  name: 'groups_ksas',
  text: `
    select ksa_no as "ksaNo", required, met, short, unknown, verified, expiring, at_level as "atLevel",
           only_met_by as "onlyMetBy"
    from group_ksa where tenant_id = $1 and team_no = $2 order by ksa_no`,
};

const VERSIONS: Statement = {
  name: 'groups_profile_versions',
  text: `
    select v.profile_version_no as "profileVersionNo", v.version, p.id, p.name
    from role_profile_version v join role_profile p on p.tenant_id = $1 and p.id = v.role_profile_id
    where v.tenant_id = $1 and v.profile_version_no = any($2::int[])`,
};

const WORKER_COUNT: Statement = {
  name: 'groups_worker_count',
  text: 'select count(*)::int as count from worker where tenant_id = $1',
};

/** A role profile version as it is spoken of. */
export interface VersionName {
  readonly profileVersionNo: number;
  readonly version: number;
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class GroupsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One who sums up groups of this organisation at a time, until the transaction ends. */
  async lock(context: TransactionContext): Promise<void> {
    await this.unitOfWork.read(context, LOCK, [context.tenantId]);
  }

  /** Every team and those in none, by number, with how many are in them. */
  sizes(context: RequestContext): Promise<{ teamNo: number; workerCount: number }[]> {
    return this.unitOfWork.read(context, SIZES, [context.tenantId]);
  }

  async store(context: TransactionContext, sums: readonly GroupSums[]): Promise<void> {
    const rows = sums.flatMap(({ teamNo, ksas }) => ksas.map((ksa) => ({ teamNo, ksa })));
    const column = (of: (ksa: KsaTotals) => number | null) => rows.map(({ ksa }) => of(ksa));
    await this.unitOfWork.read(context, STORE_KSAS, [
      context.tenantId,
      sums.map(({ teamNo }) => teamNo),
      rows.map(({ teamNo }) => teamNo),
      column(({ ksaNo }) => ksaNo),
      column(({ required }) => required),
      column(({ met }) => met),
      column(({ short }) => short),
      column(({ unknown }) => unknown),
      column(({ verified }) => verified),
      column(({ expiring }) => expiring),
      rows.map(({ ksa }) => `{${ksa.atLevel.join(',')}}`),
      column(({ onlyMetBy }) => onlyMetBy),
    ]);
    await this.storeReadiness(context, sums);
  }

  /** The organisation by KSA as the sum of its teams and of those in none. */
  async sumKsas(context: TransactionContext): Promise<void> {
    await this.unitOfWork.read(context, SUM_KSAS, [context.tenantId]);
  }

  async storeReadiness(
    context: TransactionContext,
    sums: readonly Pick<GroupSums, 'teamNo' | 'profiles'>[],
  ): Promise<void> {
    await this.unitOfWork.read(context, STORE_READINESS, [
      context.tenantId,
      dayOf(context),
      context.now,
      sums.map(({ teamNo }) => teamNo),
      sums.map(({ profiles }) => JSON.stringify(profiles)),
    ]);
  }

  /** The newest sums of each team and of those in none. */
  async newestOfEach(context: RequestContext): Promise<readonly (readonly ProfileTotals[])[]> {
    type Row = Pick<StoredReadiness, 'profiles'>;
    const rows = await this.unitOfWork.read<Row>(context, NEWEST_OF_EACH, [context.tenantId]);
    return rows.map(({ profiles }) => profiles);
  }

  async newest(context: RequestContext, teamNo: number): Promise<StoredReadiness | undefined> {
    return (await this.unitOfWork.read<StoredReadiness>(context, NEWEST, [context.tenantId, teamNo]))[0];
  }

  /** The rows from a day to a day, and before them the one that held on the first. */
  byDay(context: RequestContext, teamNo: number, from: string, to: string): Promise<StoredReadiness[]> {
    return this.unitOfWork.read<StoredReadiness>(context, BY_DAY, [context.tenantId, teamNo, from, to]);
  }

  ksas(context: RequestContext, teamNo: number): Promise<KsaTotals[]> {
    return this.unitOfWork.read<KsaTotals>(context, KSAS, [context.tenantId, teamNo]);
  }

  async versions(
    context: RequestContext,
    profileVersionNos: readonly number[],
  ): Promise<ReadonlyMap<number, VersionName>> {
    const values = [context.tenantId, [...profileVersionNos]];
    const rows = await this.unitOfWork.read<VersionName>(context, VERSIONS, values);
    return new Map(rows.map((version) => [version.profileVersionNo, version]));
  }

  async workerCount(context: RequestContext): Promise<number> {
    const rows = await this.unitOfWork.read<{ count: number }>(context, WORKER_COUNT, [context.tenantId]);
    return rows[0]?.count ?? 0;
  }
}

export function dayOf({ now }: RequestContext): string {
  return now.toISOString().slice(0, 10);
}
