import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Services, theServices } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { workersQuery } from './dto/worker.dto.ts';

const query = (filter: object = {}, sort = ['name', 'ASC'], range = [0, 24]) =>
  workersQuery.parse({
    filter: JSON.stringify(filter),
    sort: JSON.stringify(sort),
    range: JSON.stringify(range),
  });

describe('the workforce', () => {
  let services: Services;
  let ours: RequestContext;
  let theirs: RequestContext;

  beforeAll(async () => {
    services = await theServices();
  });
  beforeEach(async () => {
    ours = await aTenant();
    theirs = await aTenant('Another organisation');
  });
  afterAll(() => services.dataSource.destroy());

  const hire = async (name: string, jobTitle = 'Operator', context = ours) =>
    (await services.workforce.create(context, { name, jobTitle })).worker;

  it('numbers workers within the organisation', async () => {
    expect((await hire('Ada')).workerNo).toBe(1);
    expect((await hire('Ben')).workerNo).toBe(2);
    expect((await hire('Cem', 'Operator', theirs)).workerNo).toBe(1);
  });

  it('gives each of many who are created at once a number of their own', async () => {
    const workers = await Promise.all(Array.from({ length: 12 }, (_, place) => hire(`Worker ${place}`)));
    expect(workers.map(({ workerNo }) => workerNo).sort((left, right) => left - right)).toEqual(
      Array.from({ length: 12 }, (_, place) => place + 1),
    );
  });

  it('uses no number up when creating is rolled back', async () => {
    const { unitOfWork, workforce } = services;
    const failed = unitOfWork.transaction(ours, async (transaction) => {
      await workforce.create(transaction, { name: 'Ada', jobTitle: '' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await hire('Ben')).workerNo).toBe(1);
  });

  it('invites a worker who has an address, by a link that is shown once, and creates nobody whose address is taken', async () => {
    const input = { name: 'Ada', jobTitle: '', email: 'ada@example.com' };
    const { worker, invitationLink } = await services.workforce.create(ours, input);
    expect(invitationLink).toMatch(/^https:\/\/skills\.example\/invitation\/./);
    await expect(services.workforce.create(theirs, input)).rejects.toMatchObject({
      kind: 'conflict',
      errors: [{ pointer: '/email' }],
    });
    expect((await services.workforce.list(theirs, query())).total).toBe(0);
    expect((await services.workforce.list(ours, query())).rows).toMatchObject([{ id: worker.id }]);
  });

  it('lists, searches, sorts and pages workers, and counts all that were found', async () => {
    await hire('Ada', 'Welder');
    await hire('ben', 'Robot operator');
    await hire('Cem', 'Robot technician');
    const names = async (asked: ReturnType<typeof query>) => {
      const { rows, total } = await services.workforce.list(ours, asked);
      return [rows.map(({ name }) => name), total];
    };
    expect(await names(query())).toEqual([['Ada', 'ben', 'Cem'], 3]);
    expect(await names(query({ q: 'ROBOT' }, ['jobTitle', 'DESC']))).toEqual([['Cem', 'ben'], 2]);
    expect(await names(query({}, ['name', 'ASC'], [1, 1]))).toEqual([['ben'], 3]);
    expect(await names(query({}, ['name', 'ASC'], [50, 74]))).toEqual([[], 3]);
  });

  it('takes a search as text, never as a pattern', async () => {
    await hire('100% Ada');
    await hire('1000 Ben');
    const { rows } = await services.workforce.list(ours, query({ q: '100%' }));
    expect(rows.map(({ name }) => name)).toEqual(['100% Ada']);
  });

  it('edits a worker at the version that was seen, and at no other', async () => {
    const { id } = await hire('Ada');
    const edited = await services.workforce.edit(ours, id, 1, { jobTitle: 'Welder' });
    expect(edited).toMatchObject({ name: 'Ada', jobTitle: 'Welder', version: 2 });
    await expect(services.workforce.edit(ours, id, 1, { name: 'Ida' })).rejects.toMatchObject({
      kind: 'precondition-failed',
    });
  });

  it('lets one of two who edit at once through', async () => {
    const { id } = await hire('Ada');
    const both = await Promise.allSettled(
      ['Welder', 'Fitter'].map((jobTitle) => services.workforce.edit(ours, id, 1, { jobTitle })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('shows, lists, edits and locks no worker of another tenant', async () => {
    const { id, workerNo } = await hire('Cem', 'Operator', theirs);
    const { workforce, unitOfWork } = services;
    const notFound = { kind: 'not-found' };
    await expect(workforce.workerById(ours, id)).rejects.toMatchObject(notFound);
    await expect(workforce.workerByNo(ours, workerNo)).rejects.toMatchObject(notFound);
    await expect(workforce.edit(ours, id, 1, { name: 'Stolen' })).rejects.toMatchObject(notFound);
    await expect(
      unitOfWork.transaction(ours, (transaction) => workforce.lockWorker(transaction, workerNo)),
    ).rejects.toMatchObject(notFound);
    expect((await workforce.list(ours, query({ id: [id] }))).total).toBe(0);
    expect((await workforce.workersByNo(ours, [workerNo])).size).toBe(0);
    expect(await workforce.workerById(theirs, id)).toMatchObject({ name: 'Cem', version: 1 });
  });

  it('has the default scale until the organisation is given its own', async () => {
    const { workforce, unitOfWork } = services;
    expect((await workforce.scale(ours)).maxLevel).toBe(4);
    await unitOfWork.transaction(ours, (transaction) => workforce.createDefaultScale(transaction));
    const scale = await workforce.scale(ours);
    expect(scale.levels.map(({ label }) => label)).toEqual([
      'none',
      'aware',
      'with guidance',
      'independently',
      'can teach',
    ]);
  });
});
