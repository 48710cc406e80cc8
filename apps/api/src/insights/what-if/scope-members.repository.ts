import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

// One pass over workers, their ratings and their roles; it writes nothing.
const OF_ROLE: Statement = {
  name: 'what_if_members_of_role',
  text: `
    select w.worker_no as "workerNo", w.id, w.name, coalesce(r.packed, '') as packed,
           array[p.published_version_no] as "profileVersionNos"
    from role_assignment a
    join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
    join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = a.worker_no
    where a.tenant_id = $1 and a.role_profile_id = $2 and a.worker_no > $3
    order by a.worker_no limit $4`,
};

const OF_GROUP: Statement = {
  name: 'what_if_members_of_group',
  text: `
    select w.worker_no as "workerNo", w.id, w.name, coalesce(r.packed, '') as packed,
           array(select p.published_version_no from role_assignment a
                 join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
                 where a.tenant_id = $1 and a.worker_no = w.worker_no order by 1) as "profileVersionNos"
    from worker w
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = w.worker_no
    where w.tenant_id = $1 and ($2::int is null or w.team_no = $2) and w.worker_no > $3
    order by w.worker_no limit $4`,
};

const NUMBERS: Statement = {
  name: 'what_if_worker_numbers',
  text: 'select id, worker_no as "workerNo" from worker where tenant_id = $1 and id = any($2::uuid[])',
};

// A slip cannot write: the database refuses.
const READ_ONLY: Statement = { name: 'what_if_read_only', text: 'set transaction read only' };

/** Whom it is tried with: who has a role, a team (`teamNo`), or everybody (null). */
export type Scope = { readonly roleProfileId: string } | { readonly teamNo: number | null };

export interface ScopeMember {
  readonly workerNo: number;
  readonly id: string;
  readonly name: string;
  readonly packed: Buffer;
  /** Of a role alone its version; else that of each role that the worker has, ascending. */
  readonly profileVersionNos: readonly number[];
}

@Injectable()
export class ScopeMembersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From here to its end nothing can be written in a transaction. */
  async readOnly(context: RequestContext): Promise<void> {
    await this.unitOfWork.read(context, READ_ONLY, []);
  }

  /** The next members after a number, in the order of their numbers. */
  members(context: RequestContext, scope: Scope, after: number, limit: number): Promise<ScopeMember[]> {
    const [statement, key] =
      'roleProfileId' in scope ? [OF_ROLE, scope.roleProfileId] : [OF_GROUP, scope.teamNo];
    return this.unitOfWork.read<ScopeMember>(context, statement, [context.tenantId, key, after, limit]);
  }

  async numbers(context: RequestContext, workerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.unitOfWork.read<{ id: string; workerNo: number }>(context, NUMBERS, [
      context.tenantId,
      [...workerIds],
    ]);
    return new Map(rows.map(({ id, workerNo }) => [id, workerNo]));
  }
}
