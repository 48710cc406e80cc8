import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { GapsModule, GapsService, type GapViewDto, GapViewsService } from '#gaps';
import type { Actor, RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { RecommendationsService } from '#training';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { DemonstrationModule } from './demonstration.module.ts';
import { WORKERS } from './example-drives.ts';
import { ExampleDrivesLoader } from './example-drives.loader.ts';
import { PROGRAMMES } from './programme-catalogue.ts';

const actor = (name: string, role: Actor['roles'][number]): Actor => ({
  userId: null,
  name,
  roles: [role],
  workerNo: null,
  workerId: null,
});

const staff = {
  administrator: actor('Dana', 'employer-administrator'),
  assessor: actor('Ruben', 'assessor'),
};

describe('the demonstration’s manufacturer', () => {
  let application: INestApplicationContext;
  let context: RequestContext;

  const load = (unlucky?: string) =>
    application.get(UnitOfWork).transaction(context, (transaction) =>
      application.get(ExampleDrivesLoader).load(transaction, staff, (_worker, { name }) => {
        if (name === unlucky) throw new Error('struck');
        return Promise.resolve(null);
      }),
    );
  const rows = <Row>(sql: string) =>
    application
      .get(UnitOfWork)
      .transaction(context, ({ manager }) => manager.query<Row[]>(sql, [context.tenantId]));

  beforeAll(async () => {
    await loadRelease(join(import.meta.dirname, '../../../../data/manufacturing-usa-2025'));
    application = await anApplication(DemonstrationModule, GapsModule);
    context = await aTenant('Example Drives');
  });
  afterAll(() => endApplication(application));

  it('is not there at all when loading fails on the way', async () => {
    await expect(load(WORKERS.at(-1)!.name)).rejects.toThrow('struck');
    for (const table of ['worker', 'role_profile', 'assessment', 'rating', 'programme', 'job']) {
      expect(await rows(`select 1 from ${table} where tenant_id = $1`)).toEqual([]);
    }
  });

  it('loads whole: people, roles, a catalogue, and assessments in every state', async () => {
    await load();
    expect(await rows('select 1 from worker where tenant_id = $1')).toHaveLength(WORKERS.length);
    expect(await rows('select 1 from programme where tenant_id = $1')).toHaveLength(PROGRAMMES.length);
    expect(
      await rows(
        'select state, count(*)::int as count from assessment where tenant_id = $1 group by state order by state',
      ),
    ).toEqual([
      { state: 'draft', count: 2 },
      { state: 'reviewed', count: 3 },
      { state: 'submitted', count: 3 },
    ]);
    expect(
      await rows('select distinct source from rating where tenant_id = $1 order by source'),
    ).toHaveLength(6);
    expect(
      await rows(
        `select name, published_version_no is not null as published from role_profile where tenant_id = $1 order by name`,
      ),
    ).toEqual([
      { name: 'Cell 4 robot technician', published: true },
      { name: 'Line 2 mechatronics technician', published: true },
    ]);
  });

  it('puts them into teams with minimums, but for one who is new', async () => {
    const teams = await rows(
      `select t.name, count(distinct w.worker_no)::int as workers, count(distinct m.ksa_no)::int as minimums
         from worker w left join team t on t.tenant_id = $1 and t.team_no = w.team_no
         left join team_minimum m on m.tenant_id = $1 and m.team_no = t.team_no
        where w.tenant_id = $1 group by t.name order by t.name`,
    );
    expect(teams).toEqual([
      { name: 'Line 2', workers: 2, minimums: 2 },
      { name: 'Maintenance', workers: 1, minimums: 0 },
      { name: 'Robot cells', workers: 4, minimums: 3 },
      { name: null, workers: 1, minimums: 0 },
    ]);
  });

  it('leaves the scoring to the real jobs, which score everybody who has a role', async () => {
    const jobs = await rows<{ name: string; payload: { workerNo: number; profileVersionNo: number } }>(
      `select name, payload from job where tenant_id = $1 and name = 'score-worker'`,
    );
    expect(jobs.length).toBeGreaterThan(7);
    for (const { payload } of jobs) await application.get(GapsService).scoreWorker(context, payload);
    const scores = await rows(
      `select w.name, floor(100 * s.low / s.den)::int as low, floor(100 * s.high / s.den)::int as high
       from score s join worker w on w.tenant_id = s.tenant_id and w.worker_no = s.worker_no
       where s.tenant_id = $1 and w.name in ('Jamal Carter', 'Mia Lindqvist', 'Tom\u00e1s Herrera') order by w.name`,
    );
    expect(scores).toEqual([
      { name: 'Jamal Carter', low: 79, high: 87 },
      { name: 'Mia Lindqvist', low: 0, high: 100 },
      { name: 'Tom\u00e1s Herrera', low: 100, high: 100 },
    ]);
    expect(await rows('select 1 from score where tenant_id = $1')).toHaveLength(8);
  });

  it('has something to explain and something to recommend for the worker who is shown with a result', async () => {
    const [pair] = await rows<{
      workerNo: number;
      profileVersionNo: number;
      workerId: string;
      roleProfileId: string;
    }>(
      `select w.worker_no as "workerNo", w.id as "workerId", a.role_profile_id as "roleProfileId",
              a.profile_version_no as "profileVersionNo"
       from worker w join assessment a on a.tenant_id = w.tenant_id and a.worker_no = w.worker_no
       where w.tenant_id = $1 and w.name = 'Jamal Carter'`,
    );
    await application.get(RecommendationsService).recommend(context, pair!);
    const asEmployer = { ...context, actor: staff.administrator };
    const { workerId, roleProfileId } = pair!;
    const answer = await application.get(GapViewsService).one(asEmployer, workerId, roleProfileId);
    const view = JSON.parse(await answer.text()) as GapViewDto;
    expect(view).toMatchObject({
      roleProfile: { name: 'Cell 4 robot technician' },
      qualified: { answer: 'no' },
    });
    expect(view.coverage.unknown).toBe(2);
    expect(view.calibration.items.length).toBeGreaterThan(1);
    const recommendation = await application
      .get(RecommendationsService)
      .one(asEmployer, workerId, roleProfileId, {});
    expect(recommendation.steps.length).toBeGreaterThan(0);
  });
});
