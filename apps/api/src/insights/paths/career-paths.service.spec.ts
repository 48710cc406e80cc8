import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  asAssessor,
  asWorker,
  closeRooms,
  hire,
  type RequirementSketch,
  type Rooms,
  theRooms,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import type { Worker } from '#workforce';
import { CareerPathsService } from './career-paths.service.ts';
import {
  careerPathDto,
  careerPathsQuery,
  careerPathSummaryDto,
  roleTransferDto,
} from './dto/career-path.dto.ts';
import { PathsModule } from './paths.module.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';

describe('career paths', () => {
  let rooms: Rooms;
  let paths: CareerPathsService;
  let ours: RequestContext;
  let worker: Worker;
  let operator: string;
  let lead: string;

  const role = (name: string, asked: Record<string, RequirementSketch>) => aRole(rooms, ours, asked, name);
  const course = (title: string, hours: number, ksaCode: string, level: number) =>
    rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.training.addProgramme(transaction, {
        ...{ title, hours, kind: 'course', provider: 'A college', mode: 'on-site', description: '' },
        ...{ costCents: null, currency: null, sourceUrl: null },
        outcomes: [{ ksaCode, level }],
      }),
    );
  const list = (query: object = {}, context = ours) => {
    const text = Object.entries(query).map(([key, value]) => [key, JSON.stringify(value)]);
    return paths.list(context, worker.id, careerPathsQuery.parse(Object.fromEntries(text)));
  };

  beforeAll(async () => {
    rooms = await theRooms(PathsModule);
    paths = rooms.application.get(CareerPathsService, { strict: false });
    await loadRelease(await someReleaseFiles());
  });
  // Robots at 1, sensors at 2, vision unknown, as a manager saw it.
  beforeEach(async () => {
    ours = await aTenant();
    worker = await hire(rooms, ours);
    const now = await role('Loader', { [SENSORS]: { requiredLevel: 2 } });
    operator = await role('Operator', { [ROBOTS]: { requiredLevel: 3 }, [SENSORS]: { requiredLevel: 1 } });
    lead = await role('Lead', {
      [ROBOTS]: { requiredLevel: 3, critical: true },
      [VISION]: { requiredLevel: 2, weight: 2 },
    });
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId: now });
    for (const [ksaCode, level] of [
      [ROBOTS, 1],
      [SENSORS, 2],
    ] as const)
      await rooms.ratings.record(asAssessor(ours), worker.id, { ksaCode, source: 'manager', level });
    await course('Robots, begun', 10, ROBOTS, 2);
    await course('Robots, whole', 40, ROBOTS, 3);
    await course('Vision', 24.5, VISION, 2);
  });
  afterAll(() => closeRooms(rooms));

  // Lead at once: robots 40 h; vision, unknown, 24.5 h more. Through the operator: robots to 2 in 10 h, the third level
  // in the role, then vision: 34.5 h. L = 12, weights 1 and 2: robots at 1 of 3 is 4 of 36, vision up to 24.
  it('go through the role in which what is taught elsewhere is learned by doing', async () => {
    const found = await paths.one(ours, worker.id, lead, 1);
    expect(careerPathDto.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      ...{ assigned: false, asOf: '2026-03-01', denominator: 36, low: 4, high: 28, shared: [] },
      role: { kind: 'role-profile', name: 'Lead', version: 1 },
      coverage: { met: 0, short: 1, unknown: 1, total: 2 },
      toGain: [{ ksaCode: ROBOTS, title: 'Robot programming', from: 1, to: 3 }],
      toAssess: [{ ksaCode: VISION, requiredLevel: 2 }],
      training: { minutes: 2400, exact: true, programmes: [{ title: 'Robots, whole', minutes: 2400 }] },
      atMost: { minutes: 2400 + 1470, notClosable: [] },
      ...{ learnedInRole: 1, rolesConsidered: 1, rolesThere: 1 },
      path: {
        ...{ minutes: 600 + 1470, exact: true, openKsas: 0 },
        steps: [
          {
            role: { id: operator, name: 'Operator' },
            training: { minutes: 600, programmes: [{ title: 'Robots, begun' }] },
            learned: [{ ksaCode: ROBOTS, from: 2, to: 3 }],
          },
          { role: { id: lead }, training: { minutes: 1470 }, learned: [] },
        ],
      },
    });
    const atOnce = await paths.one(ours, worker.id, lead, 0);
    expect(atOnce.path).toMatchObject({ minutes: 2400 + 1470, steps: [{ role: { id: lead } }] });
  });

  it('say what no programme closes', async () => {
    const chief = await role('Chief', { [ROBOTS]: { requiredLevel: 4, critical: true } });
    expect(await paths.one(ours, worker.id, chief, 1)).toMatchObject({
      training: { minutes: 0, programmes: [], notClosable: [{ ksaCode: ROBOTS, level: 4 }] },
      path: { minutes: 0, openKsas: 1, steps: [{ training: { notClosable: [{ ksaCode: ROBOTS }] } }] },
    });
  });

  it('lead to occupations as well, each held to what a role profile begins with', async () => {
    const { rows, total } = await list({ filter: { kind: 'occupation' }, sort: ['name', 'ASC'] });
    expect(rows.map((row) => careerPathSummaryDto.parse(row).role.name)).toEqual([
      'Process Technicians',
      'Robotics Technicians',
      'Vision Engineers',
    ]);
    expect(total).toBe(3);
    // Robots 1 of 3 and sensors 2 of 3, each of weight 1: 4 + 8 of 24.
    expect(rows[1]).toMatchObject({
      role: { kind: 'occupation', technologyArea: 'Digital/Automation', version: null },
      ...{ low: 12, high: 12, denominator: 24 },
      training: { minutes: 2400, notClosable: [{ ksaCode: SENSORS, level: 3 }] },
    });
    const occupation = await paths.one(ours, worker.id, rows[2]?.id ?? '', 1);
    expect(occupation.role).toMatchObject({ kind: 'occupation', name: 'Vision Engineers' });
  });

  it('are listed by name, by readiness and by the training that they ask for', async () => {
    const names = async (sort: [string, string], filter: object = { kind: 'role-profile' }) =>
      (await list({ sort, filter })).rows.map((row) => row.role.name);
    // Readiness: loader 1, operator 4/12·1/2 + 1/2 = 2/3, lead 1/9. Training: 0, 40 h, 40 h.
    expect(await names(['name', 'ASC'])).toEqual(['Lead', 'Loader', 'Operator']);
    expect(await names(['low', 'DESC'])).toEqual(['Loader', 'Operator', 'Lead']);
    expect(await names(['minutes', 'ASC'])).toEqual(['Loader', 'Lead', 'Operator']);
    expect(await names(['name', 'ASC'], { assigned: true })).toEqual(['Loader']);
    expect(await names(['name', 'DESC'], { q: 'OPER' })).toEqual(['Operator']);
    const second = await list({ sort: ['low', 'DESC'], range: [1, 1], filter: { kind: 'role-profile' } });
    expect(second).toMatchObject({ total: 3, rows: [{ role: { name: 'Operator' }, assigned: false }] });
  });

  it('know what lies between two roles, whoever has them', async () => {
    const between = await paths.between(ours, operator, lead);
    expect(roleTransferDto.parse(between)).toEqual(between);
    expect(between).toMatchObject({
      ...{ from: { name: 'Operator' }, to: { name: 'Lead' } },
      shared: [{ ksaCode: ROBOTS, fromLevel: 3, toLevel: 3 }],
      toGain: [{ ksaCode: VISION, from: 0, to: 2 }],
      left: [{ ksaCode: SENSORS, requiredLevel: 1 }],
      training: { minutes: 1470 },
    });
  });

  it('are a worker’s own to read, and nobody’s of another organisation', async () => {
    const colleague = await hire(rooms, ours, 'Ana Lima');
    expect((await list({}, asWorker(ours, worker))).total).toBe(6);
    for (const context of [asWorker(ours, colleague), await aTenant('Another organisation')]) {
      await expect(list({}, context)).rejects.toMatchObject({ kind: 'not-found' });
      await expect(paths.one(context, worker.id, lead, 1)).rejects.toMatchObject({ kind: 'not-found' });
    }
    const theirs = await aTenant('Another organisation');
    await expect(paths.between(theirs, operator, lead)).rejects.toMatchObject({ code: 'role-not-found' });
  });
});
