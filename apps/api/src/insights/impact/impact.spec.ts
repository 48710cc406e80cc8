import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aRole, closeRooms, hire, type Rooms, theRooms } from '#builders/assessed';
import { NO_WORDS, theNextRelease } from '#builders/next-release';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { ProfileMigrationsService } from '#roles';
import { testDatabase } from '#support/database';
import { ownImpactDto, releaseImpactDto, toOwnImpactDto, toReleaseImpactDto } from './dto/impact.dto.ts';
import { ImpactModule } from './impact.module.ts';
import { ImpactService } from './impact.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const EXTRUSION = '5.1.01.01';

/** In the directory by which all of them are found. */
async function listOrganisations(): Promise<void> {
  const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  await admin.query(
    `insert into organisation_directory (tenant_id, name, slug, kind, demonstration, created_at)
     select tenant_id, name, slug, kind, demonstration, created_at from organisation`,
  );
  await admin.end();
}

describe('the impact of a release', () => {
  let rooms: Rooms;
  let impact: ImpactService;
  let ours: RequestContext;
  let theirs: RequestContext;
  let cell: string;
  let theirCell: string;
  let base: string;
  let next: string;

  // The next release divides sensors and words robots anew; extrusion and vision stay.
  beforeAll(async () => {
    rooms = await theRooms(ImpactModule);
    impact = rooms.application.get(ImpactService, { strict: false });
    base = await loadRelease(await someReleaseFiles());
    ours = await aTenant('Ours');
    theirs = await aTenant('Theirs');
    await aRole(rooms, await aTenant('A third'), { [EXTRUSION]: {} }, 'Untouched');
    cell = await aRole(rooms, ours, { [ROBOTS]: {}, [SENSORS]: {} }, 'Cell');
    await aRole(rooms, ours, { [VISION]: {} }, 'Vision');
    theirCell = await aRole(rooms, theirs, { [ROBOTS]: {} }, 'Their cell');
    for (const [context, roleProfileId] of [
      [ours, cell],
      [ours, cell],
      [theirs, theirCell],
    ] as const) {
      const { id: workerId } = await hire(rooms, context);
      await rooms.assessments.assign(context, { workerId, roleProfileId });
    }
    await rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.training.addProgramme(transaction, {
        ...{ title: 'Sensing', hours: 8, kind: 'course', provider: 'A college', mode: 'on-site' },
        ...{ description: '', costCents: null, currency: null, sourceUrl: null },
        outcomes: [{ ksaCode: SENSORS, level: 2 }],
      }),
    );
    await listOrganisations();
    next = await theNextRelease(rooms.application, ours, base, async ({ curator, items, coded }) => {
      const sensors = await coded(SENSORS);
      await items.split(curator, sensors.id, sensors.version, {
        parts: [
          { title: 'Sensors', ...NO_WORDS },
          { title: 'Calibration', ...NO_WORDS, code: '4.2.06.20' },
        ],
        ...{ keeps: 0, reason: '' },
      });
      const robots = await coded(ROBOTS);
      await items.edit(curator, robots.id, robots.version, { title: 'Robots', reason: '' });
    });
  });
  afterAll(() => closeRooms(rooms));

  it('counts what it touches over all organisations, each once, and names nobody', async () => {
    const told = toReleaseImpactDto(await impact.ofRelease(ours, next));
    expect(releaseImpactDto.parse(told)).toEqual(told);
    expect(told.total).toEqual({
      ksas: 2,
      organisations: 2,
      roleProfiles: 2,
      openAssessments: 3,
      programmes: 1,
    });
    const ofKind = (wanted: string) => told.kinds.find(({ kind }) => kind === wanted);
    expect(ofKind('split')).toEqual({
      ...{ kind: 'split', ksas: 1, organisations: 1, roleProfiles: 1, openAssessments: 2, programmes: 1 },
    });
    expect(ofKind('reworded')).toMatchObject({
      ksas: 1,
      organisations: 2,
      roleProfiles: 2,
      openAssessments: 3,
    });
    expect(ofKind('retired')).toMatchObject({ ksas: 0, organisations: 0, roleProfiles: 0 });
    expect(JSON.stringify(told)).not.toMatch(/Cell|cell|Ours|Theirs|Sensing/);
  });

  it('names an organisation its own, and nothing of another', async () => {
    const own = toOwnImpactDto(await impact.own(ours, next));
    expect(ownImpactDto.parse(own)).toEqual(own);
    expect(own.roleProfiles).toEqual([
      { id: cell, name: 'Cell', kinds: ['reworded', 'split'], ksas: 2, openAssessments: 2 },
    ]);
    expect(own.programmes).toMatchObject([{ title: 'Sensing', kinds: ['split'], ksas: 1 }]);
    const other = await impact.own(theirs, next);
    expect(other).toMatchObject({
      roleProfiles: [{ name: 'Their cell', kinds: ['reworded'] }],
      programmes: [],
    });
  });

  it('touches no more what has moved to it', async () => {
    const migrations = rooms.application.get(ProfileMigrationsService, { strict: false });
    const { steps, profile } = await migrations.plan(ours, cell, next);
    await migrations.migrate(ours, cell, profile.version, {
      ...{ releaseId: next, publish: true },
      decisions: steps.flatMap((step) => (step.kind === 'kept' ? [] : [step.proposal])),
    });
    expect((await impact.own(ours, next)).roleProfiles).toEqual([]);
    expect(toReleaseImpactDto(await impact.ofRelease(ours, next)).total).toMatchObject({
      ...{ organisations: 2, roleProfiles: 1, programmes: 1 },
    });
  });

  it('is nothing of a release that began from none', async () => {
    expect(await impact.own(ours, base)).toMatchObject({ base: null, roleProfiles: [], programmes: [] });
    expect((await impact.ofRelease(ours, base)).kinds.every(({ ksas }) => ksas === 0)).toBe(true);
  });

  it('compares each role profile with the release that it is on, however many came between', async () => {
    // Begun from the next one, it touches vision alone; whoever is on the first release is asked about both.
    const third = await theNextRelease(rooms.application, ours, next, async ({ curator, items, coded }) => {
      const vision = await coded(VISION);
      await items.retire(curator, vision.id, vision.version, {
        ...{ replacedBy: [], parts: [], reason: '' },
      });
    });
    expect((await impact.own(theirs, third)).roleProfiles).toEqual([
      { id: theirCell, name: 'Their cell', kinds: ['reworded'], ksas: 1, openAssessments: 1 },
    ]);
    // The cell has moved to the next release, which divided its sensors; its open assessments are of before.
    expect((await impact.own(ours, third)).roleProfiles).toMatchObject([
      { name: 'Vision', kinds: ['retired'] },
    ]);
    const told = toReleaseImpactDto(await impact.ofRelease(ours, third));
    expect(told.total).toEqual({
      ksas: 1,
      organisations: 2,
      roleProfiles: 2,
      openAssessments: 3,
      programmes: 0,
    });
    const migrations = rooms.application.get(ProfileMigrationsService, { strict: false });
    const { steps } = await migrations.plan(theirs, theirCell, third);
    expect(steps).toMatchObject([{ kind: 'kept', changes: ['reworded'] }]);
    // What is on a newer release is not touched by an older one.
    expect((await impact.own(ours, next)).roleProfiles).toEqual([]);
  });
});
