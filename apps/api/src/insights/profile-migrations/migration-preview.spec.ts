import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRole, asAssessor, closeRooms, hire, type Rooms, rows, theRooms } from '#builders/assessed';
import { NO_WORDS, theNextRelease } from '#builders/next-release';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { ExtensionService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { ProfileMigrationsService } from '#roles';
import { migrationPreviewDto } from './dto/migration-preview.dto.ts';
import { MigrationPreviewService } from './migration-preview.service.ts';
import { ProfileMigrationsModule } from './profile-migrations.module.ts';

const ROBOTS = '4.2.06.09';
const SENSORS = '4.2.06.2';

describe('the preview of a migration', () => {
  let rooms: Rooms;
  let previews: MigrationPreviewService;
  let migrations: ProfileMigrationsService;
  let ours: RequestContext;
  let cell: string;
  let base: string;
  let next: string;

  // Robots at 3 of weight 2, sensors at 2 of weight 2: over 48. Ana robots 3, sensors 1: 24 + 12; Bo robots 3: 24.
  // The next release divides sensors, which go on as the first part.
  beforeAll(async () => {
    rooms = await theRooms(ProfileMigrationsModule);
    previews = rooms.application.get(MigrationPreviewService, { strict: false });
    migrations = rooms.application.get(ProfileMigrationsService, { strict: false });
    base = await loadRelease(await someReleaseFiles());
    ours = await aTenant();
    cell = await aRole(rooms, ours, {
      [ROBOTS]: { requiredLevel: 3, weight: 2 },
      [SENSORS]: { requiredLevel: 2, weight: 2 },
    });
    for (const [name, ratings] of [
      ['Ana', { [ROBOTS]: 3, [SENSORS]: 1 }],
      ['Bo', { [ROBOTS]: 3 }],
    ] as const) {
      const { id: workerId } = await hire(rooms, ours, name);
      await rooms.assessments.assign(ours, { workerId, roleProfileId: cell });
      for (const [ksaCode, level] of Object.entries(ratings))
        await rooms.ratings.record(asAssessor(ours), workerId, { ksaCode, source: 'manager', level });
    }
    next = await theNextRelease(rooms.application, ours, base, async ({ curator, items, coded }) => {
      const sensors = await coded(SENSORS);
      await items.split(curator, sensors.id, sensors.version, {
        parts: [
          { title: 'Sensors', ...NO_WORDS },
          { title: 'Calibration', ...NO_WORDS, code: '4.2.06.20' },
        ],
        ...{ keeps: 0, reason: '' },
      });
    });
  });
  afterAll(() => closeRooms(rooms));

  const proposals = async () =>
    (await migrations.plan(ours, cell, next)).steps.flatMap((step) =>
      step.kind === 'split'
        ? [{ ...step.proposal, parts: step.proposal.parts.map((part) => ({ ...part })) }]
        : [],
    );
  const counts = () =>
    rows(
      rooms,
      ours,
      `select (select count(*) from role_profile_version where tenant_id = $1) as versions,
              (select count(*) from profile_migration where tenant_id = $1) as migrations`,
    );

  it('scores everybody as they are and as they would be, and writes nothing', async () => {
    const before = await counts();
    const preview = await previews.preview(ours, cell, { releaseId: next, decisions: await proposals() });
    expect(migrationPreviewDto.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({
      // (36 + 24) / 96 and (36 + 48) / 96.
      before: {
        members: 2,
        mean: { low: { numerator: '5', denominator: '8' }, high: { numerator: '7', denominator: '8' } },
      },
      // Sensors weigh 1 and calibration 1: Ana 24 + 6 to 24 + 6 + 12, Bo 24 to 48.
      after: {
        members: 2,
        mean: { low: { numerator: '9', denominator: '16' }, high: { numerator: '15', denominator: '16' } },
      },
      newlyUnknown: 2,
      requirements: [
        { ksaCode: SENSORS, weight: 1, isNew: false },
        { ksaCode: '4.2.06.20', title: 'Calibration', weight: 1, isNew: true },
        { ksaCode: ROBOTS, weight: 2, isNew: false },
      ],
    });
    expect(await counts()).toEqual(before);
  });

  it('follows the decisions', async () => {
    const [split] = await proposals();
    const [first] = split!.parts;
    const decisions = [{ ...split!, parts: [{ ...first!, requiredLevel: 1 }] }];
    const preview = await previews.preview(ours, cell, { releaseId: next, decisions });
    // Sensors at 1 of weight 1, robots of weight 2, over 36: Ana 12 + 24, Bo 24 to 36.
    expect(preview.after.mean).toMatchObject({
      low: { numerator: '5', denominator: '6' },
      high: { numerator: '1', denominator: '1' },
    });
    expect(preview.newlyUnknown).toBe(0);
    await expect(previews.preview(ours, cell, { releaseId: next, decisions: [] })).rejects.toMatchObject({
      code: 'migration.decision-missing',
    });
  });

  it('is nothing that another organisation can ask for', async () => {
    const stranger = await aTenant('Another organisation');
    await expect(
      previews.preview(stranger, cell, { releaseId: next, decisions: await proposals() }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('refuses what nobody could be scored by, and so does the move, as a draft too', async () => {
    const theirs = await aTenant('With a KSA of their own');
    const words = { definition: null, under: null, document: null, documentRevision: null, ksaCodes: [] };
    const extension = rooms.application.get(ExtensionService, { strict: false });
    await extension.addItem(theirs, { kind: 'ksa', title: 'House rules', ...words });
    const role = await aRole(rooms, theirs, { [ROBOTS]: {}, 'own.1': {} });
    // A release from before such codes were refused.
    const releaseId = await theNextRelease(
      rooms.application,
      ours,
      next,
      async ({ curator, items, coded }) => {
        const robots = await coded(ROBOTS);
        await items.edit(curator, robots.id, robots.version, { code: 'own.1', reason: '' });
      },
    );
    const refused = { code: 'gaps.duplicate-ksa', message: 'KSA own.1 is required twice.' };
    const before = await rooms.profiles.one(theirs, role);
    await expect(previews.preview(theirs, role, { releaseId, decisions: [] })).rejects.toMatchObject(refused);
    for (const publish of [true, false]) {
      const move = migrations.migrate(theirs, role, before.version, { releaseId, decisions: [], publish });
      await expect(move).rejects.toMatchObject(refused);
    }
    expect(await rooms.profiles.one(theirs, role)).toEqual(before);
  });
});
