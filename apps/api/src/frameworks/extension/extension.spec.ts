import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRole,
  asAssessor,
  asWorker,
  closeRooms,
  hire,
  type Rooms,
  theGapView,
  theRooms,
  workOff,
} from '#builders/assessed';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { OccupationAnalysisService } from '../analysis/occupation-analysis.service.ts';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { proposalsQuery } from '../review/proposals/dto/proposal.dto.ts';
import { ProposalsService } from '../review/proposals/proposals.service.ts';
import { frameworkSearchQuery } from '../search/dto/search.dto.ts';
import { SearchService } from '../search/search.service.ts';
import { createOwnItemDto, ownItemDto, ownItemsQuery, toOwnItemDto } from './dto/own-item.dto.ts';
import { createOwnOccupationDto, ownOccupationDto, toOwnOccupationDto } from './dto/own-occupation.dto.ts';
import { ExtensionService } from './extension.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';

describe('what an organisation has of its own', () => {
  let rooms: Rooms;
  let extension: ExtensionService;
  let frameworks: FrameworksService;
  let ours: RequestContext;
  let theirs: RequestContext;
  let base: string;

  beforeAll(async () => {
    rooms = await theRooms();
    extension = rooms.application.get(ExtensionService, { strict: false });
    frameworks = rooms.application.get(FrameworksService, { strict: false });
    base = await loadRelease(await someReleaseFiles());
  });
  beforeEach(async () => {
    ours = await aTenant('Ours');
    theirs = await aTenant('Theirs');
  });
  afterAll(() => closeRooms(rooms));

  const add = async (title: string, more: object = {}, context = ours) => {
    const own = await extension.addItem(context, createOwnItemDto.parse({ kind: 'ksa', title, ...more }));
    const told = toOwnItemDto(own);
    expect(ownItemDto.parse(told)).toEqual(told);
    return own.item;
  };
  const idOf = async (code: string) =>
    (await frameworks.releaseIndex(ours)).items.find((item) => item.code === code)!.id;
  const codes = async (context = ours) =>
    (await frameworks.releaseIndexWithOwn(context)).items.map(({ code }) => code);

  it('stands in the tree under its competency or under none, and only for that organisation', async () => {
    const before = await codes();
    await add('Wire bonding', { under: await idOf('4.2.06') });
    await add('House rules');
    expect(await codes()).toEqual([
      ...before.slice(0, before.indexOf(VISION) + 1),
      'own.1',
      ...before.slice(before.indexOf(VISION) + 1),
      ...['own', 'own.2'],
    ]);
    expect(await codes(theirs)).toEqual(before);
    const { items } = await frameworks.releaseIndex(ours);
    expect(items.map(({ code }) => code)).toEqual(before);
    // What a release consists of is compared, checked and carried elsewhere without it.
    const content = await rooms.application.get(ReleaseContentService, { strict: false }).content(ours, base);
    expect(content.items.map(({ code }) => code)).toEqual(before);
    await add('Theirs alone', {}, theirs);
    expect((await codes(theirs)).at(-1)).toBe('own.1');
  });

  it('keeps the places of what the release has, by which requirements are ordered', async () => {
    const places = async () =>
      new Map(
        (await frameworks.releaseIndexWithOwn(ours)).items.map(({ code, position }) => [code, position]),
      );
    const before = await places();
    await add('Wire bonding', { under: await idOf('4.2.06') });
    const after = await places();
    for (const [code, position] of before) expect([code, after.get(code)]).toEqual([code, position]);
    expect(new Set(after.values()).size).toBe(after.size);
  });

  it('tells of a task the document and its revision, and the KSAs behind it; of a KSA neither', async () => {
    await add('Wire bonding');
    const task = await add('DMU 50 set-up', {
      ...{ kind: 'task', document: 'WI-114', documentRevision: 'C', ksaCodes: [VISION, 'own.1'] },
    });
    const told = toOwnItemDto(await extension.item(ours, task.id));
    expect(told).toMatchObject({
      ...{ kind: 'task', code: 'own.2', document: 'WI-114', documentRevision: 'C' },
      ksas: [{ ksaCode: VISION }, { ksaCode: 'own.1', title: 'Wire bonding' }],
    });
    await expect(add('A KSA', { document: 'WI-1' })).rejects.toMatchObject({
      errors: [{ pointer: '/document' }],
    });
    await expect(add('A task', { kind: 'task', ksaCodes: ['9.9'] })).rejects.toMatchObject({
      errors: [{ pointer: '/ksaCodes/0' }],
    });
    await expect(add('Misplaced', { under: await idOf(ROBOTS) })).rejects.toMatchObject({
      errors: [{ pointer: '/under' }],
    });
  });

  it('is asked for by roles, rated, scored and taught as any KSA is', async () => {
    await add('Wire bonding');
    const cell = await aRole(rooms, ours, {
      'own.1': { requiredLevel: 3, weight: 2, critical: true },
      [ROBOTS]: { requiredLevel: 2 },
    });
    const worker = await hire(rooms, ours);
    const { assessmentId } = await rooms.assessments.assign(ours, {
      workerId: worker.id,
      roleProfileId: cell,
    });
    const own = asWorker(ours, worker);
    await rooms.assessments.answer(own, assessmentId, ROBOTS, 2);
    const { version } = await rooms.assessments.answer(own, assessmentId, 'own.1', 1);
    await rooms.assessments.submit(own, assessmentId, version);
    await rooms.ratings.record(asAssessor(ours), worker.id, {
      ksaCode: 'own.1',
      source: 'manager',
      level: 3,
    });
    await workOff(rooms, ours, 'score-worker');
    const asked = async () =>
      Object.fromEntries(
        (await theGapView(rooms, ours, worker.id, cell)).requirements.map(({ ksaCode, title, attained }) => [
          ksaCode,
          [title, attained],
        ]),
      );
    expect(await asked()).toEqual({ 'own.1': ['Wire bonding', 3], [ROBOTS]: ['Robot programming', 2] });
    const [item] = (await extension.items(ours, ownItemsQuery.parse({}))).rows;
    await extension.editItem(ours, item!.item.id, 1, { title: 'Bonding wires' });
    expect((await asked())['own.1']).toEqual(['Bonding wires', 3]);
    const id = await rooms.unitOfWork.transaction(ours, (transaction) =>
      rooms.training.addProgramme(transaction, {
        ...{ title: 'Bonding', hours: 8, kind: 'course', provider: 'A college', mode: 'on-site' },
        ...{ description: '', costCents: null, currency: null, sourceUrl: null },
        outcomes: [{ ksaCode: 'own.1', level: 2 }],
      }),
    );
    expect((await rooms.training.one(ours, id)).outcomes).toMatchObject([{ title: 'Bonding wires' }]);
  });

  it('goes on, once it is retired, where it is asked for, and is chosen anew nowhere', async () => {
    const item = await add('Wire bonding');
    const cell = await aRole(rooms, ours, { 'own.1': {} });
    await extension.editItem(ours, item.id, 1, { isRetired: true });
    expect(await codes()).not.toContain('own.1');
    expect((await rooms.profiles.one(ours, cell)).requirementCount).toBe(1);
    const { ksasByNo } = await frameworks.releaseIndexWithOwn(ours);
    expect(ksasByNo.get(item.ksaNo)?.title).toBe('Wire bonding');
    await expect(aRole(rooms, ours, { 'own.1': {} })).rejects.toMatchObject({ code: 'ksa-not-in-release' });
    await extension.editItem(ours, item.id, 2, { isRetired: false });
    expect(await codes()).toContain('own.1');
    await expect(extension.editItem(ours, item.id, 2, { title: 'Late' })).rejects.toMatchObject({
      kind: 'precondition-failed',
    });
  });

  it('has occupations that role profiles begin from', async () => {
    await add('Wire bonding');
    const input = createOwnOccupationDto.parse({
      ...{ title: 'Bonder', technologyArea: 'materials', ksaCodes: ['own.1', ROBOTS] },
    });
    const own = await extension.addOccupation(ours, input);
    const told = toOwnOccupationDto(own);
    expect(ownOccupationDto.parse(told)).toEqual(told);
    const { id } = own.occupation;
    const profile = await rooms.profiles.create(ours, { name: 'B', description: '', occupationIds: [id] });
    expect(profile).toMatchObject({
      requirementCount: 2,
      releaseId: (await frameworks.currentRelease(ours)).id,
    });
    const { occupations } = await frameworks.releaseIndexWithOwn(ours);
    expect(occupations.find((each) => each.id === id)).toMatchObject({ title: 'Bonder', ksaCount: 2 });
    expect((await frameworks.occupation(ours, id)).competencies).toHaveLength(2);
    const analysis = rooms.application.get(OccupationAnalysisService, { strict: false });
    const [robotics] = occupations.filter(({ title }) => title === 'Robotics Technicians');
    const compared = await analysis.compare(ours, [id, robotics!.id]);
    expect(compared.occupations.map(({ title }) => title)).toEqual(['Bonder', 'Robotics Technicians']);
    await expect(frameworks.occupation(theirs, id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(extension.addOccupation(ours, input)).rejects.toMatchObject({ code: 'occupation-taken' });
    await expect(extension.editOccupation(ours, id, 1, { technologyArea: 'alchemy' })).rejects.toMatchObject({
      errors: [{ pointer: '/technologyArea' }],
    });
    await extension.editOccupation(ours, id, 1, { ksaCodes: [VISION] });
    expect((await frameworks.occupationKsas(ours, [id])).map(({ code }) => code)).toEqual([VISION]);
    await extension.removeOccupation(ours, id, 2);
    await expect(frameworks.occupation(ours, id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is found by a search of its organisation as the framework’s are, and by nobody else’s', async () => {
    await add('Wire bonding', { definition: 'Bonds the wires of a cryostat.' });
    const search = rooms.application.get(SearchService, { strict: false });
    const find = async (context: RequestContext, q: string) =>
      (await search.search(context, frameworkSearchQuery.parse({ filter: JSON.stringify({ q }) }))).rows.map(
        ({ code, match }) => `${match} ${code}`,
      );
    const found = {
      'own.1': 'code own.1',
      'wire bonding': 'title own.1',
      'wire bondng': 'title-similar own.1',
      bodning: 'title-similar own.1',
      cryostat: 'definition own.1',
      cryostst: 'definition-similar own.1',
    };
    for (const [q, expected] of Object.entries(found)) {
      expect(await find(ours, q)).toEqual([expected]);
      expect(await find(theirs, q)).toEqual([]);
    }
  });

  it('is offered to the curators, if the organisation wishes', async () => {
    const item = await add('Wire bonding', { under: await idOf('4.2.06'), definition: 'Bonds wires.' });
    const { proposal } = await extension.propose(ours, item.id, { says: 'We need it', named: false });
    expect(proposal).toMatchObject({ title: 'Wire bonding', definition: 'Bonds wires.', isNewItem: true });
    const proposals = rooms.application.get(ProposalsService, { strict: false });
    expect((await extension.item(ours, item.id)).item.openProposalId).toBe(proposal.id);
    await extension.editItem(ours, item.id, 1, { title: 'Bonding wires' });
    await expect(extension.propose(ours, item.id, { says: 'Again', named: true })).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'already-proposed' },
    });
    await proposals.withdraw(ours, proposal.id);
    expect((await extension.item(ours, item.id)).item.openProposalId).toBeNull();
    const twice = await Promise.allSettled(
      ['One', 'Another'].map((says) => extension.propose(ours, item.id, { says, named: true })),
    );
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await proposals.list(ours, proposalsQuery.parse({}))).total).toBe(2);
    await expect(proposals.one(theirs, proposal.id)).rejects.toMatchObject({ kind: 'not-found' });
    const task = await add('A station', { kind: 'task' });
    await expect(extension.propose(ours, task.id, { says: 'We need it', named: true })).rejects.toMatchObject(
      { code: 'only-ksas-are-proposed' },
    );
  });

  it('is neither seen nor changed by another organisation', async () => {
    const item = await add('Wire bonding');
    const attempts = [
      () => extension.item(theirs, item.id),
      () => extension.editItem(theirs, item.id, 1, { title: 'Taken over' }),
      () => extension.propose(theirs, item.id, { says: 'x', named: true }),
      () => frameworks.item(theirs, item.id),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
    expect((await frameworks.item(ours, item.id)).ancestors.map(({ code }) => code)).toEqual(['own']);
    expect((await extension.items(theirs, ownItemsQuery.parse({}))).total).toBe(0);
  });

  it('gives each of many made at once a number of its own', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, (_, no) => add(`At once ${no}`)));
    expect(new Set(made.map(({ ksaNo }) => ksaNo)).size).toBe(8);
    expect(await codes()).toContain('own.8');
  });
});
