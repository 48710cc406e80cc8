import { Injectable } from '@nestjs/common';
import { gapScoreAlgorithm } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { storeScores } from '../store-scores.ts';
import type { ScoringBasis } from './chunk-scorer.ts';

// These statements read other rooms' tables beside the scores, since they stream what only the database can join in
// good time; they write scores alone.

/** Workers whose number lies above `after` and not above `upTo`. */
export interface WorkerRange {
  readonly after: number;
  readonly upTo: number;
}

/** One role profile version, or null: everybody's. */
export type ScopeVersion = number | null;

export interface PlannedChunks {
  /** The last worker of each chunk. */
  readonly bounds: readonly number[];
  /** Pairs of a worker and a role profile. */
  readonly total: number;
}

const CHUNKS: Statement = {
  name: 'rescoring_chunks',
  text: `
    select coalesce(array_agg(distinct worker_no) filter (where place % $4 = 0 or place = total), '{}') as bounds,
           coalesce(max(total), 0)::int as total
    from (
      select a.worker_no, row_number() over (order by a.worker_no) as place, count(*) over () as total
      from role_assignment a
      where a.tenant_id = $1 and a.worker_no > $2 and ($3::int is null or a.role_profile_id = (
        select id from role_profile where tenant_id = $1 and published_version_no = $3))
    ) pairs`,
};

const VERSIONS: Statement = {
  name: 'rescoring_versions',
  text: `
    select published_version_no as "profileVersionNo" from role_profile p
    where p.tenant_id = $1 and ($2::int is null or published_version_no = $2) and published_version_no is not null
      and exists (select from role_assignment a where a.tenant_id = $1 and a.role_profile_id = p.id)
    order by 1`,
};

// Bounded on both sides of the join: a chunk never costs more than its workers, whatever plan is chosen.
const PAIRS: Statement = {
  name: 'rescoring_pairs',
  text: `
    select a.worker_no, p.published_version_no, coalesce(r.input_version, 0), r.packed
    from role_assignment a
    join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
    left join worker_ratings r
      on r.tenant_id = $1 and r.worker_no = a.worker_no and r.worker_no > $2 and r.worker_no <= $3
    where a.tenant_id = $1 and a.worker_no > $2 and a.worker_no <= $3
      and ($4::int is null or p.published_version_no = $4)`,
};

/** The order is that of `ProfileLane.flush`. */
const RESCORED: Statement = {
  name: 'rescoring_table',
  text: `
  create temporary table if not exists rescored (
    worker_no int, profile_version_no int, runs_out_on date, input_version int, release_id uuid, low bigint, high bigint, den bigint,
    met smallint, critical_short smallint, critical_open smallint, attained smallint[], verified boolean[], used int[]
  ) on commit delete rows`,
};

// In one order for all who store many: two of them wait for each other, and never in a circle.
const STORE: Statement = {
  name: 'rescoring_store',
  text: storeScores(
    `select $1::uuid, worker_no, profile_version_no, $2::timestamptz, $2, runs_out_on, input_version, $3::int, $4::date, $5::text,
            release_id, low, high, den, met, critical_short, critical_open, attained, verified, used
     from rescored order by worker_no, profile_version_no`,
    'count(*)::int as stored',
  ),
};

@Injectable()
export class RescoringRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async chunks(
    context: RequestContext,
    version: ScopeVersion,
    after: number,
    pairsEach: number,
  ): Promise<PlannedChunks> {
    const values = [context.tenantId, after, version, pairsEach];
    const [row] = await this.unitOfWork.read<PlannedChunks>(context, CHUNKS, values);
    return row ?? { bounds: [], total: 0 };
  }

  /** The published versions that somebody is held against. */
  async versions(context: RequestContext, version: ScopeVersion): Promise<number[]> {
    const rows = await this.unitOfWork.read<{ profileVersionNo: number }>(context, VERSIONS, [
      context.tenantId,
      version,
    ]);
    return rows.map(({ profileVersionNo }) => profileVersionNo);
  }

  /** Of each pair the worker, the published version, the version of the worker's inputs, and the live ratings. */
  streamPairs(
    context: TransactionContext,
    version: ScopeVersion,
    range: WorkerRange,
    take: (piece: Buffer) => void,
  ): Promise<void> {
    const values = [context.tenantId, range.after, range.upTo, version];
    return this.unitOfWork.copyOut(context, PAIRS, values, take);
  }

  /** Stores scores of one policy and date under the guard; says how many were written. */
  async store(context: TransactionContext, { policy, asOf }: ScoringBasis, rows: Buffer): Promise<number> {
    await this.unitOfWork.read(context, RESCORED, []);
    await this.unitOfWork.copyIn(context, 'rescored', rows);
    const [result] = await this.unitOfWork.read<{ stored: number }>(context, STORE, [
      context.tenantId,
      context.now,
      policy.version,
      asOf,
      gapScoreAlgorithm,
    ]);
    return result?.stored ?? 0;
  }
}
