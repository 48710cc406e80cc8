import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ScoreHistoryQuery } from './dto/score-history.dto.ts';
import type { ScorePoint } from './history.types.ts';

// A score of a version that had been replaced by then is nobody's readiness: it came late from the queue.
const POINTS = `
  with kept as (
    select h.*, v.version as profile_version,
           max(h.profile_version_no) over (order by h.computed_at) as newest_version_no
    from score_history h
    join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = h.profile_version_no
    where h.tenant_id = $1 and h.worker_no = $2 and v.role_profile_id = $3
  ), point as (
    select k.*, lag(profile_version) over before as former_profile, lag(policy_version) over before as former_policy,
           lag(input_version) over before as former_input, lag(as_of) over before as former_as_of
    from kept k where profile_version_no = newest_version_no
    window before as (order by computed_at)
  )`;

const list = (order: 'ASC' | 'DESC'): Statement => ({
  name: `score_history_list_${order}`,
  text: `${POINTS}
    select to_char(computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as id,
           computed_at as "computedAt", to_char(as_of, 'YYYY-MM-DD') as "asOf", low::float8 as low,
           high::float8 as high, den::float8 as denominator,
           case when critical_short > 0 then 'no' when critical_open > 0 then 'not-yet-known' else 'yes' end
             as qualified,
           met, cardinality(array_positions(attained, -1::smallint)) as unknown, cardinality(attained) as total,
           profile_version as "roleProfileVersion", policy_version as "policyVersion",
           input_version as "inputVersion",
           array_remove(array[case when profile_version > former_profile then 'role-profile' end,
                              case when policy_version > former_policy then 'policy' end,
                              case when input_version > former_input then 'ratings' end,
                              case when as_of > former_as_of then 'date' end], null) as causes
    from point order by computed_at ${order} limit $4 offset $5`,
});

const COUNT: Statement = {
  name: 'score_history_count',
  text: `${POINTS} select count(*)::int as total from point`,
};

@Injectable()
export class ScoreHistoryRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    context: RequestContext,
    workerNo: number,
    roleProfileId: string,
    { sort, limit, offset }: ScoreHistoryQuery,
  ): Promise<{ rows: ScorePoint[]; total: number }> {
    const pair = [context.tenantId, workerNo, roleProfileId];
    const rows = await this.unitOfWork.read<ScorePoint>(context, list(sort.order), [...pair, limit, offset]);
    if (offset === 0 && rows.length < limit) return { rows, total: rows.length };
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT, pair);
    return { rows, total: count?.total ?? 0 };
  }
}
