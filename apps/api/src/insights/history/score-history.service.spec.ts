import { afterAll, beforeAll, expect, it, describe } from '@jest/globals';
import {
  aRole,
  anAssessment,
  asAssessor,
  asWorker,
  closeRooms,
  hire,
  later,
  type Rooms,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { scoreHistoryQuery, scorePointDto, toScorePointDto } from './dto/score-history.dto.ts';
import { HistoryModule } from './history.module.ts';
import { ScoreHistoryService } from './score-history.service.ts';

const ROBOTS = '4.2.06.09';
const SENSORS = '4.2.06.2';
const DAY = 86_400;

describe('the history of a score', () => {
  let rooms: Rooms;
  let history: ScoreHistoryService;

  beforeAll(async () => {
    rooms = await theRooms(HistoryModule);
    history = rooms.application.get(ScoreHistoryService, { strict: false });
    await loadRelease(await someReleaseFiles());
  });
  afterAll(() => closeRooms(rooms));

  const points = async (
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    range = [0, 24],
  ) => {
    const query = scoreHistoryQuery.parse({ range: JSON.stringify(range) });
    const { rows, total } = await history.list(context, workerId, roleProfileId, query);
    return { total, points: rows.map((row) => scorePointDto.parse(toScorePointDto(row))) };
  };

  // Sensors 1 of 2 and robots 3 of 3, by the worker's own word: 12·1/2 + 12 = 18 of 24. The assessor confirms robots:
  // verified, the sums stay. Version 2 asks for robots at 4: 6 + 9 of 24.
  it('has a point for each time that the parts changed, and says what of it was newer', async () => {
    const ours = await aTenant();
    const worker = await hire(rooms, ours);
    const roleProfileId = await aRole(rooms, ours, {
      [ROBOTS]: { requiredLevel: 3, critical: true },
      [SENSORS]: { requiredLevel: 2 },
    });
    const id = await anAssessment(rooms, ours, worker, roleProfileId, { [ROBOTS]: 3, [SENSORS]: 1 });
    await workOff(rooms, ours, 'score-worker');
    const reviewed = later(asAssessor(ours), 2 * DAY);
    await rooms.reviews.confirm(reviewed, id, [{ ksaCode: ROBOTS, level: 3 }]);
    await workOff(rooms, reviewed, 'score-worker');
    const again = later(ours, 3 * DAY);
    await rooms.ratings.record(asAssessor(again), worker.id, {
      ksaCode: ROBOTS,
      source: 'assessor',
      level: 3,
    });
    await workOff(rooms, again, 'score-worker');
    const published = later(ours, 5 * DAY);
    const { version } = await rooms.profiles.one(ours, roleProfileId);
    const { profile } = await rooms.requirements.editMany(published, roleProfileId, version, {
      requirements: [{ ksaCode: ROBOTS, requiredLevel: 4 }],
    });
    await rooms.profiles.publish(published, roleProfileId, profile.version);
    await workOff(rooms, published, 'role-profile-published');
    await workOff(rooms, published, 'rescore');

    const found = await points(asWorker(published, worker), worker.id, roleProfileId);
    expect(found.points).toMatchObject([
      {
        ...{ asOf: '2026-03-01', low: 18, high: 18, denominator: 24, qualified: 'not-yet-known', causes: [] },
        ...{ roleProfileVersion: 1, policyVersion: 1, inputVersion: 2 },
        coverage: { met: 1, short: 1, unknown: 0, total: 2 },
      },
      { asOf: '2026-03-03', low: 18, qualified: 'yes', inputVersion: 3, causes: ['ratings', 'date'] },
      {
        ...{ asOf: '2026-03-06', low: 15, high: 15, qualified: 'no', inputVersion: 4 },
        ...{ roleProfileVersion: 2, causes: ['role-profile', 'ratings', 'date'] },
      },
    ]);
    expect(found.total).toBe(3);

    // A score of the first version that comes late from the queue is nobody's readiness any more.
    await rooms.ratings.record(asAssessor(published), worker.id, {
      ksaCode: ROBOTS,
      source: 'test',
      level: 0,
    });
    await rooms.gaps.scoreWorker(later(published, DAY), { workerNo: worker.workerNo, profileVersionNo: 1 });
    expect(await points(ours, worker.id, roleProfileId)).toEqual(found);
    const second = await points(ours, worker.id, roleProfileId, [1, 1]);
    expect(second).toEqual({ total: 3, points: [found.points[1]] });
  });

  it('is a worker’s own to read, and nobody’s of another organisation', async () => {
    const ours = await aTenant();
    const worker = await hire(rooms, ours);
    const colleague = await hire(rooms, ours, 'Ana Lima');
    const roleProfileId = await aRole(rooms, ours, { [ROBOTS]: {} });
    expect(await points(asWorker(ours, worker), worker.id, roleProfileId)).toEqual({ total: 0, points: [] });
    for (const context of [asWorker(ours, colleague), await aTenant('Another organisation')])
      await expect(points(context, worker.id, roleProfileId)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
