import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  aRole,
  asAssessor,
  closeRooms,
  hire,
  type Rooms,
  rows,
  theGapView,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { aWorkforce } from '#builders/workforce';
import { defaultRatingPolicy } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { testDatabase } from '#support/database';
import type { Worker } from '#workforce';
import { PolicyChangesService } from './policies/policy-changes.service.ts';

const ROBOTS = '4.2.06.09';

describe('scores that are behind', () => {
  let rooms: Rooms;
  let policies: PolicyChangesService;
  let ours: RequestContext;
  let worker: Worker;
  let roleProfileId: string;

  beforeAll(async () => {
    rooms = await theRooms();
    policies = rooms.application.get(PolicyChangesService, { strict: false });
    await loadRelease(await someReleaseFiles());
  });
  afterAll(() => closeRooms(rooms));
  beforeEach(async () => {
    ours = await aTenant();
    worker = await hire(rooms, ours);
    roleProfileId = await aRole(rooms, ours, { [ROBOTS]: {} });
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId });
    await workOff(rooms, ours, 'score-worker');
  });

  const at = (now: string): RequestContext => ({ ...ours, now: new Date(now) });
  const rate = (level: number, source: 'assessor' | 'test' = 'assessor') =>
    rooms.ratings.record(asAssessor(ours), worker.id, { ksaCode: ROBOTS, source, level });
  /** As if the queue, the ledger and their rows had been lost. */
  const loseTheWork = () =>
    rows(
      rooms,
      ours,
      'with lost as (delete from outbox where tenant_id = $1) delete from job where tenant_id = $1 returning id',
    );
  /** As another release, or a hand at the database, would have left them. */
  const asSuperuser = async (sql: string): Promise<void> => {
    const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
    await admin.query(sql, [ours.tenantId]);
    await admin.end();
  };
  const levelNow = async (context = ours) =>
    (await theGapView(rooms, context, worker.id, roleProfileId)).requirements[0]?.attained;

  it('are none when all has been done', async () => {
    expect(await rooms.staleScores.mend(ours)).toBe(0);
    expect(await workOff(rooms, ours, 'score-worker')).toBe(0);
  });

  it('are found by the worker’s inputs, and mended', async () => {
    await rate(2);
    await loseTheWork();
    expect(await levelNow()).toBeNull();
    expect(await rooms.staleScores.mend(ours)).toBe(1);
    // It is on its way.
    expect(await rooms.staleScores.mend(ours)).toBe(0);
    expect(await workOff(rooms, ours, 'score-worker')).toBe(1);
    expect(await levelNow()).toBe(2);
    expect(await rooms.staleScores.mend(ours)).toBe(0);
  });

  it('are found by a role that was never scored, and by one that was published anew', async () => {
    const other = await aRole(rooms, ours, { [ROBOTS]: {} });
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId: other });
    await loseTheWork();
    expect(await rooms.staleScores.mend(ours)).toBe(1);
    await workOff(rooms, ours, 'score-worker');
    expect(await theGapView(rooms, ours, worker.id, other)).toMatchObject({ stale: false });
    expect(await rooms.staleScores.mend(ours)).toBe(0);
  });

  it('are the whole organisation’s when its policy changes: one bulk run, by the new version', async () => {
    await rate(2, 'assessor');
    await rate(4, 'test');
    await workOff(rooms, ours, 'score-worker');
    expect(await levelNow()).toBe(4);

    const trusting = {
      kind: 'most-trusted' as const,
      name: 'Assessors first',
      ranks: [['assessor'], ['test', 'credential'], ['manager'], ['training'], ['self']] as (
        'self' | 'test'
      )[][],
      validityDays: {},
    };
    expect(await policies.change(ours, 1, trusting)).toMatchObject({ policy: { version: 2 } });
    await expect(policies.change(ours, 1, trusting)).rejects.toMatchObject({ code: 'rating-policy-changed' });
    await expect(policies.change(ours, 2, { ...trusting, ranks: [['self']] })).rejects.toMatchObject({
      code: 'ratings.invalid-policy',
      pointer: '/ranks',
    });
    expect(await theGapView(rooms, ours, worker.id, roleProfileId)).toMatchObject({ stale: true });
    expect(await workOff(rooms, ours, 'rescore')).toBe(1);
    expect(await levelNow()).toBe(2);
    expect(await theGapView(rooms, ours, worker.id, roleProfileId)).toMatchObject({
      stale: false,
      policy: { version: 2, name: 'Assessors first' },
    });

    await policies.change(ours, 2, { ...trusting, name: 'Lost' });
    await loseTheWork();
    expect(await rooms.staleScores.mend(ours)).toBe(1);
    await workOff(rooms, ours, 'score-worker');
    expect(await theGapView(rooms, ours, worker.id, roleProfileId)).toMatchObject({ policy: { version: 3 } });
    const { rows: versions, total } = await policies.versions(ours, {
      sort: { field: 'version', order: 'DESC' },
      ...{ filter: {}, limit: 2, offset: 0 },
    } as never);
    expect(versions.map(({ policy }) => [policy.version, policy.name])).toEqual([
      [3, 'Lost'],
      [2, 'Assessors first'],
    ]);
    expect(total).toBe(3);
  });

  it('are found by the algorithm that made them', async () => {
    await asSuperuser(`update score set algorithm = 'gap-score/0' where tenant_id = $1`);
    expect(await rooms.staleScores.mend(ours)).toBe(1);
    await workOff(rooms, ours, 'score-worker');
    expect(await rooms.staleScores.mend(ours)).toBe(0);
  });

  it('are made in bulk when they are many, and asked for once while that is under way', async () => {
    const many = 250;
    ours = await aTenant();
    const role = await aRole(rooms, ours, { [ROBOTS]: {} });
    await aWorkforce(ours, many, () => ({ roleProfileIds: [role], ratings: [] }));
    expect(await rooms.staleScores.mend(ours)).toBe(many);
    expect(await rooms.staleScores.mend(ours)).toBe(0);
    expect(await workOff(rooms, ours, 'score-worker')).toBe(0);
    expect(await workOff(rooms, ours, 'rescore')).toBe(1);
    expect(await rows(rooms, ours, 'select 1 from score where tenant_id = $1')).toHaveLength(many);
    expect(await rooms.staleScores.mend(ours)).toBe(0);
  });

  it('are those that a former release has stored, of which is not known how long they hold', async () => {
    await asSuperuser('update score set runs_out_on = null where tenant_id = $1');
    expect(await rooms.staleScores.mend(ours)).toBe(1);
    await workOff(rooms, ours, 'score-worker');
    expect(await rooms.staleScores.mend(ours)).toBe(0);
  });

  it('are yesterday’s under a consensus, which weighs by age, and under no policy by trust', async () => {
    const next = at('2026-03-02T23:00:00Z');
    expect(await rooms.staleScores.mend(next)).toBe(0);
    const weights = { self: 1, manager: 1, assessor: 1, test: 1, credential: 1, training: 1 };
    await policies.change(ours, 1, {
      kind: 'consensus',
      name: 'All',
      weights,
      halfLifeDays: 30,
      validityDays: {},
    });
    await workOff(rooms, ours, 'rescore');
    expect(await rooms.staleScores.mend(ours)).toBe(0);
    expect(await rooms.staleScores.mend(next)).toBe(1);
    await workOff(rooms, next, 'score-worker');
    expect(await rooms.staleScores.mend(next)).toBe(0);
  });

  it('are those under which a source’s ratings have outlived their validity', async () => {
    await rate(2);
    await workOff(rooms, ours, 'score-worker');
    expect(await rooms.staleScores.mend(at('2026-03-02T00:00:00Z'))).toBe(0);

    const { kind, name, ranks } = defaultRatingPolicy;
    const mutable = ranks.map((rank) => [...rank]);
    await policies.change(ours, 1, { kind, name, ranks: mutable, validityDays: { assessor: 1 } });
    await workOff(rooms, ours, 'rescore');
    expect(await levelNow()).toBe(2);

    const next = at('2026-03-02T23:00:00Z');
    expect(await rooms.staleScores.mend(next)).toBe(1);
    await workOff(rooms, next, 'score-worker');
    expect(await levelNow(next)).toBeNull();
    expect(await rooms.staleScores.mend(next)).toBe(0);
  });
});
