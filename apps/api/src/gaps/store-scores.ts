const RESULT =
  'algorithm, release_id, low, high, den, met, critical_short, critical_open, attained, verified, used';
const INPUTS = 'input_version, policy_version, as_of';
const PARTS = ['low', 'high', 'den', 'attained', 'verified'];
const ALL = `${INPUTS}, ${RESULT}`.split(', ');
const EVERYTHING = ['runs_out_on', ...ALL];

const row = (of: string, columns: readonly string[]) =>
  `(${columns.map((column) => `${of}.${column}`).join(', ')})`;
const LATER = `greatest(excluded.computed_at, s.computed_at + interval '1 microsecond')`;

/**
 * The one guarded statement that stores scores, singly or many at once, so that no other scoring comes between: a score
 * is replaced only when no input is older than what is there and something differs; the history gets a row only when
 * the parts changed. `parts_since` carries that knowledge from the update to the insert, and times of one pair only
 * ever rise, so the history's key is never taken.
 *
 * @param source gives tenant, worker, profile version, computed-at, parts-since (the same time), runs-out-on, then
 *   the inputs and the result in the order of the table's columns; each pair once
 * @param answer what is selected from `stored`, the rows that were written
 */
export const storeScores = (source: string, answer: string): string => `
  with stored as (
    insert into score as s (tenant_id, worker_no, profile_version_no, computed_at, parts_since, runs_out_on,
                            ${INPUTS}, ${RESULT})
    ${source}
    on conflict (tenant_id, worker_no, profile_version_no) do update set
      computed_at = ${LATER},
      parts_since = case when ${row('s', PARTS)} is distinct from ${row('excluded', PARTS)} then ${LATER}
                         else s.parts_since end,
      ${EVERYTHING.map((column) => `${column} = excluded.${column}`).join(', ')}
    where s.input_version <= excluded.input_version and s.policy_version <= excluded.policy_version
      and s.as_of <= excluded.as_of and ${row('s', EVERYTHING)} is distinct from ${row('excluded', EVERYTHING)}
    returning s.*
  ), kept as (
    insert into score_history (tenant_id, worker_no, profile_version_no, computed_at, ${INPUTS}, ${RESULT})
    select tenant_id, worker_no, profile_version_no, computed_at, ${INPUTS}, ${RESULT}
    from stored where parts_since = computed_at
  )
  select ${answer} from stored`;
