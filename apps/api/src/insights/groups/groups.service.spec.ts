import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anAssessment,
  aRole,
  asAssessor,
  closeRooms,
  later,
  type Rooms,
  rows,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { type MatrixCell, readMatrixCell } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import type { JobRun } from '#platform/jobs/job-run';
import { TeamsService, type Worker } from '#workforce';
import { AggregationService } from './aggregation.service.ts';
import { CoverService } from './cover.service.ts';
import { coverDto, sharedGapsDto } from './dto/cover.dto.ts';
import { groupDaysDto, groupReadinessDto } from './dto/group-readiness.dto.ts';
import { skillsMatrixDto, type SkillsMatrixDto } from './dto/skills-matrix.dto.ts';
import { GroupsModule } from './groups.module.ts';
import { GroupsService } from './groups.service.ts';
import { MatrixService } from './matrix.service.ts';

const ROBOTS = '4.2.06.09';
const SENSORS = '4.2.06.2';
const VISION = '4.2.06.10';
const DAY = 86_400;

const run: JobRun = {
  jobId: 'spec',
  cursor: null,
  checkpoint: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
};

let rooms: Rooms;
let teams: TeamsService;
let aggregation: AggregationService;
let groups: GroupsService;
let covers: CoverService;
let matrices: MatrixService;

beforeAll(async () => {
  rooms = await theRooms(GroupsModule);
  const get = <Service>(service: new (...parts: never[]) => Service): Service =>
    rooms.application.get(service, { strict: false });
  teams = get(TeamsService);
  aggregation = get(AggregationService);
  groups = get(GroupsService);
  covers = get(CoverService);
  matrices = get(MatrixService);
  await loadRelease(await someReleaseFiles());
});
afterAll(() => closeRooms(rooms));

const sumUp = (context: RequestContext, teamNo: number | null) =>
  aggregation.aggregate(context, { teamNo }, run);

const readiness = async (context: RequestContext, group: string) =>
  groupReadinessDto.parse(await groups.readiness(context, group));
const cover = async (context: RequestContext, group: string, on?: string) =>
  coverDto.parse(await covers.cover(context, group, { on }));

type Level = readonly [source: 'manager' | 'credential' | 'training', level: number, expiresAt?: string];

/**
 * A technician needs robots at 3 (weight 2, critical, so observed) and sensors at 2 (weight 1): L = 12, denominator 36,
 * robots 24, sensors 12.
 *
 * Cell 1: Ada has both (36 of 36, qualified; her sensors by a credential until 1 May, before by training at 1). Ben has
 * robots at 2 (16) and was never asked about sensors: 16 to 28, not qualified. In no team: Cem says of himself that he
 * has robots at 3: 24 to 36, not yet known.
 */
async function aWorks() {
  const ours = await aTenant();
  const cell = await teams.create(ours, { name: 'Cell 1', site: '' });
  const roleProfileId = await aRole(rooms, ours, {
    [ROBOTS]: { requiredLevel: 3, weight: 2, critical: true },
    [SENSORS]: { requiredLevel: 2, weight: 1 },
  });
  const member = async (
    name: string,
    teamId: string,
    levels: Readonly<Record<string, readonly Level[]>>,
  ): Promise<Worker> => {
    const { worker } = await rooms.workforce.create(ours, { name, jobTitle: '', teamId });
    for (const [ksaCode, given] of Object.entries(levels))
      for (const [source, level, expiresAt = null] of given)
        await rooms.ratings.record(asAssessor(ours), worker.id, { ksaCode, source, level, expiresAt });
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId });
    return worker;
  };
  const ada = await member('Ada', cell.id, {
    [ROBOTS]: [['manager', 3]],
    [SENSORS]: [
      ['training', 1],
      ['credential', 2, '2026-05-01T00:00:00Z'],
    ],
  });
  const ben = await member('Ben', cell.id, { [ROBOTS]: [['manager', 2]], [VISION]: [['manager', 4]] });
  const { worker: cem } = await rooms.workforce.create(ours, { name: 'Cem', jobTitle: '' });
  await anAssessment(rooms, ours, cem, roleProfileId, { [ROBOTS]: 3, [SENSORS]: null });
  await workOff(rooms, ours, 'score-worker');
  return { ours, cell, roleProfileId, ada, ben, cem };
}

describe('a team and the organisation, worked out by hand', () => {
  let works: Awaited<ReturnType<typeof aWorks>>;

  beforeAll(async () => {
    works = await aWorks();
    await sumUp(works.ours, null);
  });

  it('are not computed before their first job', async () => {
    const ours = await aTenant();
    expect(await readiness(ours, 'organisation')).toMatchObject({
      since: null,
      computedAt: null,
      scores: 0,
      mean: null,
      roleProfiles: [],
    });
    expect((await cover(ours, 'organisation')).ksas).toEqual([]);
  });

  it('have a readiness: the distribution, its exact means, and who is qualified', async () => {
    // Low 36 + 16 = 52 of 2 · 36, high 36 + 28 = 64 of 72. 16/36 lies in the fifth tenth, 28/36 in the eighth.
    expect(await readiness(works.ours, works.cell.id)).toMatchObject({
      group: { team: { name: 'Cell 1' }, workerCount: 2 },
      since: '2026-03-01',
      scores: 2,
      mean: {
        low: { numerator: '13', denominator: '18', value: 0.722222222222222 },
        high: { numerator: '8', denominator: '9', value: 0.888888888888888 },
      },
      qualified: { yes: 1, no: 1, notYetKnown: 0 },
      lowTenths: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1],
      highTenths: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1],
      roleProfiles: [
        {
          roleProfile: { id: works.roleProfileId, version: 1 },
          scores: 2,
          denominator: 36,
          low: 52,
          high: 64,
          qualified: { yes: 1, no: 1, notYetKnown: 0 },
        },
      ],
    });
    // With Cem 52 + 24 of 108, 64 + 36 of 108.
    expect(await readiness(works.ours, 'organisation')).toMatchObject({
      group: { team: null, workerCount: 3 },
      scores: 3,
      mean: {
        low: { numerator: '19', denominator: '27' },
        high: { numerator: '25', denominator: '27' },
      },
      qualified: { yes: 1, no: 1, notYetKnown: 1 },
    });
  });

  it('have a cover: who is alone with a KSA or a role, what is below the minimum, what expires', async () => {
    await teams.setMinimum(works.ours, works.cell.id, ROBOTS, 2);
    const { ksas, roleProfiles, on, expiringBefore } = await cover(works.ours, works.cell.id);
    const ada = { id: works.ada.id, name: 'Ada' };
    expect([on, expiringBefore]).toEqual([null, '2026-05-31']);
    expect(ksas).toEqual([
      {
        ksaCode: SENSORS,
        title: 'Sensors',
        required: 2,
        met: 1,
        short: 0,
        unknown: 1,
        verified: 1,
        expiring: 1,
        minimum: null,
        zeroCover: false,
        singlePointOfFailure: true,
        belowMinimum: false,
        onlyMetBy: ada,
      },
      {
        ksaCode: ROBOTS,
        title: 'Robot programming',
        required: 2,
        met: 1,
        short: 1,
        unknown: 0,
        verified: 1,
        expiring: 0,
        minimum: 2,
        zeroCover: false,
        singlePointOfFailure: true,
        belowMinimum: true,
        onlyMetBy: ada,
      },
    ]);
    expect(roleProfiles).toMatchObject([
      { scores: 2, qualified: 1, zeroCover: false, singlePointOfFailure: true, onlyQualified: ada },
    ]);
    const whole = await cover(works.ours, 'organisation');
    expect(whole.ksas).toMatchObject([
      { ksaCode: SENSORS, required: 3, met: 1, unknown: 2, onlyMetBy: ada },
      { ksaCode: ROBOTS, required: 3, met: 2, short: 1, onlyMetBy: null, minimum: null },
    ]);
  });

  it('are resolved again for a day to come: a credential that has expired falls back to another source', async () => {
    const on = async (day: string, group = works.cell.id) => {
      const { ksas } = await cover(works.ours, group, day);
      const { met, short, unknown, expiring, zeroCover } = ksas.find(({ ksaCode }) => ksaCode === SENSORS)!;
      return { met, short, unknown, expiring, zeroCover };
    };
    const before = { met: 1, short: 0, unknown: 1, expiring: 1, zeroCover: false };
    expect(await on('2026-03-01')).toEqual(before);
    expect(await on('2026-04-30')).toEqual(before);
    expect(await on('2026-05-01')).toEqual({ met: 0, short: 1, unknown: 1, expiring: 0, zeroCover: true });
    expect(await on('2026-05-01', 'organisation')).toMatchObject({ met: 0, short: 1, unknown: 2 });
  });

  it.each([
    ['2026-02-28', 'cover-in-the-past'],
    ['2036-03-02', 'cover-too-far'],
  ])('have no cover on %s', async (on, code) => {
    await expect(covers.cover(works.ours, works.cell.id, { on })).rejects.toMatchObject({
      code,
      errors: [{ pointer: '/on' }],
    });
  });

  it('share gaps, the most shared first; what is unknown is no gap yet', async () => {
    const { gaps } = sharedGapsDto.parse(await groups.sharedGaps(works.ours, works.cell.id));
    expect(gaps).toEqual([
      { ksaCode: ROBOTS, title: 'Robot programming', required: 2, met: 1, short: 1, unknown: 0 },
    ]);
  });

  it('stand in a matrix by name, with what nobody asked for too', async () => {
    const matrix = skillsMatrixDto.parse(await matrices.matrix(works.ours, works.cell.id));
    expect(matrix.workers.name).toEqual(['Ada', 'Ben']);
    expect(matrix.ksas).toMatchObject([
      { ksaCode: SENSORS, required: 2, met: 1, minimum: null, belowMinimum: false },
      { ksaCode: ROBOTS, required: 2, met: 1, minimum: 2, belowMinimum: true },
      { ksaCode: VISION, required: 0, met: 0 },
    ]);
    expect(matrix.roleProfiles).toMatchObject([
      { roleProfile: { id: works.roleProfileId }, denominator: 36 },
    ]);
    expect(matrix.readiness).toEqual({ row: [0, 1], roleProfile: [0, 0], low: [36, 16], high: [36, 28] });
    const none: MatrixCell = {
      attained: null,
      requiredLevel: null,
      verified: false,
      critical: false,
      expiry: 'none',
    };
    expect(cellsOf(matrix)).toEqual([
      [
        { ...none, attained: 2, requiredLevel: 2, verified: true, expiry: 'soon' },
        { ...none, attained: 3, requiredLevel: 3, verified: true, critical: true },
        none,
      ],
      [
        { ...none, requiredLevel: 2 },
        { ...none, attained: 2, requiredLevel: 3, critical: true },
        { ...none, attained: 4 },
      ],
    ]);
    expect(matrix.expiries).toEqual({ cell: [0], on: ['2026-05-01'] });
  });

  it('do not exist for another tenant, whose own sums are not touched', async () => {
    const theirs = await aTenant('Another organisation');
    const notFound = { kind: 'not-found', code: 'team-not-found' };
    const { id } = works.cell;
    await expect(groups.readiness(theirs, id)).rejects.toMatchObject(notFound);
    await expect(
      groups.readinessByDay(theirs, id, { from: '2026-01-01', to: '2026-12-31' }),
    ).rejects.toMatchObject(notFound);
    await expect(groups.sharedGaps(theirs, id)).rejects.toMatchObject(notFound);
    await expect(covers.cover(theirs, id, {})).rejects.toMatchObject(notFound);
    await expect(covers.cover(theirs, id, { on: '2026-05-01' })).rejects.toMatchObject(notFound);
    await expect(matrices.matrix(theirs, id)).rejects.toMatchObject(notFound);
    await sumUp(theirs, works.cell.teamNo);
    await sumUp(theirs, null);
    expect((await readiness(theirs, 'organisation')).scores).toBe(0);
    expect((await cover(theirs, 'organisation', '2026-05-01')).ksas).toEqual([]);
    expect((await readiness(works.ours, 'organisation')).scores).toBe(3);
  });
});

/** Row by row. */
function cellsOf({ workers, ksas, levels, marks }: SkillsMatrixDto): MatrixCell[][] {
  const cells = { levels: Buffer.from(levels, 'base64'), marks: Buffer.from(marks, 'base64') };
  const rowCount = workers.id.length;
  return workers.id.map((_, row) => ksas.map((_, column) => readMatrixCell(cells, column * rowCount + row)));
}

describe('readiness over time', () => {
  const days = async (context: RequestContext, group: string, from: string, to: string) =>
    groupDaysDto
      .parse(await groups.readinessByDay(context, group, { from, to }))
      .days.map(({ day, mean, qualified }) => [day, mean?.low.numerator, qualified.yes]);

  it('has a row for each day on which something changed, and never one for a day that is past', async () => {
    const { ours, cell, ben } = await aWorks();
    await sumUp(ours, cell.teamNo);
    // The next day nothing is new.
    await sumUp(later(ours, DAY), cell.teamNo);
    // Two days later Ben's robots are at 3: 24 instead of 16, and critical is met.
    const then = later(ours, 3 * DAY);
    await rooms.ratings.record(asAssessor(then), ben.id, { ksaCode: ROBOTS, source: 'manager', level: 3 });
    await workOff(rooms, then, 'score-worker');
    await sumUp(then, cell.teamNo);
    const both = [
      ['2026-03-01', '13', 1],
      ['2026-03-04', '5', 2],
    ];
    expect(await days(ours, cell.id, '2026-01-01', '2026-12-31')).toEqual(both);
    expect(await days(ours, 'organisation', '2026-01-01', '2026-12-31')).toHaveLength(2);
    // What held on the first day asked for is carried on to it.
    expect(await days(ours, cell.id, '2026-03-03', '2026-03-03')).toEqual([['2026-03-03', '13', 1]]);
    expect(await days(ours, cell.id, '2026-01-01', '2026-02-28')).toEqual([]);
    // A job of an earlier day that comes late writes nothing into the past, whatever has happened since.
    await rooms.ratings.record(asAssessor(then), ben.id, { ksaCode: ROBOTS, source: 'assessor', level: 1 });
    await workOff(rooms, then, 'score-worker');
    await sumUp(later(ours, DAY), cell.teamNo);
    expect(await days(ours, cell.id, '2026-01-01', '2026-12-31')).toEqual(both);
  });

  it('is not asked for backwards', async () => {
    const ours = await aTenant();
    await expect(
      groups.readinessByDay(ours, 'organisation', { from: '2026-03-02', to: '2026-03-01' }),
    ).rejects.toMatchObject({ code: 'time-reversed' });
  });
});

describe('whoever changes teams', () => {
  it('is asked after in both, and counts in the new one once they are summed up', async () => {
    const { ours, cell, cem, ada } = await aWorks();
    await sumUp(ours, null);
    await rooms.workforce.edit(ours, cem.id, 1, { teamId: cell.id });
    await rooms.workforce.edit(ours, ada.id, 1, { name: 'Adah' });
    const changes = await rows<{ payload: { teamNos: (number | null)[] } }>(
      rooms,
      ours,
      `select payload from job where tenant_id = $1 and name = 'team-members-changed'`,
    );
    expect(changes.map(({ payload }) => payload)).toEqual([{ teamNos: [null, cell.teamNo] }]);
    await rows(
      rooms,
      ours,
      `with over as (update job set state = 'completed' where tenant_id = $1 returning id)
       delete from outbox where job_id in (select id from over) returning id`,
    );
    await aggregation.followMembers(ours, changes[0]!.payload);
    const asked = await rows<{ key: string; payload: { teamNo: number } }>(
      rooms,
      ours,
      `select job_key as key, payload from job where tenant_id = $1 and name = 'aggregate-groups' and state = 'waiting'
       order by job_key`,
    );
    expect(asked).toEqual([
      { key: 'aggregate-groups:team:-1', payload: { teamNo: -1 } },
      { key: 'aggregate-groups:team:1', payload: { teamNo: 1 } },
    ]);
    for (const { payload } of asked) await sumUp(ours, payload.teamNo);
    expect(await readiness(ours, cell.id)).toMatchObject({ scores: 3, qualified: { notYetKnown: 1 } });
    expect(await readiness(ours, 'organisation')).toMatchObject({ scores: 3 });
    const nobody = await rows(
      rooms,
      ours,
      'select profiles, length(ksas) as length from group_totals where tenant_id = $1 and team_no = -1',
    );
    expect(nobody).toEqual([{ profiles: [], length: 0 }]);
  });

  it('is asked after, too, when they lose a role: their score counts no more', async () => {
    const { ours, cell, ben } = await aWorks();
    await sumUp(ours, null);
    const [{ id }] = (await rows<{ id: string }>(
      rooms,
      ours,
      `select id from role_assignment where tenant_id = $1 and worker_no = ${ben.workerNo}`,
    )) as [{ id: string }];
    await rooms.assessments.unassign(ours, id);
    const [change] = await rows<{ payload: { teamNos: (number | null)[] } }>(
      rooms,
      ours,
      `select payload from job where tenant_id = $1 and name = 'team-members-changed'`,
    );
    expect(change?.payload).toEqual({ teamNos: [cell.teamNo] });
    await sumUp(ours, cell.teamNo);
    expect(await readiness(ours, cell.id)).toMatchObject({ scores: 1, qualified: { yes: 1, no: 0 } });
    expect(await readiness(ours, 'organisation')).toMatchObject({ scores: 2 });
  });

  it('leaves nothing of a team that is deleted in the organisation’s sums', async () => {
    const { ours, cell, ada, ben } = await aWorks();
    await sumUp(ours, null);
    for (const { id } of [ada, ben]) await rooms.workforce.edit(ours, id, 1, { teamId: null });
    await teams.remove(ours, cell.id);
    await sumUp(ours, null);
    expect(await readiness(ours, 'organisation')).toMatchObject({ scores: 3, qualified: { yes: 1 } });
    expect((await cover(ours, 'organisation')).ksas).toMatchObject([{ required: 3 }, { required: 3 }]);
  });
});
