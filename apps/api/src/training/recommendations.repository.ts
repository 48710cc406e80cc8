import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { StoredRecommendation } from './recommendation.types.ts';

const COLUMNS = [
  'input_version',
  'policy_version',
  'as_of',
  'budget_hours',
  'gained',
  'bound',
  'den',
  'steps',
  'uncovered',
  'assess_first',
  'optimal',
  'algorithm',
];

const row = (of: string) => `(${COLUMNS.map((column) => `${of}.${column}`).join(', ')})`;

// Replaced only by one of no older inputs, and only when something differs: the same work done twice changes nothing.
const STORE: Statement = {
  name: 'recommendations_store',
  text: `
    insert into recommendation as r (tenant_id, worker_no, profile_version_no, computed_at, ${COLUMNS.join(', ')})
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    on conflict (tenant_id, worker_no, profile_version_no) do update set
      computed_at = excluded.computed_at, ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
    where r.input_version <= excluded.input_version and r.policy_version <= excluded.policy_version
      and r.as_of <= excluded.as_of and ${row('r')} is distinct from ${row('excluded')}
    returning 1`,
};

const OF_VERSION: Statement = {
  name: 'recommendations_of_version',
  text: `
    select worker_no as "workerNo", profile_version_no as "profileVersionNo", input_version as "inputVersion",
           policy_version as "policyVersion", to_char(as_of, 'YYYY-MM-DD') as "asOf",
           budget_hours::float8 as "budgetHours", gained::float8 as gained, bound::float8 as bound,
           den::float8 as denominator, steps, uncovered, assess_first as "assessFirst", optimal, algorithm,
           computed_at as "computedAt"
    from recommendation where tenant_id = $1 and worker_no = $2 and profile_version_no = $3`,
};

@Injectable()
export class RecommendationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ofVersion(
    context: RequestContext,
    workerNo: number,
    profileVersionNo: number,
  ): Promise<StoredRecommendation | undefined> {
    const values = [context.tenantId, workerNo, profileVersionNo];
    return (await this.unitOfWork.read<StoredRecommendation>(context, OF_VERSION, values))[0];
  }

  async store(context: TransactionContext, recommendation: StoredRecommendation): Promise<boolean> {
    const rows = await this.unitOfWork.read(context, STORE, [
      context.tenantId,
      recommendation.workerNo,
      recommendation.profileVersionNo,
      recommendation.computedAt,
      recommendation.inputVersion,
      recommendation.policyVersion,
      recommendation.asOf,
      recommendation.budgetHours,
      recommendation.gained,
      recommendation.bound,
      recommendation.denominator,
      JSON.stringify(recommendation.steps),
      recommendation.uncovered,
      recommendation.assessFirst,
      recommendation.optimal,
      recommendation.algorithm,
    ]);
    return rows.length === 1;
  }
}
