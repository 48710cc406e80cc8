import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { RoleAssignmentsQuery } from './dto/role-assignment.dto.ts';
import type { RoleAssignment } from './roles.types.ts';

// The worker's name is joined here, not asked of #workforce: the list is sorted by it.
const ASSIGNMENT = `
  select a.id, a.worker_no as "workerNo", w.id as "workerId", w.name as "workerName",
         a.role_profile_id as "roleProfileId", p.name as "roleProfileName",
         p.published_version_no as "publishedVersionNo", a.assigned_at as "assignedAt", a.assigned_by as "assignedBy"
  from role_assignment a
  join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
  join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
  where a.tenant_id = $1`;

const OF_WORKER: Statement = {
  name: 'role_assignments_of_worker',
  text: `${ASSIGNMENT} and a.worker_no = $2 order by lower(p.name), p.id`,
};

const OF_PROFILE: Statement = {
  name: 'role_assignments_of_profile',
  text: `${ASSIGNMENT} and a.role_profile_id = $2 order by a.worker_no`,
};

const FILTER = `
  and ($2::uuid[] is null or a.id = any($2)) and ($3::uuid is null or w.id = $3)
  and ($4::uuid is null or p.id = $4)`;

const ORDERS: Record<RoleAssignmentsQuery['sort']['field'], string> = {
  workerName: 'lower(w.name)',
  roleProfileName: 'lower(p.name)',
  assignedAt: 'a.assigned_at',
};

const list = ({ field, order }: RoleAssignmentsQuery['sort']): Statement => ({
  name: `role_assignments_list_${field}_${order}`,
  text: `${ASSIGNMENT} ${FILTER} order by ${ORDERS[field]} ${order}, a.id limit $5 offset $6`,
});

const COUNT: Statement = {
  name: 'role_assignments_count',
  text: `
    select count(*)::int as total
    from role_assignment a
    join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
    join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
    where a.tenant_id = $1 ${FILTER}`,
};

const INSERT: Statement = {
  name: 'role_assignments_insert',
  text: `
    insert into role_assignment (tenant_id, worker_no, role_profile_id, id, assigned_at, assigned_by)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (tenant_id, worker_no, role_profile_id) do nothing
    returning id`,
};

const REMOVE: Statement = {
  name: 'role_assignments_remove',
  text: `
    with ended as (
      delete from role_assignment where tenant_id = $1 and id = $2
      returning id, worker_no, role_profile_id, assigned_at
    ), kept as (
      insert into former_assignment (tenant_id, id, worker_no, role_profile_id, assigned_at, ended_at, ended_by)
      select $1, id, worker_no, role_profile_id, assigned_at, $3, $4 from ended
    )
    select worker_no as "workerNo", role_profile_id as "roleProfileId" from ended`,
};

@Injectable()
export class RoleAssignmentsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  ofWorker(context: RequestContext, workerNo: number): Promise<RoleAssignment[]> {
    return this.unitOfWork.read<RoleAssignment>(context, OF_WORKER, [context.tenantId, workerNo]);
  }

  ofProfile(context: RequestContext, roleProfileId: string): Promise<RoleAssignment[]> {
    return this.unitOfWork.read<RoleAssignment>(context, OF_PROFILE, [context.tenantId, roleProfileId]);
  }

  async list(
    context: RequestContext,
    query: RoleAssignmentsQuery,
  ): Promise<{ rows: RoleAssignment[]; total: number }> {
    const { id, workerId, roleProfileId } = query.filter;
    const found = [context.tenantId, id ?? null, workerId ?? null, roleProfileId ?? null];
    const page = [...found, query.limit, query.offset];
    const rows = await this.unitOfWork.read<RoleAssignment>(context, list(query.sort), page);
    if (query.offset === 0 && rows.length < query.limit) return { rows, total: rows.length };
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT, found);
    return { rows, total: count?.total ?? 0 };
  }

  /** False when the worker has the role already. */
  async insert(
    context: TransactionContext,
    id: string,
    workerNo: number,
    roleProfileId: string,
  ): Promise<boolean> {
    const { tenantId, now, actor } = context;
    const row = [tenantId, workerNo, roleProfileId, id, now, actor.userId];
    return (await this.unitOfWork.read(context, INSERT, row)).length === 1;
  }

  /** That the worker had the role is kept. */
  async remove(
    context: TransactionContext,
    id: string,
  ): Promise<{ workerNo: number; roleProfileId: string } | undefined> {
    const removed = [context.tenantId, id, context.now, context.actor.userId];
    return (
      await this.unitOfWork.read<{ workerNo: number; roleProfileId: string }>(context, REMOVE, removed)
    )[0];
  }
}
