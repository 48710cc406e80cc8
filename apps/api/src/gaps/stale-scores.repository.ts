import { Injectable } from '@nestjs/common';
import { scoreWorker } from '#assessments';
import { gapScoreAlgorithm } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { todayAt } from './score-sql.ts';

/** A worker and the published version of a role of theirs whose score is behind, and what it should be made from. */
export interface PairBehind {
  readonly workerNo: number;
  readonly profileVersionNo: number;
  readonly inputVersion: number;
  readonly policyVersion: number;
}

// What waits or is being worked on is nobody's to mend.
const HELD = `
  with held as materialized (
    select (payload->>'workerNo')::int as worker_no, (payload->>'profileVersionNo')::int as profile_version_no
    from job where tenant_id = $1 and name = '${scoreWorker.name}' and state in ('waiting', 'active')
  )`;

// Reads other rooms' versions beside the scores, since only the database can compare a hundred thousand in good time.
// Until when it holds is not known of a score that is not there, nor of one that a former release has stored.
const FROM = `
  from role_assignment a
  join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id and p.published_version_no is not null
  join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
  cross join (select max(version) as version from rating_policy where tenant_id = $1) y
  left join score s on s.tenant_id = $1 and s.worker_no = a.worker_no
                   and s.profile_version_no = p.published_version_no
  where a.tenant_id = $1
    and not exists (select from held h where h.worker_no = a.worker_no
                      and h.profile_version_no = p.published_version_no)
    and (s.input_version < w.input_version or s.policy_version < y.version
         or s.algorithm <> $4 or s.runs_out_on is null or s.runs_out_on <= ${todayAt('$3')} or ($2 and s.as_of < ${todayAt('$3')}))`;

const BEHIND: Statement = {
  name: 'stale_scores_behind',
  text: `${HELD}
    select a.worker_no as "workerNo", p.published_version_no as "profileVersionNo",
           w.input_version as "inputVersion", y.version as "policyVersion" ${FROM}
    order by a.worker_no, p.published_version_no limit $5`,
};

const COUNT: Statement = {
  name: 'stale_scores_count',
  text: `${HELD} select count(*)::int as count ${FROM}`,
};

@Injectable()
export class StaleScoresRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `byDay`: a score of an earlier day than today is behind, too. */
  behind(context: RequestContext, byDay: boolean, most: number): Promise<PairBehind[]> {
    return this.unitOfWork.read(context, BEHIND, [...of(context, byDay), most]);
  }

  async count(context: RequestContext, byDay: boolean): Promise<number> {
    const [row] = await this.unitOfWork.read<{ count: number }>(context, COUNT, of(context, byDay));
    return row?.count ?? 0;
  }
}

const of = ({ tenantId, now }: RequestContext, byDay: boolean): unknown[] => [
  tenantId,
  byDay,
  now,
  gapScoreAlgorithm,
];
