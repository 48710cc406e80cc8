import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { someReleaseFiles } from '#builders/release-files';
import {
  aDraftProfile,
  aPublishedProfile,
  occupationIds,
  PROCESS,
  ROBOTICS,
  VISION,
} from '#builders/role-profile';
import { loadRelease, type Services, theServices } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { requirementsQuery } from './dto/requirement.dto.ts';
import { roleAssignmentsQuery } from './dto/role-assignment.dto.ts';
import { roleProfilesQuery } from './dto/role-profile.dto.ts';

const requirementsOf = (roleProfileId: string, sort = ['ksaCode', 'ASC']) =>
  requirementsQuery.parse({ filter: JSON.stringify({ roleProfileId }), sort: JSON.stringify(sort) });

describe('role profiles', () => {
  let services: Services;
  let ours: RequestContext;
  let theirs: RequestContext;

  beforeAll(async () => {
    services = await theServices();
    await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant();
    theirs = await aTenant('Another organisation');
  });
  afterAll(() => services.dataSource.destroy());

  const list = async (roleProfileId: string, context = ours) =>
    (await services.requirements.list(context, requirementsOf(roleProfileId))).requirements.map(
      ({ profileVersionNo, requirement }) => ({
        ...requirement,
        id: `${profileVersionNo}.${requirement.ksaNo}`,
      }),
    );
  const idOf = async (roleProfileId: string, code: string) =>
    (await list(roleProfileId)).find(({ ksaCode }) => ksaCode === code)!.id;
  const hire = async (name: string, context = ours) =>
    (await services.workforce.create(context, { name, jobTitle: '' })).worker;
  const assign = (workerId: string, roleProfileId: string, context = ours) =>
    services.unitOfWork.transaction(context, (transaction) =>
      services.roles.assign(transaction, { workerId, roleProfileId }),
    );
  const jobs = (context = ours) =>
    services.unitOfWork.transaction(context, ({ manager }) =>
      manager.query(`select name, payload from job where tenant_id = $1`, [context.tenantId]),
    );

  it('begin from one occupation: its KSAs at the default level, weight 1, not critical, any evidence', async () => {
    const profile = await aDraftProfile(services, ours, [ROBOTICS]);
    expect(profile).toMatchObject({ publishedVersion: null, requirementCount: 2, version: 1 });
    expect(await list(profile.id)).toMatchObject([
      { ksaCode: '4.2.06.2', requiredLevel: 3, weight: 1, critical: false, evidence: 'any' },
      { ksaCode: '4.2.06.09', requiredLevel: 3, weight: 1, critical: false, evidence: 'any' },
    ]);
  });

  it('begin from a blend: each KSA once, in code order', async () => {
    const { id } = await aDraftProfile(services, ours, [PROCESS, VISION, ROBOTICS]);
    expect((await list(id)).map(({ ksaCode }) => ksaCode)).toEqual([
      '4.2.06.2',
      '4.2.06.09',
      '4.2.06.10',
      '5.1.01.01',
    ]);
  });

  it('begin at a level that the employer chose, on the scale', async () => {
    const ids = await occupationIds(services, ours, [ROBOTICS]);
    const begin = (defaultLevel: number) =>
      services.profiles.create(ours, {
        name: 'Technician',
        description: '',
        occupationIds: ids,
        defaultLevel,
      });
    expect((await list((await begin(2)).id)).map(({ requiredLevel }) => requiredLevel)).toEqual([2, 2]);
    await expect(begin(5)).rejects.toMatchObject({ kind: 'invalid', errors: [{ pointer: '/defaultLevel' }] });
  });

  it('refuse an occupation that is not in the release, and say which', async () => {
    const [robotics] = await occupationIds(services, ours, [ROBOTICS]);
    const input = { name: 'Technician', description: '', occupationIds: [robotics!, uuidv7()] };
    await expect(services.profiles.create(ours, input)).rejects.toMatchObject({
      errors: [{ pointer: '/occupationIds/1' }],
    });
  });

  it('begin from no retired release, and go on where they are on one', async () => {
    const [robotics] = await occupationIds(services, ours, [ROBOTICS]);
    const profile = await aDraftProfile(services, ours, [ROBOTICS]);
    const standing = (state: string) =>
      services.dataSource.query('update release set state = $1 where id = $2', [state, profile.releaseId]);
    await standing('retired');
    const input = { name: 'Technician', description: '', occupationIds: [robotics!] };
    await expect(services.profiles.create(ours, input)).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'release-retired', errors: [{ pointer: '/occupationIds' }] },
    });
    await expect(services.profiles.publish(ours, profile.id, profile.version)).resolves.toMatchObject({
      publishedVersion: 1,
    });
    await standing('published');
  });

  it('refuse to be published empty', async () => {
    const { id, version } = await services.profiles.create(ours, {
      name: 'Empty',
      description: '',
      occupationIds: [],
    });
    await expect(services.profiles.publish(ours, id, version)).rejects.toMatchObject({
      code: 'role-profile-empty',
    });
  });

  it('refuse to be published when nothing has changed', async () => {
    const { id, version } = await aPublishedProfile(services, ours);
    await expect(services.profiles.publish(ours, id, version)).rejects.toMatchObject({
      code: 'nothing-to-publish',
    });
  });

  it('leave a published version as it is: the first edit copies it to a draft', async () => {
    const { id, version, publishedVersionNo } = await aPublishedProfile(services, ours);
    const { profile } = await services.requirements.edit(ours, await idOf(id, '4.2.06.09'), version, {
      requiredLevel: 1,
    });
    expect(profile).toMatchObject({ version: version + 1, publishedVersionNo });
    const published = (await services.roles.publishedVersion(ours, id))!;
    expect(published.requirements.map(({ requiredLevel }) => requiredLevel)).toEqual([3, 3]);
    expect((await list(id)).map(({ requiredLevel }) => requiredLevel)).toEqual([3, 1]);
    await services.profiles.publish(ours, id, profile.version);
    expect(await services.roles.publishedVersion(ours, id)).toMatchObject({ version: 2, state: 'published' });
    expect(
      (await services.roles.profileVersion(ours, publishedVersionNo!)).requirements.map(
        ({ requiredLevel }) => requiredLevel,
      ),
    ).toEqual([3, 3]);
  });

  it('follow an id of the published version to the draft, and forget ids of versions long past', async () => {
    const { id, version } = await aPublishedProfile(services, ours);
    const old = await idOf(id, '4.2.06.09');
    const first = await services.requirements.edit(ours, old, version, { weight: 2 });
    const second = await services.requirements.edit(ours, old, first.profile.version, { weight: 3 });
    expect(second.requirements[0].requirement.weight).toBe(3);
    await services.profiles.publish(ours, id, second.profile.version);
    await expect(services.requirements.one(ours, old)).rejects.toMatchObject({
      code: 'requirement-not-found',
    });
  });

  it('refuse every change at a version that is not the current one, and change nothing', async () => {
    const { id, version } = await aDraftProfile(services, ours);
    const requirement = await idOf(id, '4.2.06.09');
    const before = await list(id);
    const stale = version - 1;
    const changes = [
      () => services.profiles.edit(ours, id, stale, { name: 'Other' }),
      () => services.profiles.publish(ours, id, stale),
      () => services.requirements.add(ours, stale, { roleProfileId: id, ksaCode: '5.1.01.01' }),
      () => services.requirements.edit(ours, requirement, stale, { weight: 9 }),
      () =>
        services.requirements.editMany(ours, id, stale, {
          requirements: [{ ksaCode: '4.2.06.09', weight: 9 }],
        }),
      () => services.requirements.remove(ours, requirement, stale),
    ];
    for (const change of changes)
      await expect(change()).rejects.toMatchObject({ kind: 'precondition-failed' });
    expect(await list(id)).toEqual(before);
    expect((await services.profiles.one(ours, id)).version).toBe(version);
  });

  it('take a KSA of the release once, and no other', async () => {
    const { id, version } = await aDraftProfile(services, ours);
    const add = (ksaCode: string, at = version) =>
      services.requirements.add(ours, at, { roleProfileId: id, ksaCode, critical: true });
    await expect(add('9.9.99.99')).rejects.toMatchObject({
      code: 'ksa-not-in-release',
      errors: [{ pointer: '/ksaCode' }],
    });
    await expect(add('4.2.06')).rejects.toMatchObject({ code: 'ksa-not-in-release' });
    await expect(add('4.2.06.09')).rejects.toMatchObject({
      kind: 'conflict',
      errors: [{ pointer: '/ksaCode' }],
    });
    const { requirements, profile } = await add('4.2.06.10');
    expect(requirements[0].requirement).toMatchObject({
      requiredLevel: 3,
      critical: true,
      evidence: 'observed',
    });
    expect(profile.requirementCount).toBe(3);
  });

  it('refuse a level off the scale, and say where', async () => {
    const { id, version } = await aDraftProfile(services, ours);
    const requirement = await idOf(id, '4.2.06.09');
    for (const requiredLevel of [0, 5]) {
      await expect(
        services.requirements.edit(ours, requirement, version, { requiredLevel }),
      ).rejects.toMatchObject({
        code: 'level-off-scale',
        errors: [{ pointer: '/requiredLevel' }],
      });
    }
    const several = {
      requirements: [
        { ksaCode: '4.2.06.2', weight: 7 },
        { ksaCode: '4.2.06.09', requiredLevel: 5 },
      ],
    };
    await expect(services.requirements.editMany(ours, id, version, several)).rejects.toMatchObject({
      errors: [{ pointer: '/requirements/1/requiredLevel' }],
    });
    expect((await list(id)).map(({ weight }) => weight)).toEqual([1, 1]);
  });

  it('edit many requirements as one', async () => {
    const { id, version } = await aDraftProfile(services, ours, [ROBOTICS, VISION]);
    const { profile } = await services.requirements.editMany(ours, id, version, {
      requirements: [
        { ksaCode: '4.2.06.09', weight: 20, critical: true },
        { ksaCode: '4.2.06.2', requiredLevel: 2, evidence: 'certified' },
      ],
    });
    expect(profile.version).toBe(version + 1);
    expect(await list(id)).toMatchObject([
      { ksaCode: '4.2.06.2', requiredLevel: 2, evidence: 'certified', weight: 1 },
      { ksaCode: '4.2.06.09', weight: 20, critical: true, evidence: 'observed' },
      { ksaCode: '4.2.06.10', weight: 1 },
    ]);
  });

  it('drop a requirement from the draft, never from what is published', async () => {
    const { id, version } = await aPublishedProfile(services, ours);
    const requirement = await idOf(id, '4.2.06.09');
    const profile = await services.requirements.remove(ours, requirement, version);
    expect((await list(id)).map(({ ksaCode }) => ksaCode)).toEqual(['4.2.06.2']);
    expect((await services.roles.publishedVersion(ours, id))!.requirements).toHaveLength(2);
    await expect(services.requirements.remove(ours, requirement, profile.version)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('are renamed at once, published versions too', async () => {
    const { id, version } = await aPublishedProfile(services, ours);
    await services.roles.publishedVersion(ours, id);
    const renamed = await services.profiles.edit(ours, id, version, { name: 'Cell 4' });
    expect(renamed).toMatchObject({ name: 'Cell 4', draftVersionNo: null, version: version + 1 });
    expect((await services.roles.publishedVersion(ours, id))!.name).toBe('Cell 4');
  });

  it('are assigned once they are published, and once to each worker', async () => {
    const { id: workerId, workerNo } = await hire('Ada');
    const draft = await aDraftProfile(services, ours);
    await expect(assign(workerId, draft.id)).rejects.toMatchObject({ code: 'role-profile-not-published' });
    const { publishedVersionNo } = await services.profiles.publish(ours, draft.id, draft.version);
    const assigned = await assign(workerId, draft.id);
    expect(assigned).toMatchObject({ workerNo, profileVersionNo: publishedVersionNo });
    await expect(assign(workerId, draft.id)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await services.roles.assignmentsOf(ours, workerNo)).toMatchObject([
      { id: assigned.id, workerName: 'Ada' },
    ]);
    expect(await services.roles.assignedVersion(ours, workerNo, draft.id)).toBe(publishedVersionNo);
  });

  it('tell whoever scores, when a version of an assigned profile is published, and only then', async () => {
    const { id, version } = await aPublishedProfile(services, ours);
    expect(await jobs()).toEqual([]);
    await assign((await hire('Ada')).id, id);
    const edited = await services.requirements.edit(ours, await idOf(id, '4.2.06.09'), version, {
      weight: 2,
    });
    const { publishedVersionNo } = await services.profiles.publish(ours, id, edited.profile.version);
    expect(await jobs()).toEqual([
      {
        name: 'role-profile-published',
        payload: { roleProfileId: id, profileVersionNo: publishedVersionNo },
      },
    ]);
  });

  it('remember no version whose publishing was rolled back', async () => {
    const { id, version, draftVersionNo } = await aDraftProfile(services, ours);
    const failed = services.unitOfWork.transaction(ours, async (transaction) => {
      await services.profiles.publish(transaction, id, version);
      await services.roles.profileVersion(transaction, draftVersionNo!);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const { profile } = await services.requirements.edit(ours, await idOf(id, '4.2.06.09'), version, {
      weight: 50,
    });
    await services.profiles.publish(ours, id, profile.version);
    const { requirements } = await services.roles.profileVersion(ours, draftVersionNo!);
    expect(requirements.map(({ weight }) => weight)).toEqual([1, 50]);
  });

  it('are found by a KSA that they ask for, or by what it stands under, by those of one organisation alone', async () => {
    const { id } = await aDraftProfile(services, ours, [ROBOTICS]);
    await aDraftProfile(services, ours, [PROCESS]);
    const { items } = await services.frameworks.releaseIndex(ours);
    const asking = async (code: string, context = ours) => {
      const itemId = items.find((item) => item.code === code)!.id;
      const query = roleProfilesQuery.parse({ filter: JSON.stringify({ itemId }) });
      return (await services.profiles.list(context, query)).rows.map((profile) => profile.id);
    };
    expect(await asking('4.2.06.09')).toEqual([id]);
    expect(await asking('4.2.06.09', theirs)).toEqual([]);
    expect(await asking('4.2.06')).toEqual([id]);
    expect(await asking('4.2.06', theirs)).toEqual([]);
  });

  it('list themselves, their requirements and their assignments in the order asked for', async () => {
    const robotics = await aPublishedProfile(services, ours, [ROBOTICS]);
    await aDraftProfile(services, ours, [PROCESS]);
    await assign((await hire('Ben')).id, robotics.id);
    await assign((await hire('Ada')).id, robotics.id);
    const { rows, total } = await services.profiles.list(
      ours,
      roleProfilesQuery.parse({ filter: '{"q":"tech"}' }),
    );
    expect([rows.map(({ name }) => name), total]).toEqual([[PROCESS, ROBOTICS], 2]);
    const assigned = await services.roles.listAssignments(
      ours,
      roleAssignmentsQuery.parse({ range: '[1,1]' }),
    );
    expect([assigned.rows.map(({ workerName }) => workerName), assigned.total]).toEqual([['Ben'], 2]);
    const byTitle = await services.requirements.list(ours, requirementsOf(robotics.id, ['title', 'DESC']));
    expect(byTitle.requirements.map(({ requirement }) => requirement.title)).toEqual([
      'Sensors',
      'Robot programming',
    ]);
  });

  it('are neither seen, changed, published, assigned nor unassigned by another tenant', async () => {
    const { id, version, publishedVersionNo } = await aPublishedProfile(services, ours);
    const { id: workerId, workerNo } = await hire('Ada');
    const assigned = await assign(workerId, id);
    const requirement = await idOf(id, '4.2.06.09');
    const stranger = await hire('Cem', theirs);
    const attempts: (() => Promise<unknown>)[] = [
      () => services.profiles.one(theirs, id),
      () => services.profiles.edit(theirs, id, version, { name: 'Stolen' }),
      () => services.profiles.publish(theirs, id, version),
      () => services.requirements.list(theirs, requirementsOf(id)),
      () => services.requirements.one(theirs, requirement),
      () => services.requirements.add(theirs, version, { roleProfileId: id, ksaCode: '5.1.01.01' }),
      () => services.requirements.edit(theirs, requirement, version, { weight: 9 }),
      () => services.requirements.editMany(theirs, id, version, { requirements: [{ ksaCode: '4.2.06.09' }] }),
      () => services.requirements.remove(theirs, requirement, version),
      () => services.roles.profileVersion(theirs, publishedVersionNo!),
      () => services.roles.publishedVersion(theirs, id),
      () => assign(stranger.id, id, theirs),
      () => assign(stranger.id, id, ours),
      () =>
        services.unitOfWork.transaction(theirs, (transaction) =>
          services.roles.unassign(transaction, assigned.id),
        ),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
    expect((await services.profiles.list(theirs, roleProfilesQuery.parse({}))).total).toBe(0);
    expect((await services.roles.listAssignments(theirs, roleAssignmentsQuery.parse({}))).total).toBe(0);
    expect(await services.roles.assignmentsOf(theirs, workerNo)).toEqual([]);
    expect(await services.roles.assignmentsOfProfile(theirs, id)).toEqual([]);
    expect(await services.profiles.one(ours, id)).toMatchObject({ version });
  });
});
