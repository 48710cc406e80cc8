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
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import type { Worker } from '#workforce';
import { programmesQuery } from './dto/programme.dto.ts';
import { recommendationDto, type RecommendationQuery } from './dto/recommendation.dto.ts';
import type { NewProgramme } from './programmes/programme.types.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const EXTRUSION = '5.1.01.01';

const listOf = (filter: object = {}) => programmesQuery.parse({ filter: JSON.stringify(filter) });

function aProgramme(title: string, hours: number, levels: Record<string, number>): NewProgramme {
  return {
    title,
    hours,
    kind: 'course',
    provider: 'A college',
    costCents: 45_000,
    currency: 'USD',
    mode: 'on-site',
    sourceUrl: null,
    description: '',
    outcomes: Object.entries(levels).map(([ksaCode, level]) => ({ ksaCode, level })),
  };
}

describe('training', () => {
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
    const asked = { [ROBOTS]: { critical: true }, [VISION]: {}, [SENSORS]: {}, [EXTRUSION]: {} };
    roleProfileId = await aRole(rooms, ours, asked);
  });
  afterAll(() => closeRooms(rooms));

  const add = (programme: NewProgramme, context = ours) =>
    rooms.unitOfWork.transaction(context, (transaction) =>
      rooms.training.addProgramme(transaction, programme),
    );
  const recommended = (budgetHours?: number, context = ours, more: RecommendationQuery = {}) =>
    rooms.recommendations.one(context, worker.id, roleProfileId, {
      ...(budgetHours !== undefined && { budgetHours }),
      ...more,
    });
  const scored = async () => {
    const answers = { [ROBOTS]: 1, [SENSORS]: 2, [EXTRUSION]: 0, [VISION]: null };
    const id = await anAssessment(rooms, ours, worker, roleProfileId, answers);
    await workOff(rooms, ours, 'score-worker');
    await workOff(rooms, ours, 'recommend-programmes');
    return id;
  };

  it('keeps a catalogue with what each programme raises, in the words of the framework', async () => {
    const basics = await add(aProgramme('Robots, the basics', 7.5, { [ROBOTS]: 2 }));
    const more = { ...aProgramme('Robots, more', 30, { [ROBOTS]: 3 }), requiresProgrammes: [basics] };
    const id = await add({ ...more, requiresLevels: [{ ksaCode: SENSORS, level: 1 }] });
    expect(await rooms.training.one(ours, id)).toMatchObject({
      ...{ title: 'Robots, more', hours: 30, costCents: 45_000, currency: 'USD' },
      outcomes: [{ ksaCode: ROBOTS, title: 'Robot programming', level: 3 }],
      requiresProgrammes: [basics],
      requiresLevels: [{ ksaCode: SENSORS, title: 'Sensors', level: 1 }],
    });
    const titles = async (filter?: object) =>
      (await rooms.training.list(ours, listOf(filter))).rows.map(({ title, hours }) => [title, hours]);
    expect(await titles()).toEqual([
      ['Robots, more', 30],
      ['Robots, the basics', 7.5],
    ]);
    expect(await titles({ q: 'BASICS' })).toEqual([['Robots, the basics', 7.5]]);
    expect(await titles({ ksaCode: SENSORS })).toEqual([]);
    expect(await titles({ id: [basics] })).toEqual([['Robots, the basics', 7.5]]);
  });

  it.each([
    ['that raises nothing', aProgramme('Nothing', 1, {}), 'training.programme-without-outcomes'],
    ['off the scale', aProgramme('Too high', 1, { [ROBOTS]: 5 }), 'training.level-off-scale'],
    ['of a part of a minute', aProgramme('Odd', 0.001, { [ROBOTS]: 1 }), 'training.invalid-hours'],
    ['for a KSA that nobody knows', aProgramme('Unknown', 1, { '9.9.99.99': 1 }), 'ksa-not-in-release'],
    [
      'that asks for one that is not there',
      {
        ...aProgramme('Lost', 1, { [ROBOTS]: 1 }),
        requiresProgrammes: ['00000000-0000-7000-8000-000000000000'],
      },
      'training.unknown-prerequisite',
    ],
  ])('refuses a programme %s', async (_what, programme, code) => {
    await expect(add(programme)).rejects.toMatchObject({ code });
    expect(await rows(rooms, ours, 'select 1 from programme where tenant_id = $1')).toEqual([]);
  });

  it('recommends after each score what closes most within 80 hours, with its certificate', async () => {
    await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    await add(aProgramme('Sensors', 8, { [SENSORS]: 4 }));
    await add(aProgramme('Vision', 8, { [VISION]: 4 }));
    await scored();
    const shown = await recommended();
    expect(recommendationDto.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({
      ...{ budgetHours: 80, hours: 48, denominator: 48, low: 12, high: 24, gained: 12, bound: 12 },
      ...{ optimal: true, closesAtLeastPercent: 100, stale: false, inputVersion: 3, costCents: 90_000 },
      uncovered: [{ ksaCode: EXTRUSION, title: 'Extrusion' }],
      assessFirst: [{ ksaCode: VISION, title: 'Machine vision', share: 12 }],
      remainingGaps: [{ ksaCode: EXTRUSION, level: 0 }],
    });
    const byTitle = new Map(shown.steps.map((step) => [step.programme.title, step]));
    expect(byTitle.get('Robots')!.closes).toEqual([
      { ksaCode: ROBOTS, title: 'Robot programming', from: 1, to: 3, requiredLevel: 3, gained: 8 },
    ]);
    expect(byTitle.get('Sensors')!.closes).toMatchObject([{ ksaCode: SENSORS, from: 2, to: 4, gained: 4 }]);
    expect(shown.steps.at(-1)).toMatchObject({ readiness: 24, hours: 48 });
  });

  it('answers within money as well, and trains for what is unknown when asked to', async () => {
    await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    await add(aProgramme('Vision', 8, { [VISION]: 4 }));
    await add({ ...aProgramme('Sensors', 8, { [SENSORS]: 4 }), costCents: null, currency: null });
    await scored();
    const titles = async (more: RecommendationQuery) =>
      (await recommended(undefined, ours, more)).steps.map(({ programme }) => programme.title).sort();
    expect(await titles({})).toEqual(['Robots', 'Sensors']);
    expect(await titles({ budgetCents: 45_000 })).toEqual(['Robots']);
    expect(await titles({ budgetCents: 44_999 })).toEqual([]);
    expect(await titles({ unknowns: 'as-zero' })).toEqual(['Robots', 'Sensors', 'Vision']);
    const { remainingGaps } = await recommended(undefined, ours, { unknowns: 'as-zero', budgetCents: 0 });
    expect(remainingGaps.map(({ ksaCode, level }) => [ksaCode, level])).toEqual([
      [SENSORS, 2],
      [ROBOTS, 1],
      [VISION, 0],
      [EXTRUSION, 0],
    ]);
  });

  it('takes up a programme as soon as it is there, for whose catalogue it is', async () => {
    await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    await scored();
    const titles = async () => (await recommended(40)).steps.map(({ programme }) => programme.title);
    expect(await titles()).toEqual(['Robots']);
    await add(aProgramme('Robots and sensors', 40, { [ROBOTS]: 3, [SENSORS]: 4 }), theirs);
    expect(await titles()).toEqual(['Robots']);
    await add(aProgramme('Robots and sensors', 40, { [ROBOTS]: 3, [SENSORS]: 4 }));
    expect(await titles()).toEqual(['Robots and sensors']);
  });

  it('answers for another budget at once, and stores nothing', async () => {
    await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    await add(aProgramme('Sensors', 8, { [SENSORS]: 4 }));
    await scored();
    expect((await recommended(10)).steps.map(({ programme }) => programme.title)).toEqual(['Sensors']);
    expect((await recommended(0)).steps).toEqual([]);
    expect(
      await rows(rooms, ours, 'select budget_hours::int from recommendation where tenant_id = $1'),
    ).toEqual([{ budget_hours: 80 }]);
  });

  it('changes nothing when the same recommendation is made twice', async () => {
    await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    await scored();
    const stamp = () =>
      rows(rooms, ours, 'select xmin, ctid, computed_at from recommendation where tenant_id = $1');
    const [pair] = await rows<{ workerNo: number; profileVersionNo: number }>(
      rooms,
      ours,
      'select worker_no as "workerNo", profile_version_no as "profileVersionNo" from recommendation where tenant_id = $1',
    );
    const before = await stamp();
    expect(await rooms.recommendations.recommend(later(ours, 60), pair!)).toBe(false);
    expect(await stamp()).toEqual(before);
  });

  it('is stale until the new score stands, and of that one then, whether it was made already or not', async () => {
    await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    const id = await scored();
    await rooms.reviews.confirm(asAssessor(ours), id, [{ ksaCode: ROBOTS, level: 3 }]);
    expect(await recommended()).toMatchObject({ stale: true });
    await workOff(rooms, ours, 'score-worker');
    const anew = { stale: false, steps: [], gained: 0, closesAtLeastPercent: 100 };
    expect(await recommended()).toMatchObject(anew);
    await workOff(rooms, ours, 'recommend-programmes');
    expect(await recommended()).toMatchObject(anew);
  });

  it('is shown to the worker it is for and to nobody else of theirs', async () => {
    await scored();
    await recommended(undefined, asWorker(ours, worker));
    const colleague = asWorker(ours, await hire(rooms, ours, 'Mia Lindqvist'));
    await expect(recommended(undefined, colleague)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('does not exist for another tenant', async () => {
    const id = await add(aProgramme('Robots', 40, { [ROBOTS]: 3 }));
    await scored();
    await expect(rooms.training.one(theirs, id)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await rooms.training.list(theirs, listOf())).total).toBe(0);
    await expect(recommended(undefined, theirs)).rejects.toMatchObject({ kind: 'not-found' });
    const borrowed = { ...aProgramme('Borrowed', 1, { [ROBOTS]: 1 }), requiresProgrammes: [id] };
    await expect(add(borrowed, theirs)).rejects.toMatchObject({ code: 'training.unknown-prerequisite' });
  });
});
