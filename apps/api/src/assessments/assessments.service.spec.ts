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
import { assessmentsQuery } from './dto/assessment.dto.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const ALL = { [SENSORS]: 1, [ROBOTS]: 2, [VISION]: null };

const listOf = (filter: object = {}) => assessmentsQuery.parse({ filter: JSON.stringify(filter) });

describe('assessments', () => {
  let rooms: Rooms;
  let ours: RequestContext;
  let theirs: RequestContext;
  let worker: Worker;
  let roleProfileId: string;

  beforeAll(async () => {
    rooms = await theRooms();
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    theirs = await aTenant('Another organisation');
    worker = await hire(rooms, ours);
    roleProfileId = await aRole(rooms, ours, { [ROBOTS]: { critical: true }, [VISION]: {}, [SENSORS]: {} });
  });
  afterAll(() => closeRooms(rooms));

  const assign = (context = ours) =>
    rooms.assessments.assign(context, { workerId: worker.id, roleProfileId });
  const draft = () => anAssessment(rooms, ours, worker, roleProfileId, {}, { submitted: false });
  const scoreJobs = async () =>
    (
      await rows<{ payload: object }>(
        rooms,
        ours,
        `select payload from job where tenant_id = $1 and name = 'score-worker'`,
      )
    ).map(({ payload }) => payload);

  it('begin with the assignment: a draft, and a score to be made of nothing known', async () => {
    const { assessmentId } = await assign();
    const { assessment, questions } = await rooms.assessments.one(asWorker(ours, worker), assessmentId);
    expect(assessment).toMatchObject({ state: 'draft', version: 1, answered: 0, questions: 3 });
    expect(questions.map(({ requirement, answer }) => [requirement.ksaCode, answer])).toEqual([
      [SENSORS, null],
      [ROBOTS, null],
      [VISION, null],
    ]);
    expect(await scoreJobs()).toEqual([
      { workerNo: worker.workerNo, profileVersionNo: assessment.profileVersionNo },
    ]);
  });

  it('are asked for once: a role assigned twice is a conflict and leaves nothing behind', async () => {
    await assign();
    await expect(assign()).rejects.toMatchObject({ kind: 'conflict', code: 'role-already-assigned' });
    expect(await rows(rooms, ours, 'select 1 from assessment where tenant_id = $1')).toHaveLength(1);
    expect(await scoreJobs()).toHaveLength(1);
  });

  it('take an answer as often as it changes, and keep the time of one that is repeated', async () => {
    const id = await draft();
    const own = asWorker(ours, worker);
    const first = await rooms.assessments.answer(own, id, ROBOTS, 3);
    const same = await rooms.assessments.answer(later(own, 60), id, ROBOTS, 3);
    expect(same).toEqual(first);
    const notSure = await rooms.assessments.answer(later(own, 120), id, ROBOTS, null);
    expect(notSure).toMatchObject({ version: 3, answer: { level: null, answeredAt: later(own, 120).now } });
  });

  it.each([
    ['a level above the scale', ROBOTS, 5, { code: 'scales.level-off-scale', pointer: '/level' }],
    ['a KSA that the role does not ask for', '5.1.01.01', 1, { kind: 'not-found', code: 'ksa-not-asked' }],
    ['a KSA that does not exist', '9.9.99.99', 1, { kind: 'not-found', code: 'ksa-not-asked' }],
  ])('refuse %s', async (_what, ksaCode, level, refusal) => {
    const id = await draft();
    await expect(rooms.assessments.answer(asWorker(ours, worker), id, ksaCode, level)).rejects.toMatchObject(
      refusal,
    );
    expect(await rows(rooms, ours, 'select 1 from assessment_answer where tenant_id = $1')).toEqual([]);
  });

  it('name every question that has no answer when they are submitted too early', async () => {
    const id = await draft();
    const own = asWorker(ours, worker);
    const { version } = await rooms.assessments.answer(own, id, ROBOTS, 3);
    await expect(rooms.assessments.submit(own, id, version)).rejects.toMatchObject({
      code: 'answers-missing',
      errors: [{ pointer: `/answers/${SENSORS}` }, { pointer: `/answers/${VISION}` }],
    });
    expect(await rows(rooms, ours, 'select 1 from rating where tenant_id = $1')).toEqual([]);
  });

  it('turn into ratings of what the worker is sure of, in the log, in the cache and in the input version', async () => {
    const id = await anAssessment(rooms, ours, worker, roleProfileId, ALL);
    expect(
      await rows(
        rooms,
        ours,
        `select seq, level, source, assessment_id from rating where tenant_id = $1 order by seq`,
      ),
    ).toEqual([
      { seq: 1, level: 1, source: 0, assessment_id: id },
      { seq: 2, level: 2, source: 0, assessment_id: id },
    ]);
    expect((await rooms.workforce.workerByNo(ours, worker.workerNo)).inputVersion).toBe(2);
    expect(await rooms.cache.compare(ours)).toEqual({ workers: 1, differing: [] });
    expect(await scoreJobs()).toHaveLength(2);
  });

  it('ask for the score of each role that the worker has', async () => {
    const other = await aRole(rooms, ours, { [ROBOTS]: {} }, 'Another role');
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId: other });
    await anAssessment(rooms, ours, worker, roleProfileId, ALL);
    expect(await scoreJobs()).toHaveLength(4);
  });

  it('are submitted once, as they were last seen', async () => {
    const id = await anAssessment(rooms, ours, worker, roleProfileId, ALL, { submitted: false });
    const own = asWorker(ours, worker);
    await expect(rooms.assessments.submit(own, id, 3)).rejects.toMatchObject({ kind: 'precondition-failed' });
    await rooms.assessments.submit(own, id, 4);
    await expect(rooms.assessments.submit(own, id, 5)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(rooms.assessments.answer(own, id, ROBOTS, 1)).rejects.toMatchObject({
      code: 'assessment-submitted',
    });
    expect(await rows(rooms, ours, 'select 1 from rating where tenant_id = $1')).toHaveLength(2);
  });

  it('are submitted once by two tabs at the same moment', async () => {
    const id = await anAssessment(rooms, ours, worker, roleProfileId, ALL, { submitted: false });
    const submit = () => rooms.assessments.submit(asWorker(ours, worker), id, 4);
    const outcomes = await Promise.allSettled([submit(), submit()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows(rooms, ours, 'select 1 from rating where tenant_id = $1')).toHaveLength(2);
  });

  it('are asked for again once the round before is reviewed, one at a time', async () => {
    const round = () => rooms.assessments.startRound(ours, { workerId: worker.id, roleProfileId });
    await expect(round()).rejects.toMatchObject({ code: 'role-not-assigned' });
    const id = await anAssessment(rooms, ours, worker, roleProfileId, ALL);
    await expect(round()).rejects.toMatchObject({ code: 'assessment-open' });
    await rooms.reviews.confirm(asAssessor(ours), id, [{ ksaCode: ROBOTS, level: 2 }]);
    expect((await round()).assessment).toMatchObject({ state: 'draft', answered: 0 });
    await expect(round()).rejects.toMatchObject({ code: 'assessment-open' });
  });

  it('go with the assignment while they are drafts, and stay, closed, once submitted', async () => {
    const { id, assessmentId } = await assign();
    await rooms.assessments.unassign(ours, id);
    expect(await rows(rooms, ours, 'select 1 from assessment where tenant_id = $1')).toEqual([]);
    await expect(rooms.assessments.one(ours, assessmentId)).rejects.toMatchObject({ kind: 'not-found' });

    await anAssessment(rooms, ours, worker, roleProfileId, ALL);
    const [again] = await rows<{ id: string }>(
      rooms,
      ours,
      'select id from role_assignment where tenant_id = $1',
    );
    await rooms.assessments.unassign(ours, again!.id);
    expect(await rows(rooms, ours, 'select state from assessment where tenant_id = $1')).toEqual([
      { state: 'closed' },
    ]);
    expect(await rows(rooms, ours, 'select 1 from rating where tenant_id = $1')).toHaveLength(2);
    await assign();
  });

  it('are listed by state, worker and role; a worker sees their own alone', async () => {
    const id = await draft();
    const colleague = await hire(rooms, ours, 'Mia Lindqvist');
    await anAssessment(rooms, ours, colleague, roleProfileId, ALL);
    const list = async (context: RequestContext, filter?: object) =>
      (await rooms.assessments.list(context, listOf(filter))).rows.map(({ workerName, state }) => [
        workerName,
        state,
      ]);
    expect(await list(ours)).toHaveLength(2);
    expect(await list(ours, { state: ['submitted', 'reviewed'] })).toEqual([['Mia Lindqvist', 'submitted']]);
    expect(await list(ours, { workerId: worker.id })).toEqual([['Jamal Carter', 'draft']]);
    expect(await list(asWorker(ours, colleague))).toEqual([['Mia Lindqvist', 'submitted']]);
    await expect(rooms.assessments.one(asWorker(ours, colleague), id)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('are answered and submitted by the worker alone', async () => {
    const id = await draft();
    for (const other of [ours, asAssessor(ours), asWorker(ours, await hire(rooms, ours, 'Mia Lindqvist'))]) {
      await expect(rooms.assessments.answer(other, id, ROBOTS, 1)).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(rooms.assessments.submit(other, id, 1)).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('do not exist for another tenant', async () => {
    const id = await anAssessment(rooms, ours, worker, roleProfileId, ALL, { submitted: false });
    const stranger = { ...asWorker(ours, worker), tenantId: theirs.tenantId };
    const pair = { workerId: worker.id, roleProfileId };
    const missing = { kind: 'not-found' };
    await expect(rooms.assessments.one(theirs, id)).rejects.toMatchObject(missing);
    await expect(rooms.assessments.answer(stranger, id, ROBOTS, 1)).rejects.toMatchObject(missing);
    await expect(rooms.assessments.submit(stranger, id, 4)).rejects.toMatchObject(missing);
    await expect(rooms.assessments.assign(theirs, pair)).rejects.toMatchObject(missing);
    await expect(rooms.assessments.startRound(theirs, pair)).rejects.toMatchObject(missing);
    const [assignment] = await rows<{ id: string }>(
      rooms,
      ours,
      'select id from role_assignment where tenant_id = $1',
    );
    await expect(rooms.assessments.unassign(theirs, assignment!.id)).rejects.toMatchObject(missing);
    expect((await rooms.assessments.list(theirs, listOf())).total).toBe(0);
    const mine = await hire(rooms, theirs);
    await expect(
      rooms.assessments.assign(theirs, { workerId: mine.id, roleProfileId }),
    ).rejects.toMatchObject(missing);
  });
});
