import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  anAssessment,
  asAssessor,
  closeRooms,
  hire,
  later,
  type Rooms,
  theGapView,
  rows,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { defaultRatingPolicy } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import type { Worker } from '#workforce';
import type { StoredScore } from './score.types.ts';
import { ScoresRepository } from './scores.repository.ts';
import { PoliciesService } from './policies/policies.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const ANSWERS = { [SENSORS]: 1, [ROBOTS]: 3, [VISION]: null };
const DAY = 86_400;

describe('a worker’s score', () => {
  let rooms: Rooms;
  let ours: RequestContext;
  let worker: Worker;
  let roleProfileId: string;

  beforeAll(async () => {
    rooms = await theRooms();
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    worker = await hire(rooms, ours);
    roleProfileId = await aRole(rooms, ours, {
      [ROBOTS]: { critical: true },
      [VISION]: { weight: 2 },
      [SENSORS]: {},
    });
  });
  afterAll(() => closeRooms(rooms));

  const score = (context = ours) => workOff(rooms, context, 'score-worker');
  const scores = () =>
    rows(
      rooms,
      ours,
      'select low::int, high::int, den::int, attained, verified, used from score where tenant_id = $1',
    );
  const stamps = () => rows(rooms, ours, 'select xmin, ctid, computed_at from score where tenant_id = $1');
  const history = () => rows(rooms, ours, 'select 1 from score_history where tenant_id = $1');
  const record = (context: RequestContext, level: number, ksaCode = ROBOTS) =>
    rooms.ratings.record(context, worker.id, { ksaCode, source: 'test', level });

  it('is there as soon as a role is assigned: nothing known, anything possible', async () => {
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId });
    await score();
    expect(await scores()).toEqual([
      {
        low: 0,
        high: 48,
        den: 48,
        attained: [-1, -1, -1],
        verified: [false, false, false],
        used: [-1, -1, -1],
      },
    ]);
  });

  it('counts what was answered, in twelfths of the weights, and leaves open what the worker is not sure of', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await score();
    // Three requirements at level 3 with weights 1, 1, 2: 12 · (1/3 + 1) known, 12 · 2 open, of 12 · 4.
    expect(await scores()).toEqual([
      { low: 16, high: 40, den: 48, attained: [1, 3, -1], verified: [false, false, false], used: [1, 2, -1] },
    ]);
  });

  it('changes nothing when the same work is done twice', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await score();
    const before = await stamps();
    const [pair] = await rows<{ workerNo: number; profileVersionNo: number }>(
      rooms,
      ours,
      'select worker_no as "workerNo", profile_version_no as "profileVersionNo" from score where tenant_id = $1',
    );
    expect(await rooms.gaps.scoreWorker(later(ours, 5), pair!)).toBe(false);
    expect(await stamps()).toEqual(before);
    expect(await history()).toHaveLength(1);
  });

  it('leaves a row of history when its parts change, and none when only its inputs do', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await score();
    await record(later(asAssessor(ours), 10), 2);
    await score(later(ours, 10));
    expect(await history()).toHaveLength(2);
    await record(later(asAssessor(ours), 20), 2);
    await score(later(ours, 20));
    expect(await history()).toHaveLength(2);
    expect(await scores()).toMatchObject([{ attained: [1, 2, -1], used: [1, 4, -1] }]);
  });

  it('is never replaced by one of older inputs, an older policy or an older date', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await score(later(ours, 2 * DAY));
    const before = await stamps();
    const [pair] = await rows<{ workerNo: number; profileVersionNo: number }>(
      rooms,
      ours,
      'select worker_no as "workerNo", profile_version_no as "profileVersionNo" from score where tenant_id = $1',
    );
    expect(await rooms.gaps.scoreWorker(ours, pair!)).toBe(false);
    expect(await stamps()).toEqual(before);
  });

  it.each([
    ['inputs', { inputVersion: 9 }],
    ['policy', { policyVersion: 1 }],
    ['date', { asOf: '2026-04-30' }],
  ])(
    'is not replaced when of all only its %s would be older, and is by one of which nothing is',
    async (_, older) => {
      await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
      await score();
      const policies = rooms.application.get(PoliciesService, { strict: false });
      await rooms.unitOfWork.transaction(ours, (transaction) =>
        policies.add(transaction, { ...defaultRatingPolicy, version: 2 }),
      );
      const repository = rooms.application.get(ScoresRepository, { strict: false });
      const store = (given: StoredScore) =>
        rooms.unitOfWork.transaction(ours, (transaction) => repository.store(transaction, given, null));
      const [pair] = await rows<{ no: number }>(
        rooms,
        ours,
        'select profile_version_no as no from score where tenant_id = $1',
      );
      const first = (await repository.ofVersion(ours, worker.workerNo, pair!.no))!;
      const standing = { ...first, inputVersion: 10, policyVersion: 2, asOf: '2026-05-01' };
      expect(await store(standing)).toBe(true);
      const before = await stamps();
      // Another result, so that being the same is not what keeps it out.
      const other = { ...standing, low: standing.low + 1 };
      expect(await store({ ...other, ...older })).toBe(false);
      expect(await stamps()).toEqual(before);
      expect(await store(other)).toBe(true);
    },
  );

  it('stands once, on the newest inputs, when twelve scorings race twelve ratings', async () => {
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId });
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => record(asAssessor(ours), index % 5).then(() => score())),
    );
    await score();
    const [stored] = await rows<{ input_version: number }>(
      rooms,
      ours,
      'select input_version from score where tenant_id = $1',
    );
    expect(stored).toEqual({ input_version: 12 });
    expect(await rows(rooms, ours, `select 1 from score where tenant_id = $1 and used[2] = 12`)).toHaveLength(
      1,
    );
  });

  it('follows the organisation’s policy, and names the version that made it', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await record(asAssessor(ours), 1);
    await score();
    expect(await scores()).toMatchObject([{ attained: [1, 1, -1] }]);
    const selfFirst = {
      ...defaultRatingPolicy,
      version: 2,
      name: 'Own word first',
      ranks: [...defaultRatingPolicy.ranks].reverse(),
    };
    await rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.application.get(PoliciesService, { strict: false }).add(transaction, selfFirst),
    );
    await record(asAssessor(ours), 1, SENSORS);
    await score();
    expect(await scores()).toMatchObject([
      { attained: [1, 3, -1], verified: [true, false, false].map(() => false) },
    ]);
    expect(await rows(rooms, ours, 'select policy_version from score where tenant_id = $1')).toEqual([
      { policy_version: 2 },
    ]);
  });

  it('follows a role profile that is published anew, and the drafts ask its questions', async () => {
    const answers = { [SENSORS]: 1, [ROBOTS]: 3 };
    const id = await anAssessment(rooms, ours, worker, roleProfileId, answers, { submitted: false });
    await score();
    const { version } = await rooms.profiles.one(ours, roleProfileId);
    const added = { roleProfileId, ksaCode: '5.1.01.01', requiredLevel: 2 };
    const { profile } = await rooms.requirements.add(ours, version, added);
    await rooms.profiles.publish(ours, roleProfileId, profile.version);
    expect(await workOff(rooms, ours, 'role-profile-published')).toBe(1);
    expect(await workOff(rooms, ours, 'rescore')).toBe(1);

    const { assessment, questions } = await rooms.assessments.one(ours, id);
    expect(assessment).toMatchObject({ profileVersion: 2, version: 4, answered: 2, questions: 4 });
    expect(questions.map(({ answer }) => answer?.level)).toEqual([1, 3, undefined, undefined]);
    const view = await theGapView(rooms, ours, worker.id, roleProfileId);
    expect(view).toMatchObject({ roleProfile: { version: 2 }, coverage: { total: 4 }, stale: false });
  });

  it('cannot be made for another tenant', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    const theirs = await aTenant('Another organisation');
    const [pair] = await rows<{ workerNo: number; profileVersionNo: number }>(
      rooms,
      ours,
      'select worker_no as "workerNo", profile_version_no as "profileVersionNo" from assessment where tenant_id = $1',
    );
    await expect(rooms.gaps.scoreWorker(theirs, pair!)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await rows(rooms, theirs, 'select 1 from score where tenant_id = $1')).toEqual([]);
  });
});
