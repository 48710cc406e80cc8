import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#builders/client';
import type { OccupationDto } from '../../apps/api/src/frameworks/dto/occupation.dto.ts';
import type { RequirementDto } from '../../apps/api/src/roles/dto/requirement.dto.ts';
import type { RoleAssignmentDto } from '../../apps/api/src/roles/dto/role-assignment.dto.ts';
import type { RoleProfileDto } from '../../apps/api/src/roles/dto/role-profile.dto.ts';
import type { CreatedWorkerDto, WorkerDto } from '../../apps/api/src/workforce/dto/worker.dto.ts';
import { type Caller, type RunningProduct, theProduct } from '../builders/product.ts';

describe('role profiles over HTTP', () => {
  let product: RunningProduct;
  let employer: Caller;

  beforeAll(async () => {
    product = await theProduct();
    employer = await product.as('employer-administrator');
  });
  afterAll(() => product.close());

  const filtered = (path: string, filter: object) =>
    `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const occupationId = async (q: string, technologyArea: string) =>
    (await employer<[OccupationDto]>('GET', filtered('/occupations', { q, technologyArea }))).body[0].id;
  const requirements = (roleProfileId: string) =>
    employer<[RequirementDto, ...RequirementDto[]]>('GET', filtered('/requirements', { roleProfileId }));

  it('are built, changed, published and assigned, and the worker is scored by the jobs', async () => {
    const occupationIds = [await occupationId('Robotics Technicians', 'digital-automation')];
    const created = await employer<RoleProfileDto>('POST', '/role-profiles', {
      body: { name: 'Night shift robot technician', occupationIds },
    });
    expect(created).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { publishedVersion: null, hasDraft: true, requirementCount: 25 },
    });
    const { id } = created.body;

    const first = (await requirements(id)).body[0];
    const edited = await employer('PATCH', `/requirements/${first.id}`, {
      ifMatch: created.etag,
      body: { requiredLevel: 2, critical: true },
    });
    expect(edited).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { requiredLevel: 2, critical: true, evidence: 'observed' },
    });
    const added = await employer('POST', '/requirements', {
      ifMatch: edited.etag,
      body: { roleProfileId: id, ksaCode: '5.2.02.02', weight: 100 },
    });
    expect(added).toMatchObject({
      status: 201,
      etag: '"3"',
      body: { ksaCode: '5.2.02.02', requiredLevel: 3 },
    });
    const dropped = await employer('DELETE', `/requirements/${first.id}`, { ifMatch: added.etag });
    expect(dropped).toMatchObject({ status: 204, etag: '"4"' });

    const published = await employer('POST', `/role-profiles/${id}/publish`, { ifMatch: dropped.etag });
    expect(published).toMatchObject({
      status: 200,
      etag: '"5"',
      body: { publishedVersion: 1, hasDraft: false, requirementCount: 25 },
    });

    const worker = await employer<CreatedWorkerDto>('POST', '/workers', {
      body: { name: 'Nia Okoro', email: 'nia.okoro@example-drives.example' },
    });
    expect(worker).toMatchObject({
      status: 201,
      body: { invitationLink: expect.stringContaining('/invitation/') },
    });
    const workerId = worker.body.id;
    expect(
      (await employer('POST', '/role-assignments', { body: { workerId, roleProfileId: id } })).status,
    ).toBe(201);
    const assignments = await employer<RoleAssignmentDto[]>(
      'GET',
      filtered('/role-assignments', { workerId }),
    );
    expect(assignments.body).toMatchObject([
      { workerName: 'Nia Okoro', roleProfileName: 'Night shift robot technician' },
    ]);
    await eventually(async () => (await employer('GET', `/gap-scores/${workerId}/${id}`)).status === 200);
  });

  it('hold assigned workers against a new version as soon as it is published', async () => {
    const profiles = (await employer<RoleProfileDto[]>('GET', '/role-profiles')).body;
    const { id } = profiles.find(({ name }) => name === 'Line 2 mechatronics technician')!;
    const workers = (await employer<WorkerDto[]>('GET', filtered('/workers', { q: 'Ingrid' }))).body;
    const version = async () =>
      (await employer<{ roleProfile?: { version: number } }>('GET', `/gap-scores/${workers[0]!.id}/${id}`))
        .body.roleProfile?.version;
    await eventually(async () => (await version()) === 1);

    const { etag } = await employer('GET', `/role-profiles/${id}`);
    const body = {
      requirements: [
        { ksaCode: '4.2.07.11', weight: 50 },
        { ksaCode: '4.2.07.13', weight: 50 },
      ],
    };
    const edited = await employer<RequirementDto[]>('PATCH', `/role-profiles/${id}/requirements`, {
      ifMatch: etag,
      body,
    });
    expect([edited.status, edited.body.map(({ weight }) => weight)]).toEqual([200, [50, 50]]);
    expect((await employer('POST', `/role-profiles/${id}/publish`, { ifMatch: edited.etag })).status).toBe(
      200,
    );
    await eventually(async () => (await version()) === 2);
  });

  it('are changed under If-Match alone: 428 without, 412 when somebody was faster', async () => {
    const [profile] = (await employer<RoleProfileDto[]>('GET', '/role-profiles')).body;
    const path = `/role-profiles/${profile!.id}`;
    const { etag } = await employer('GET', path);
    expect((await employer('PATCH', path, { body: { description: 'x' } })).status).toBe(428);
    expect((await employer('PATCH', path, { ifMatch: etag, body: { description: 'x' } })).status).toBe(200);
    expect((await employer('PATCH', path, { ifMatch: etag, body: { description: 'y' } })).status).toBe(412);
    expect((await employer('PATCH', path, { ifMatch: '"nonsense"', body: {} })).status).toBe(412);
  });

  it('refuse what is not known and what is out of range, by JSON Pointer', async () => {
    const occupationIds = [await occupationId('Robotics Technicians', 'digital-automation')];
    const created = await employer<RoleProfileDto>('POST', '/role-profiles', {
      body: { name: 'To be refused', occupationIds },
    });
    const pointers = async (method: string, path: string, body: unknown) => {
      const answer = await employer(method, path, { ifMatch: created.etag, body });
      expect(answer.status).toBe(422);
      return answer.body.errors.map(({ pointer }) => pointer);
    };
    const [first] = (await requirements(created.body.id)).body;
    expect(await pointers('POST', '/role-profiles', { name: ' ', occupationIds, tenantId: 'x' })).toEqual(
      expect.arrayContaining(['/name', '/tenantId']),
    );
    expect(await pointers('PATCH', `/requirements/${first.id}`, { requiredLevel: 5 })).toEqual([
      '/requiredLevel',
    ]);
    expect(await pointers('PATCH', `/requirements/${first.id}`, { requiredLevel: 0 })).toEqual([
      '/requiredLevel',
    ]);
    expect(await pointers('PATCH', `/requirements/${first.id}`, { weight: 101 })).toEqual(['/weight']);
    expect(await pointers('PATCH', `/requirements/${first.id}`, { weight: 1.5 })).toEqual(['/weight']);
    expect(await pointers('PATCH', `/requirements/${first.id}`, { evidence: 'hearsay' })).toEqual([
      '/evidence',
    ]);
    expect(
      await pointers('POST', '/requirements', { roleProfileId: created.body.id, ksaCode: '9.9.99.99' }),
    ).toEqual(['/ksaCode']);
  });

  it('are the employer’s to change: an assessor reads, a worker and a curator see none', async () => {
    const assessor = await product.as('assessor');
    expect((await assessor('GET', '/role-profiles')).status).toBe(200);
    expect(
      (await assessor('POST', '/role-profiles', { body: { name: 'x', occupationIds: [] } })).status,
    ).toBe(403);
    for (const persona of ['worker-scored', 'taxonomy-curator', 'platform-administrator']) {
      expect((await (await product.as(persona))('GET', '/role-profiles')).status).toBe(403);
    }
    expect((await (await product.as())('GET', '/role-profiles')).status).toBe(401);
  });

  it('show a worker the organisation’s scale, and nothing of the other workers', async () => {
    const worker = await product.as('worker-scored');
    expect((await worker('GET', '/proficiency-scale')).body).toMatchObject({ maxLevel: 4 });
    expect((await worker('GET', '/workers')).status).toBe(403);
  });
});
