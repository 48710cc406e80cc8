import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { codeOfSource, instantOfEpochMilliseconds, packRatings, type Source } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { testDatabase } from '../support/database.ts';

export interface SketchedRating {
  readonly ksaNo: number;
  readonly source: Source;
  readonly level: number;
  readonly ratedAt: Date;
  readonly expiresAt: Date | null;
}

export interface SketchedWorker {
  readonly roleProfileIds: readonly string[];
  readonly ratings: readonly SketchedRating[];
}

/** Thousands of workers at once, numbered from 1, with their log and cache as their ratings would have left them. */
export async function aWorkforce(
  { tenantId, now }: RequestContext,
  count: number,
  sketch: (workerNo: number) => SketchedWorker,
): Promise<void> {
  const workers = Array.from({ length: count }, (_, place) => ({ no: place + 1, ...sketch(place + 1) }));
  const ratings = workers.flatMap(({ no, ratings: own }) =>
    own.map((rating, place) => ({ ...rating, no, seq: place + 1 })),
  );
  const assigned = workers.flatMap(({ no, roleProfileIds }) => roleProfileIds.map((id) => ({ no, id })));
  const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  try {
    await admin.query('begin');
    await admin.query(
      `insert into worker (tenant_id, worker_no, id, name, job_title, input_version, created_at)
       select $1, no, id, 'Worker ' || no, '', input_version, $2
       from unnest($3::int[], $4::uuid[], $5::int[]) u (no, id, input_version)`,
      [
        tenantId,
        now,
        workers.map(({ no }) => no),
        workers.map(() => uuidv7()),
        workers.map((each) => each.ratings.length),
      ],
    );
    await admin.query('insert into worker_counter (tenant_id, last_no) values ($1, $2)', [tenantId, count]);
    await admin.query(
      `insert into role_assignment (tenant_id, worker_no, role_profile_id, id, assigned_at)
       select $1, no, role, id, $2 from unnest($3::int[], $4::uuid[], $5::uuid[]) u (no, role, id)`,
      [
        tenantId,
        now,
        assigned.map(({ no }) => no),
        assigned.map(({ id }) => id),
        assigned.map(() => uuidv7()),
      ],
    );
    await admin.query(
      `insert into rating (tenant_id, worker_no, seq, ksa_no, source, level, rated_at, recorded_at, expires_at)
       select $1, no, seq, ksa_no, source, level, rated_at, rated_at, expires_at
       from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::timestamptz[], $8::timestamptz[])
            u (no, seq, ksa_no, source, level, rated_at, expires_at)`,
      [
        tenantId,
        ratings.map(({ no }) => no),
        ratings.map(({ seq }) => seq),
        ratings.map(({ ksaNo }) => ksaNo),
        ratings.map(({ source }) => codeOfSource(source)),
        ratings.map(({ level }) => level),
        ratings.map(({ ratedAt }) => ratedAt),
        ratings.map(({ expiresAt }) => expiresAt),
      ],
    );
    const rated = workers.filter((worker) => worker.ratings.length > 0);
    await admin.query(
      `insert into worker_ratings (tenant_id, worker_no, input_version, packed)
       select $1, no, input_version, packed from unnest($2::int[], $3::int[], $4::bytea[]) u (no, input_version, packed)`,
      [
        tenantId,
        rated.map(({ no }) => no),
        rated.map((worker) => worker.ratings.length),
        rated.map((worker) => Buffer.from(packed(worker.ratings))),
      ],
    );
    await admin.query('commit');
  } finally {
    await admin.end();
  }
}

function packed(ratings: readonly SketchedRating[]): Uint8Array {
  const instant = (time: Date): number => instantOfEpochMilliseconds(time.getTime());
  return packRatings(
    ratings.map(({ ratedAt, expiresAt, ...rating }, place) => ({
      ...rating,
      seq: place + 1,
      ratedAt: instant(ratedAt),
      expiresAt: expiresAt === null ? null : instant(expiresAt),
    })),
  );
}
