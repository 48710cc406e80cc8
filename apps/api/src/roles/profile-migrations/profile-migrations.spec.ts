import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  asAssessor,
  closeRooms,
  hire,
  type RequirementSketch,
  type Rooms,
  rows,
  theGapView,
  theRooms,
  workOff,
} from '#builders/assessed';
import { NO_WORDS, theNextRelease } from '#builders/next-release';
import { SMALL_RELEASE, someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { MigrationDecision } from '#domain';
import { ExtensionService, FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { requirementsQuery } from '../dto/requirement.dto.ts';
import { RolesService } from '../roles.service.ts';
import {
  profileMigrationDto,
  profileMigrationsQuery,
  toProfileBehindDto,
  toProfileMigrationDto,
} from './dto/profile-migration.dto.ts';
import { ProfileMigrationsService } from './profile-migrations.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const EXTRUSION = '5.1.01.01';
const GRIPPERS = '4.2.06.11';
const WELDING = '4.2.06.12';
const SPLICING = '4.2.06.13';
const MORE_ITEMS = `${GRIPPERS},ksa,4.2.06,Grippers,,,no
${WELDING},ksa,4.2.06,Welding,,,no
${SPLICING},ksa,4.2.06,Splicing,,,no
`;

/** One requirement for each kind of change that the next release brings. */
const CELL: Record<string, RequirementSketch> = {
  [SENSORS]: { requiredLevel: 3, weight: 5, critical: true },
  [ROBOTS]: { requiredLevel: 2, weight: 2 },
  [VISION]: { requiredLevel: 1, weight: 3 },
  [GRIPPERS]: { requiredLevel: 4, weight: 4, critical: true, evidence: 'certified' },
  [WELDING]: { requiredLevel: 2, weight: 6 },
  [SPLICING]: { requiredLevel: 2 },
  [EXTRUSION]: { requiredLevel: 3, weight: 7 },
};

describe('moving role profiles to the next release', () => {
  let rooms: Rooms;
  let migrations: ProfileMigrationsService;
  let frameworks: FrameworksService;
  let ours: RequestContext;
  let base: string;
  let next: string;
  let cell: string;

  // Sensors are divided and go on as the first part; vision and grippers become grasping; welding goes for robots,
  // splicing for nothing; robots are worded anew; extrusion moves.
  beforeAll(async () => {
    rooms = await theRooms();
    migrations = rooms.application.get(ProfileMigrationsService, { strict: false });
    frameworks = rooms.application.get(FrameworksService, { strict: false });
    base = await loadRelease(
      await someReleaseFiles({ 'items.csv': `${SMALL_RELEASE['items.csv']}${MORE_ITEMS}` }),
    );
    ours = await aTenant();
    // What the profiles are before there is a next release.
  });
  afterAll(() => closeRooms(rooms));

  const publishNext = () =>
    theNextRelease(rooms.application, ours, base, async ({ draft, curator, items, coded }) => {
      const sensors = await coded(SENSORS);
      await items.split(curator, sensors.id, sensors.version, {
        parts: [
          { title: 'Sensors', ...NO_WORDS },
          { title: 'Calibration', ...NO_WORDS, code: '4.2.06.20' },
        ],
        ...{ keeps: 0, reason: '' },
      });
      await items.merge(curator, draft, {
        items: [await coded(VISION), await coded(GRIPPERS)].map(({ id, version }) => ({ id, version })),
        ...{ into: null, wording: { title: 'Grasping', ...NO_WORDS }, reason: '' },
      });
      const robots = await coded(ROBOTS);
      await items.edit(curator, robots.id, robots.version, { title: 'Programming robots', reason: '' });
      for (const [code, replacedBy] of [
        [WELDING, [robots.id]],
        [SPLICING, []],
      ] as const) {
        const item = await coded(code);
        await items.retire(curator, item.id, item.version, {
          ...{ replacedBy: [...replacedBy], parts: [], reason: '' },
        });
      }
      const extrusion = await coded(EXTRUSION);
      const polymers = await coded('5.1.01');
      const fresh = await items.add(curator, draft, {
        ...{ kind: 'sub-competency', parentId: polymers.parentId, title: 'Shaping', reason: '', ...NO_WORDS },
      });
      await items.move(curator, extrusion.id, extrusion.version, {
        ...{ parentId: fresh.id, keepCode: false, reason: '' },
      });
      await items.add(curator, draft, {
        ...{ kind: 'ksa', parentId: polymers.id, title: 'Mixing', reason: '', ...NO_WORDS },
      });
    });

  const standing = async (roleProfileId = cell, context = ours) => {
    const { requirements, profile } = await rooms.requirements.list(
      context,
      requirementsQuery.parse({ filter: JSON.stringify({ roleProfileId }) }),
    );
    const said = requirements.map(({ requirement: { ksaCode, requiredLevel, weight, critical, evidence } }) =>
      [ksaCode, requiredLevel, weight, critical ? 'critical' : '-', evidence].join(' '),
    );
    return { said, profile };
  };
  const proposals = async (roleProfileId = cell): Promise<MigrationDecision[]> =>
    (await migrations.plan(ours, roleProfileId, next)).steps.flatMap((step) =>
      step.kind === 'kept' ? [] : [step.proposal],
    );
  const versionOf = async (id = cell) => (await rooms.profiles.one(ours, id)).version;

  const BEFORE = [
    '4.2.06.2 3 5 critical observed',
    '4.2.06.09 2 2 - any',
    '4.2.06.10 1 3 - any',
    '4.2.06.11 4 4 critical certified',
    '4.2.06.12 2 6 - any',
    '4.2.06.13 2 1 - any',
    '5.1.01.01 3 7 - any',
  ];

  describe('of which nothing was moved yet', () => {
    let other: RequestContext;

    beforeAll(async () => {
      cell = await aRole(rooms, ours, CELL, 'Cell');
      other = await aTenant('Another organisation');
      await aRole(rooms, other, { [ROBOTS]: {} }, 'Theirs');
    });

    it('says that a profile is up to date until there is a next release', async () => {
      expect(await migrations.plan(ours, cell, null)).toMatchObject({ to: null, steps: [] });
      expect((await migrations.behind(ours, profileMigrationsQuery.parse({}))).total).toBe(0);
      await expect(migrations.undo(ours, cell, await versionOf())).rejects.toMatchObject({
        code: 'nothing-to-undo',
      });
      next = await publishNext();
    });

    it('lists what is behind, of the own organisation alone, with what moving it takes', async () => {
      const { rows: behind, total } = await migrations.behind(ours, profileMigrationsQuery.parse({}));
      expect(total).toBe(1);
      expect(behind.map(toProfileBehindDto)).toMatchObject([
        {
          ...{ id: cell, name: 'Cell', from: { id: base }, to: { id: next } },
          counts: { kept: 2, split: 1, merged: 1, retired: 2 },
        },
      ]);
    });

    it('tells each step with its words and a proposal', async () => {
      const plan = await migrations.plan(ours, cell, null);
      const told = toProfileMigrationDto(plan, null);
      expect(profileMigrationDto.parse(told)).toEqual(told);
      expect(told).toMatchObject({ from: { id: base }, to: { id: next }, hasDraft: false, undo: null });
      expect(told.steps).toMatchObject([
        {
          kind: 'split',
          before: { ksaCode: SENSORS, requiredLevel: 3, weight: 5, critical: true },
          parts: [{ ksaCode: SENSORS }, { ksaCode: '4.2.06.20', title: 'Calibration' }],
          proposal: {
            parts: [
              { requiredLevel: 3, weight: 3 },
              { requiredLevel: 3, weight: 2 },
            ],
          },
        },
        { kind: 'kept', changes: ['reworded'], after: { title: 'Programming robots' } },
        {
          kind: 'merged',
          before: [{ ksaCode: VISION }, { ksaCode: GRIPPERS }],
          into: { ksaCode: '4.2.06.21', title: 'Grasping' },
          proposal: { requiredLevel: 4, weight: 7, critical: true, evidence: 'certified' },
        },
        { kind: 'retired', before: { ksaCode: WELDING }, replacements: [{ ksaCode: ROBOTS }] },
        { kind: 'retired', before: { ksaCode: SPLICING }, replacements: [], proposal: { replacedBy: [] } },
        { kind: 'kept', changes: ['moved'], after: { ksaCode: '5.1.02.01' } },
      ]);
    });

    it('refuses a release that there is no way to, a missing decision and a stale version', async () => {
      await expect(migrations.plan(ours, cell, base)).rejects.toMatchObject({ code: 'no-way-to-release' });
      const decisions = await proposals();
      const version = await versionOf();
      const move = (given: MigrationDecision[], at = version) =>
        migrations.migrate(ours, cell, at, { releaseId: next, decisions: given, publish: true });
      await expect(move(decisions.slice(1))).rejects.toMatchObject({
        code: 'migration.decision-missing',
        message: expect.stringContaining('4.2.06.2 Sensors'),
      });
      await expect(move(decisions, version - 1)).rejects.toMatchObject({ kind: 'precondition-failed' });
      expect((await standing()).said).toEqual(BEFORE);
    });

    it('is nothing that another organisation can see or do', async () => {
      const decisions = await proposals();
      const version = await versionOf();
      const attempts = [
        () => migrations.plan(other, cell, null),
        () => migrations.decide(other, cell, next, decisions),
        () => migrations.migrate(other, cell, version, { releaseId: next, decisions, publish: true }),
        () => migrations.undo(other, cell, version),
      ];
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
      const { rows: behind } = await migrations.behind(other, profileMigrationsQuery.parse({}));
      expect(behind.map(({ profile }) => profile.name)).toEqual(['Theirs']);
    });
  });

  describe('with a worker who has the role', () => {
    let workerId: string;

    // A profile begins from the current release; these are of the one before.
    beforeEach(async () => {
      ours = await aTenant();
      cell = await aRoleOnBase(CELL);
      const worker = await hire(rooms, ours, 'Ana');
      workerId = worker.id;
      await rooms.assessments.assign(ours, { workerId, roleProfileId: cell });
      for (const [ksaCode, level] of [
        [ROBOTS, 2],
        [SENSORS, 3],
        [EXTRUSION, 3],
      ] as const)
        await record(ksaCode, level);
      await settle();
    });

    const aRoleOnBase = async (asked: Record<string, RequirementSketch>): Promise<string> => {
      const { occupations } = await frameworks.releaseIndex(ours, base);
      const occupationIds = occupations.map(({ id }) => id);
      let profile = await rooms.profiles.create(ours, { name: 'Cell', description: '', occupationIds });
      const { requirements } = await rooms.requirements.list(
        ours,
        requirementsQuery.parse({ filter: JSON.stringify({ roleProfileId: profile.id }) }),
      );
      const there = new Set(requirements.map(({ requirement }) => requirement.ksaCode));
      for (const [ksaCode, sketch] of Object.entries(asked)) {
        ({ profile } = there.has(ksaCode)
          ? await rooms.requirements.editMany(ours, profile.id, profile.version, {
              requirements: [{ ksaCode, ...sketch }],
            })
          : await rooms.requirements.add(ours, profile.version, {
              ...{ roleProfileId: profile.id, ksaCode },
              ...sketch,
            }));
      }
      return (await rooms.profiles.publish(ours, profile.id, profile.version)).id;
    };
    const record = (ksaCode: string, level: number) =>
      rooms.ratings.record(asAssessor(ours), workerId, { ksaCode, source: 'manager', level });
    const settle = async () => {
      await workOff(rooms, ours, 'role-profile-published');
      await workOff(rooms, ours, 'rescore');
      await workOff(rooms, ours, 'score-worker');
    };
    const levels = async () => {
      const view = await theGapView(rooms, ours, workerId, cell);
      return Object.fromEntries(
        view.requirements.map(({ ksaCode, attained }) => [ksaCode, attained] as const),
      );
    };

    it('publishes what was decided, and ratings count on under their lineage', async () => {
      expect(await levels()).toMatchObject({ [SENSORS]: 3, [EXTRUSION]: 3, [VISION]: null });
      const decisions = (await proposals()).map((decision): MigrationDecision => {
        if (decision.kind !== 'split') return decision;
        const [first, second] = decision.parts;
        return { ...decision, parts: [first!, { ...second!, requiredLevel: 1, weight: 9 }] };
      });
      const version = await versionOf();
      const moved = await migrations.migrate(ours, cell, version, {
        ...{ releaseId: next, decisions, publish: true },
      });
      expect(moved).toMatchObject({ releaseId: next, publishedVersion: 2, draftVersionNo: null });
      const { said } = await standing();
      expect(said).toEqual([
        '4.2.06.2 3 3 critical observed',
        '4.2.06.20 1 9 critical observed',
        // The weight of welding came to it.
        '4.2.06.09 2 8 - any',
        '4.2.06.21 4 7 critical certified',
        '5.1.02.01 3 7 - any',
      ]);
      await settle();
      expect(await levels()).toEqual({
        ...{ [SENSORS]: 3, [ROBOTS]: 2, '5.1.02.01': 3 },
        ...{ '4.2.06.21': null, '4.2.06.20': null },
      });
      const view = await theGapView(rooms, ours, workerId, cell);
      expect(view).toMatchObject({ release: { id: next }, roleProfile: { version: 2 } });
      expect(moved.occupationIds).toHaveLength(3);
      const { occupationsById } = await frameworks.releaseIndex(ours, next);
      expect(moved.occupationIds.every((id) => occupationsById.has(id))).toBe(true);
    });

    it('keeps the version before on its own release, for what was scored by it', async () => {
      const { publishedVersionNo } = await rooms.profiles.one(ours, cell);
      const decisions = await proposals();
      await migrations.migrate(ours, cell, await versionOf(), { releaseId: next, decisions, publish: true });
      const roles = rooms.application.get(RolesService, { strict: false });
      const former = await roles.profileVersion(ours, publishedVersionNo!);
      expect(former.releaseId).toBe(base);
      expect(former.requirements.map(({ ksaCode }) => ksaCode)).toContain(WELDING);
    });

    it('is undone by publishing the former requirements on the former release anew', async () => {
      const { occupationIds } = await rooms.profiles.one(ours, cell);
      const decisions = await proposals();
      const moved = await migrations.migrate(ours, cell, await versionOf(), {
        ...{ releaseId: next, decisions, publish: true },
      });
      await settle();
      const edited = await rooms.requirements.add(ours, moved.version, {
        ...{ roleProfileId: cell, ksaCode: '5.1.01.02' },
      });
      const undone = await migrations.undo(ours, cell, edited.profile.version);
      expect(undone).toMatchObject({
        ...{ releaseId: base, publishedVersion: 3, draftVersionNo: null, occupationIds },
      });
      expect((await standing()).said).toEqual(BEFORE);
      await settle();
      expect(await levels()).toMatchObject({ [SENSORS]: 3, [WELDING]: null });
      expect((await theGapView(rooms, ours, workerId, cell)).roleProfile.version).toBe(3);
      await expect(migrations.undo(ours, cell, undone.version)).rejects.toMatchObject({
        code: 'nothing-to-undo',
      });
      // And it can be moved again.
      const again = await migrations.migrate(ours, cell, undone.version, {
        ...{ releaseId: next, decisions: await proposals(), publish: true },
      });
      expect(again).toMatchObject({ releaseId: next, publishedVersion: 4 });
    });

    it('is undone after corrections as well, and says how many go with it', async () => {
      const wayBack = async () => migrations.wayBack(ours, await rooms.profiles.one(ours, cell));
      await migrations.migrate(ours, cell, await versionOf(), {
        ...{ releaseId: next, decisions: await proposals(), publish: true },
      });
      await settle();
      expect(await wayBack()).toMatchObject({ to: { id: base }, isPublished: true, changedSince: 0 });
      const { profile } = await rooms.requirements.editMany(ours, cell, await versionOf(), {
        requirements: [{ ksaCode: ROBOTS, weight: 9 }],
      });
      expect(await wayBack()).toMatchObject({ changedSince: 1 });
      await rooms.profiles.publish(ours, cell, profile.version);
      await rooms.requirements.add(ours, await versionOf(), {
        ...{ roleProfileId: cell, ksaCode: '5.1.01.02' },
      });
      await settle();
      expect(await wayBack()).toMatchObject({ isPublished: true, changedSince: 2 });
      const told = toProfileMigrationDto(await migrations.plan(ours, cell, null), await wayBack());
      expect(profileMigrationDto.parse(told)).toEqual(told);
      const undone = await migrations.undo(ours, cell, await versionOf());
      expect(undone).toMatchObject({ releaseId: base, publishedVersion: 4, draftVersionNo: null });
      expect((await standing()).said).toEqual(BEFORE);
      await settle();
      expect(await levels()).toMatchObject({ [SENSORS]: 3, [WELDING]: null });
      expect(await wayBack()).toBeNull();
    });

    it('becomes a draft that nobody is held against, and whose undoing leaves no trace', async () => {
      const before = await rooms.profiles.one(ours, cell);
      const moved = await migrations.migrate(ours, cell, before.version, {
        ...{ releaseId: next, decisions: await proposals(), publish: false },
      });
      expect(moved).toMatchObject({ releaseId: next, publishedVersion: 1, requirementCount: 5 });
      expect(await workOff(rooms, ours, 'role-profile-published')).toBe(0);
      expect(await migrations.plan(ours, cell, null)).toMatchObject({ to: null });
      const undone = await migrations.undo(ours, cell, moved.version);
      expect(undone).toMatchObject({ ...before, version: undone.version });
      expect((await standing()).said).toEqual(BEFORE);
    });

    it('takes unpublished changes along as a draft, and gives them back when it is undone', async () => {
      const { profile } = await rooms.requirements.editMany(ours, cell, await versionOf(), {
        requirements: [{ ksaCode: ROBOTS, weight: 50 }],
      });
      const changed = (await standing()).said;
      const decisions = await proposals();
      await expect(
        migrations.migrate(ours, cell, profile.version, { releaseId: next, decisions, publish: true }),
      ).rejects.toMatchObject({ code: 'changes-not-published', errors: [{ pointer: '/publish' }] });
      const moved = await migrations.migrate(ours, cell, profile.version, {
        ...{ releaseId: next, decisions, publish: false },
      });
      expect((await standing()).said).toContain('4.2.06.09 2 56 - any');
      const undone = await migrations.undo(ours, cell, moved.version);
      expect(undone).toMatchObject({ releaseId: base, draftVersionNo: profile.draftVersionNo });
      expect((await standing()).said).toEqual(changed);
    });

    it('takes along what is the organisation’s own, as it is', async () => {
      const extension = rooms.application.get(ExtensionService, { strict: false });
      const words = { definition: null, under: null, document: null, documentRevision: null, ksaCodes: [] };
      await extension.addItem(ours, { kind: 'ksa', title: 'House rules', ...words });
      const { profile } = await rooms.requirements.add(ours, await versionOf(), {
        ...{ roleProfileId: cell, ksaCode: 'own.1', requiredLevel: 2, weight: 7 },
      });
      const published = await rooms.profiles.publish(ours, cell, profile.version);
      const decisions = await proposals();
      await migrations.migrate(ours, cell, published.version, {
        ...{ releaseId: next, decisions, publish: true },
      });
      const { said } = await standing();
      expect(said.at(-1)).toBe('own.1 2 7 - any');
      expect(said).toHaveLength(6);
    });

    it('remembers who moved it and what was decided', async () => {
      const decisions = await proposals();
      await migrations.migrate(ours, cell, await versionOf(), { releaseId: next, decisions, publish: true });
      const [kept] = await rows<Record<string, unknown>>(
        rooms,
        ours,
        'select migrated_by_name as by, decisions from profile_migration where tenant_id = $1',
      );
      expect(kept).toEqual({ by: 'Administrator', decisions });
    });
  });
});
