import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { packedRatingBytes, ratingColumns, unpackRatings } from '#domain';
import { CopyWriter } from '#platform/database/copy-writer';
import { storeScores } from '../../apps/api/src/gaps/store-scores.ts';

/**
 * Rescoring an organisation as one statement that reads, computes and stores, for a policy by trust. Its parameters:
 * tenant, time, policy version, as-of date, algorithm, as-of in seconds since 2000, and the rank of each source by its
 * code, the higher the more trusted.
 */
export interface SetBased {
  readonly name: string;
  readonly text: string;
}

// The scale of the data ends at 4: L = lcm(1 … 4) = 12.
const PROFILE = `
  profile as materialized (
    select p.id as role_profile_id, v.profile_version_no, p.release_id, 12 * sum(q.weight)::bigint as den,
           min(q.ksa_no)::int as first_ksa, array_agg(q.ksa_no::int order by q.position) as ksa,
           array_agg(q.required_level::int order by q.position) as required,
           array_agg(q.weight * (12 / q.required_level)::bigint order by q.position) as worth,
           array_agg(q.weight * 12::bigint order by q.position) as share,
           array_agg(q.critical order by q.position) as critical,
           array_agg(case q.evidence when 'any' then 63 when 'observed' then 30 else 24 end order by q.position) as asked,
           (select array_agg(place.slot order by ksa)
              from generate_series(min(q.ksa_no)::int, max(q.ksa_no)::int) ksa
              left join (select ksa_no, row_number() over (order by position)::int as slot from requirement
                          where tenant_id = $1 and profile_version_no = v.profile_version_no) place
                on place.ksa_no = ksa) as slot_of
    from role_profile p
    join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = p.published_version_no
    join requirement q on q.tenant_id = $1 and q.profile_version_no = v.profile_version_no
    where p.tenant_id = $1
    group by p.id, v.profile_version_no, p.release_id
  )`;

// The greatest number is the most trusted, then the newest, then the one recorded last: `best` of all sources,
// `evident` of those that the requirement asks for.
const TOTALS = `
  sum(case when best is null then 0 else least((best & 15)::int, required) * worth end)::bigint as low,
  sum(case when best is null then share else least((best & 15)::int, required) * worth end)::bigint as high,
  count(*) filter (where (best & 15) >= required)::smallint as met,
  count(*) filter (where critical and (best & 15) < required)::smallint as critical_short,
  count(*) filter (where critical and (best is null or (best & 15) >= required and coalesce(evident & 15, -1) < required)
                  )::smallint as critical_open,
  array_agg(coalesce((best & 15)::smallint, -1::smallint) order by slot) as attained,
  array_agg(coalesce((evident & 15) >= required, false) order by slot) as verified,
  array_agg(coalesce((best >> 7 & 1048575)::int, -1) order by slot) as used`;

const RESULT = `
  algorithm, release_id, low, high, den, met, critical_short, critical_open, attained, verified, used`;

function setBased(name: string, ctes: string, scored: string): SetBased {
  const source = `
    with ${ctes}
    select $1::uuid, worker_no, profile_version_no, $2::timestamptz, $2, null::date, input_version, $3::int, $4::date, ${RESULT}
    from (${scored}) scored`;
  return { name, text: storeScores(source, 'count(*)::int as stored') };
}

/** Worker by worker: the slots of the worker's profile beside what the worker's ratings come to. */
const byWorker = (name: string, twin: string, slots: string): SetBased =>
  setBased(
    name,
    PROFILE,
    `select a.worker_no, p.profile_version_no, coalesce(r.input_version, 0) as input_version, $5::text as algorithm,
            p.release_id, p.den, totals.*
     from role_assignment a
     join profile p on p.role_profile_id = a.role_profile_id
     left join ${twin} r on r.tenant_id = $1 and r.worker_no = a.worker_no
     cross join lateral (select ${TOTALS} from (${slots}) slot) totals
     where a.tenant_id = $1`,
  );

const SLOTS = `
  unnest(p.ksa, p.required, p.worth, p.share, p.critical, p.asked)
    with ordinality q (ksa, required, worth, share, critical, asked, slot)`;
const EACH = 'q.slot, q.required, q.worth, q.share, q.critical';

const NUMBERS = `
  select ksa, (($7::bigint[])[(packed >> 4 & 7) + 1] << 59) | packed as key
  from unnest(r.ksa, r.expires, r.packed) u (ksa, expires, packed)
  where packed >> 27 <= $6::int and expires > $6::int`;

const ARRAYS = `
  select ksa, (($7::bigint[])[source + 1] << 59) | (rated::bigint << 27) | (seq << 7) | (source << 4) | level as key
  from unnest(r.ksa, r.source, r.level, r.rated, r.expires, r.seq) u (ksa, source, level, rated, expires, seq)
  where rated <= $6::int and expires > $6::int`;

const grouped = (ratings: string): string => `
  select ${EACH}, max(key) as best, max(key) filter (where q.asked >> (key >> 4 & 7)::int & 1 = 1) as evident
  from ${SLOTS} left join (${ratings}) rating using (ksa)
  group by ${EACH}`;

/** The best statements found over ratings as arrays; the run takes the fastest of them. */
export const overArrays: readonly SetBased[] = [
  byWorker('SQL over six arrays a worker', 'ratings_in_arrays', grouped(ARRAYS)),
  byWorker('SQL over numbers in arrays, joined then grouped', 'ratings_in_numbers', grouped(NUMBERS)),
  byWorker(
    'SQL over numbers in arrays, grouped by slot then joined',
    'ratings_in_numbers',
    `select ${EACH}, best, evident
     from ${SLOTS} left join (
       select slot, max(key) as best, max(key) filter (where p.asked[slot] >> (key >> 4 & 7)::int & 1 = 1) as evident
       from (select p.slot_of[ksa - p.first_ksa + 1] as slot, key from (${NUMBERS}) rating) placed
       group by slot) found using (slot)`,
  ),
];

const AS_OF = `timestamptz '2000-01-01 00:00:00Z' + $6::int * interval '1 second'`;

/** The plain statement over the log of all ratings. */
export const overLog: SetBased = setBased(
  'SQL over the log',
  `asked as materialized (
    select p.id as role_profile_id, q.profile_version_no, p.release_id, q.ksa_no, q.required_level::int as required,
           q.weight * (12 / q.required_level)::bigint as worth, q.weight * 12::bigint as share, q.critical, q.evidence,
           q.position as slot, 12 * sum(q.weight) over (partition by q.profile_version_no)::bigint as den
    from role_profile p
    join requirement q on q.tenant_id = $1 and q.profile_version_no = p.published_version_no
    where p.tenant_id = $1
  ), best as (
    select worker_no, ksa_no, max(key) as any_source, max(key) filter (where source in (1, 2, 3, 4)) as observed,
           max(key) filter (where source in (3, 4)) as certified
    from (
      select worker_no, ksa_no, source,
             (($7::bigint[])[source + 1] << 59) | ((extract(epoch from rated_at)::bigint - 946684800) << 27) | (seq << 7)
               | (source << 4) | level as key
      from rating
      where tenant_id = $1 and rated_at <= ${AS_OF} and (expires_at is null or expires_at > ${AS_OF})
    ) live
    group by worker_no, ksa_no
  )`,
  `select worker_no, profile_version_no, input_version, $5::text as algorithm, release_id, den,
          ${TOTALS}
   from (
     select a.worker_no, w.input_version, q.profile_version_no, q.release_id, q.den, q.slot, q.required, q.worth, q.share,
            q.critical, b.any_source as best,
            case q.evidence when 'any' then b.any_source when 'observed' then b.observed else b.certified end as evident
     from role_assignment a
     join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
     join asked q on q.role_profile_id = a.role_profile_id
     left join best b on b.worker_no = a.worker_no and b.ksa_no = q.ksa_no
     where a.tenant_id = $1
   ) slot
   group by worker_no, profile_version_no, input_version, release_id, den`,
);

/**
 * The live ratings as arrays, one row a worker, the form in which SQL computes fastest; and once more with second, seq,
 * source and level in one number, so that there is less to unnest and the greatest is the newest.
 */
const TWINS = `
  create table ratings_in_arrays (
    tenant_id uuid, worker_no int, input_version int, ksa int[], source int[], level int[], rated int[], expires int[],
    seq int[], primary key (tenant_id, worker_no)
  );
  create table ratings_in_numbers (
    tenant_id uuid, worker_no int, input_version int, ksa int[], expires int[], packed bigint[],
    primary key (tenant_id, worker_no)
  )`;

const PACK = `
  insert into ratings_in_numbers
  select tenant_id, worker_no, input_version, ksa, expires,
         array(select (rated::bigint << 27) | (seq << 7) | (source << 4) | level
               from unnest(rated, seq, source, level) u (rated, seq, source, level))
  from ratings_in_arrays`;

const PAGE = 5_000;

export async function makeTwins(admin: pg.Client): Promise<void> {
  await admin.query(TWINS);
  const writer = new CopyWriter();
  for (let after = 0; ;) {
    const { rows } = await admin.query<{
      worker_no: number;
      tenant: Buffer;
      input_version: number;
      packed: Buffer;
    }>(
      `select worker_no, uuid_send(tenant_id) as tenant, input_version, packed from worker_ratings
        where worker_no > $1 order by worker_no limit ${PAGE}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.worker_no;
    writer.header();
    for (const { worker_no, tenant, input_version, packed } of rows) {
      const columns = ratingColumns(packed.length / packedRatingBytes);
      unpackRatings(packed, columns);
      writer.row(9);
      writer.bytes(tenant);
      writer.int4(worker_no);
      writer.int4(input_version);
      for (const name of ['ksaNo', 'source', 'level', 'ratedAt', 'expiresAt', 'seq'] as const)
        writer.int4Array(columns[name]);
    }
    writer.trailer();
    await pipeline(
      [writer.take()],
      admin.query(copyFrom('copy ratings_in_arrays from stdin (format binary)')),
    );
  }
  await admin.query(PACK);
  await admin.query('vacuum analyze ratings_in_arrays');
  await admin.query('vacuum analyze ratings_in_numbers');
}

/** Runs a statement as `admin`, without row-level security and with memory to spare; gives milliseconds. */
export async function rescoreBy(
  admin: pg.Client,
  { text }: SetBased,
  { tenantId, policyVersion, asOf, algorithm, instant, ranks }: SetBasedRun,
): Promise<number> {
  const from = performance.now();
  await admin.query(text, [tenantId, new Date(), policyVersion, asOf, algorithm, instant, ranks]);
  return performance.now() - from;
}

export interface SetBasedRun {
  readonly tenantId: string;
  readonly policyVersion: number;
  readonly asOf: string;
  readonly algorithm: string;
  readonly instant: number;
  /** By the source's code. */
  readonly ranks: readonly number[];
}
