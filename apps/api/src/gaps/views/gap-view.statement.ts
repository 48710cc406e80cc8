import type { Statement } from '#platform/database/unit-of-work';
import { ASSIGNED, NEWEST, staleAt } from '../score-sql.ts';

/**
 * All of a gap view that can change from one reading to the next, as texts that need no parsing on the way; what never
 * changes (profile version, policy, release) is named here and held in memory.
 */
export interface GapViewFacts {
  /** Null: the role profile is assigned, and no score is there yet. */
  readonly workerNo: number | null;
  readonly workerName: string;
  readonly roleProfileName: string;
  readonly profileVersionNo: number;
  readonly inputVersion: number;
  readonly policyVersion: number;
  readonly asOf: string;
  readonly computedAt: Date;
  readonly algorithm: string;
  readonly releaseId: string;
  /** Arrays as PostgreSQL writes them: `{3,-1}`, `{t,f}`, `{7,-1}`. */
  readonly attained: string;
  readonly verified: string;
  readonly used: string;
  readonly stale: boolean;
  /** The live ratings; null for a worker who was never rated. */
  readonly packed: Uint8Array | null;
  /** A line a rater: the seqs of the used ratings that they gave, as an array, and their name as a JSON string. */
  readonly raters: string | null;
  /** Null where the organisation has no scale of its own. */
  readonly maxLevel: number | null;
  /** Its levels as JSON. */
  readonly levels: string | null;
}

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
  (select json_agg(json_build_object('level', l.level, 'label', l.label, 'anchor', l.anchor) order by l.level)::text
   from proficiency_level l where l.tenant_id = $1)`;

/** `$1` tenant, `$2` worker's id, `$3` role profile's id, `$4` the only worker who may be seen or null, `$5` now. */
export const GAP_VIEW: Statement = {
  name: 'gap_view',
  text: `
    select s.worker_no as "workerNo", w.name as "workerName", p.name as "roleProfileName",
           s.profile_version_no as "profileVersionNo", s.input_version as "inputVersion",
           s.policy_version as "policyVersion", to_char(s.as_of, 'YYYY-MM-DD') as "asOf",
           s.computed_at as "computedAt", s.algorithm, s.release_id as "releaseId", s.attained::text,
           s.verified::text, s.used::text, ${staleAt('$5')}, r.packed, g.raters,
           c.max_level as "maxLevel", ${LEVELS} as levels
    ${ASSIGNED}
    left join ${NEWEST} on true
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = s.worker_no
    left join ${RATERS} on true
    left join proficiency_scale c on c.tenant_id = $1
    where a.tenant_id = $1 and w.id = $2 and a.role_profile_id = $3 and ($4::int is null or a.worker_no = $4)`,
};
