import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { GapScoresQuery } from './dto/gap-score.dto.ts';
import { ASSIGNED, NEWEST, SCORE, staleAt } from './score-sql.ts';
import type { CurrentScore, ScoreSummary, StoredScore } from './score.types.ts';
import { storeScores } from './store-scores.ts';

const STORE: Statement = {
  name: 'scores_store',
  text: storeScores(
    `values ($1, $2, $3, $4, $4, coalesce($19::date, 'infinity'), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
             $16, $17, $18)`,
    '1',
  ),
};

const OF_VERSION: Statement = {
  name: 'scores_of_version',
  text: `select ${SCORE} from score s where s.tenant_id = $1 and s.worker_no = $2 and s.profile_version_no = $3`,
};

const CURRENT: Statement = {
  name: 'scores_current',
  text: `
    select ${SCORE}, ${staleAt('$5')} as stale ${ASSIGNED} left join ${NEWEST} on true
    where a.tenant_id = $1 and w.id = $2 and a.role_profile_id = $3 and ($4::int is null or a.worker_no = $4)`,
};

const QUALIFIED = `case when s.critical_short > 0 then 'no' when s.critical_open > 0 then 'not-yet-known' else 'yes' end`;

const FILTER = `
  where a.tenant_id = $1 and ($2::int is null or a.worker_no = $2) and ($3::uuid is null or w.id = $3)
    and ($4::uuid is null or p.id = $4) and ($5::text is null or ${QUALIFIED} = $5)
    and ($6::text is null or lower(w.name) like $6 or lower(p.name) like $6)`;

const ORDERS: Record<GapScoresQuery['sort']['field'], string> = {
  low: 's.low::numeric / s.den',
  high: 's.high::numeric / s.den',
  workerName: 'lower(w.name)',
  roleProfileName: 'lower(p.name)',
  computedAt: 's.computed_at',
};

const list = ({ field, order }: GapScoresQuery['sort']): Statement => ({
  name: `scores_list_${field}_${order}`,
  text: `
    select w.id as "workerId", w.name as "workerName", p.id as "roleProfileId", p.name as "roleProfileName",
           s.profile_version as "profileVersion", s.low::float8 as low, s.high::float8 as high,
           s.den::float8 as denominator, s.met, cardinality(array_positions(s.attained, -1::smallint)) as unknown,
           cardinality(s.attained) as total, ${QUALIFIED} as qualified, s.computed_at as "computedAt",
           ${staleAt('$9')} as stale
    ${ASSIGNED} join ${NEWEST} on true ${FILTER}
    order by ${ORDERS[field]} ${order}, lower(w.name), w.worker_no, lower(p.name), p.id limit $7 offset $8`,
});

const COUNT: Statement = {
  name: 'scores_count',
  text: `select count(*)::int as total ${ASSIGNED} join ${NEWEST} on true ${FILTER}`,
};

@Injectable()
export class ScoresRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * False when nothing was stored: the same score is there already, or one of newer inputs.
   *
   * @param runsOutOn `YYYY-MM-DD`: from when it no longer holds though nobody rates; null: never
   */
  async store(context: TransactionContext, score: StoredScore, runsOutOn: string | null): Promise<boolean> {
    const rows = await this.unitOfWork.read(context, STORE, [
      context.tenantId,
      score.workerNo,
      score.profileVersionNo,
      score.computedAt,
      score.inputVersion,
      score.policyVersion,
      score.asOf,
      score.algorithm,
      score.releaseId,
      score.low,
      score.high,
      score.denominator,
      score.met,
      score.criticalShort,
      score.criticalOpen,
      score.attained,
      score.verified,
      score.used,
      runsOutOn,
    ]);
    return rows.length === 1;
  }

  async ofVersion(
    context: RequestContext,
    workerNo: number,
    profileVersionNo: number,
  ): Promise<StoredScore | undefined> {
    const values = [context.tenantId, workerNo, profileVersionNo];
    return (await this.unitOfWork.read<StoredScore>(context, OF_VERSION, values))[0];
  }

  /** Undefined when the role profile is not assigned to the worker; null when it is, and no score is there yet. */
  async current(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    ownWorkerNo: number | null,
  ): Promise<CurrentScore | null | undefined> {
    type Row = CurrentScore | { readonly workerNo: null };
    const values = [context.tenantId, workerId, roleProfileId, ownWorkerNo, context.now];
    const [found] = await this.unitOfWork.read<Row>(context, CURRENT, values);
    if (found === undefined) return undefined;
    return found.workerNo === null ? null : found;
  }

  async list(
    context: RequestContext,
    query: GapScoresQuery,
    ownWorkerNo: number | null,
  ): Promise<{ rows: ScoreSummary[]; total: number }> {
    const { workerId, roleProfileId, qualified, q } = query.filter;
    const pattern = containing(q);
    const found = [
      context.tenantId,
      ownWorkerNo,
      workerId ?? null,
      roleProfileId ?? null,
      qualified ?? null,
      pattern,
    ];
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<ScoreSummary>(context, list(query.sort), [
        ...found,
        query.limit,
        query.offset,
        context.now,
      ]),
      this.unitOfWork.read<{ total: number }>(context, COUNT, found),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }
}
