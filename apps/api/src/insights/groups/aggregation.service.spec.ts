import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { aRole, closeRooms, type Rooms, rows, theRooms } from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { type ProfileTotals, unpackKsaTotals } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { JobCancelled, type JobRun } from '#platform/jobs/job-run';
import { TeamsService } from '#workforce';
import { AggregationService } from './aggregation.service.ts';
import { CoverService } from './cover.service.ts';
import { GroupsModule } from './groups.module.ts';
import { MembersRepository } from './members.repository.ts';

const KSAS = ['4.2.06.09', '4.2.06.2', '4.2.06.10', '5.1.01.01'];

const run: JobRun = {
  jobId: 'spec',
  cursor: null,
  checkpoint: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
};

/** A number that looks drawn, of what is given: the same in every run. */
const drawn = (...of: string[]): string =>
  `(('x' || substr(md5(${of.join(" || ':' || ")}), 1, 7))::bit(28)::int)`;

/**
 * Sums by set-based SQL alone, from the scores and the requirements: no line of it is shared with what is tested. A
 * worker whose roles ask for a KSA more than once counts once, at the highest level; L = 12.
 */
const PARTS = `
  with part as (
    select coalesce(w.team_no, -1) as team_no, w.worker_no, s.profile_version_no, r.ksa_no, r.required_level, r.weight,
           r.critical, u.attained, u.verified
    from score s join worker w on w.tenant_id = $1 and w.worker_no = s.worker_no
    cross join lateral unnest(s.attained, s.verified) with ordinality u (attained, verified, place)
    join (select r.*, row_number() over (partition by profile_version_no order by position) as place
          from requirement r where tenant_id = $1) r
      on r.profile_version_no = s.profile_version_no and r.place = u.place
    where s.tenant_id = $1
  ), grouped as (
    select * from part union all select 0, worker_no, profile_version_no, ksa_no, required_level, weight, critical,
                                        attained, verified from part
  )`;

const KSA_ORACLE = `
  ${PARTS}, one as (
    select team_no, ksa_no, worker_no, max(required_level) as required_level, bool_and(verified) as verified,
           (array_agg(attained order by required_level desc, profile_version_no))[1] as attained
    from grouped group by team_no, ksa_no, worker_no
  )
  select team_no as "teamNo", ksa_no as "ksaNo", count(*)::int as required, count(*) filter (where attained >= required_level)::int as met,
         count(*) filter (where attained between 0 and required_level - 1)::int as short,
         count(*) filter (where attained = -1)::int as unknown, count(*) filter (where verified)::int as verified,
         array(select (select count(*)::int from one o where o.team_no = one.team_no and o.ksa_no = one.ksa_no
                       and o.attained = level) from generate_series(0, 4) level order by level) as "atLevel",
         coalesce(sum(worker_no) filter (where attained >= required_level), 0)::int as "metNumbers"
  from one group by team_no, ksa_no order by team_no, ksa_no`;

const PROFILE_ORACLE = `
  ${PARTS}, scored as (
    select team_no, profile_version_no, worker_no, sum(weight) * 12 as den,
           sum(weight * greatest(0, least(attained, required_level)) * 12 / required_level) as low,
           sum(case when attained = -1 then weight * 12
                    else weight * least(attained, required_level) * 12 / required_level end) as high,
           bool_or(critical and attained between 0 and required_level - 1) as short,
           bool_or(critical and (attained = -1 or (attained >= required_level and not verified))) as open
    from grouped group by team_no, profile_version_no, worker_no
  )
  select team_no as "teamNo", profile_version_no as "profileVersionNo", count(*)::int as scores,
         max(den)::int as denominator, sum(low)::int as low,
         sum(high)::int as high, count(*) filter (where not short and not open)::int as qualified,
         count(*) filter (where short)::int as "notQualified",
         coalesce(sum(worker_no) filter (where not short and not open), 0)::int as "qualifiedNumbers",
         array(select (select count(*)::int from scored s where s.team_no = scored.team_no
                         and s.profile_version_no = scored.profile_version_no and s.low * 10 / s.den = tenth)
               from generate_series(0, 10) tenth order by tenth) as "lowTenths"
  from scored group by team_no, profile_version_no order by team_no, profile_version_no`;

describe('hundreds of workers in teams of any size, with up to three roles', () => {
  let rooms: Rooms;
  let aggregation: AggregationService;
  let ours: RequestContext;

  const sumUp = (context: RequestContext, teamNo: number | null) =>
    aggregation.aggregate(context, { teamNo }, run);

  beforeAll(async () => {
    rooms = await theRooms(GroupsModule);
    aggregation = rooms.application.get(AggregationService, { strict: false });
    const teams = rooms.application.get(TeamsService, { strict: false });
    await loadRelease(await someReleaseFiles());
    ours = await aTenant();
    for (const [place, name] of ['Technician', 'Setter', 'Lead'].entries()) {
      const asked = KSAS.slice(place % 2).map((code, index) => [
        code,
        {
          requiredLevel: 1 + ((place + index * 3) % 4),
          weight: 1 + place + 7 * index,
          critical: index === place,
        },
      ]);
      await aRole(rooms, ours, Object.fromEntries(asked) as never, name);
    }
    for (let no = 1; no <= 5; no += 1) await teams.create(ours, { name: `Team ${no}`, site: '' });
    const draw = async (sql: string) => rows(rooms, ours, sql);
    await draw(
      `insert into worker (tenant_id, worker_no, id, name, job_title, team_no, created_at)
       select $1, no, gen_random_uuid(), 'Worker ' || no, '', nullif(${drawn("'team'", 'no')} % 6, 0), now()
       from generate_series(1, 400) no`,
    );
    await draw(
      `insert into role_assignment (tenant_id, worker_no, role_profile_id, id, assigned_at)
       select $1, w.worker_no, p.id, gen_random_uuid(), now() from worker w, role_profile p
       where w.tenant_id = $1 and p.tenant_id = $1 and ${drawn('w.worker_no', 'p.name')} % 2 = 0`,
    );
    await draw(
      `insert into rating_policy (tenant_id, version, name, kind, parameters, created_at)
       select $1, 1, 'most-trusted', 'most-trusted',
              '{"ranks":[["test","credential"],["assessor"],["manager"],["training"],["self"]],"validityDays":{}}', now()`,
    );
    await draw(
      `insert into score (tenant_id, worker_no, profile_version_no, input_version, policy_version, as_of, computed_at,
                          parts_since, algorithm, release_id, low, high, den, met, critical_short, critical_open,
                          attained, verified, used)
       select $1, a.worker_no, p.published_version_no, 0, 1, '2026-03-01', now(), now(), 'spec', p.release_id,
              0, 0, 1, 0, 0, 0,
              array_agg((${drawn('a.worker_no', 'p.name', 'r.ksa_no')} % 6 - 1)::smallint order by r.position),
              array_agg(${drawn("'v'", 'a.worker_no', 'p.name', 'r.ksa_no')} % 3 > 0 order by r.position),
              array_agg(-1 order by r.position)
       from role_assignment a join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
       join requirement r on r.tenant_id = $1 and r.profile_version_no = p.published_version_no
       where a.tenant_id = $1 group by a.worker_no, p.published_version_no, p.release_id, p.name`,
    );
  });

  afterAll(() => closeRooms(rooms));

  const stored = async () => {
    const groups = await rows<{ teamNo: number; maxLevel: number; profiles: ProfileTotals[]; ksas: Buffer }>(
      rooms,
      ours,
      `select team_no as "teamNo", max_level as "maxLevel", profiles, ksas from group_totals
       where tenant_id = $1 order by team_no`,
    );
    return {
      ksas: groups.flatMap(({ teamNo, maxLevel, ksas }) =>
        unpackKsaTotals(ksas, maxLevel).map(({ expiring: _, ...totals }) => ({ teamNo, ...totals })),
      ),
      profiles: groups.flatMap(({ teamNo, profiles }) =>
        profiles.map(({ highTenths: _, notYetKnown: __, ...totals }) => ({ teamNo, ...totals })),
      ),
    };
  };
  const forget = () =>
    rows(
      rooms,
      ours,
      `update group_totals set profiles = '[]', ksas = '' where tenant_id = $1 returning team_no`,
    );

  it('are summed up as set-based SQL sums them up, and the organisation is the sum', async () => {
    await sumUp(ours, null);
    const { ksas, profiles } = await stored();
    expect(ksas).toHaveLength(7 * 4);
    expect(ksas).toEqual(await rows(rooms, ours, KSA_ORACLE));
    expect(profiles).toEqual(await rows(rooms, ours, PROFILE_ORACLE));
  });

  it('are summed up team by team to the same', async () => {
    const before = await stored();
    await forget();
    for (const teamNo of [3, -1, 5, 1, 2, 4]) await sumUp(ours, teamNo);
    expect(await stored()).toEqual(before);
  });

  it('are summed up to the same however few are read at a time', async () => {
    const before = await stored();
    const members = rooms.application.get(MembersRepository, { strict: false });
    const covers = rooms.application.get(CoverService, { strict: false });
    const cover = () => covers.cover(ours, 'organisation', { on: '2026-03-01' });
    const resolved = await cover();
    const { pageSize } = members;
    members.pageSize = 7;
    try {
      await forget();
      await sumUp(ours, null);
      expect(await stored()).toEqual(before);
      expect(await cover()).toEqual(resolved);
      // Whoever has a role is asked for: nobody was left out of the cover either.
      expect(resolved.roleProfiles.reduce((sum, { scores }) => sum + scores, 0)).toBe(
        before.profiles.filter(({ teamNo }) => teamNo === 0).reduce((sum, { scores }) => sum + scores, 0),
      );
    } finally {
      members.pageSize = pageSize;
    }
  });

  it('are gone on with where a run was cancelled or killed', async () => {
    const before = await stored();
    await forget();
    const seen: unknown[] = [];
    const cancelled: JobRun = {
      ...run,
      checkpoint(_, { cursor, done, total }) {
        seen.push([cursor, done, total]);
        return seen.length === 2 ? Promise.reject(new JobCancelled()) : Promise.resolve();
      },
    };
    await expect(aggregation.aggregate(ours, { teamNo: null }, cancelled)).rejects.toThrow(JobCancelled);
    expect(seen).toEqual([
      [-1, 1, 6],
      [5, 6, 6],
    ]);
    // Of the cancelled batch nothing was written.
    const written = new Set((await stored()).ksas.map(({ teamNo }) => teamNo));
    expect(written).toEqual(new Set([-1, 0]));
    const checkpoints: unknown[] = [];
    const resumed: JobRun = {
      ...run,
      cursor: -1,
      checkpoint(_, { cursor }) {
        checkpoints.push(cursor);
        return Promise.resolve();
      },
    };
    await aggregation.aggregate(ours, { teamNo: null }, resumed);
    expect(checkpoints).toEqual([5]);
    expect(await stored()).toEqual(before);
  });

  it('lose no sum to each other when teams are summed up at once', async () => {
    const before = await stored();
    await forget();
    await Promise.all([-1, 3, 4, 5].map((teamNo) => sumUp(ours, teamNo)));
    // The second begins while the first has summed up and not committed: it must not add up the organisation without.
    let second: Promise<void> | undefined;
    await rooms.unitOfWork.transaction(ours, async (transaction) => {
      await sumUp(transaction, 1);
      second = sumUp(ours, 2);
      await pause(100);
    });
    await second;
    expect(await stored()).toEqual(before);
  });
});
