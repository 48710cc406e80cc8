import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import {
  asAssessor,
  asWorker,
  closeRooms,
  hire,
  later,
  type Rooms,
  rows,
  theRooms,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { packedRatingBytes } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { testDatabase } from '#support/database';
import type { Worker } from '#workforce';
import type { RecordRatingDto } from '../dto/rating.dto.ts';

const ROBOTS = '4.2.06.09';
const CODES = [ROBOTS, '4.2.06.10', '4.2.06.2', '5.1.01.01'];
const DAY = 86_400;

describe('ratings', () => {
  let rooms: Rooms;
  let ours: RequestContext;
  let worker: Worker;

  beforeAll(async () => {
    rooms = await theRooms();
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    worker = await hire(rooms, ours);
  });
  afterAll(() => closeRooms(rooms));

  const record = (input: Partial<RecordRatingDto> = {}, context = asAssessor(ours)) =>
    rooms.ratings.record(context, worker.id, { ksaCode: ROBOTS, source: 'test', level: 3, ...input });
  const at = (seconds: number) => later(ours, seconds).now.toISOString();
  const logged = () => rows(rooms, ours, 'select 1 from rating where tenant_id = $1');

  it('are recorded with the time from which they hold, beside the time at which they were entered', async () => {
    const recorded = await record({ ratedAt: at(-30 * DAY), expiresAt: at(335 * DAY) });
    expect(recorded).toMatchObject({ ratedAt: at(-30 * DAY), recordedAt: at(0), expiresAt: at(335 * DAY) });
    expect(
      await rows(
        rooms,
        ours,
        'select seq, source, level, rated_at, recorded_at from rating where tenant_id = $1',
      ),
    ).toEqual([{ seq: 1, source: 3, level: 3, rated_at: later(ours, -30 * DAY).now, recorded_at: ours.now }]);
  });

  it.each([
    ['the future', () => ({ ratedAt: at(1) }), '/ratedAt'],
    ['an expiry before the rating', () => ({ ratedAt: at(-DAY), expiresAt: at(-2 * DAY) }), '/expiresAt'],
    ['a KSA that nobody knows', () => ({ ksaCode: '9.9.99.99' }), '/ksaCode'],
  ])('of %s are refused, and nothing is written', async (_what, input, pointer) => {
    await expect(record(input())).rejects.toMatchObject({ kind: 'invalid', errors: [{ pointer }] });
    expect(await logged()).toEqual([]);
  });

  it('off the scale are refused by the domain', async () => {
    await expect(record({ level: 5 })).rejects.toMatchObject({
      code: 'scales.level-off-scale',
      pointer: '/level',
    });
  });

  it('of oneself are never recorded, whatever other role one has', async () => {
    const self = asWorker(ours, worker);
    const context = { ...self, actor: { ...self.actor, roles: ['worker', 'assessor'] as const } };
    await expect(record({}, context)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('of another tenant’s worker cannot be recorded', async () => {
    const theirs = asAssessor(await aTenant('Another organisation'));
    await expect(record({}, theirs)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await logged()).toEqual([]);
  });

  it('are numbered without a gap by twenty who record at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => record({ level: index % 5 })));
    const seqs = await rows<{ seq: number }>(
      rooms,
      ours,
      'select seq from rating where tenant_id = $1 order by seq',
    );
    expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await rooms.cache.compare(ours)).toEqual({ workers: 1, differing: [] });
  });

  it('never change: the application may neither update nor delete one', async () => {
    await record();
    for (const change of ['update rating set level = 0', 'delete from rating']) {
      await expect(rows(rooms, ours, `${change} where tenant_id = $1`)).rejects.toThrow('permission denied');
    }
  });

  describe('in the cache', () => {
    const rating = fc.record({
      ksaCode: fc.constantFrom(...CODES),
      source: fc.constantFrom('manager', 'assessor', 'test', 'credential', 'training'),
      level: fc.integer({ min: 0, max: 4 }),
      daysAgo: fc.integer({ min: 0, max: 12 }),
      validDays: fc.option(fc.integer({ min: 1, max: 12 })),
    });

    it('are what the log says, in whatever order random ratings arrive', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(rating, { minLength: 1, maxLength: 25 }), async (ratings) => {
          worker = await hire(rooms, ours);
          for (const { daysAgo, validDays, ...input } of ratings) {
            const expiresAt = validDays === null ? null : at((validDays - daysAgo) * DAY);
            await record({ ...input, ratedAt: at(-daysAgo * DAY), expiresAt });
          }
          expect((await rooms.cache.compare(ours)).differing).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });

    it('lose what a newer one of the same source that expires no earlier has superseded, and nothing else', async () => {
      const count = async () =>
        (await rooms.ratings.packed(ours, worker.workerNo)).packed.length / packedRatingBytes;
      await record({ ratedAt: at(-10 * DAY) });
      await record({ ratedAt: at(-5 * DAY), expiresAt: at(DAY) });
      expect(await count()).toBe(2);
      await record({ ratedAt: at(-7 * DAY) });
      expect(await count()).toBe(2);
      await record({ ratedAt: at(-4 * DAY) });
      expect(await count()).toBe(1);
      await record({ source: 'manager' });
      expect(await count()).toBe(2);
    });

    it('are made anew from the log where they had been spoilt', async () => {
      await record();
      const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
      await admin.connect();
      await admin.query(`update worker_ratings set packed = '' where tenant_id = $1`, [ours.tenantId]);
      await admin.end();
      expect((await rooms.cache.compare(ours)).differing).toEqual([worker.workerNo]);
      await rooms.cache.rebuild(ours);
      expect((await rooms.cache.compare(ours)).differing).toEqual([]);
      expect((await rooms.ratings.packed(ours, worker.workerNo)).packed).toHaveLength(packedRatingBytes);
    });
  });
});
