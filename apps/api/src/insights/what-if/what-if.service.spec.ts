import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  aRole,
  asAssessor,
  closeRooms,
  hire,
  later,
  type RequirementSketch,
  type Rooms,
  rows,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { changedRequirements, compileRoleProfile, WhatIf } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { testDatabase } from '#support/database';
import { TeamsService, type Worker } from '#workforce';
import { whatIfLevelsDto } from './dto/what-if-levels.dto.ts';
import { whatIfAnswerDto, whatIfDto } from './dto/what-if.dto.ts';
import { ScopeMembersRepository } from './scope-members.repository.ts';
import { WhatIfLevelsService } from './what-if-levels.service.ts';
import { WhatIfModule } from './what-if.module.ts';
import { WhatIfService } from './what-if.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';

/** Cell: robots at 3, critical, to be observed; sensors at 2, of three times the weight. */
const CELL: Record<string, RequirementSketch> = {
  [ROBOTS]: { requiredLevel: 3, critical: true },
  [SENSORS]: { requiredLevel: 2, weight: 3 },
};

describe('what if', () => {
  let rooms: Rooms;
  let whatIf: WhatIfService;
  let ours: RequestContext;
  let cell: string;
  let ana: Worker;
  let bo: Worker;

  const tryOut = async (
    changes: object,
    scope: object = { roleProfileId: cell },
    context = ours,
    page?: object,
  ) => {
    const answer = await whatIf.try(context, whatIfDto.parse({ scope, changes, ...(page && { page }) }));
    expect(whatIfAnswerDto.parse(answer)).toEqual(answer);
    return answer;
  };
  const record = (worker: Worker, ksaCode: string, source: 'manager' | 'test' | 'training', level: number) =>
    rooms.ratings.record(asAssessor(ours), worker.id, { ksaCode, source, level });
  const course = (title: string, ksaCode: string, level: number, requiresProgrammes: string[] = []) =>
    rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.training.addProgramme(transaction, {
        ...{ title, hours: 8, kind: 'course', provider: 'A college', mode: 'on-site', description: '' },
        ...{ costCents: null, currency: null, sourceUrl: null, requiresProgrammes },
        outcomes: [{ ksaCode, level }],
      }),
    );
  const named = (answer: Awaited<ReturnType<typeof tryOut>>) =>
    answer.changed.scores.map(({ worker, before, after }) => [
      worker.name,
      before.low,
      after.low,
      after.qualified,
    ]);

  beforeAll(async () => {
    rooms = await theRooms(WhatIfModule);
    whatIf = rooms.application.get(WhatIfService, { strict: false });
    await loadRelease(await someReleaseFiles());
  });
  // L = 12, Σw = 4: over 48. Ana: robots 3 (manager, a test says 2), sensors 1: 12·… by trust the test counts: 2 of 3.
  // Ana 8 + 18 = 26; Bo: robots 3 by a manager, sensors unknown: 12 to 48, qualified.
  beforeEach(async () => {
    ours = await aTenant();
    cell = await aRole(rooms, ours, CELL, 'Cell');
    ana = await hire(rooms, ours, 'Ana');
    bo = await hire(rooms, ours, 'Bo');
    for (const { id: workerId } of [ana, bo])
      await rooms.assessments.assign(ours, { workerId, roleProfileId: cell });
    await record(ana, ROBOTS, 'manager', 3);
    await record(ana, ROBOTS, 'test', 2);
    await record(ana, SENSORS, 'manager', 1);
    await record(bo, ROBOTS, 'manager', 3);
  });
  afterAll(() => closeRooms(rooms));

  it('shows everybody as they are when nothing is changed', async () => {
    const answer = await tryOut({});
    expect(answer).toMatchObject({
      asOf: '2026-03-01',
      before: {
        ...{ members: 2, scores: 2, qualified: { yes: 1, no: 1, notYetKnown: 0 } },
        // (26 + 12) / 96 and (26 + 48) / 96.
        mean: { low: { numerator: '19', denominator: '48' }, high: { numerator: '37', denominator: '48' } },
        lowTenths: [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0],
      },
      ...{ cover: [], programmes: [], changed: { total: 0, scores: [] } },
    });
    expect(answer.after).toEqual(answer.before);
  });

  // Robots at 2 and no longer critical, sensors of weight 1: over 24. Ana 12 + 6, Bo 12.
  it('tries other levels, weights and criticality of a role', async () => {
    const answer = await tryOut({
      requirements: [
        { ksaCode: ROBOTS, requiredLevel: 2, critical: false },
        { ksaCode: SENSORS, weight: 1 },
      ],
    });
    expect(answer.after).toMatchObject({
      ...{ members: 2, qualified: { yes: 2, no: 0, notYetKnown: 0 } },
      mean: { low: { numerator: '5', denominator: '8' }, high: { numerator: '7', denominator: '8' } },
    });
    expect(answer.roleProfiles).toMatchObject([
      {
        roleProfile: { id: cell, name: 'Cell', version: 1 },
        before: { denominator: 48, low: 38, qualified: { yes: 1 } },
        after: { denominator: 24, low: 30, qualified: { yes: 2 } },
      },
    ]);
    // Bo 12/48 to 12/24 moves by 0.25, Ana 26/48 to 18/24 by 0.208.
    expect(named(answer)).toEqual([
      ['Bo', 12, 12, 'yes'],
      ['Ana', 26, 18, 'yes'],
    ]);
    expect(answer.cover).toMatchObject([
      {
        ksaCode: ROBOTS,
        before: { required: 2, met: 1 },
        after: { met: 2 },
        newlySinglePointOfFailure: false,
      },
    ]);
  });

  it('tries a KSA more and one less', async () => {
    const answer = await tryOut({
      requirements: [
        { ksaCode: VISION, requiredLevel: 1, critical: true },
        { ksaCode: SENSORS, removed: true },
      ],
    });
    expect(answer.cover).toMatchObject([
      { ksaCode: SENSORS, before: { required: 2, met: 0 }, after: null, newlyZeroCover: false },
      { ksaCode: VISION, before: null, after: { required: 2, met: 0, unknown: 2 }, newlyZeroCover: true },
    ]);
    expect(answer.after).toMatchObject({ qualified: { yes: 0, no: 1, notYetKnown: 1 } });
  });

  it('tries another policy, by which a manager is trusted before a test', async () => {
    const answer = await tryOut({
      policy: {
        ...{ kind: 'most-trusted', name: 'managers first', validityDays: { training: 365 } },
        ranks: [['manager'], ['test', 'credential'], ['assessor'], ['training'], ['self']],
      },
    });
    expect(answer.policy).toEqual({
      before: { name: 'most-trusted', kind: 'most-trusted' },
      after: { name: 'managers first', kind: 'most-trusted' },
    });
    expect(named(answer)).toEqual([['Ana', 26, 30, 'yes']]);
    const broken = { kind: 'consensus', name: 'of none', halfLifeDays: 30, validityDays: {} };
    await expect(
      whatIf.try(
        ours,
        whatIfDto.parse({
          scope: { organisation: true },
          changes: { policy: { ...broken, weights: everySource(0) } },
        }),
      ),
    ).rejects.toMatchObject({ code: 'ratings.invalid-policy' });
  });

  it('tries a leaver: who stays, and what nobody is left for', async () => {
    const answer = await tryOut({ leavers: [bo.id] });
    expect(answer).toMatchObject({
      before: { members: 2 },
      after: { members: 1, scores: 1, qualified: { yes: 0, no: 1 } },
      changed: { total: 0 },
    });
    expect(answer.cover).toMatchObject([
      { ksaCode: SENSORS, before: { required: 2 }, after: { required: 1, met: 0 }, newlyZeroCover: false },
      { ksaCode: ROBOTS, before: { met: 1 }, after: { required: 1, met: 0 }, newlyZeroCover: true },
    ]);
    expect(await tryOut({ leavers: [ana.id, bo.id] })).toMatchObject({
      after: { members: 0, scores: 0, mean: null },
      roleProfiles: [{ after: null }],
    });
  });

  // The course raises sensors to 2 for everybody, known or not: Ana 8 + 36, Bo 12 + 36. The second asks for the first.
  it('tries programmes before anybody goes to one', async () => {
    const first = await course('Sensors', SENSORS, 2);
    const second = await course('Robots', ROBOTS, 3, [first]);
    const answer = await tryOut({
      programmes: [{ programmeId: second, workerIds: [ana.id] }, { programmeId: first }],
    });
    expect(answer.programmes).toEqual([
      { programmeId: second, title: 'Robots', taken: 1, notEntered: 0 },
      { programmeId: first, title: 'Sensors', taken: 2, notEntered: 0 },
    ]);
    // Training proves nothing: Ana now meets robots, and nobody has seen it.
    expect(named(answer)).toEqual([
      ['Bo', 12, 48, 'yes'],
      ['Ana', 26, 48, 'not-yet-known'],
    ]);
    expect(await tryOut({ programmes: [{ programmeId: second }] })).toMatchObject({
      programmes: [{ taken: 0, notEntered: 2 }],
      changed: { total: 0 },
    });
  });

  it('tries with a team by its minimums, and with the whole organisation, where a change names its role', async () => {
    const teams = rooms.application.get(TeamsService, { strict: false });
    const team = await teams.create(ours, { name: 'Night', site: '' });
    await rooms.workforce.edit(ours, bo.id, 1, { teamId: team.id });
    await teams.setMinimum(ours, team.id, ROBOTS, 1);
    const requirements = [{ roleProfileId: cell, ksaCode: ROBOTS, requiredLevel: 4 }];
    const ofTeam = await tryOut({ requirements }, { teamId: team.id });
    expect(ofTeam).toMatchObject({
      before: { members: 1, qualified: { yes: 1 } },
      after: { qualified: { no: 1 } },
      cover: [{ newlyZeroCover: true, newlyBelowMinimum: true, after: { minimum: 1 } }],
      changed: { total: 1 },
    });
    const organisation = { organisation: true };
    const page = { offset: 1, limit: 1 };
    const ofAll = await tryOut({ requirements }, organisation, ours, page);
    expect(ofAll).toMatchObject({ before: { members: 2 }, changed: { total: 2 } });
    expect(ofAll.changed.scores).toHaveLength(1);
    const unnamed = whatIfDto.parse({
      scope: organisation,
      changes: { requirements: [{ ksaCode: ROBOTS, requiredLevel: 4 }] },
    });
    await expect(whatIf.try(ours, unnamed)).rejects.toMatchObject({
      code: 'role-profile-needed',
      errors: [{ pointer: '/changes/requirements/0/roleProfileId' }],
    });
  });

  const NONE = '01980000-0000-7000-8000-000000000000';
  it.each([
    ['a worker who is not there', { leavers: [NONE] }, '/changes/leavers/0'],
    [
      'a programme that is not there',
      { programmes: [{ programmeId: NONE }] },
      '/changes/programmes/0/programmeId',
    ],
    [
      'a KSA that the release has not',
      { requirements: [{ ksaCode: '9.9' }] },
      '/changes/requirements/0/ksaCode',
    ],
  ])('refuses %s, and says where', async (_what, changes, pointer) => {
    await expect(tryOut(changes)).rejects.toMatchObject({ kind: 'invalid', errors: [{ pointer }] });
  });

  it('refuses a role without requirements and a level off the scale, as scoring does', async () => {
    const all = [ROBOTS, SENSORS].map((ksaCode) => ({ ksaCode, removed: true }));
    await expect(tryOut({ requirements: all })).rejects.toMatchObject({ code: 'gaps.empty-role-profile' });
    await expect(tryOut({ requirements: [{ ksaCode: ROBOTS, requiredLevel: 9 }] })).rejects.toMatchObject({
      code: 'gaps.required-level-off-scale',
    });
    const theirs = await aTenant('Another organisation');
    await expect(tryOut({}, { roleProfileId: cell }, theirs)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('writes nothing, and could not', async () => {
    const programmeId = await course('Sensors', SENSORS, 2);
    await workOff(rooms, ours, 'score-worker');
    const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
    try {
      const { rows: tables } = await admin.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
      );
      /** Of every row of every table its text and the transaction that wrote it. */
      const everything = async () => {
        const all = tables.map(
          ({ name }) =>
            `select '${name}' as t, md5(string_agg(xmin::text || r::text, '' order by ctid)) as h from ${name} r`,
        );
        return (await admin.query<{ t: string; h: string }>(`${all.join(' union all ')} order by t`)).rows;
      };
      const before = await everything();
      const changes = {
        ...{
          requirements: [{ ksaCode: ROBOTS, weight: 9 }],
          leavers: [bo.id],
          programmes: [{ programmeId }],
        },
        policy: {
          ...{ kind: 'consensus', name: 'all alike', halfLifeDays: 30, validityDays: {} },
          weights: everySource(1),
        },
      };
      expect((await tryOut(changes)).changed.total).toBe(1);
      const keyed = { ...ours, idempotency: { key: 'x', claim: NONE } };
      await tryOut(changes, { roleProfileId: cell }, keyed);
      expect(await everything()).toEqual(before);
    } finally {
      await admin.end();
    }
    const members = rooms.application.get(ScopeMembersRepository, { strict: false });
    const writing = rooms.unitOfWork.transaction(ours, async (transaction) => {
      await members.readOnly(transaction);
      await rows(rooms, transaction, 'update worker set name = name where tenant_id = $1');
    });
    await expect(writing).rejects.toThrow('read-only transaction');
  });

  it('gives a page all that it needs to try levels and weights by itself', async () => {
    const levels = rooms.application.get(WhatIfLevelsService, { strict: false });
    const read = whatIfLevelsDto.parse(await levels.read(later(ours, 60), cell));
    expect(read.workers.name).toEqual(['Ana', 'Bo']);
    const bytes = (text: string) => Int8Array.from(Buffer.from(text, 'base64'));
    // Sensors come first: 4.2.06.2 stands before 4.2.06.09.
    expect(read.requirements.map(({ ksaCode }) => ksaCode)).toEqual([SENSORS, ROBOTS]);
    expect([...bytes(read.levels.any)]).toEqual([1, 2, -1, 3]);
    expect([...bytes(read.levels.certified)]).toEqual([-1, 2, -1, -1]);

    const asked = read.requirements.map((requirement, index) => ({ ...requirement, ksaNo: index + 1 }));
    const before = compileRoleProfile(asked, read.scale.maxLevel);
    const changes = [{ ksaNo: 2, ksaCode: ROBOTS, requiredLevel: 2, weight: 5 }];
    const after = compileRoleProfile(changedRequirements(asked, changes), read.scale.maxLevel);
    const { any, observed, certified } = read.levels;
    const evidenced = {
      ...{ slotCount: 2, slotOfKsa: Int16Array.of(0, 1), firstKsaNo: 1, workerCount: 2 },
      byEvidence: { any: bytes(any), observed: bytes(observed), certified: bytes(certified) },
    };
    const inAPage = new WhatIf(read.scale.maxLevel, new Map([[1, { before, after }]]), 25);
    inAPage.add({
      workers: [1, 2].map((workerNo) => ({ workerNo, profileVersionNos: [1], leaves: false })),
      before: evidenced,
      after: evidenced,
    });
    const [here] = inAPage.answer().after.profiles;
    const { ksaCode, requiredLevel, weight } = changes[0]!;
    const there = await tryOut({ requirements: [{ ksaCode, requiredLevel, weight }] });
    expect(here).toMatchObject({
      ...{ low: there.roleProfiles[0]?.after?.low, high: there.roleProfiles[0]?.after?.high },
      ...{ denominator: there.roleProfiles[0]?.after?.denominator, qualified: there.after.qualified.yes },
    });
  });
});

function everySource(weight: number) {
  return {
    self: weight,
    manager: weight,
    assessor: weight,
    test: weight,
    credential: weight,
    training: weight,
  };
}
