import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { TrainingPlansQuery } from './dto/training-plan.dto.ts';
import { planTraining } from './jobs/plan-training.job.ts';
import type { NewPlace, PlanDetail, PlanQuestion, PlanResult, PlanSummary } from './training-plan.types.ts';

const RESULT = `
  'algorithm', t.algorithm, 'denominator', t.den::text, 'gained', t.gained::text, 'bound', t.bound::text,
  'shortfall', t.shortfall::text, 'workerCount', t.worker_count, 'seatedCount', t.seated_count,
  'placeCount', t.place_count, 'costs', t.costs`;

const resultOf = (columns: string): string =>
  `case when t.computed_at is not null then json_build_object(${columns}) end as result`;

// Reads the names of teams and roles and the last run of its job beside each plan; writes none of them.
const PLAN = `
  t.id, t.name, to_char(t.from_day, 'YYYY-MM-DD') as "from", to_char(t.until_day, 'YYYY-MM-DD') as until,
  t.budget_cents::float8 as "budgetCents", t.currency, t.minutes_per_worker as "minutesPerWorker",
  (select json_build_object('id', m.id, 'name', m.name) from team m
    where m.tenant_id = $1 and m.team_no = t.team_no) as team,
  case when t.role_profile_ids is not null then coalesce(
    (select json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id) from role_profile p
      where p.tenant_id = $1 and p.id = any(t.role_profile_ids)), '[]') end as "roleProfiles",
  t.created_at as "createdAt", t.computed_at as "computedAt",
  coalesce(greatest(
    (select max(s.updated_at) from programme_session s
      where s.tenant_id = $1 and s.first_day >= t.from_day and s.last_day <= t.until_day),
    (select max(created_at) from programme where tenant_id = $1),
    (select max(computed_at) from score where tenant_id = $1)) > t.computed_at, false) as stale,
  j.id as "jobId", j.state as "jobState", coalesce(j.done, 0) as done, j.total, j.error`;

const PLAN_OF = `
  from training_plan t
  left join job j on j.tenant_id = $1 and j.job_key = '${planTraining.name}:' || t.id`;

const DETAIL: Statement = {
  name: 'training_plans_detail',
  text: `select ${PLAN}, ${resultOf(`${RESULT}, 'leftOut', t.left_out, 'uncovered', t.uncovered`)} ${PLAN_OF}
         where t.tenant_id = $1 and t.id = $2`,
};

const ORDERS: Record<TrainingPlansQuery['sort']['field'], string> = {
  createdAt: 't.created_at',
  name: 'lower(t.name)',
  from: 't.from_day',
};

const list = ({ field, order }: TrainingPlansQuery['sort']): Statement => ({
  name: `training_plans_list_${field}_${order}`,
  text: `select ${PLAN}, ${resultOf(RESULT)} ${PLAN_OF} where t.tenant_id = $1
         order by ${ORDERS[field]} ${order}, t.id limit $2 offset $3`,
});

const COUNT: Statement = {
  name: 'training_plans_count',
  text: `select count(*)::int as total from training_plan t where t.tenant_id = $1`,
};

const QUESTION: Statement = {
  name: 'training_plans_question',
  text: `
    select name, to_char(from_day, 'YYYY-MM-DD') as "from", to_char(until_day, 'YYYY-MM-DD') as until,
           budget_cents::float8 as "budgetCents", currency, minutes_per_worker as "minutesPerWorker",
           team_no as "teamNo", role_profile_ids as "roleProfileIds"
    from training_plan where tenant_id = $1 and id = $2`,
};

const INSERT: Statement = {
  name: 'training_plans_insert',
  text: `
    insert into training_plan (tenant_id, id, name, from_day, until_day, budget_cents, currency, minutes_per_worker,
                               team_no, role_profile_ids, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

const STORE: Statement = {
  name: 'training_plans_store',
  text: `
    update training_plan
       set computed_at = $3, algorithm = $4, den = $5, gained = $6, bound = $7, shortfall = $8, worker_count = $9,
           seated_count = $10, place_count = $11, costs = $12, left_out = $13, uncovered = $14
     where tenant_id = $1 and id = $2 returning id`,
};

const CLEAR_PLACES: Statement = {
  name: 'training_plan_places_clear',
  text: `delete from training_plan_place where tenant_id = $1 and plan_id = $2`,
};

const INSERT_PLACES: Statement = {
  name: 'training_plan_places_insert',
  text: `
    insert into training_plan_place (tenant_id, plan_id, worker_no, place, session_id, gained)
    select $1, $2, * from unnest($3::int[], $4::smallint[], $5::uuid[], $6::numeric[])`,
};

const REMOVE: Statement = {
  name: 'training_plans_remove',
  text: `delete from training_plan where tenant_id = $1 and id = $2 returning id`,
};

@Injectable()
export class TrainingPlansRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async detail(context: RequestContext, id: string): Promise<PlanDetail | undefined> {
    return (await this.unitOfWork.read<PlanDetail>(context, DETAIL, [context.tenantId, id]))[0];
  }

  async list(
    context: RequestContext,
    query: TrainingPlansQuery,
  ): Promise<{ rows: PlanSummary[]; total: number }> {
    const { tenantId } = context;
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<PlanSummary>(context, list(query.sort), [tenantId, query.limit, query.offset]),
      this.unitOfWork.read<{ total: number }>(context, COUNT, [tenantId]),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }

  async question(context: RequestContext, id: string): Promise<PlanQuestion | undefined> {
    return (await this.unitOfWork.read<PlanQuestion>(context, QUESTION, [context.tenantId, id]))[0];
  }

  async insert(context: TransactionContext, id: string, question: PlanQuestion): Promise<void> {
    const { name, from, until, budgetCents, currency, minutesPerWorker, teamNo, roleProfileIds } = question;
    await this.unitOfWork.read(context, INSERT, [
      ...[context.tenantId, id, name, from, until, budgetCents, currency, minutesPerWorker],
      ...[teamNo, roleProfileIds, context.now],
    ]);
  }

  /** Replaces the result and all places; false when the plan is gone. */
  async store(
    context: TransactionContext,
    id: string,
    result: PlanResult,
    places: readonly NewPlace[],
  ): Promise<boolean> {
    const { tenantId } = context;
    const { algorithm, denominator, gained, bound, shortfall, workerCount, seatedCount, placeCount } = result;
    const stored = await this.unitOfWork.read(context, STORE, [
      ...[tenantId, id, context.now, algorithm, denominator, gained, bound, shortfall],
      ...[workerCount, seatedCount, placeCount, JSON.stringify(result.costs)],
      ...[JSON.stringify(result.leftOut), JSON.stringify(result.uncovered)],
    ]);
    if (stored.length === 0) return false;
    await this.unitOfWork.read(context, CLEAR_PLACES, [tenantId, id]);
    await this.unitOfWork.read(context, INSERT_PLACES, [
      ...[tenantId, id],
      places.map(({ workerNo }) => workerNo),
      places.map(({ place }) => place),
      places.map(({ sessionId }) => sessionId),
      places.map((each) => each.gained),
    ]);
    return true;
  }

  /** False when there is none. */
  async remove(context: TransactionContext, id: string): Promise<boolean> {
    return (await this.unitOfWork.read(context, REMOVE, [context.tenantId, id])).length === 1;
  }
}
