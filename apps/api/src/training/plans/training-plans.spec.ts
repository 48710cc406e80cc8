import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  anAssessment,
  asAssessor,
  closeRooms,
  hire,
  later,
  type Rooms,
  rows,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { Events } from '#platform/events/events';
import { JobLedger } from '#platform/jobs/job-ledger';
import { JobCancelled, LedgerRun } from '#platform/jobs/job-run';
import type { Worker } from '#workforce';
import {
  createTrainingPlanDto,
  planPlacesQuery,
  planSessionsQuery,
  trainingPlanDetailDto,
  trainingPlanDto,
  trainingPlansQuery,
  toTrainingPlanDto,
} from './dto/training-plan.dto.ts';
import { programmeSessionsQuery } from './dto/programme-session.dto.ts';
import { PlanningService } from './planning.service.ts';
import { ProgrammeSessionsService } from './sessions/programme-sessions.service.ts';
import { TrainingPlansService } from './training-plans.service.ts';

const ROBOTS = '4.2.06.09';
const SENSORS = '4.2.06.2';
const MARCH = { name: 'March', from: '2027-03-01', until: '2027-03-31' };

describe('a training plan', () => {
  it.each([
    ['ends before it begins', { until: '2027-02-28' }, ['until']],
    ['has a budget of no currency', { budgetCents: 1 }, ['currency']],
    ['has a currency and no budget', { currency: 'EUR' }, ['currency']],
    ['is on a day that is none', { from: '2027-02-30' }, ['from']],
    ['gives parts of minutes', { hoursPerWorker: 0.1 }, ['hoursPerWorker']],
  ])('is not asked for by what %s', (_what, more, path) => {
    const { error } = createTrainingPlanDto.safeParse({ ...MARCH, ...more });
    expect(error?.issues[0]?.path).toEqual(path);
  });
});

describe('training plans', () => {
  let rooms: Rooms;
  let sessions: ProgrammeSessionsService;
  let plans: TrainingPlansService;
  let ours: RequestContext;
  let theirs: RequestContext;
  let jamal: Worker;
  let mia: Worker;
  let roleProfileId: string;
  let robots: string;
  let sensors: string;

  beforeAll(async () => {
    rooms = await theRooms();
    sessions = rooms.application.get(ProgrammeSessionsService, { strict: false });
    plans = rooms.application.get(TrainingPlansService, { strict: false });
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    theirs = await aTenant('Another organisation');
    roleProfileId = await aRole(rooms, ours, { [ROBOTS]: {}, [SENSORS]: {} });
    jamal = await hire(rooms, ours);
    mia = await hire(rooms, ours, 'Mia Lindqvist');
    await anAssessment(rooms, ours, jamal, roleProfileId, { [ROBOTS]: 1, [SENSORS]: 2 });
    await anAssessment(rooms, ours, mia, roleProfileId, { [ROBOTS]: 0, [SENSORS]: 3 });
    await workOff(rooms, ours, 'score-worker');
    robots = await aProgramme('Robots', { [ROBOTS]: 3 });
    sensors = await aProgramme('Sensors', { [SENSORS]: 4 });
  });
  afterAll(() => closeRooms(rooms));

  const aProgramme = (title: string, levels: Record<string, number>, currency = 'USD') =>
    rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.training.addProgramme(transaction, {
        ...{ title, hours: 8, kind: 'course', provider: 'A college', costCents: 45_000, currency },
        ...{ mode: 'on-site', sourceUrl: null, description: '' },
        outcomes: Object.entries(levels).map(([ksaCode, level]) => ({ ksaCode, level })),
      }),
    );
  const aSession = async (programmeId: string, first: string, last: string, seats: number | null) =>
    (
      await sessions.create(ours, {
        ...{ programmeId, seats, firstDay: `2027-03-${first}`, lastDay: `2027-03-${last}` },
      })
    ).id;
  const ask = (more: object = {}, context = ours) =>
    plans.create(context, createTrainingPlanDto.parse({ ...MARCH, ...more }));

  /** Does the plan's run as the queue would, up to its end or its cancelling. */
  async function run(context: RequestContext, planId: string, { cancelled = false } = {}): Promise<void> {
    const ledger = rooms.application.get(JobLedger, { strict: false });
    const [job] = await rows<{ id: string; run: number }>(
      rooms,
      context,
      `select id, run from job where tenant_id = $1 and job_key = 'plan-training:${planId}'`,
    );
    const begun = await ledger.begin(context, job!.id, job!.run);
    if (cancelled) await ledger.cancel(context, job!.id);
    const events = rooms.application.get(Events, { strict: false });
    const planning = rooms.application.get(PlanningService, { strict: false });
    try {
      await planning.plan(context, planId, new LedgerRun(ledger, events, begun!, begun!.cursor));
      await ledger.complete(context, begun!);
    } catch (error) {
      if (!(error instanceof JobCancelled)) throw error;
      await ledger.stopped(context, begun!);
    }
  }

  const seated = async (planId: string, filter: object = {}) => {
    const query = planPlacesQuery.parse({ filter: JSON.stringify(filter) });
    const { rows: found, total } = await plans.placesOf(ours, planId, query);
    expect(total).toBe(found.length);
    return found.map(({ workerName, programmeTitle, gained }) => [workerName, programmeTitle, gained]);
  };

  it('give each seat where it closes most, and say of how much, at what cost, and what stays out', async () => {
    // By hand: L = 12, two requirements of level 3 and weight 1, denominator 24, a level is worth 4. Robots bring Mia
    // three levels, 12, and Jamal two, 8; its one seat goes to Mia. Sensors, on a day of robots, bring Jamal 4.
    const first = await aSession(robots, '01', '05', 1);
    const second = await aSession(sensors, '03', '03', null);
    const asked = await ask({ budgetCents: 100_000, currency: 'USD' });
    expect(trainingPlanDetailDto.parse(asked)).toMatchObject({ state: 'planning', result: null });
    await run(ours, asked.id);

    const plan = await plans.one(ours, asked.id);
    expect(trainingPlanDetailDto.parse(plan)).toEqual(plan);
    expect(plan).toMatchObject({
      ...{ state: 'planned', stale: false, budgetCents: 100_000, currency: 'USD', hoursPerWorker: null },
      result: {
        ...{ denominator: '24', gained: '16', bound: '16', shortfall: '24', optimal: true },
        ...{ closesAtLeastPercent: 100, workerCount: 2, seatedCount: 2, placeCount: 2 },
        costs: [{ currency: 'USD', cents: 90_000 }],
        leftOut: [
          { programme: { id: robots, title: 'Robots' }, reason: 'no-time', workers: 1, wouldGain: '8' },
        ],
        uncovered: [],
      },
    });
    expect(await seated(asked.id)).toEqual([
      ['Jamal Carter', 'Sensors', '4'],
      ['Mia Lindqvist', 'Robots', '12'],
    ]);
    expect(await seated(asked.id, { sessionId: first })).toEqual([['Mia Lindqvist', 'Robots', '12']]);
    expect(await seated(asked.id, { workerId: jamal.id })).toEqual([['Jamal Carter', 'Sensors', '4']]);
    expect(await seated(asked.id, { q: 'lindq', sessionId: second })).toEqual([]);
    const held = await plans.sessionsOf(ours, asked.id, planSessionsQuery.parse({}));
    expect(held.rows.map(({ id, taken, gained }) => [id, taken, gained])).toEqual([
      [first, 1, '12'],
      [second, 1, '4'],
    ]);
    const listed = await plans.list(ours, trainingPlansQuery.parse({}));
    expect([listed.total, trainingPlanDto.parse(toTrainingPlanDto(listed.rows[0]!))]).toMatchObject([
      ...[1, { name: 'March', result: { gained: '16' } }],
    ]);
  });

  it('keep to a budget and its currency, to the hours of each, to a team and to roles', async () => {
    await aSession(robots, '01', '01', 9);
    await aSession(sensors, '02', '02', 9);
    await aSession(await aProgramme('Elsewhere', { [SENSORS]: 3 }, 'EUR'), '03', '03', 9);
    const gained = async (more: object) => {
      const { id } = await ask(more);
      await run(ours, id);
      const { result } = await plans.one(ours, id);
      return [result?.gained, result?.placeCount, result?.leftOut.map(({ reason }) => reason)];
    };
    expect((await gained({}))[0]).toBe('24');
    expect(await gained({ budgetCents: 90_000, currency: 'USD' })).toEqual([
      ...['20', 2, ['no-budget', 'cost-unknown']],
    ]);
    expect((await gained({ hoursPerWorker: 8 }))[0]).toBe('20');
    expect((await gained({ hoursPerWorker: 7.75 }))[0]).toBe('0');
    const other = await aRole(rooms, ours, { [ROBOTS]: {} }, 'Another role');
    expect((await gained({ roleProfileIds: [other] }))[0]).toBe('0');
    expect((await gained({ roleProfileIds: [roleProfileId, other] }))[0]).toBe('24');
    const [team] = await rows<{ id: string }>(
      rooms,
      ours,
      `with made as (insert into team (tenant_id, team_no, id, name, site, created_at)
         values ($1, 7, gen_random_uuid(), 'Cell 7', '', now()) returning id)
       select id from made`,
    );
    await rows(rooms, ours, `update worker set team_no = 7 where tenant_id = $1 and id = '${mia.id}'`);
    expect((await gained({ teamId: team!.id }))[0]).toBe('12');
  });

  it('know from other ratings than the role’s who may enter', async () => {
    const vision = '4.2.06.10';
    const gated = await rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.training.addProgramme(transaction, {
        ...{ title: 'Gated', hours: 8, kind: 'course', provider: '', costCents: null, currency: null },
        ...{ mode: 'online', sourceUrl: null, description: '' },
        outcomes: [{ ksaCode: ROBOTS, level: 3 }],
        requiresLevels: [{ ksaCode: vision, level: 2 }],
      }),
    );
    await aSession(gated, '01', '01', 9);
    await rooms.ratings.record(asAssessor(ours), mia.id, { ksaCode: vision, source: 'manager', level: 2 });
    const { id } = await ask();
    await run(ours, id);
    expect(await seated(id)).toEqual([['Mia Lindqvist', 'Gated', '12']]);
    expect((await plans.one(ours, id)).result?.leftOut).toMatchObject([{ reason: 'no-session' }, {}, {}]);
  });

  it('are stale once a session has changed, stand until they are made again, and then are replaced whole', async () => {
    const session = await aSession(robots, '01', '05', 1);
    const { id } = await ask();
    await run(ours, id);
    const change = { programmeId: robots, firstDay: '2027-03-01', lastDay: '2027-03-05', seats: 2 };
    await sessions.edit(later(ours, 60), session, 1, change);
    expect(await plans.one(ours, id)).toMatchObject({
      state: 'planned',
      stale: true,
      result: { gained: '12' },
    });
    await plans.planAgain(later(ours, 90), id);
    expect(await plans.one(ours, id)).toMatchObject({ state: 'planning', result: { gained: '12' } });

    await run(later(ours, 95), id, { cancelled: true });
    expect(await plans.one(ours, id)).toMatchObject({
      state: 'cancelled',
      stale: true,
      result: { gained: '12' },
    });
    expect(await seated(id)).toEqual([['Mia Lindqvist', 'Robots', '12']]);

    await plans.planAgain(later(ours, 100), id);
    await run(later(ours, 120), id);
    expect(await plans.one(ours, id)).toMatchObject({
      state: 'planned',
      stale: false,
      result: { gained: '20' },
    });
    expect(await seated(id)).toHaveLength(2);
  });

  it('that are deleted go with their places; a run that is still at it stores nothing', async () => {
    await aSession(robots, '01', '05', 1);
    const { id } = await ask();
    await run(ours, id);
    await plans.planAgain(ours, id);
    await plans.remove(ours, id);
    await run(ours, id);
    expect(await rows(rooms, ours, 'select 1 from training_plan_place where tenant_id = $1')).toEqual([]);
    await expect(plans.one(ours, id)).rejects.toMatchObject({ code: 'training-plan-not-found' });
    await expect(plans.remove(ours, id)).rejects.toMatchObject({ code: 'training-plan-not-found' });
  });

  it('have sessions that are kept, edited by one at a time, and not deleted while somebody sits in them', async () => {
    const id = await aSession(robots, '01', '05', 1);
    const later1 = { programmeId: sensors, firstDay: '2027-03-08', lastDay: '2027-03-08', seats: null };
    expect(await sessions.edit(ours, id, 1, later1)).toMatchObject({
      ...{ programmeTitle: 'Sensors', firstDay: '2027-03-08', seats: null, version: 2 },
    });
    await expect(sessions.edit(ours, id, 1, later1)).rejects.toMatchObject({ kind: 'precondition-failed' });
    const of = async (filter: object) =>
      (await sessions.list(ours, programmeSessionsQuery.parse({ filter: JSON.stringify(filter) }))).total;
    expect([await of({}), await of({ programmeId: robots }), await of({ until: '2027-03-07' })]).toEqual([
      1, 0, 0,
    ]);
    const plan = await ask();
    await run(ours, plan.id);
    await expect(sessions.remove(ours, id)).rejects.toMatchObject({ code: 'programme-session-planned' });
    await plans.remove(ours, plan.id);
    await sessions.remove(ours, id);
    await expect(sessions.one(ours, id)).rejects.toMatchObject({ code: 'programme-session-not-found' });
  });

  it('do not exist for another tenant, nor do their sessions', async () => {
    const session = await aSession(robots, '01', '05', 1);
    const { id } = await ask();
    await run(ours, id);
    const missing = { kind: 'not-found' };
    await expect(plans.one(theirs, id)).rejects.toMatchObject(missing);
    await expect(plans.planAgain(theirs, id)).rejects.toMatchObject(missing);
    await expect(plans.placesOf(theirs, id, planPlacesQuery.parse({}))).rejects.toMatchObject(missing);
    await expect(plans.remove(theirs, id)).rejects.toMatchObject(missing);
    await expect(sessions.one(theirs, session)).rejects.toMatchObject(missing);
    await expect(sessions.remove(theirs, session)).rejects.toMatchObject(missing);
    const input = { programmeId: robots, firstDay: '2027-03-01', lastDay: '2027-03-01', seats: 1 };
    await expect(sessions.create(theirs, input)).rejects.toMatchObject(missing);
    await expect(ask({ roleProfileIds: [roleProfileId] }, theirs)).rejects.toMatchObject(missing);
    expect((await plans.list(theirs, trainingPlansQuery.parse({}))).total).toBe(0);
    const theirPlan = await ask({}, theirs);
    await run(theirs, theirPlan.id);
    expect(await plans.one(theirs, theirPlan.id)).toMatchObject({ result: { workerCount: 0, gained: '0' } });
  });
});
