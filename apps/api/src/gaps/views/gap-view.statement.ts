import type { Statement } from '#platform/database/unit-of-work';
import { NEWEST, staleAt } from '../score-sql.ts';

// The raters are grouped: two or three people gave what forty requirements rest on.
const RATERS = `
  lateral (
    select string_agg(g.seqs || to_json(u.display_name)::text, E'\\n') as raters
    from (select r.rated_by, array_agg(r.seq)::text as seqs from rating r
          where r.tenant_id = $1 and r.worker_no = s.worker_no and r.seq = any(s.used)
          group by r.rated_by) g
    join user_account u on u.tenant_id = $1 and u.id = g.rated_by
  ) g`;

const LEVELS = `
  (select json_agg(json_build_object('level', l.level, 'label', l.label, 'anchor', l.anchor) order by l.level)
   from proficiency_level l where l.tenant_id = $1)`;

/** What stands between two facts: a person's words are written as JSON, which has it escaped. */
const SEPARATOR = '\u001f';

/**
 * All of a gap view that can change from one reading to the next; what never changes (profile version, policy, release)
 * is named here and held in memory. Each fact is a text, none is null.
 */
const FACTS = {
  workerNo: 's.worker_no',
  /** JSON strings. */
  workerName: 'to_json(w.name)',
  roleProfileName: 'to_json(p.name)',
  profileVersionNo: 's.profile_version_no',
  inputVersion: 's.input_version',
  policyVersion: 's.policy_version',
  asOf: `to_char(s.as_of, 'YYYY-MM-DD')`,
  computedAt: `to_char(s.computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  algorithm: 's.algorithm',
  releaseId: 's.release_id',
  /** Arrays as PostgreSQL writes them: `{3,-1}`, `{t,f}`, `{7,-1}`. */
  attained: 's.attained',
  verified: 's.verified',
  used: 's.used',
  stale: staleAt('$5'),
  /** The live ratings in hexadecimal digits. */
  packed: `coalesce(encode(r.packed, 'hex'), '')`,
  /** A line a rater: the seqs of the used ratings that they gave, as an array, and their name as a JSON string. */
  raters: `coalesce(g.raters, '')`,
  /** Empty where the organisation has no scale of its own. */
  maxLevel: `coalesce(c.max_level::text, '')`,
  /** The scale's levels as JSON. */
  levels: `coalesce(${LEVELS}, '[]')`,
};

export type GapViewFacts = Readonly<Record<keyof typeof FACTS, string>>;

/**
 * The gap views of some workers and role profiles at once: `$2` workers' ids, `$3` role profiles' ids, `$4` the only
 * worker who may be seen or null, one of each for each view. `$1` tenant, `$5` now. A row a view that is to be seen, of
 * one column, since a client spends more on being told of eighteen than on taking one text apart: which of those asked
 * for it is (1, 2, …), and its facts, none where no score is there yet.
 */
export const GAP_VIEWS: Statement = {
  name: 'gap_views',
  text: `
    select concat_ws(E'\\x1f', asked.place,
                     case when s.worker_no is not null
                          then concat_ws(E'\\x1f', ${Object.values(FACTS).join(', ')}) end)
    from unnest($2::uuid[], $3::uuid[], $4::int[])
         with ordinality as asked (worker_id, role_profile_id, own_worker_no, place)
    join worker w on w.tenant_id = $1 and w.id = asked.worker_id
                     and (asked.own_worker_no is null or w.worker_no = asked.own_worker_no)
    join role_assignment a on a.tenant_id = $1 and a.worker_no = w.worker_no
                              and a.role_profile_id = asked.role_profile_id
    join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
    left join ${NEWEST} on true
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = s.worker_no
    left join ${RATERS} on true
    left join proficiency_scale c on c.tenant_id = $1`,
};

const NAMES = Object.keys(FACTS) as (keyof typeof FACTS)[];

/** @param text as the repository gives it */
export function factsOf(text: string): GapViewFacts {
  const facts = text.split(SEPARATOR);
  return Object.fromEntries(NAMES.map((name, place) => [name, facts[place]])) as GapViewFacts;
}

/** Which of those asked for a row of `GAP_VIEWS` is, from 0 on, and its facts; null where no score is there yet. */
export function placed(row: string): { place: number; facts: string | null } {
  const end = row.indexOf(SEPARATOR);
  const place = Number(end < 0 ? row : row.slice(0, end)) - 1;
  return { place, facts: end < 0 ? null : row.slice(end + 1) };
}
