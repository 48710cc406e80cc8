import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  anAssessment,
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
import type { RequestContext } from '#platform/context/request-context';
import type { Worker } from '#workforce';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';

describe('the review of an assessment', () => {
  let rooms: Rooms;
  let ours: RequestContext;
  let worker: Worker;
  let roleProfileId: string;
  let id: string;

  beforeAll(async () => {
    rooms = await theRooms();
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    worker = await hire(rooms, ours);
    roleProfileId = await aRole(rooms, ours, { [ROBOTS]: { critical: true }, [VISION]: {}, [SENSORS]: {} });
    id = await anAssessment(rooms, ours, worker, roleProfileId, {
      [SENSORS]: 1,
      [ROBOTS]: 4,
      [VISION]: null,
    });
  });
  afterAll(() => closeRooms(rooms));

  const confirm = (confirmations: { ksaCode: string; level: number }[], context = asAssessor(ours)) =>
    rooms.reviews.confirm(context, id, confirmations);
  const assessorRatings = () =>
    rows(
      rooms,
      ours,
      'select level, assessment_id from rating where tenant_id = $1 and source = 2 order by seq',
    );

  it('shows self against assessor against difference, critical requirements first', async () => {
    const before = await rooms.reviews.one(asAssessor(ours), id);
    expect(before.items.map(({ ksaCode, self, assessor }) => [ksaCode, self, assessor])).toEqual([
      [ROBOTS, { level: 4 }, null],
      [SENSORS, { level: 1 }, null],
      [VISION, { level: null }, null],
    ]);
    const after = await confirm([
      { ksaCode: ROBOTS, level: 2 },
      { ksaCode: VISION, level: 1 },
    ]);
    expect(after).toMatchObject({
      state: 'reviewed',
      items: [{ difference: 2 }, { difference: null }, { difference: null }],
    });
    expect(after.items.map(({ assessor }) => assessor?.level ?? null)).toEqual([2, null, 1]);
  });

  it('is done with the critical requirements alone, and leaves assessor ratings', async () => {
    await confirm([{ ksaCode: ROBOTS, level: 3 }]);
    expect(await assessorRatings()).toEqual([{ level: 3, assessment_id: id }]);
    expect(await rooms.cache.compare(ours)).toEqual({ workers: 1, differing: [] });
  });

  it.each([
    ['without a critical requirement', [{ ksaCode: SENSORS, level: 1 }], '/confirmations'],
    ['with a level off the scale', [{ ksaCode: ROBOTS, level: 5 }], '/confirmations/0/level'],
    [
      'twice for one KSA',
      [
        { ksaCode: ROBOTS, level: 1 },
        { ksaCode: ROBOTS, level: 2 },
      ],
      '/confirmations/1/ksaCode',
    ],
    [
      'for a KSA that was not asked',
      [
        { ksaCode: ROBOTS, level: 1 },
        { ksaCode: '5.1.01.01', level: 2 },
      ],
      '/confirmations/1/ksaCode',
    ],
  ])('is refused %s, whole', async (_what, confirmations, pointer) => {
    await expect(confirm(confirmations)).rejects.toMatchObject({ kind: 'invalid', errors: [{ pointer }] });
    expect(await assessorRatings()).toEqual([]);
  });

  it('is never of oneself', async () => {
    const both = { ...asWorker(ours, worker) };
    const context = { ...both, actor: { ...both.actor, roles: ['worker', 'assessor'] as const } };
    await expect(confirm([{ ksaCode: ROBOTS, level: 4 }], context)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('happens once, of what was submitted', async () => {
    const colleague = await hire(rooms, ours, 'Mia Lindqvist');
    const { assessmentId } = await rooms.assessments.assign(ours, { workerId: colleague.id, roleProfileId });
    const early = rooms.reviews.confirm(asAssessor(ours), assessmentId, [{ ksaCode: ROBOTS, level: 1 }]);
    await expect(early).rejects.toMatchObject({ code: 'assessment-not-submitted' });

    const twice = [confirm([{ ksaCode: ROBOTS, level: 1 }]), confirm([{ ksaCode: ROBOTS, level: 2 }])];
    const outcomes = await Promise.allSettled(twice);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(confirm([{ ksaCode: ROBOTS, level: 3 }])).rejects.toMatchObject({
      code: 'assessment-reviewed',
    });
    expect(await assessorRatings()).toHaveLength(1);
  });

  it('does not exist for another tenant', async () => {
    const theirs = asAssessor(await aTenant('Another organisation'));
    await expect(rooms.reviews.one(theirs, id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(confirm([{ ksaCode: ROBOTS, level: 3 }], theirs)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('keeps showing its own confirmations after a later rating by an assessor', async () => {
    await confirm([{ ksaCode: ROBOTS, level: 3 }]);
    const rating = { ksaCode: ROBOTS, source: 'assessor' as const, level: 1 };
    await rooms.ratings.record(later(asAssessor(ours), 60), worker.id, rating);
    expect((await rooms.reviews.one(ours, id)).items[0]).toMatchObject({
      assessor: { level: 3 },
      difference: 1,
    });
  });
});
