/** A stored score's columns, `s` being its row. */
export const SCORE = `
  s.worker_no as "workerNo", s.profile_version_no as "profileVersionNo", s.input_version as "inputVersion",
  s.policy_version as "policyVersion", to_char(s.as_of, 'YYYY-MM-DD') as "asOf", s.computed_at as "computedAt",
  s.algorithm, s.release_id as "releaseId", s.low::float8 as low, s.high::float8 as high, s.den::float8 as denominator,
  s.met, s.critical_short as "criticalShort", s.critical_open as "criticalOpen", s.attained, s.verified, s.used`;

// From here on the statements read other rooms' names and versions beside the scores: a list that is sorted by a name
// is one statement. They write nothing. The newest scored version of the role profile counts; it is stale as soon as
// the worker's inputs, the role profile or the organisation's policy are ahead of it, or a rating under it has run out.
export const ASSIGNED = `
  from role_assignment a
  join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
  join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id`;

export const NEWEST = `
  lateral (
    select s.*, v.version as profile_version from score s
    join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = s.profile_version_no
    where s.tenant_id = $1 and s.worker_no = a.worker_no and v.role_profile_id = a.role_profile_id
    order by s.profile_version_no desc limit 1
  ) s`;

export const todayAt = (now: string): string => `(${now}::timestamptz at time zone 'UTC')::date`;

export const staleAt = (
  now: string,
): string => `(w.input_version > s.input_version or p.published_version_no > s.profile_version_no
  or s.policy_version < (select max(version) from rating_policy where tenant_id = $1)
  or coalesce(s.runs_out_on <= ${todayAt(now)}, false))`;
