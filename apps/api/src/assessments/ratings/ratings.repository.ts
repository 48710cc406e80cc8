import { Injectable } from '@nestjs/common';
import { codeOfSource, instantOfEpochMilliseconds, sourceOfCode } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { packLive } from './live-ratings.ts';
import type { LoggedRating, NewRating, PackedRatings } from './rating.types.ts';

const PACKED: Statement = {
  name: 'ratings_packed',
  text: `select input_version as "inputVersion", packed from worker_ratings where tenant_id = $1 and worker_no = $2`,
};

const APPEND: Statement = {
  name: 'ratings_append',
  text: `
    insert into rating (tenant_id, worker_no, seq, ksa_no, source, level, rated_at, recorded_at, expires_at,
                        assessment_id, rated_by)
    select $1, $2, $3::int + place, ksa_no, source, level, rated_at, $4, expires_at, assessment_id, rated_by
    from unnest($5::smallint[], $6::smallint[], $7::smallint[], $8::timestamptz[], $9::timestamptz[], $10::uuid[],
                $11::uuid[])
         with ordinality as r (ksa_no, source, level, rated_at, expires_at, assessment_id, rated_by, place)`,
};

const STORE_PACKED: Statement = {
  name: 'ratings_store_packed',
  text: `
    insert into worker_ratings (tenant_id, worker_no, input_version, packed) values ($1, $2, $3, $4)
    on conflict (tenant_id, worker_no)
    do update set input_version = excluded.input_version, packed = excluded.packed`,
};

const LOG_COLUMNS = `
  r.seq, r.ksa_no as "ksaNo", r.source, r.level, r.rated_at as "ratedAt", r.recorded_at as "recordedAt",
  r.expires_at as "expiresAt", r.assessment_id as "assessmentId", r.rated_by as "ratedBy",
  u.display_name as "ratedByName"`;

const LOG_FROM = `
  from rating r left join user_account u on u.tenant_id = r.tenant_id and u.id = r.rated_by`;

const BY_SEQ: Statement = {
  name: 'ratings_by_seq',
  text: `select ${LOG_COLUMNS} ${LOG_FROM} where r.tenant_id = $1 and r.worker_no = $2 and r.seq = any($3::int[])`,
};

const LOG: Statement = {
  name: 'ratings_log',
  text: `select ${LOG_COLUMNS} ${LOG_FROM} where r.tenant_id = $1 and r.worker_no = $2 order by r.seq`,
};

const ASSESSOR_RATINGS: Statement = {
  name: 'ratings_of_assessors',
  text: `
    select distinct on (r.ksa_no) ${LOG_COLUMNS} ${LOG_FROM}
    where r.tenant_id = $1 and r.worker_no = $2 and r.source = $3 and ($4::uuid is null or r.assessment_id = $4)
    order by r.ksa_no, r.rated_at desc, r.seq desc`,
};

const RATED_WORKERS: Statement = {
  name: 'ratings_workers',
  text: `
    select distinct worker_no as "workerNo" from rating where tenant_id = $1
    union select worker_no from worker_ratings where tenant_id = $1
    order by 1`,
};

@Injectable()
export class RatingsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null for a worker who was never rated. */
  async packed(context: RequestContext, workerNo: number): Promise<PackedRatings | null> {
    const [row] = await this.unitOfWork.read<PackedRatings>(context, PACKED, [context.tenantId, workerNo]);
    return row ?? null;
  }

  /**
   * The one place where ratings are written: the log and what is cached of it, together. The caller holds the lock on
   * the worker's row, `inputVersion` being what it found there; returned is what it is now.
   */
  async append(
    context: TransactionContext,
    workerNo: number,
    inputVersion: number,
    ratings: readonly NewRating[],
  ): Promise<number> {
    const recordedAt = wholeSeconds(context.now);
    await this.unitOfWork.read(context, APPEND, [
      context.tenantId,
      workerNo,
      inputVersion,
      recordedAt,
      ratings.map(({ ksaNo }) => ksaNo),
      ratings.map(({ source }) => codeOfSource(source)),
      ratings.map(({ level }) => level),
      ratings.map(({ ratedAt }) => wholeSeconds(ratedAt)),
      ratings.map(({ expiresAt }) => (expiresAt === null ? null : wholeSeconds(expiresAt))),
      ratings.map(({ assessmentId }) => assessmentId),
      ratings.map(({ ratedBy }) => ratedBy),
    ]);
    const cached = await this.packed(context, workerNo);
    const added = ratings.map((rating, index) => packable(rating, inputVersion + index + 1));
    const latest = inputVersion + ratings.length;
    await this.storePacked(context, workerNo, {
      inputVersion: latest,
      packed: packLive(cached?.packed ?? new Uint8Array(), added),
    });
    return latest;
  }

  async storePacked(context: TransactionContext, workerNo: number, ratings: PackedRatings): Promise<void> {
    const { inputVersion, packed } = ratings;
    await this.unitOfWork.read(context, STORE_PACKED, [context.tenantId, workerNo, inputVersion, packed]);
  }

  /** What the cache would be if it were made anew from the log. */
  async packedFromLog(context: RequestContext, workerNo: number): Promise<PackedRatings> {
    const log = await this.readLog(context, LOG, [context.tenantId, workerNo]);
    const packed = packLive(
      new Uint8Array(),
      log.map((rating) => packable(rating, rating.seq)),
    );
    return { inputVersion: log.at(-1)?.seq ?? 0, packed };
  }

  async ratedWorkers(context: RequestContext): Promise<number[]> {
    const rows = await this.unitOfWork.read<{ workerNo: number }>(context, RATED_WORKERS, [context.tenantId]);
    return rows.map(({ workerNo }) => workerNo);
  }

  bySeq(context: RequestContext, workerNo: number, seqs: readonly number[]): Promise<LoggedRating[]> {
    return this.readLog(context, BY_SEQ, [context.tenantId, workerNo, [...seqs]]);
  }

  /** The newest of each KSA; of one assessment alone when it is named. */
  ofAssessors(
    context: RequestContext,
    workerNo: number,
    assessmentId: string | null,
  ): Promise<LoggedRating[]> {
    return this.readLog(context, ASSESSOR_RATINGS, [
      context.tenantId,
      workerNo,
      codeOfSource('assessor'),
      assessmentId,
    ]);
  }

  private async readLog(
    context: RequestContext,
    statement: Statement,
    parameters: readonly unknown[],
  ): Promise<LoggedRating[]> {
    type Row = Omit<LoggedRating, 'source'> & { readonly source: number };
    const rows = await this.unitOfWork.read<Row>(context, statement, parameters);
    return rows.map((row) => ({ ...row, source: sourceOfCode(row.source) }));
  }
}

/** Cut, not rounded: a column of whole seconds would round up to half a second into the future. */
function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}

function packable(rating: NewRating, seq: number) {
  const { ksaNo, source, level, ratedAt, expiresAt } = rating;
  return {
    seq,
    ksaNo,
    source,
    level,
    ratedAt: instantOfEpochMilliseconds(ratedAt.getTime()),
    expiresAt: expiresAt === null ? null : instantOfEpochMilliseconds(expiresAt.getTime()),
  };
}
