import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease, type Services, theServices } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { workersQuery } from '../dto/worker.dto.ts';
import { teamsQuery } from './dto/team.dto.ts';

const KSA = '4.2.06.09';

const query = (filter: object = {}, sort = ['name', 'ASC']) =>
  teamsQuery.parse({ filter: JSON.stringify(filter), sort: JSON.stringify(sort) });

describe('teams', () => {
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

  const team = (name: string, site = '', context = ours) => services.teams.create(context, { name, site });
  const hire = async (name: string, teamId: string | null = null) =>
    (await services.workforce.create(ours, { name, jobTitle: '', teamId })).worker;

  it('number within the organisation, and no number is given twice', async () => {
    const first = await team('Cell 1');
    await services.teams.remove(ours, first.id);
    expect([first.teamNo, (await team('Cell 1')).teamNo]).toEqual([1, 2]);
    expect((await team('Cell 1', '', theirs)).teamNo).toBe(1);
  });

  it('have a name of their own at their site, however it is written', async () => {
    const first = await team('Cell 1', 'North');
    const { version } = await team('Cell 2', 'North');
    const taken = { kind: 'conflict', code: 'team-exists', errors: [{ pointer: '/name' }] };
    await expect(team('CELL 1', 'north')).rejects.toMatchObject(taken);
    const { id } = await team('Cell 1', 'South');
    await expect(
      services.teams.edit(ours, id, version, { name: 'cell 2', site: 'NORTH' }),
    ).rejects.toMatchObject(taken);
    // Its own name is nobody else's.
    const edited = await services.teams.edit(ours, first.id, 1, { name: 'CELL 1', site: 'North' });
    expect(edited).toMatchObject({ name: 'CELL 1', version: 2 });
  });

  it('are edited at the version that was seen, and at no other', async () => {
    const { id } = await team('Cell 1');
    await services.teams.edit(ours, id, 1, { name: 'Cell 1a', site: '' });
    await expect(services.teams.edit(ours, id, 1, { name: 'Cell 1b', site: '' })).rejects.toMatchObject({
      kind: 'precondition-failed',
    });
  });

  it('are listed, searched and sorted with how many are in them', async () => {
    const { id } = await team('Welding', 'North');
    await team('Assembly', 'North');
    await team('Paint', 'South');
    await hire('Ada', id);
    const names = async (asked: ReturnType<typeof query>) => {
      const { rows, total } = await services.teams.list(ours, asked);
      return [rows.map(({ name, workerCount }) => `${name} ${workerCount}`), total];
    };
    expect(await names(query())).toEqual([['Assembly 0', 'Paint 0', 'Welding 1'], 3]);
    expect(await names(query({ q: 'north' }, ['workerCount', 'DESC']))).toEqual([
      ['Welding 1', 'Assembly 0'],
      2,
    ]);
  });

  it('are deleted only when nobody is in them', async () => {
    const { id } = await team('Cell 1');
    const worker = await hire('Ada', id);
    await expect(services.teams.remove(ours, id)).rejects.toMatchObject({ code: 'team-not-empty' });
    await services.workforce.edit(ours, worker.id, 1, { teamId: null });
    await services.teams.setMinimum(ours, id, KSA, 2);
    await services.teams.remove(ours, id);
    await expect(services.teams.teamById(ours, id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('have workers, who say which team they are in and are found by it', async () => {
    const { id, teamNo } = await team('Cell 1');
    const ada = await hire('Ada', id);
    const ben = await hire('Ben');
    expect(ada).toMatchObject({ teamNo, teamId: id, teamName: 'Cell 1' });
    expect(ben).toMatchObject({ teamNo: null, teamId: null, teamName: null });
    expect(await services.workforce.edit(ours, ben.id, 1, { name: 'Benno' })).toMatchObject({ teamId: null });
    expect(await services.workforce.edit(ours, ada.id, 1, { name: 'Adah' })).toMatchObject({ teamId: id });
    const asked = workersQuery.parse({ filter: JSON.stringify({ teamId: id }) });
    expect(await services.workforce.list(ours, asked)).toMatchObject({ total: 1, rows: [{ name: 'Adah' }] });
  });

  it('take in nobody whom the organisation, or the team, does not have', async () => {
    const { id } = await team('Cell 1', '', theirs);
    const unknown = { kind: 'invalid', errors: [{ pointer: '/teamId' }] };
    await expect(hire('Ada', id)).rejects.toMatchObject(unknown);
    const { id: workerId } = await hire('Ben');
    await expect(services.workforce.edit(ours, workerId, 1, { teamId: id })).rejects.toMatchObject(unknown);
  });

  it('have a minimum a KSA, set again and taken away', async () => {
    const { id, teamNo } = await team('Cell 1');
    const headcounts = async () =>
      (await services.teams.minimums(ours, teamNo)).map(({ headcount }) => headcount);
    await services.teams.setMinimum(ours, id, KSA, 2);
    await services.teams.setMinimum(ours, id, KSA, 3);
    expect(await headcounts()).toEqual([3]);
    await services.teams.removeMinimum(ours, id, KSA);
    expect(await headcounts()).toEqual([]);
    const notFound = { kind: 'not-found' };
    await expect(services.teams.removeMinimum(ours, id, KSA)).rejects.toMatchObject(notFound);
    await expect(services.teams.setMinimum(ours, id, '9.9.99.99', 1)).rejects.toMatchObject(notFound);
  });

  it('of another tenant are not seen, edited, deleted or given minimums', async () => {
    const { id, teamNo } = await team('Cell 1', '', theirs);
    await services.teams.setMinimum(theirs, id, KSA, 2);
    const notFound = { kind: 'not-found', code: 'team-not-found' };
    const { teams } = services;
    await expect(teams.teamById(ours, id)).rejects.toMatchObject(notFound);
    await expect(teams.edit(ours, id, 1, { name: 'Stolen', site: '' })).rejects.toMatchObject(notFound);
    await expect(teams.remove(ours, id)).rejects.toMatchObject(notFound);
    await expect(teams.setMinimum(ours, id, KSA, 1)).rejects.toMatchObject(notFound);
    await expect(teams.removeMinimum(ours, id, KSA)).rejects.toMatchObject(notFound);
    expect((await teams.list(ours, query({ id: [id] }))).total).toBe(0);
    expect(await teams.minimums(ours, teamNo)).toEqual([]);
    expect(await teams.teamById(theirs, id)).toMatchObject({ name: 'Cell 1', version: 1 });
  });
});
