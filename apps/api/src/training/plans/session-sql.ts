/** A session's columns with the words of its programme; `s` and `p` being their rows. */
export const SESSION = `
  s.id, s.programme_id as "programmeId", p.title as "programmeTitle", p.provider, p.hours::float8 as hours,
  p.cost_cents as "costCents", p.currency, to_char(s.first_day, 'YYYY-MM-DD') as "firstDay",
  to_char(s.last_day, 'YYYY-MM-DD') as "lastDay", s.seats, s.version`;

export const SESSION_OF = `
  from programme_session s join programme p on p.tenant_id = $1 and p.id = s.programme_id`;
