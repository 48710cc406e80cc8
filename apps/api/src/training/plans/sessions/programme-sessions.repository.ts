import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ProgrammeSessionsQuery } from '../dto/programme-session.dto.ts';
import { SESSION, SESSION_OF } from '../session-sql.ts';
import type { SessionChange, StoredSession } from './programme-session.types.ts';

const BY_ID: Statement = {
  name: 'programme_sessions_by_id',
  text: `select ${SESSION} ${SESSION_OF} where s.tenant_id = $1 and s.id = $2`,
};

const WITHIN: Statement = {
  name: 'programme_sessions_within',
  text: `select ${SESSION} ${SESSION_OF} where s.tenant_id = $1 and s.first_day >= $2 and s.last_day <= $3 order by s.id`,
};

const FOUND = `
  where s.tenant_id = $1 and ($2::uuid is null or s.programme_id = $2)
    and ($3::date is null or s.first_day >= $3) and ($4::date is null or s.last_day <= $4)`;

const ORDERS: Record<ProgrammeSessionsQuery['sort']['field'], string> = {
  firstDay: 's.first_day',
  programmeTitle: 'lower(p.title)',
  seats: 's.seats',
};

const list = ({ field, order }: ProgrammeSessionsQuery['sort']): Statement => ({
  name: `programme_sessions_list_${field}_${order}`,
  text: `select ${SESSION} ${SESSION_OF} ${FOUND}
         order by ${ORDERS[field]} ${order}, s.first_day, s.last_day, s.id limit $5 offset $6`,
});

const COUNT: Statement = {
  name: 'programme_sessions_count',
  text: `select count(*)::int as total from programme_session s ${FOUND}`,
};

const INSERT: Statement = {
  name: 'programme_sessions_insert',
  text: `insert into programme_session (tenant_id, id, programme_id, first_day, last_day, seats, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
};

const EDIT: Statement = {
  name: 'programme_sessions_edit',
  text: `update programme_session set programme_id = $4, first_day = $5, last_day = $6, seats = $7, updated_at = $8,
                                      version = version + 1
          where tenant_id = $1 and id = $2 and version = $3 returning id`,
};

const REMOVE: Statement = {
  name: 'programme_sessions_remove',
  text: `delete from programme_session where tenant_id = $1 and id = $2
            and not exists (select from training_plan_place where tenant_id = $1 and session_id = $2)
         returning id`,
};

@Injectable()
export class ProgrammeSessionsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(context: RequestContext, id: string): Promise<StoredSession | undefined> {
    return (await this.unitOfWork.read<StoredSession>(context, BY_ID, [context.tenantId, id]))[0];
  }

  /** All that lie within, for whoever plans. */
  within(context: RequestContext, from: string, until: string): Promise<StoredSession[]> {
    return this.unitOfWork.read<StoredSession>(context, WITHIN, [context.tenantId, from, until]);
  }

  async list(
    context: RequestContext,
    query: ProgrammeSessionsQuery,
  ): Promise<{ rows: StoredSession[]; total: number }> {
    const { programmeId, from, until } = query.filter;
    const found = [context.tenantId, programmeId ?? null, from ?? null, until ?? null];
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<StoredSession>(context, list(query.sort), [...found, query.limit, query.offset]),
      this.unitOfWork.read<{ total: number }>(context, COUNT, found),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }

  async insert(context: TransactionContext, id: string, session: SessionChange): Promise<void> {
    const { programmeId, firstDay, lastDay, seats } = session;
    const row = [context.tenantId, id, programmeId, firstDay, lastDay, seats, context.now];
    await this.unitOfWork.read(context, INSERT, row);
  }

  /** False when the session is not at this version any more. */
  async edit(
    context: TransactionContext,
    id: string,
    version: number,
    change: SessionChange,
  ): Promise<boolean> {
    const { programmeId, firstDay, lastDay, seats } = change;
    const row = [context.tenantId, id, version, programmeId, firstDay, lastDay, seats, context.now];
    return (await this.unitOfWork.read(context, EDIT, row)).length === 1;
  }

  /** False when a plan seats somebody in it. */
  async remove(context: TransactionContext, id: string): Promise<boolean> {
    return (await this.unitOfWork.read(context, REMOVE, [context.tenantId, id])).length === 1;
  }
}
