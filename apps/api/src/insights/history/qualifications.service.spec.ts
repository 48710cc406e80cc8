import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  asAssessor,
  asWorker,
  closeRooms,
  hire,
  type Rooms,
  rows,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { defaultRatingPolicy } from '#domain';
import { PoliciesService } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import type { Worker } from '#workforce';
import { qualificationDto, qualificationQuery, qualificationsQuery } from './dto/qualification.dto.ts';
import { HistoryModule } from './history.module.ts';
import { QualificationsService } from './qualifications.service.ts';

const ROBOTS = '4.2.06.09';
const SENSORS = '4.2.06.2';

describe('who was qualified on a day', () => {
  let rooms: Rooms;
  let qualifications: QualificationsService;
  let ours: RequestContext;
  let worker: Worker;
  let roleProfileId: string;

  /** A moment of March 2026, in the organisation of the spec. */
  const march = (day: number, time = '08:00:00'): RequestContext => ({
    ...ours,
    now: new Date(`2026-03-${String(day).padStart(2, '0')}T${time}Z`),
  });
  const on = (day: number) => march(day).now.toISOString().slice(0, 10);

  beforeAll(async () => {
    rooms = await theRooms(HistoryModule);
    qualifications = rooms.application.get(QualificationsService, { strict: false });
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    worker = await hire(rooms, ours);
    roleProfileId = await aRole(rooms, ours, {
      [ROBOTS]: { requiredLevel: 3, critical: true },
      [SENSORS]: { requiredLevel: 2 },
    });
    await rooms.assessments.assign(march(1), { workerId: worker.id, roleProfileId });
  });
  afterAll(() => closeRooms(rooms));

  const record = (
    day: number,
    source: 'manager' | 'test' | 'credential' | 'training',
    level: number,
    times: { ratedAt?: string; expiresAt?: string } = {},
    whom = worker,
  ) => rooms.ratings.record(asAssessor(march(day)), whom.id, { ksaCode: ROBOTS, source, level, ...times });

  const one = (day: number, query: object = {}, context = march(20)) =>
    qualifications.one(
      context,
      worker.id,
      roleProfileId,
      qualificationQuery.parse({ on: on(day), ...query }),
    );
  const list = (filter: object, context = march(20), range = [0, 24]) =>
    qualifications.list(
      context,
      qualificationsQuery.parse({
        filter: JSON.stringify({ roleProfileId, ...filter }),
        range: JSON.stringify(range),
      }),
    );

  // Manager: level 2 from 2 March, recorded at once. Test: level 3 from 3 March, recorded on 10 March.
  it('knows now of a rating that was entered late, and did not know of it then', async () => {
    await record(2, 'manager', 2);
    await record(10, 'test', 3, { ratedAt: '2026-03-03T15:00:00.000Z' });
    const found = await one(5);
    expect(qualificationDto.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      ...{ on: '2026-03-05', known: 'then', answer: 'no', differs: true },
      roleProfile: { id: roleProfileId, version: 1 },
      policy: { version: 1, kind: 'most-trusted' },
      then: {
        knownAt: '2026-03-05T23:59:59.000Z',
        answer: 'no',
        reasons: [{ ksaCode: ROBOTS, title: 'Robot programming', reason: 'short', levelsShort: 1 }],
        // L = 12: 2 of 3 levels of one of two equal requirements is 8 of 24; the other is unknown.
        ...{ low: 8, high: 20, denominator: 24 },
        critical: [{ attained: 2, verified: false, rating: { source: 'manager', level: 2 } }],
      },
      now: {
        knownAt: '2026-03-20T08:00:00.000Z',
        answer: 'yes',
        critical: [
          {
            ...{ ksaCode: ROBOTS, attained: 3, status: 'met', verified: true, evidence: 'observed' },
            rating: {
              ...{ source: 'test', level: 3 },
              ratedAt: '2026-03-03T15:00:00.000Z',
              recordedAt: '2026-03-10T08:00:00.000Z',
            },
          },
        ],
      },
    });
    expect(await one(5, { known: 'now' })).toMatchObject({ answer: 'yes', differs: true });
    expect(await one(2, { known: 'now' })).toMatchObject({ answer: 'no', differs: false });
    expect(await one(12)).toMatchObject({ answer: 'yes', differs: false });
  });

  it('goes by another time of knowledge when one is named', async () => {
    await record(10, 'test', 3, { ratedAt: '2026-03-03T15:00:00.000Z' });
    const knownAt = (time: string) => one(5, { knownAt: `2026-03-10T${time}Z` });
    expect(await knownAt('07:59:59')).toMatchObject({ answer: 'not-yet-known', differs: true });
    expect(await knownAt('08:00:00')).toMatchObject({ answer: 'yes', differs: false });
  });

  it('remembers what newer ratings have superseded since', async () => {
    await record(2, 'test', 4);
    await record(9, 'test', 1);
    expect(await one(5)).toMatchObject({ answer: 'yes', differs: false, then: { low: 12 } });
    expect(await one(9)).toMatchObject({ answer: 'no', differs: false });
  });

  it('lets a credential count to the day before it expires', async () => {
    await record(2, 'credential', 3, { expiresAt: '2026-03-06T14:00:00.000Z' });
    expect(await one(5)).toMatchObject({ answer: 'yes' });
    expect(await one(6)).toMatchObject({ answer: 'not-yet-known' });
  });

  // Training says 3, by itself no proof; the manager's 3 of the same day is what proves it, and training is newer.
  it('names the rating that proves beside the one that decides, where they differ', async () => {
    const policies = rooms.application.get(PoliciesService, { strict: false });
    await rooms.unitOfWork.transaction(march(1), (transaction) =>
      policies.add(transaction, {
        ...defaultRatingPolicy,
        ranks: [['training'], ['test', 'credential'], ['assessor'], ['manager'], ['self']],
      }),
    );
    await record(2, 'training', 4);
    await record(2, 'manager', 3);
    expect((await one(5)).then.critical[0]).toMatchObject({
      attained: 4,
      verified: true,
      rating: { source: 'training' },
      proof: { source: 'manager' },
    });
  });

  it('holds against the version and the policy of that day, or of today when asked to', async () => {
    await record(2, 'test', 3);
    await record(3, 'manager', 2);
    await workOff(rooms, march(3), 'score-worker');
    const policies = rooms.application.get(PoliciesService, { strict: false });
    await rooms.unitOfWork.transaction(march(8), (transaction) =>
      policies.add(transaction, {
        ...defaultRatingPolicy,
        ...{ version: 2, name: 'managers first' },
        ranks: [['manager'], ['test', 'credential', 'assessor', 'training', 'self']],
      }),
    );
    const profile = await rooms.profiles.one(ours, roleProfileId);
    const edited = await rooms.requirements.editMany(march(8), roleProfileId, profile.version, {
      requirements: [{ ksaCode: ROBOTS, requiredLevel: 4 }],
    });
    await rooms.profiles.publish(march(8), roleProfileId, edited.profile.version);
    const ofThatDay = { roleProfile: { version: 1 }, policy: { version: 1, name: 'most-trusted' } };
    const ofToday = { roleProfile: { version: 2 }, policy: { version: 2, name: 'managers first' } };
    expect(await one(5)).toMatchObject({ answer: 'yes', ...ofThatDay });
    expect(await one(8)).toMatchObject({ answer: 'no', ...ofToday });
    expect(await one(5, { rules: 'now' })).toMatchObject({
      answer: 'no',
      then: { reasons: [{ reason: 'short', levelsShort: 2 }] },
      ...ofToday,
    });
  });

  it('lists who had the role by then, counted, filtered and in pages', async () => {
    const late = await hire(rooms, ours, 'Ana Lima');
    const known = await hire(rooms, ours, 'Bo Chen');
    const newcomer = await hire(rooms, ours, 'Zoë Hart');
    await rooms.assessments.assign(march(1), { workerId: late.id, roleProfileId });
    await rooms.assessments.assign(march(5, '23:59:59'), { workerId: known.id, roleProfileId });
    await rooms.assessments.assign(march(6, '00:00:00'), { workerId: newcomer.id, roleProfileId });
    await record(10, 'test', 3, { ratedAt: '2026-03-03T15:00:00.000Z' }, late);
    await record(2, 'test', 4, {}, known);
    await record(2, 'manager', 1);

    const names = async (filter: object) =>
      (await list({ on: on(5), ...filter })).rows.map((row) => row.worker.name);
    expect(await names({})).toEqual(['Ana Lima', 'Bo Chen', 'Jamal Carter']);
    expect(await names({ answer: 'yes' })).toEqual(['Bo Chen']);
    expect(await names({ answer: 'yes', known: 'now' })).toEqual(['Ana Lima', 'Bo Chen']);
    expect(await names({ differs: true })).toEqual(['Ana Lima']);
    expect(await names({ differs: false, q: 'jamal' })).toEqual(['Jamal Carter']);
    for (const filter of [{}, { differs: false }]) {
      const { rows: page, total } = await list({ on: on(5), ...filter }, march(20), [1, 1]);
      expect(page).toHaveLength(1);
      expect(total).toBe(filter.differs === undefined ? 3 : 2);
    }
    const summary = await qualifications.summary(march(20), {
      ...{ roleProfileId, on: on(5), known: 'then', rules: 'then' },
    });
    expect(summary).toMatchObject({
      ...{ workers: 3, differing: 1 },
      then: { yes: 1, no: 1, 'not-yet-known': 1 },
      now: { yes: 2, no: 1, 'not-yet-known': 0 },
    });
  });

  it('lists who had the role on the day, whether or not they have it still', async () => {
    await record(2, 'manager', 3);
    const [{ id } = { id: '' }] = await rows<{ id: string }>(
      rooms,
      ours,
      'select id from role_assignment where tenant_id = $1',
    );
    await rooms.assessments.unassign(march(6), id);
    const names = async (day: number) =>
      (await list({ on: on(day) })).rows.map(({ worker: who }) => who.name);
    expect(await names(5)).toEqual([worker.name]);
    expect((await one(5)).assignedAt).toBe(march(1).now.toISOString());
    expect(await names(6)).toEqual([]);
    expect((await one(6)).assignedAt).toBeNull();
    await rooms.assessments.assign(march(8), { workerId: worker.id, roleProfileId });
    expect(await names(7)).toEqual([]);
    expect(await names(8)).toEqual([worker.name]);
    expect(await names(5)).toEqual([worker.name]);
  });

  it('has no answer for the future, nor before the role profile was published', async () => {
    await expect(one(21)).rejects.toMatchObject({ kind: 'invalid', code: 'not-in-the-future' });
    await expect(one(5, { knownAt: '2026-03-20T08:00:01Z' })).rejects.toMatchObject({ kind: 'invalid' });
    const query = qualificationQuery.parse({ on: '2026-02-28' });
    await expect(qualifications.one(march(20), worker.id, roleProfileId, query)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'role-profile-not-published-then',
    });
  });

  it('answers a worker of themselves alone, and nobody of another organisation', async () => {
    const colleague = await hire(rooms, ours, 'Ana Lima');
    expect(await one(5, {}, asWorker(march(20), worker))).toMatchObject({ answer: 'not-yet-known' });
    const theirs = { ...(await aTenant('Another organisation')), now: march(20).now };
    for (const context of [asWorker(march(20), colleague), theirs])
      await expect(one(5, {}, context)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(list({ on: on(5) }, theirs)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
