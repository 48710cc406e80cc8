import { Injectable } from '@nestjs/common';
import { instantOfEpochMilliseconds, sourceOfCode } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { BehindRating, Member } from './qualification.types.ts';

const VERSION_AT: Statement = {
  name: 'qualifications_version_at',
  text: `
    select profile_version_no as "profileVersionNo" from role_profile_version
    where tenant_id = $1 and role_profile_id = $2 and published_at < $3
    order by profile_version_no desc limit 1`,
};

/** Who had a role at the end of a day: whoever has it since, and whoever has lost it later. */
const ASSIGNED = `
  select worker_no, assigned_at from role_assignment
  where tenant_id = $1 and role_profile_id = $2 and assigned_at < $3
  union all
  select worker_no, assigned_at from former_assignment
  where tenant_id = $1 and role_profile_id = $2 and assigned_at < $3 and ended_at >= $3`;

// Names are joined here: the list is sorted by them.
const MEMBERS_FROM = `
  from (${ASSIGNED}) a
  join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
  left join team t on t.tenant_id = $1 and t.team_no = w.team_no
  where ($4::uuid is null or t.id = $4) and ($5::text is null or lower(w.name) like $5)`;

const members = (order: 'ASC' | 'DESC'): Statement => ({
  name: `qualifications_members_${order}`,
  text: `
    select a.worker_no as "workerNo", w.id as "workerId", w.name as "workerName", a.assigned_at as "assignedAt"
    ${MEMBERS_FROM} order by lower(w.name) ${order}, a.worker_no ${order} limit $6 offset $7`,
});

const MEMBER_COUNT: Statement = {
  name: 'qualifications_member_count',
  text: `select count(*)::int as total ${MEMBERS_FROM}`,
};

const ASSIGNED_AT: Statement = {
  name: 'qualifications_assigned_at',
  text: `select assigned_at as "assignedAt" from (${ASSIGNED}) a where worker_no = $4`,
};

// The log, not the cache of live ratings: what had been superseded since is not in that. Times as numbers, since a
// hundred thousand of them are read at once.
const LOG: Statement = {
  name: 'qualifications_log',
  text: `
    select r.worker_no as "workerNo", r.seq, r.ksa_no as "ksaNo", r.source, r.level,
           extract(epoch from r.rated_at)::float8 as "ratedAt",
           extract(epoch from r.recorded_at)::float8 as "recordedAt",
           extract(epoch from r.expires_at)::float8 as "expiresAt", u.display_name as "ratedByName"
    from rating r
    left join user_account u on u.tenant_id = $1 and u.id = r.rated_by
    where r.tenant_id = $1 and r.worker_no = any($2::int[]) and r.ksa_no = any($3::smallint[]) and r.rated_at < $4
    order by r.worker_no, r.seq`,
};

export interface WhoseRole {
  readonly roleProfileId: string;
  readonly teamId?: string | undefined;
  readonly q?: string | undefined;
}

interface LogRow extends Omit<BehindRating, 'source'> {
  readonly workerNo: number;
  readonly source: number;
}

@Injectable()
export class QualificationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The newest version published before a time; undefined when there was none. */
  async profileVersionAt(
    context: RequestContext,
    roleProfileId: string,
    before: Date,
  ): Promise<number | undefined> {
    const values = [context.tenantId, roleProfileId, before];
    return (await this.unitOfWork.read<{ profileVersionNo: number }>(context, VERSION_AT, values))[0]
      ?.profileVersionNo;
  }

  /** @param limit null: all */
  members(
    context: RequestContext,
    { roleProfileId, teamId, q }: WhoseRole,
    before: Date,
    { order, limit, offset }: { order: 'ASC' | 'DESC'; limit: number | null; offset: number },
  ): Promise<Member[]> {
    const whose = [context.tenantId, roleProfileId, before, teamId ?? null, containing(q)];
    return this.unitOfWork.read<Member>(context, members(order), [...whose, limit, offset]);
  }

  async memberCount(
    context: RequestContext,
    { roleProfileId, teamId, q }: WhoseRole,
    before: Date,
  ): Promise<number> {
    const whose = [context.tenantId, roleProfileId, before, teamId ?? null, containing(q)];
    return (await this.unitOfWork.read<{ total: number }>(context, MEMBER_COUNT, whose))[0]?.total ?? 0;
  }

  /** Null when the worker had not the role then. */
  async assignedAt(
    context: RequestContext,
    workerNo: number,
    roleProfileId: string,
    before: Date,
  ): Promise<Date | null> {
    const values = [context.tenantId, roleProfileId, before, workerNo];
    const [row] = await this.unitOfWork.read<{ assignedAt: Date }>(context, ASSIGNED_AT, values);
    return row?.assignedAt ?? null;
  }

  /** Each worker's ratings of these KSAs given before a time, whenever they were recorded, in the order of their seq. */
  async log(
    context: RequestContext,
    workerNos: readonly number[],
    ksaNos: readonly number[],
    before: Date,
  ): Promise<ReadonlyMap<number, readonly BehindRating[]>> {
    const values = [context.tenantId, [...workerNos], [...ksaNos], before];
    const rows = await this.unitOfWork.read<LogRow>(context, LOG, values);
    const logs = new Map<number, BehindRating[]>(workerNos.map((workerNo) => [workerNo, []]));
    for (const { workerNo, ...row } of rows) {
      logs.get(workerNo)?.push({
        ...row,
        source: sourceOfCode(row.source),
        ratedAt: instantOf(row.ratedAt),
        recordedAt: instantOf(row.recordedAt),
        expiresAt: row.expiresAt === null ? null : instantOf(row.expiresAt),
      });
    }
    return logs;
  }
}

function instantOf(epochSeconds: number): number {
  return instantOfEpochMilliseconds(epochSeconds * 1000);
}
