import { Injectable } from '@nestjs/common';
import { type GroupTotals, packKsaTotals, type ProfileTotals, unpackKsaTotals } from '#domain';
import { NO_TEAM } from '#gaps';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { GroupSums, StoredReadiness } from './group.types.ts';

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
    union all
    select g.team_no, 0 from group_totals g
    where g.tenant_id = $1 and g.team_no > 0
      and not exists (select from team t where t.tenant_id = $1 and t.team_no = g.team_no)
    order by 1`,
};

const TOTALS: Statement = {
  name: 'groups_totals',
  text: `
    select team_no as "teamNo", profiles, ksas from group_totals
    where tenant_id = $1 and max_level = $2 and team_no = any($3::int[])`,
};

// Of the days a row only where the sums are others than the newest row's, and never before it: the past stays as it was.
const STORE: Statement = {
  name: 'groups_store',
  text: `
    with made as materialized (
      select team_no, profiles::jsonb as profiles, ksas
      from unnest($5::int[], $6::text[], $7::bytea[]) as made (team_no, profiles, ksas)
    ), totals as (
      insert into group_totals (tenant_id, team_no, computed_at, max_level, profiles, ksas)
      select $1, team_no, $3, $4, profiles, ksas from made
      on conflict (tenant_id, team_no) do update
      set computed_at = excluded.computed_at, max_level = excluded.max_level, profiles = excluded.profiles,
          ksas = excluded.ksas
    )
    insert into group_readiness (tenant_id, team_no, day, computed_at, profiles)
    select $1, made.team_no, $2::date, $3, made.profiles
    from made left join lateral (
      select g.day, g.profiles from group_readiness g
      where g.tenant_id = $1 and g.team_no = made.team_no order by g.day desc limit 1
    ) newest on true
    where newest.day is null or (newest.day <= $2::date and newest.profiles <> made.profiles)
    on conflict (tenant_id, team_no, day)
    do update set computed_at = excluded.computed_at, profiles = excluded.profiles`,
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

interface TotalsRow {
  readonly teamNo: number;
  readonly profiles: readonly ProfileTotals[];
  readonly ksas: Buffer;
}

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

  /** Every team and those in none, by number, with how many are in them; a team that is gone while it has sums. */
  sizes(context: RequestContext): Promise<{ teamNo: number; workerCount: number }[]> {
    return this.unitOfWork.read(context, SIZES, [context.tenantId]);
  }

  /** What is stored of these groups on a scale up to this level; of a group without, nothing. */
  async totals(
    context: RequestContext,
    maxLevel: number,
    teamNos: readonly number[],
  ): Promise<ReadonlyMap<number, GroupTotals>> {
    const values = [context.tenantId, maxLevel, [...teamNos]];
    const rows = await this.unitOfWork.read<TotalsRow>(context, TOTALS, values);
    return new Map(
      rows.map(({ teamNo, profiles, ksas }) => [
        teamNo,
        { maxLevel, profiles, ksas: unpackKsaTotals(ksas, maxLevel) },
      ]),
    );
  }

  /** Stores what these groups are now, and where it is new what they are from today on; all on one scale. */
  async store(context: TransactionContext, sums: readonly GroupSums[]): Promise<void> {
    const [first] = sums;
    if (first === undefined) return;
    const { maxLevel } = first.totals;
    await this.unitOfWork.read(context, STORE, [
      context.tenantId,
      dayOf(context),
      context.now,
      maxLevel,
      sums.map(({ teamNo }) => teamNo),
      sums.map(({ totals }) => JSON.stringify(totals.profiles)),
      sums.map(({ totals }) => Buffer.from(packKsaTotals(totals.ksas, maxLevel))),
    ]);
  }

  async newest(context: RequestContext, teamNo: number): Promise<StoredReadiness | undefined> {
    return (await this.unitOfWork.read<StoredReadiness>(context, NEWEST, [context.tenantId, teamNo]))[0];
  }

  /** The rows from a day to a day, and before them the one that held on the first. */
  byDay(context: RequestContext, teamNo: number, from: string, to: string): Promise<StoredReadiness[]> {
    return this.unitOfWork.read<StoredReadiness>(context, BY_DAY, [context.tenantId, teamNo, from, to]);
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
