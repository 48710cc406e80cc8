import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aRole, asAssessor, closeRooms, later, type Rooms, rows, theRooms } from '#builders/assessed';
import { eventually } from '#builders/client';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { aWorkforce, type SketchedRating } from '#builders/workforce';
import { defaultRatingPolicy, sources } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { JobCancelled, type JobProgress, type JobRun } from '#platform/jobs/job-run';
import { testDatabase } from '#support/database';
import { PoliciesService } from '../policies/policies.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const EXTRUSION = '5.1.01.01';
const DAY = 86_400_000;

/** More than two chunks. */
const MANY = 9_500;

interface Pair {
  readonly workerNo: number;
  readonly profileVersionNo: number;
}

/** A run that begins at a cursor, tells its progress, and does at each checkpoint what the spec wants. */
function aRun(
  cursor: unknown = null,
  at: (checkpoint: number) => Promise<void> | void = () => undefined,
): { run: JobRun; progress: JobProgress[] } {
  const progress: JobProgress[] = [];
  const checkpoint = async (_transaction: unknown, reached: JobProgress): Promise<void> => {
    await at(progress.length + 1);
    progress.push(reached);
  };
  return { run: { jobId: 'spec', cursor, checkpoint, isCancelled: () => Promise.resolve(false) }, progress };
}

describe('rescoring', () => {
  let rooms: Rooms;
  let ours: RequestContext;
  let technician: string;
  let inspector: string;

  beforeAll(async () => {
    rooms = await theRooms();
    await loadRelease(await someReleaseFiles());
  });
  afterAll(() => closeRooms(rooms));
  beforeEach(async () => {
    ours = await aTenant();
    await someRoles();
  });

  async function someRoles(): Promise<void> {
    technician = await aRole(rooms, ours, {
      [ROBOTS]: { critical: true },
      [SENSORS]: { weight: 3, evidence: 'certified' },
      [EXTRUSION]: { requiredLevel: 2 },
    });
    inspector = await aRole(rooms, ours, { [VISION]: {} }, 'Inspector');
  }

  const everybody = { scope: 'organisation' } as const;
  const rescore = (run = aRun().run, context = ours) => rooms.rescoring.rescore(context, everybody, run);
  const count = async (table: 'score' | 'score_history', where = 'true', context = ours) =>
    (
      await rows<{ n: number }>(
        rooms,
        context,
        `select count(*)::int as n from ${table} where tenant_id = $1 and ${where}`,
      )
    )[0]!.n;
  const pairs = () =>
    rows<Pair>(
      rooms,
      ours,
      `select worker_no as "workerNo", profile_version_no as "profileVersionNo" from score where tenant_id = $1
       order by 1, 2`,
    );
  const ksaNos = async () =>
    (
      await rows<{ no: number }>(
        rooms,
        ours,
        `select ksa_no::int as no from item where ksa_no is not null and $1::uuid is not null order by 1`,
      )
    ).map(({ no }) => no);
  const trust = (version: number) =>
    rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.application.get(PoliciesService, { strict: false }).add(transaction, {
        ...defaultRatingPolicy,
        version,
        ranks: version % 2 === 0 ? defaultRatingPolicy.ranks.toReversed() : defaultRatingPolicy.ranks,
      }),
    );

  async function askMoreOfInspectors(): Promise<void> {
    const [{ id } = { id: '' }] = await rows<{ id: string }>(
      rooms,
      ours,
      `select id from role_profile where tenant_id = $1 and name = 'Inspector'`,
    );
    const { version } = await rooms.profiles.one(ours, id);
    const { profile } = await rooms.requirements.add(ours, version, { roleProfileId: id, ksaCode: ROBOTS });
    await rooms.profiles.publish(ours, id, profile.version);
  }

  /** Most with one role, some with both; some never rated, the others by several sources, some of it expired. */
  async function manyWorkers(many: number): Promise<void> {
    const numbers = await ksaNos();
    await aWorkforce(ours, many, (no) => ({
      roleProfileIds: no % 7 === 0 ? [technician, inspector] : [no % 3 === 0 ? inspector : technician],
      ratings:
        no % 10 === 0
          ? []
          : Array.from({ length: 2 + (no % 9) }, (_, place): SketchedRating => {
              const mixed = no * 31 + place * 17;
              const ratedAt = new Date(ours.now.getTime() - (mixed % 400) * DAY);
              return {
                ksaNo: numbers[mixed % numbers.length]!,
                source: sources[mixed % sources.length]!,
                level: mixed % 5,
                ratedAt,
                expiresAt: mixed % 3 === 0 ? new Date(ratedAt.getTime() + 200 * DAY) : null,
              };
            }),
    }));
  }

  describe('of more than fit into two chunks', () => {
    const TOTAL = MANY + Math.floor(MANY / 7);
    let many: RequestContext;

    beforeAll(async () => {
      many = await aTenant('A large organisation');
      ours = many;
      await someRoles();
      await manyWorkers(MANY);
    });
    beforeEach(async () => {
      ours = many;
      const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
      await admin.connect();
      await admin.query('truncate score, score_history');
      await admin.end();
    });

    it('gives everybody, in each role, the very score that scoring them alone gives, and tells how far it is', async () => {
      const { run, progress } = aRun();
      await rescore(run);
      const stored = await pairs();
      expect(stored).toHaveLength(TOTAL);
      // A worker's roles are never torn apart.
      expect(progress.map(({ done, total }) => [Math.floor(done / 10) * 10, total])).toEqual([
        [5000, TOTAL],
        [10_000, TOTAL],
        [Math.floor(TOTAL / 10) * 10, TOTAL],
      ]);
      expect(progress.at(-1)).toMatchObject({ done: TOTAL, cursor: { workerNo: MANY, stored: TOTAL } });
      expect(await count('score_history')).toBe(TOTAL);
      expect(await count('score', 'met > 0 and critical_open > 0')).toBeGreaterThan(100);

      // Scored alone nobody gets another one, or it would be stored.
      for (const pair of stored.filter((_, place) => place % 397 === 0))
        expect([pair, await rooms.gaps.scoreWorker(ours, pair)]).toEqual([pair, false]);
      // Nor does anybody when all are scored again.
      const again = aRun();
      await rescore(again.run);
      expect(again.progress.at(-1)).toMatchObject({ cursor: { stored: 0 } });
    });

    it('goes on where it was killed, and does nothing twice', async () => {
      const killed = aRun(null, (checkpoint) => {
        if (checkpoint === 2) throw new Error('killed');
      });
      await expect(rescore(killed.run)).rejects.toThrow('killed');
      expect(killed.progress).toHaveLength(1);
      expect(await count('score')).toBe(killed.progress[0]!.done);

      const resumed = aRun(killed.progress[0]!.cursor);
      await rescore(resumed.run);
      expect(resumed.progress).toHaveLength(2);
      expect(resumed.progress.at(-1)).toMatchObject({ done: TOTAL, total: TOTAL });
      expect([await count('score'), await count('score_history')]).toEqual([TOTAL, TOTAL]);
    });

    it('stops between chunks when it is cancelled, and has the groups summed up that it has reached', async () => {
      const cancelled = aRun(null, (checkpoint) => {
        if (checkpoint === 2) throw new JobCancelled();
      });
      await rows(rooms, ours, 'delete from job where tenant_id = $1');
      await expect(rescore(cancelled.run)).rejects.toThrow(JobCancelled);
      expect(await count('score')).toBe(cancelled.progress[0]!.done);
      const asked = `select 1 from job where tenant_id = $1 and job_key = 'aggregate-groups:all'`;
      expect(await rows(rooms, ours, asked)).toHaveLength(1);
    });

    it('holds those whom it has yet to come to against what is published meanwhile', async () => {
      const { run } = aRun(null, async (checkpoint) => {
        if (checkpoint === 1) await askMoreOfInspectors();
      });
      await rescore(run);
      expect(await count('score')).toBe(TOTAL);
      expect(await count('score', 'cardinality(attained) = 2')).toBeGreaterThan(100);
    });
  });

  it('of one version scores who is held against it, and of one that another has followed nobody', async () => {
    await manyWorkers(50);
    await rescore();
    const [version] = await rows<{ no: number }>(
      rooms,
      ours,
      `select published_version_no as no from role_profile where tenant_id = $1 and name = 'Inspector'`,
    );
    await trust(1);
    await trust(2);
    const ofVersion = () =>
      rooms.rescoring.rescore(ours, { scope: 'profile', profileVersionNo: version!.no }, aRun().run);
    await ofVersion();
    const held = await count('score', `profile_version_no = ${version!.no}`);
    expect(held).toBeGreaterThan(10);
    expect(await count('score', 'policy_version = 2')).toBe(held);

    await askMoreOfInspectors();
    await trust(3);
    await ofVersion();
    expect(await count('score', 'policy_version = 3')).toBe(0);
  });

  it('leaves another organisation’s workers alone', async () => {
    const theirs = await aTenant('Another organisation');
    await manyWorkers(20);
    await rescore(undefined, theirs);
    await rescore();
    expect(await count('score', 'true', theirs)).toBe(0);
  });

  describe('in a race', () => {
    const WORKERS = 40;
    const ROUNDS = 25;
    const RATERS = 2;

    it('leaves standing what became newer in any part while a chunk was on its way from being read to being stored', async () => {
      await manyWorkers(WORKERS);
      await trust(1);
      await trust(2);
      await rescore();
      const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
      await admin.connect();
      // The storing waits for the first worker's row: by then all have been read.
      await admin.query('begin');
      await admin.query('select 1 from score where tenant_id = $1 and worker_no = 1 for update', [
        ours.tenantId,
      ]);
      await trust(3);
      const chunk = rescore();
      await eventually(async () => {
        const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
        return (await admin.query(waits)).rowCount === 1;
      });

      const known = await pairs();
      const pairOf = (no: number) => known.find(({ workerNo }) => workerNo === no)!;
      const idOf = `select id from worker where tenant_id = $1 and worker_no = 2`;
      const [rated] = await rows<{ id: string }>(rooms, ours, idOf);
      await rooms.ratings.record(asAssessor(ours), rated!.id, { ksaCode: ROBOTS, source: 'test', level: 4 });
      await rooms.gaps.scoreWorker(ours, pairOf(2));
      await rooms.gaps.scoreWorker(later(ours, 86_400), pairOf(3));
      await trust(4);
      await rooms.gaps.scoreWorker(ours, pairOf(4));
      const parts = () =>
        rows(
          rooms,
          ours,
          `select worker_no, input_version, policy_version, as_of::text, computed_at, attained from score
            where tenant_id = $1 and worker_no in (2, 3, 4) order by 1`,
        );
      const before = await parts();
      await admin.query('commit');
      await admin.end();
      await chunk;
      expect(await parts()).toEqual(before);
      expect(await count('score', 'policy_version = 3')).toBe(known.length - 1);
    });

    it('with ratings, policies and days, in whatever order jobs come, never puts an older score in a newer one’s place', async () => {
      await manyWorkers(WORKERS);
      const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
      await admin.connect();
      // What was ever replaced by what, written down by the database itself.
      await admin.query(`
        create table replaced (former score, latter score);
        create function write_down() returns trigger security definer language plpgsql as
          $$ begin insert into replaced values (old, new); return null; end $$;
        create trigger write_down after update on score for each row execute function write_down()`);
      const workers = await rows<{ id: string; no: number }>(
        rooms,
        ours,
        'select id, worker_no as no from worker where tenant_id = $1 order by 2',
      );
      await trust(1);
      await rescore();
      const known = await pairs();
      const expected = new Map(
        (
          await rows<{ no: number; version: number }>(
            rooms,
            ours,
            'select worker_no as no, input_version as version from worker where tenant_id = $1',
          )
        ).map(({ no, version }) => [no, version]),
      );
      let newestPolicy = 1;
      let over = false;

      /** Rates somebody, and does the scoring that follows: late, twice, or another's first. */
      const rater = async (place: number): Promise<void> => {
        const owed: Pair[] = [];
        for (let step = 0; !over; step += 1) {
          const { id, no } = workers[(step * 7 + place * 13) % workers.length]!;
          await rooms.ratings.record(asAssessor(ours), id, {
            ksaCode: [ROBOTS, VISION, SENSORS, EXTRUSION][step % 4]!,
            source: step % 2 === 0 ? 'manager' : 'test',
            level: step % 5,
          });
          expected.set(no, expected.get(no)! + 1);
          owed.push(...known.filter(({ workerNo }) => workerNo === no));
          while (owed.length > 6) {
            const [pair] = owed.splice((step * 5) % owed.length, 1);
            // Yesterday's clock: a process whose job was taken before midnight.
            const clock = step % 3 === 0 ? later(ours, -86_400) : ours;
            await rooms.gaps.scoreWorker(clock, pair!);
            if (step % 2 === 0) await rooms.gaps.scoreWorker(ours, pair!);
            else owed.push(pair!);
            if (step % 2 === 1) break;
          }
        }
        for (const pair of owed) await rooms.gaps.scoreWorker(ours, pair);
      };
      const rescorings = async (): Promise<void> => {
        for (let round = 0; round < ROUNDS; round += 1) {
          newestPolicy += 1;
          await trust(newestPolicy);
          await rescore();
        }
        over = true;
      };
      await Promise.all([rescorings(), ...Array.from({ length: RATERS }, (_, place) => rater(place))]);

      const [race] = (
        await admin.query<{ replacements: number; older: number }>(`
          select count(*)::int as replacements,
                 count(*) filter (where (latter).input_version < (former).input_version
                                     or (latter).policy_version < (former).policy_version
                                     or (latter).as_of < (former).as_of)::int as older from replaced`)
      ).rows;
      expect(race!.older).toBe(0);
      expect(race!.replacements).toBeGreaterThan(ROUNDS * WORKERS);
      // Each worker's newest inputs, by the spec's own count, and the newest policy stand in the end.
      const standing = await rows<{ no: number; version: number; policy: number }>(
        rooms,
        ours,
        `select worker_no as no, input_version as version, policy_version as policy from score where tenant_id = $1`,
      );
      expect(standing).toEqual(
        standing.map(({ no }) => ({ no, version: expected.get(no), policy: newestPolicy })),
      );
      expect(await rooms.staleScores.mend(ours)).toBe(0);
      await admin.query('drop trigger write_down on score; drop function write_down; drop table replaced');
      await admin.end();
    });
  });
});
