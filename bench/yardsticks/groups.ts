import type pg from 'pg';
import { unpackKsaTotals } from '#domain';

/** What the measurements of groups are held against: set-based SQL, as a superuser, without row-level security. */
export interface GroupYardsticks {
  teamSize(): Promise<number>;
  matrix(): Promise<void>;
  team(): Promise<void>;
  all(): Promise<void>;
  /** Nothing is stored of any group, by either. */
  forget(): Promise<void>;
  /** How many rows of the sums by KSA are not as the product has stored them. */
  differences(): Promise<number>;
}

// The default policy's order of trust: test and credential, assessor, manager, training, self.
const RANK = 'case source when 3 then 5 when 4 then 5 when 2 then 4 when 1 then 3 when 5 then 2 else 1 end';

/** The ratings of the first team, back in the log from which SQL resolves them. */
const LOG = `
  insert into rating (tenant_id, worker_no, seq, ksa_no, source, level, rated_at, recorded_at, expires_at)
  select tenant_id, worker_no, seq, ksa_no, source, level, since + rated * interval '1 second',
         since + rated * interval '1 second',
         case when ends < 2147483647 then since + ends * interval '1 second' end
  from (
    select r.tenant_id, r.worker_no, timestamptz '2000-01-01 00:00:00Z' as since,
           ('x' || encode(substr(packed, at + 1, 2), 'hex'))::bit(16)::int as ksa_no,
           get_byte(packed, at + 2) as source, get_byte(packed, at + 3) as level,
           ('x' || encode(substr(packed, at + 5, 4), 'hex'))::bit(32)::int as rated,
           ('x' || encode(substr(packed, at + 9, 4), 'hex'))::bit(32)::int as ends,
           ('x' || encode(substr(packed, at + 13, 4), 'hex'))::bit(32)::int as seq
    from worker_ratings r join worker w on w.tenant_id = r.tenant_id and w.worker_no = r.worker_no and w.team_no = 1
    cross join lateral generate_series(0, length(packed) - 16, 16) as at
  ) unpacked`;

// One packed number a rating and `max` beat DISTINCT ON and windows: rank, second, seq, level.
const MATRIX = `
  with member as (
    select worker_no from worker where tenant_id = $1 and team_no = 1
  ), best as (
    select worker_no, ksa_no, max(key) as any_source, max(key) filter (where source in (1, 2, 3, 4)) as observed,
           max(key) filter (where source in (3, 4)) as certified
    from (
      select r.worker_no, r.ksa_no, r.source,
             (${RANK})::bigint << 60 | extract(epoch from r.rated_at)::bigint << 20 | (r.seq & 65535)::bigint << 4
               | r.level::bigint as key
      from rating r join member using (worker_no)
      where r.tenant_id = $1 and r.rated_at <= now() and (r.expires_at is null or r.expires_at > now())
    ) live
    group by worker_no, ksa_no
  ), asked as (
    select a.worker_no, q.ksa_no, q.required_level, q.critical, q.evidence
    from member join role_assignment a on a.tenant_id = $1 and a.worker_no = member.worker_no
    join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
    join requirement q on q.tenant_id = $1 and q.profile_version_no = p.published_version_no
  )
  select worker_no, array_agg(ksa_no) as ksa_nos, array_agg((any_source & 15)::int) as attained,
         array_agg(required_level) as required, array_agg(critical) as critical,
         array_agg((case evidence when 'any' then any_source when 'observed' then observed else certified end & 15)
                   >= required_level) as verified
  from best full join asked using (worker_no, ksa_no) group by worker_no`;

const countsOf = (numbers: readonly number[], condition: (number: number) => string): string =>
  `array[${numbers.map((number) => `count(*) filter (where ${condition(number)})`).join(', ')}]`;

const TENTHS = Array.from({ length: 11 }, (_, tenth) => tenth);

/** Reads, sums up and stores, as a worker has one role in this data; `groups` says over which groups. */
const sums = (where: string, groups: (key: string) => string): string => `
  with scored as materialized (
    select coalesce(w.team_no, -1) as team_no, s.profile_version_no, s.low, s.high, s.den, s.critical_short,
           s.critical_open, s.attained, s.verified
    from worker w join score s on s.tenant_id = $1 and s.worker_no = w.worker_no
    where w.tenant_id = $1 ${where}
  ), profile as (
    select profile_version_no, array_agg(ksa_no order by position) as ksa_nos,
           array_agg(required_level order by position) as levels
    from requirement where tenant_id = $1 group by profile_version_no
  ), part as (
    select team_no, u.ksa_no, u.required_level, u.attained, u.verified
    from scored join profile using (profile_version_no)
    cross join lateral unnest(ksa_nos, levels, attained, verified) u (ksa_no, required_level, attained, verified)
  ), ksas as (
    insert into yardstick_ksa
    select case when grouping(team_no) = 1 then 0 else team_no end, ksa_no, count(*),
           count(*) filter (where attained >= required_level),
           count(*) filter (where attained >= 0 and attained < required_level), count(*) filter (where attained < 0),
           count(*) filter (where verified), ${countsOf([0, 1, 2, 3, 4], (level) => `attained = ${level}`)}
    from part group by ${groups('ksa_no')}
  )
  insert into yardstick_profile
  select case when grouping(team_no) = 1 then 0 else team_no end, profile_version_no, count(*), sum(low), sum(high),
         count(*) filter (where critical_short > 0),
         count(*) filter (where critical_short = 0 and critical_open > 0),
         ${countsOf(TENTHS, (tenth) => `low * 10 / den = ${tenth}`)},
         ${countsOf(TENTHS, (tenth) => `high * 10 / den = ${tenth}`)}
  from scored group by ${groups('profile_version_no')}`;

const TEAM = sums('and w.team_no = 1', (key) => `team_no, ${key}`);
const ALL = sums('', (key) => `grouping sets ((team_no, ${key}), (${key}))`);

const TABLES = `
  create table yardstick_ksa (
    team_no int, ksa_no smallint, required int, met int, short int, unknown int, verified int, at_level int[]
  );
  create table yardstick_profile (
    team_no int, profile_version_no int, scores int, low numeric, high numeric, not_qualified int, not_yet_known int,
    low_tenths int[], high_tenths int[]
  )`;

export async function groupYardsticks(admin: pg.Client, tenantId: string): Promise<GroupYardsticks> {
  await admin.query(TABLES);
  await admin.query(LOG);
  const forget = () => admin.query('truncate yardstick_ksa, yardstick_profile');
  const only = async (sql: string): Promise<void> => {
    await admin.query(sql, [tenantId]);
  };
  return {
    async teamSize() {
      const { rows } = await admin.query<{ count: number }>(
        'select count(*)::int as count from worker where tenant_id = $1 and team_no = 1',
        [tenantId],
      );
      return rows[0]?.count ?? 0;
    },
    matrix: () => only(MATRIX),
    async team() {
      await forget();
      await only(TEAM);
    },
    all: () => only(ALL),
    async forget() {
      await forget();
      await admin.query('truncate group_totals, group_readiness');
    },
    async differences() {
      await forget();
      await only(ALL);
      return differences(admin, tenantId);
    },
  };
}

/** Every sum by KSA, as SQL has it and as the product has stored it. */
async function differences(admin: pg.Client, tenantId: string): Promise<number> {
  const stored = await admin.query<{ team_no: number; max_level: number; ksas: Buffer }>(
    'select team_no, max_level, ksas from group_totals where tenant_id = $1',
    [tenantId],
  );
  const ours = new Set<string>();
  for (const { team_no, max_level, ksas } of stored.rows)
    for (const { ksaNo, required, met, short, unknown, verified, atLevel } of unpackKsaTotals(
      ksas,
      max_level,
    ))
      ours.add([team_no, ksaNo, required, met, short, unknown, verified, ...atLevel].join());
  const theirs = await admin.query<{ sums: string }>(
    `select concat_ws(',', team_no, ksa_no, required, met, short, unknown, verified, array_to_string(at_level, ','))
              as sums from yardstick_ksa`,
  );
  const missing = theirs.rows.filter(({ sums }) => !ours.delete(sums)).length;
  return missing + ours.size;
}
