import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { PlanPlacesQuery, PlanSessionsQuery } from './dto/training-plan.dto.ts';
import type { StoredSession } from './sessions/programme-session.types.ts';
import { SESSION, SESSION_OF } from './session-sql.ts';
import type { PlacedWorker } from './training-plan.types.ts';

export interface SeatedSession extends StoredSession {
  readonly taken: number;
  readonly gained: string;
}

const PLACES = `
  from training_plan_place t
  join worker w on w.tenant_id = $1 and w.worker_no = t.worker_no
  join programme_session s on s.tenant_id = $1 and s.id = t.session_id
  join programme p on p.tenant_id = $1 and p.id = s.programme_id
  where t.tenant_id = $1 and t.plan_id = $2 and ($3::uuid is null or w.id = $3)
    and ($4::uuid is null or t.session_id = $4) and ($5::text is null or lower(w.name) like $5)`;

const PLACE_ORDERS: Record<PlanPlacesQuery['sort']['field'], (order: string) => string> = {
  workerName: (order) => `lower(w.name) ${order}, w.worker_no ${order}, t.place`,
  firstDay: (order) => `s.first_day ${order}, s.last_day, s.id, lower(w.name), w.worker_no`,
  gained: (order) => `t.gained ${order}, lower(w.name), w.worker_no, t.place`,
};

const places = ({ field, order }: PlanPlacesQuery['sort']): Statement => ({
  name: `training_plan_places_list_${field}_${order}`,
  text: `
    select w.id as "workerId", w.name as "workerName", t.place, t.gained::text as gained, s.id as "sessionId",
           p.id as "programmeId", p.title as "programmeTitle", to_char(s.first_day, 'YYYY-MM-DD') as "firstDay",
           to_char(s.last_day, 'YYYY-MM-DD') as "lastDay"
    ${PLACES} order by ${PLACE_ORDERS[field](order)} limit $6 offset $7`,
});

const PLACE_COUNT: Statement = {
  name: 'training_plan_places_count',
  text: `select count(*)::int as total ${PLACES}`,
};

const SESSIONS = `
  with seated as (
    select session_id, count(*)::int as taken, sum(gained) as gained from training_plan_place
    where tenant_id = $1 and plan_id = $2 group by session_id
  )`;

const SESSIONS_OF = `
  ${SESSION_OF}
  join training_plan t on t.tenant_id = $1 and t.id = $2
  left join seated on seated.session_id = s.id
  where s.tenant_id = $1 and ((s.first_day >= t.from_day and s.last_day <= t.until_day) or seated.taken > 0)
    and ($3::boolean is null or seated.taken > 0)`;

const SESSION_ORDERS: Record<PlanSessionsQuery['sort']['field'], string> = {
  firstDay: 's.first_day',
  programmeTitle: 'lower(p.title)',
  taken: 'coalesce(seated.taken, 0)',
  gained: 'coalesce(seated.gained, 0)',
};

const sessions = ({ field, order }: PlanSessionsQuery['sort']): Statement => ({
  name: `training_plan_sessions_list_${field}_${order}`,
  text: `
    ${SESSIONS} select ${SESSION}, coalesce(seated.taken, 0) as taken, coalesce(seated.gained, 0)::text as gained
    ${SESSIONS_OF} order by ${SESSION_ORDERS[field]} ${order}, s.first_day, s.last_day, s.id limit $4 offset $5`,
});

const SESSION_COUNT: Statement = {
  name: 'training_plan_sessions_count',
  text: `${SESSIONS} select count(*)::int as total ${SESSIONS_OF}`,
};

/** Who sits where by a plan; and where anybody could. */
@Injectable()
export class PlanPlacesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async places(
    context: RequestContext,
    planId: string,
    query: PlanPlacesQuery,
  ): Promise<{ rows: PlacedWorker[]; total: number }> {
    const { workerId, sessionId, q } = query.filter;
    const found = [context.tenantId, planId, workerId ?? null, sessionId ?? null, containing(q)];
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<PlacedWorker>(context, places(query.sort), [...found, query.limit, query.offset]),
      this.unitOfWork.read<{ total: number }>(context, PLACE_COUNT, found),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }

  async sessions(
    context: RequestContext,
    planId: string,
    query: PlanSessionsQuery,
  ): Promise<{ rows: SeatedSession[]; total: number }> {
    const found = [context.tenantId, planId, query.filter.taken ?? null];
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<SeatedSession>(context, sessions(query.sort), [
        ...found,
        query.limit,
        query.offset,
      ]),
      this.unitOfWork.read<{ total: number }>(context, SESSION_COUNT, found),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }
}
