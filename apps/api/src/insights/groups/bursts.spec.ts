import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#builders/client';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { working, type Working } from '#builders/working';
import { AssessmentsModule, AssessmentsService, RatingsService } from '#assessments';
import { GapsModule } from '#gaps';
import { type RequestContext, systemContext } from '#platform/context/request-context';
import { RequirementsService, RoleProfilesService } from '#roles';
import { TrainingModule } from '#training';
import { TeamsService, type Worker, WorkforceService } from '#workforce';
import { GroupsModule } from './groups.module.ts';
import { GroupsService } from './groups.service.ts';

const ROBOTS = '4.2.06.09';
const WORKERS = 25;
const SUBMISSIONS = 500;

/** What every run of the sums waits for what may join it; one a second is then the most that there can be. */
const DELAY_MS = 1_000;

describe('five hundred submissions to one team', () => {
  let platform: Working;
  let context: RequestContext;
  let teamId: string;
  let workers: Worker[];

  const service = <Service>(of: new (...parts: never[]) => Service): Service =>
    platform.app.get(of, { strict: false });

  beforeAll(async () => {
    await loadRelease(await someReleaseFiles());
    platform = await working([AssessmentsModule, GapsModule, TrainingModule, GroupsModule]);
    context = systemContext(await platform.organisation(), 'spec', new Date());
    ({ id: teamId } = await service(TeamsService).create(context, { name: 'Cell 1', site: '' }));
    const begun = await service(RoleProfilesService).create(context, {
      name: 'Technician',
      description: '',
      occupationIds: [],
    });
    const asked = { roleProfileId: begun.id, ksaCode: ROBOTS, requiredLevel: 2, critical: true };
    const { profile } = await service(RequirementsService).add(context, begun.version, asked);
    await service(RoleProfilesService).publish(context, begun.id, profile.version);
    workers = [];
    for (let place = 0; place < WORKERS; place += 1) {
      const input = { name: `Worker ${place}`, jobTitle: '', teamId };
      const { worker } = await service(WorkforceService).create(context, input);
      workers.push(worker);
      await service(AssessmentsService).assign(context, { workerId: worker.id, roleProfileId: begun.id });
    }
    await platform.settled();
  });
  afterAll(() => platform.close());

  /** Of whatever key: a job of its own for each submission would be found as well. */
  const runs = async () =>
    (await platform.ledger())
      .filter(({ job_key }) => job_key.startsWith('aggregate-groups:'))
      .reduce((sum, { run }) => sum + run, 0);

  it('compute its sums a few times, and the last sums have them all', async () => {
    const before = await runs();
    const began = performance.now();
    // The last word on each worker is level 2, which meets what is asked for; before it levels go up and down.
    for (let round = 0; round < SUBMISSIONS / WORKERS; round += 1)
      await Promise.all(
        workers.map((worker) =>
          service(RatingsService).record({ ...context, now: new Date() }, worker.id, {
            ksaCode: ROBOTS,
            source: 'assessor',
            level: round === SUBMISSIONS / WORKERS - 1 ? 2 : round % 5,
          }),
        ),
      );
    await eventually(
      async () => (await platform.ledger()).every(({ state }) => state === 'completed'),
      60_000,
    );
    const seconds = (performance.now() - began) / DELAY_MS;
    expect(await service(GroupsService).readiness(context, teamId)).toMatchObject({
      scores: WORKERS,
      qualified: { yes: WORKERS, no: 0, notYetKnown: 0 },
    });
    // One at the beginning, one a second while they come, one after the last.
    const made = (await runs()) - before;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThanOrEqual(seconds + 2);
    expect(
      (await platform.ledger()).filter(({ job_key }) => job_key.startsWith('score-worker:')),
    ).toHaveLength(SUBMISSIONS + WORKERS);
  }, 90_000);
});
