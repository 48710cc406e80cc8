/**
 * The gap score said a second time, as one set-based SQL statement: it shares nothing with the product but the rules
 * themselves, and works on sets where the product works on one worker after the other. Whole numbers throughout.
 * (Domain design, "Attained level" and "Gap score".)
 */
export const ORACLE_TABLES = `
  create temporary table requirement (
    profile_no int, place int, ksa_no int, required_level int, weight int, critical boolean, evidence text,
    primary key (profile_no, place)
  );
  -- Of a consensus: its weights by whole days of age, as they were made once and are stored with the policy.
  create temporary table policy (policy_no int primary key, kind text, decay int[]);
  alter table policy alter decay set storage external;
  create temporary table policy_source (
    policy_no int, source text, rank int, weight int, validity_days int,
    primary key (policy_no, source)
  );
  create temporary table rating (
    worker_no int, seq int, ksa_no int, source text, level int,
    rated_at timestamptz, recorded_at timestamptz, expires_at timestamptz,
    primary key (worker_no, seq)
  );
  create temporary table pair (
    pair_no int primary key, worker_no int, profile_no int, max_level int, policy_no int,
    as_of timestamptz, known_at timestamptz
  )`;

/** A worker against a role profile, as the statement tells it. `bigint` comes as text. */
export interface OracleRow {
  readonly low: string;
  readonly high: string;
  readonly den: string;
  readonly met: number;
  readonly short: number;
  readonly unknown: number;
  readonly critical_short: number;
  readonly critical_open: number;
  readonly attained: number[];
  readonly verified: boolean[];
  readonly used: number[];
}

export const ORACLE_STATEMENT = `
  with recursive
  -- L = lcm(1 … highest level), of each scale.
  scale (max_level, multiple) as (
    select 1, 1::bigint
    union all
    select max_level + 1, lcm(multiple, (max_level + 1)::bigint) from scale where max_level < 10
  ),
  counts_as (evidence, source) as (
    select 'any', unnest(array['self', 'training', 'manager', 'assessor', 'test', 'credential'])
    union all select 'observed', unnest(array['manager', 'assessor', 'test', 'credential'])
    union all select 'certified', unnest(array['test', 'credential'])
  ),
  -- For each requirement of a pair the ratings that were known, had been given and had not run out.
  live as (
    select pair_no, place, evidence, policy_no, as_of, source, rank, weight, rating.level, rating.seq, rated_at
    from pair
    join (select profile_no, place, ksa_no, evidence from requirement) asked using (profile_no)
    join rating using (worker_no, ksa_no)
    join policy_source using (policy_no, source)
    where recorded_at <= known_at
      and rated_at <= as_of
      and (expires_at is null or as_of < expires_at)
      and (validity_days is null or as_of < rated_at + validity_days * interval '24 hours')
  ),
  newest as (
    select distinct on (pair_no, place, source) *
    from live
    order by pair_no, place, source, rated_at desc, seq desc
  ),
  -- Each is heard among all, for what is attained, and among those that the requirement asks for, for what is verified.
  heard as (
    select *, 'attained' as purpose from newest
    union all
    select newest.*, 'verified' from newest join counts_as using (evidence, source)
  ),
  most_trusted as (
    select distinct on (pair_no, place, purpose) pair_no, place, purpose, level, seq
    from heard join policy using (policy_no)
    where kind = 'most-trusted'
    order by pair_no, place, purpose, rank, rated_at desc, seq desc
  ),
  voice as (
    select pair_no, place, purpose, level, seq, rated_at,
           weight::bigint * decay[1 + floor(extract(epoch from as_of - rated_at) / 86400)::int] as weight
    from heard join policy using (policy_no)
    where kind = 'consensus'
  ),
  -- The weighted lower median: the highest level that more than half of the weight reaches.
  weighed as (
    select *,
           sum(weight) over (partition by pair_no, place, purpose) as total,
           sum(weight) over (partition by pair_no, place, purpose order by level desc) as reaching
    from voice
    where weight > 0
  ),
  consensus as (
    select distinct on (pair_no, place, purpose) pair_no, place, purpose, level, seq
    from weighed
    where 2 * reaching > total
    order by pair_no, place, purpose, level desc, weight desc, rated_at desc, seq desc
  ),
  decided as (select * from most_trusted union all select * from consensus),
  -- s = w · L, a level up to R is worth w · (L / R); an unknown is worth nothing yet and may be worth all.
  resolved as (
    select pair_no, place, critical, required_level, used.level, used.seq,
           coalesce(proof.level >= required_level, false) as verified,
           weight * multiple as share,
           case when used.level is not null
             then weight * (multiple / required_level) * least(used.level, required_level) end as part
    from pair
    join requirement using (profile_no)
    join scale using (max_level)
    left join (select * from decided where purpose = 'attained') used using (pair_no, place)
    left join (select * from decided where purpose = 'verified') proof using (pair_no, place)
  )
  select
    pair_no,
    sum(coalesce(part, 0))::bigint as low,
    sum(coalesce(part, share))::bigint as high,
    sum(share)::bigint as den,
    count(*) filter (where level >= required_level)::int as met,
    count(*) filter (where level < required_level)::int as short,
    count(*) filter (where level is null)::int as unknown,
    count(*) filter (where critical and level < required_level)::int as critical_short,
    count(*) filter (where critical and (level is null or level >= required_level and not verified))::int
      as critical_open,
    array_agg(coalesce(level, -1) order by place) as attained,
    array_agg(verified order by place) as verified,
    array_agg(coalesce(seq, -1) order by place) as used
  from resolved
  group by pair_no
  order by pair_no`;
