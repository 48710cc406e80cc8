/**
 * The gap score stated a second time, as one set-based statement over the log of ratings: whole numbers alone, so that
 * it must agree with the domain library to the bit. (Domain design, "Attained level" and "Gap score".)
 *
 * It scores every worker of every world at once. A world is one policy, one role profile and some workers:
 * `world (no, as_of, multiple, consensus, weights, decay, ranks, validity)`, arrays by source from 1 on, `decay` by
 * whole days from 1 on, `validity` in seconds or null; `requirement (world, slot, ksa, required, weight, critical,
 * evidence)` with the sources it asks for as bits; `worker (world, no)`; `rating (world, worker, seq, ksa, source,
 * level, rated_at, expires_at)`.
 */
export const SCORES_IN_SQL = `
  with newest as (
    -- The newest live rating of each source, with what its source weighs and ranks.
    select distinct on (r.world, r.worker, r.ksa, r.source) r.*,
           w.ranks[r.source + 1] as rank,
           w.weights[r.source + 1] * coalesce(w.decay[(w.as_of - r.rated_at) / 86400 + 1], 0) as heft,
           w.consensus
    from rating r join world w on w.no = r.world
    where r.rated_at <= w.as_of and r.expires_at > w.as_of
      and coalesce(r.rated_at::bigint + w.validity[r.source + 1] > w.as_of, true)
    order by r.world, r.worker, r.ksa, r.source, r.rated_at desc, r.seq desc
  ),
  asked as (
    -- Each requirement twice: by all sources, and by those alone that it asks for.
    select q.*, p.no as worker, e.proof, case when e.proof then q.evidence else 63 end as allowed
    from requirement q
    join worker p on p.world = q.world
    cross join (values (false), (true)) e (proof)
  ),
  heard as (
    select a.world, a.worker, a.slot, a.proof, n.level, n.seq, n.rated_at, n.rank, n.heft, n.consensus,
           sum(n.heft) over (partition by a.world, a.worker, a.slot, a.proof) as whole,
           -- With its peers: the weight of all that reach this level.
           sum(n.heft) over (partition by a.world, a.worker, a.slot, a.proof order by n.level desc) as reaching
    from asked a
    join newest n on n.world = a.world and n.worker = a.worker and n.ksa = a.ksa
                 and (a.allowed >> n.source) & 1 = 1 and (n.heft > 0 or not n.consensus)
  ),
  chosen as (
    select distinct on (world, worker, slot, proof) world, worker, slot, proof, level, seq
    from heard
    where not consensus or 2 * reaching > whole
    order by world, worker, slot, proof,
             case when consensus then -level else rank end,
             case when consensus then -heft else 0 end,
             rated_at desc, seq desc
  ),
  resolved as (
    select q.world, p.no as worker, q.slot, q.required, q.weight, q.critical, w.multiple,
           coalesce(c.level, -1) as attained, coalesce(c.seq, -1) as used,
           coalesce(e.level >= q.required, false) as verified
    from requirement q
    join world w on w.no = q.world
    join worker p on p.world = q.world
    left join chosen c on c.world = q.world and c.worker = p.no and c.slot = q.slot and not c.proof
    left join chosen e on e.world = q.world and e.worker = p.no and e.slot = q.slot and e.proof
  )
  select world, worker,
         coalesce(sum(weight * least(attained, required) * (multiple / required)) filter (where attained >= 0), 0)::int
           as low,
         coalesce(sum(weight * case when attained < 0 then multiple
                                    else least(attained, required) * (multiple / required) end), 0)::int as high,
         (multiple * sum(weight))::int as den,
         (count(*) filter (where attained >= required))::int as met,
         (count(*) filter (where attained >= 0 and attained < required))::int as short,
         (count(*) filter (where critical and attained >= 0 and attained < required))::int as "criticalShort",
         (count(*) filter (where critical and (attained < 0 or (attained >= required and not verified))))::int
           as "criticalOpen",
         array_agg(attained order by slot) as attained,
         array_agg(used order by slot) as used,
         array_agg(verified order by slot) as verified
  from resolved
  group by world, worker, multiple
  order by world, worker`;

export const SCHEMA_IN_SQL = `
  create temporary table world (no int, as_of int, multiple int, consensus boolean, weights bigint[], decay bigint[],
                                ranks int[], validity bigint[]);
  create temporary table requirement (world int, slot int, ksa int, required int, weight int, critical boolean,
                                      evidence int);
  create temporary table worker (world int, no int);
  create temporary table rating (world int, worker int, seq int, ksa int, source int, level int, rated_at int,
                                 expires_at int)`;
