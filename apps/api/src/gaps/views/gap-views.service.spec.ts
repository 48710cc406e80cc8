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
  theGapView,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import type { Worker } from '#workforce';
import { gapScoresQuery } from '../dto/gap-score.dto.ts';
import { gapViewDto } from '../dto/gap-view.dto.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const ANSWERS = { [SENSORS]: 1, [ROBOTS]: 3, [VISION]: null };

/** No route of the product does it yet; nothing that is held in memory may stand in its way. */
const RENAME = ({ id, workerNo }: Worker, name: string): string => `
  with person as (insert into user_account (tenant_id, id, email, display_name, roles, worker_no, worker_id, created_at)
                  select $1, rated_by, 'jamal@works.example', '${name}', '{worker}', ${workerNo}, '${id}', now()
                    from rating where tenant_id = $1 and worker_no = ${workerNo} and source = 0 limit 1
                  on conflict (tenant_id, id) do update set display_name = excluded.display_name)
  update worker set name = '${name}' where tenant_id = $1 and worker_no = ${workerNo}`;

const listOf = (filter: object = {}, sort = ['workerName', 'ASC']) =>
  gapScoresQuery.parse({ filter: JSON.stringify(filter), sort: JSON.stringify(sort) });

describe('the gap view', () => {
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
    roleProfileId = await aRole(rooms, ours, {
      [ROBOTS]: { critical: true },
      [VISION]: { weight: 2 },
      [SENSORS]: {},
    });
  });
  afterAll(() => closeRooms(rooms));

  const view = (context = ours) => theGapView(rooms, context, worker.id, roleProfileId);

  it('explains a score requirement by requirement, the parts adding up to the whole', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await workOff(rooms, ours, 'score-worker');
    const shown = await view(asWorker(ours, worker));
    expect(gapViewDto.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({
      worker: { id: worker.id, name: 'Jamal Carter' },
      release: { label: '1', framework: 'A small framework' },
      scale: { maxLevel: 4 },
      algorithm: 'gap-score/1',
      policy: { version: 1, kind: 'most-trusted' },
      asOf: '2026-03-01',
      inputVersion: 2,
      stale: false,
      ...{ denominator: 48, low: 16, high: 40 },
      coverage: { met: 1, short: 1, unknown: 1, total: 3 },
      qualified: {
        answer: 'not-yet-known',
        reasons: [{ ksaCode: ROBOTS, title: 'Robot programming', reason: 'not-verified' }],
      },
      nextBestQuestion: { ksaCode: VISION, title: 'Machine vision', share: 24 },
      calibration: { mean: null, items: [] },
    });
    expect(
      shown.requirements.map(({ ksaCode, status, part, shortfall }) => [ksaCode, status, part, shortfall]),
    ).toEqual([
      [VISION, 'unknown', 0, 0],
      [SENSORS, 'short', 4, 8],
      [ROBOTS, 'met', 12, 0],
    ]);
    expect(shown.requirements.reduce((sum, { part }) => sum + part, 0)).toBe(shown.low);
    expect(shown.requirements[1]).toMatchObject({
      rating: { source: 'self', level: 1, ratedAt: '2026-03-01T08:00:00.000Z' },
    });
  });

  it('is stale from a submission until it is scored', async () => {
    const id = await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await workOff(rooms, ours, 'score-worker');
    await rooms.reviews.confirm(asAssessor(ours), id, [{ ksaCode: ROBOTS, level: 3 }]);
    expect(await view()).toMatchObject({
      stale: true,
      inputVersion: 2,
      qualified: { answer: 'not-yet-known' },
    });
    await workOff(rooms, ours, 'score-worker');
    expect(await view()).toMatchObject({
      stale: false,
      inputVersion: 3,
      qualified: { answer: 'yes', reasons: [] },
      calibration: { mean: { numerator: 0, count: 1 }, items: [{ ksaCode: ROBOTS, difference: 0 }] },
    });
  });

  it('is stale from the day on which a rating under it runs out, and is asked for again then, once', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    const credential = { ksaCode: ROBOTS, source: 'credential', level: 4 } as const;
    const expiresAt = '2026-03-02T14:00:00.000Z';
    await rooms.ratings.record(asAssessor(ours), worker.id, { ...credential, expiresAt });
    await workOff(rooms, ours, 'score-worker');
    expect(await view()).toMatchObject({ low: 16, qualified: { answer: 'yes' } });

    const at = (now: string): RequestContext => ({ ...ours, now: new Date(now) });
    const dayBefore = at('2026-03-01T23:59:59Z');
    expect((await view(dayBefore)).stale).toBe(false);
    expect(await rooms.staleScores.mend(dayBefore)).toBe(0);

    const theDay = at('2026-03-02T00:00:00Z');
    expect((await view(theDay)).stale).toBe(true);
    expect((await rooms.views.list(theDay, listOf())).rows).toMatchObject([{ stale: true }]);
    expect(await rooms.staleScores.mend(theDay)).toBe(1);
    await rooms.staleScores.mend(theDay);
    expect(await rooms.staleScores.mend({ ...theDay, tenantId: theirs.tenantId })).toBe(0);
    expect(await workOff(rooms, theDay, 'score-worker')).toBe(1);

    expect(await view(theDay)).toMatchObject({
      stale: false,
      asOf: '2026-03-02',
      qualified: { answer: 'not-yet-known' },
    });
    expect(await rooms.staleScores.mend(theDay)).toBe(0);
  });

  it('shows the rating that a score rests on though a newer one has taken its place since', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    const test = { ksaCode: ROBOTS, source: 'test' } as const;
    await rooms.ratings.record(asAssessor(ours), worker.id, { ...test, level: 4 });
    await workOff(rooms, ours, 'score-worker');
    const rated = async (context = ours) => {
      const { stale, requirements } = await view(context);
      return [stale, requirements.find(({ ksaCode }) => ksaCode === ROBOTS)?.rating];
    };
    const first = { source: 'test', level: 4, ratedAt: '2026-03-01T08:00:00.000Z', expiresAt: null };
    expect(await rated()).toEqual([false, { ...first, ratedBy: null }]);
    const afterwards = later(ours, 60);
    await rooms.ratings.record(asAssessor(afterwards), worker.id, { ...test, level: 2 });
    expect(await rated(afterwards)).toEqual([true, { ...first, ratedBy: null }]);
    await workOff(rooms, afterwards, 'score-worker');
    const second = { ...first, level: 2, ratedAt: '2026-03-01T08:01:00.000Z', ratedBy: null };
    expect(await rated(afterwards)).toEqual([false, second]);
  });

  it('names who rated, as they are called today, and whom it is about', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await workOff(rooms, ours, 'score-worker');
    const called = async (name: string) => {
      await rows(rooms, ours, RENAME(worker, name));
      const { worker: shown, requirements } = await view();
      return [shown.name, requirements.map(({ rating }) => rating?.ratedBy)];
    };
    expect(await called('Jamal')).toEqual(['Jamal', [undefined, 'Jamal', 'Jamal']]);
    const odd = 'A "quoted" \\ Żółć – 機械';
    expect(await called(odd)).toEqual([odd, [undefined, odd, odd]]);
  });

  it('carries a tag that stays as long as the text does, and no longer', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await workOff(rooms, ours, 'score-worker');
    const tags: string[] = [];
    const changed = async (context = ours): Promise<boolean> => {
      const answer = await rooms.views.one(context, worker.id, roleProfileId);
      const again = await rooms.views.one(later(context, 60), worker.id, roleProfileId);
      expect([again.tag, await again.text()]).toEqual([answer.tag, await answer.text()]);
      tags.push(answer.tag);
      return new Set(tags).size === tags.length;
    };
    expect(await changed()).toBe(true);
    await rows(rooms, ours, RENAME(worker, 'Jamal Carter-Smith'));
    expect(await changed()).toBe(true);
    await rooms.ratings.record(asAssessor(ours), worker.id, { ksaCode: ROBOTS, source: 'test', level: 4 });
    expect(await changed()).toBe(true);
    await workOff(rooms, ours, 'score-worker');
    expect(await changed()).toBe(true);
    await rows(
      rooms,
      ours,
      `with scale as (insert into proficiency_scale (tenant_id, max_level) values ($1, 4))
       insert into proficiency_level (tenant_id, level, label, anchor) values ($1, 4, 'Expert', 'Of their own')`,
    );
    expect(await changed()).toBe(true);
  });

  it('says "not scored yet" between the assignment and the first score', async () => {
    await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId });
    await expect(view()).rejects.toMatchObject({ kind: 'not-found', code: 'not-scored-yet' });
  });

  it('goes with the assignment, and is one’s own or a colleague’s only by permission', async () => {
    await expect(view()).rejects.toMatchObject({ code: 'gap-score-not-found' });
    const { id } = await rooms.assessments.assign(ours, { workerId: worker.id, roleProfileId });
    await workOff(rooms, ours, 'score-worker');
    const colleague = asWorker(ours, await hire(rooms, ours, 'Mia Lindqvist'));
    await expect(view(colleague)).rejects.toMatchObject({ code: 'gap-score-not-found' });
    await view(asWorker(ours, worker));
    await rooms.assessments.unassign(ours, id);
    await expect(view()).rejects.toMatchObject({ code: 'gap-score-not-found' });
  });

  it('is for each of many who ask at one time what they may see, and nothing else', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    const mia = await hire(rooms, ours, 'Mia Lindqvist');
    await anAssessment(rooms, ours, mia, roleProfileId, { [SENSORS]: 3, [ROBOTS]: 3, [VISION]: 3 });
    const unscored = await hire(rooms, ours, 'Noor Haddad');
    await workOff(rooms, ours, 'score-worker');
    await rooms.assessments.assign(ours, { workerId: unscored.id, roleProfileId });
    const shown = async (context: RequestContext, of: Worker): Promise<string> =>
      theGapView(rooms, context, of.id, roleProfileId).then(
        ({ worker: { name }, low }) => `${name} ${low}`,
        (error: unknown) => (error as { code: string }).code,
      );
    const asked: [RequestContext, Worker, string][] = [
      [ours, worker, 'Jamal Carter 16'],
      [ours, mia, 'Mia Lindqvist 48'],
      [ours, unscored, 'not-scored-yet'],
      [asWorker(ours, mia), mia, 'Mia Lindqvist 48'],
      [asWorker(ours, mia), worker, 'gap-score-not-found'],
      [asWorker(ours, worker), worker, 'Jamal Carter 16'],
      [theirs, worker, 'gap-score-not-found'],
    ];
    const many = Array.from({ length: 140 }, (_, index) => asked[(index * 5) % asked.length]!);
    const answers = await Promise.all(many.map(([context, of]) => shown(context, of)));
    expect(answers).toEqual(many.map(([, , answer]) => answer));
  });

  it('does not exist for another tenant', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    await workOff(rooms, ours, 'score-worker');
    await expect(view(theirs)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(view({ ...asWorker(ours, worker), tenantId: theirs.tenantId })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect((await rooms.views.list(theirs, listOf())).total).toBe(0);
  });

  it('stands in a list with names, sorted by readiness and filtered by who is qualified', async () => {
    await anAssessment(rooms, ours, worker, roleProfileId, ANSWERS);
    const mia = await hire(rooms, ours, 'Mia Lindqvist');
    const assessment = await anAssessment(rooms, ours, mia, roleProfileId, {
      [SENSORS]: 3,
      [ROBOTS]: 3,
      [VISION]: 3,
    });
    await rooms.reviews.confirm(asAssessor(ours), assessment, [{ ksaCode: ROBOTS, level: 4 }]);
    await workOff(rooms, ours, 'score-worker');
    const list = async (query: ReturnType<typeof listOf>, context = ours) =>
      (await rooms.views.list(context, query)).rows.map(({ workerName, low, qualified }) => [
        workerName,
        low,
        qualified,
      ]);
    const jamal = ['Jamal Carter', 16, 'not-yet-known'];
    const first = ['Mia Lindqvist', 48, 'yes'];
    expect(await list(listOf({}, ['low', 'DESC']))).toEqual([first, jamal]);
    expect(await list(listOf({}, ['low', 'ASC']))).toEqual([jamal, first]);
    expect(await list(listOf({ qualified: 'yes' }))).toEqual([first]);
    expect(await list(listOf({ workerId: worker.id }))).toEqual([jamal]);
    expect(await list(listOf({ q: 'lind' }))).toEqual([first]);
    expect(await list(listOf(), asWorker(ours, worker))).toEqual([jamal]);
  });
});
