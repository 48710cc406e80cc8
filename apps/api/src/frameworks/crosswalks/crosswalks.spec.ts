import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { DraftsService } from '../curation/drafts.service.ts';
import { ItemEditingService } from '../curation/item-editing.service.ts';
import type { Item } from '../framework.types.ts';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { AssociationsService } from './associations.service.ts';
import { CrosswalkGapsService } from './crosswalk-gaps.service.ts';
import type { Association } from './crosswalk.types.ts';
import { CrosswalksService } from './crosswalks.service.ts';
import { associationsQuery } from './dto/association.dto.ts';
import { crosswalksQuery } from './dto/crosswalk.dto.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';

const OTHER = {
  'release.json': JSON.stringify({
    framework: {
      ...{ uri: 'https://frameworks.example/other', name: 'Other', publisher: 'Somebody', licence: 'None' },
      isBasis: false,
    },
    release: {
      ...{ uri: 'https://frameworks.example/other/1', label: '1' },
      ...{ publishedOn: '2025-06-01', attribution: 'Somebody' },
    },
  }),
  'items.csv': `code,kind,parent_code,title,definition,definition_source,provisional
O,tier,,Whole,,,no
O.1,competency,O,Robotics,,,no
O.2,competency,O,Seeing machines,,,no
`,
  'occupations.csv': 'title,technology_area,selected_by,role_family\n',
  'selections.csv': 'ksa_code,occupation_title,technology_area,count\n',
};

describe('a crosswalk', () => {
  let application: INestApplicationContext;
  let frameworks: FrameworksService;
  let crosswalks: CrosswalksService;
  let associations: AssociationsService;
  let gaps: CrosswalkGapsService;
  let drafts: DraftsService;
  let items: ItemEditingService;
  let small: string;
  let other: string;
  let employer: RequestContext;
  let curator: RequestContext;
  let crosswalk: string;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    const of = <Service>(type: new (...given: never[]) => Service): Service =>
      application.get(type, { strict: false });
    frameworks = of(FrameworksService);
    crosswalks = of(CrosswalksService);
    associations = of(AssociationsService);
    gaps = of(CrosswalkGapsService);
    drafts = of(DraftsService);
    items = of(ItemEditingService);
    small = await loadRelease(await someReleaseFiles());
    other = await loadRelease(await someReleaseFiles(OTHER));
    employer = await aTenant();
    curator = {
      ...employer,
      actor: { ...employer.actor, userId: uuidv7(), name: 'Noor', roles: ['taxonomy-curator'] },
    };
  });
  beforeEach(async () => {
    const { frameworkId: fromFrameworkId } = await frameworks.release(curator, small);
    const { frameworkId: toFrameworkId } = await frameworks.release(curator, other);
    const title = uuidv7();
    crosswalk = (
      await crosswalks.create(curator, { fromFrameworkId, toFrameworkId, title, source: 'A study' })
    ).id;
  });
  afterAll(() => endApplication(application));

  const coded = async (code: string, releaseId: string): Promise<Item> => {
    const found = (await frameworks.releaseIndex(curator, releaseId)).items.find(
      (item) => item.code === code,
    );
    if (found === undefined) throw new Error(`There is no ${code}.`);
    return found;
  };
  const associate = async (from: string, to: string, kind: Association['kind'] = 'exact') =>
    associations.add(curator, crosswalk, {
      fromItemId: (await coded(from, small)).id,
      toItemId: (await coded(to, other)).id,
      ...{ kind, confidence: null, note: '', source: '' },
    });
  const listed = async (context: RequestContext, query: { filter?: object; sort?: readonly string[] } = {}) =>
    (
      await associations.list(
        context,
        crosswalk,
        associationsQuery.parse({
          filter: JSON.stringify(query.filter ?? {}),
          ...(query.sort === undefined ? {} : { sort: JSON.stringify(query.sort) }),
        }),
      )
    ).rows.map(({ from, kind, to }) => `${from.code} ${kind} ${to.code}`);

  it('associates items of its two frameworks, once each pair', async () => {
    const made = await associations.add(curator, crosswalk, {
      fromItemId: (await coded(ROBOTS, small)).id,
      toItemId: (await coded('O.1', other)).id,
      ...{ kind: 'broader', confidence: 80, note: 'By title', source: 'A study' },
    });
    expect(made).toMatchObject({
      ...{ kind: 'broader', confidence: 80, note: 'By title', updatedBy: 'Noor', version: 1 },
      from: { code: ROBOTS, title: 'Robot programming', framework: 'A small framework', releaseLabel: '1' },
      to: { code: 'O.1', title: 'Robotics', framework: 'Other', kind: 'competency' },
    });
    await expect(associate(ROBOTS, 'O.1')).rejects.toMatchObject({ code: 'association-exists' });
    expect(await listed(employer)).toEqual([`${ROBOTS} broader O.1`]);
    expect((await crosswalks.one(employer, crosswalk)).associationCount).toBe(1);
  });

  it('refuses an item of another framework than the one on its side, and says which side', async () => {
    const robotics = (await coded('O.1', other)).id;
    const add = (fromItemId: string, toItemId: string) =>
      associations.add(curator, crosswalk, {
        ...{ fromItemId, toItemId, kind: 'exact' as const, confidence: null, note: '', source: '' },
      });
    await expect(add(robotics, robotics)).rejects.toMatchObject({
      code: 'item-of-another-framework',
      errors: [{ pointer: '/fromItemId' }],
    });
    await expect(add((await coded(ROBOTS, small)).id, uuidv7())).rejects.toMatchObject({
      errors: [{ pointer: '/toItemId' }],
    });
  });

  it('finds by word, kind and order', async () => {
    await associate(VISION, 'O.2', 'exact');
    await associate(ROBOTS, 'O.1', 'related');
    await associate('4.2', 'O', 'narrower');
    expect(await listed(employer)).toEqual([
      '4.2 narrower O',
      `${ROBOTS} related O.1`,
      `${VISION} exact O.2`,
    ]);
    expect(await listed(employer, { sort: ['to', 'DESC'] })).toEqual([
      `${VISION} exact O.2`,
      `${ROBOTS} related O.1`,
      '4.2 narrower O',
    ]);
    expect(await listed(employer, { filter: { q: 'seeing vision' } })).toEqual([`${VISION} exact O.2`]);
    expect(await listed(employer, { filter: { kind: 'related' } })).toEqual([`${ROBOTS} related O.1`]);
  });

  it('is edited by who has read it last, and nobody’s edit is lost in silence', async () => {
    const { id } = await associate(ROBOTS, 'O.1');
    expect(await associations.edit(curator, id, 1, { confidence: 40 })).toMatchObject({
      ...{ kind: 'exact', confidence: 40, version: 2 },
    });
    await expect(associations.edit(curator, id, 1, { kind: 'related' })).rejects.toMatchObject({
      code: 'edited-meanwhile',
    });
    await expect(associations.remove(curator, id, 1)).rejects.toMatchObject({ code: 'edited-meanwhile' });
    expect(await associations.edit(curator, id, 2, { confidence: null })).toMatchObject({ confidence: null });
    await associations.remove(curator, id, 3);
    await expect(associations.one(curator, id)).rejects.toMatchObject({ code: 'association-not-found' });
  });

  it('is told on the page of an item, on whichever side it is', async () => {
    const { id } = await associate(ROBOTS, 'O.1');
    const told = async (code: string, releaseId: string) =>
      (await associations.ofItem(employer, (await coded(code, releaseId)).id)).map((each) => each.id);
    expect(await told(ROBOTS, small)).toContain(id);
    expect(await told('O.1', other)).toContain(id);
    expect(await told(VISION, small)).not.toContain(id);
  });

  it('holds over releases: the newest published wording first, a draft’s for curators alone', async () => {
    const { frameworkId } = await frameworks.release(curator, other);
    const { id: draft } = await drafts.create(curator, {
      ...{ frameworkId, label: uuidv7(), basedOn: other },
    });
    await associate(ROBOTS, 'O.1');
    const added = await items.add(curator, draft, {
      ...{ kind: 'competency', parentId: (await coded('O', draft)).id, title: 'Grippers', reason: '' },
      ...{ definition: null, definitionSource: null, provisional: false, code: 'O.9' },
    });
    await associations.add(curator, crosswalk, {
      ...{ fromItemId: (await coded(ROBOTS, small)).id, toItemId: added.id, kind: 'related' },
      ...{ confidence: null, note: '', source: '' },
    });
    expect(await listed(curator)).toEqual([`${ROBOTS} exact O.1`, `${ROBOTS} related O.9`]);
    expect(await listed(employer)).toEqual([`${ROBOTS} exact O.1`]);
    expect((await crosswalks.one(employer, crosswalk)).associationCount).toBe(1);
    expect((await crosswalks.one(curator, crosswalk)).associationCount).toBe(2);
    const [first] = (await associations.ofItem(curator, (await coded('O.1', draft)).id)).slice(-1);
    expect(first?.to.releaseId).toBe(other);
  });

  it('lists what has no partner, and what above it has one', async () => {
    await associate('4.2.06', 'O.1', 'related');
    await associate(VISION, 'O.2');
    const of = async (filter: Parameters<CrosswalkGapsService['gaps']>[2]) =>
      (await gaps.gaps(employer, crosswalk, filter)).gaps.map(
        ({ item, above }) => `${item.code}${above === null ? '' : ` in ${above.code}`}`,
      );
    expect(await of({ side: 'from', kinds: ['ksa'] })).toEqual([
      '4.2.06.2 in 4.2.06',
      `${ROBOTS} in 4.2.06`,
      '5.1.01.01',
    ]);
    expect(await of({ side: 'to' })).toEqual(['O']);
    expect(await of({ side: 'to', partnerKinds: ['exact'] })).toEqual(['O', 'O.1']);
    expect(await of({ side: 'to', releaseId: other, kinds: ['ksa'] })).toEqual([]);
    await expect(of({ side: 'to', releaseId: small })).rejects.toMatchObject({
      code: 'release-of-another-framework',
    });
  });

  it('has a title of its own between two frameworks, and can be removed', async () => {
    const { title, from, to } = await crosswalks.one(curator, crosswalk);
    const sides = { fromFrameworkId: from.frameworkId, toFrameworkId: to.frameworkId };
    await expect(crosswalks.create(curator, { ...sides, title, source: '' })).rejects.toMatchObject({
      code: 'crosswalk-exists',
    });
    const second = await crosswalks.create(curator, { ...sides, title: uuidv7(), source: '' });
    await expect(crosswalks.edit(curator, second.id, 1, { title })).rejects.toMatchObject({
      code: 'crosswalk-exists',
    });
    await expect(crosswalks.edit(curator, second.id, 7, { source: 'x' })).rejects.toMatchObject({
      code: 'edited-meanwhile',
    });
    await crosswalks.remove(curator, crosswalk, 1);
    await expect(crosswalks.one(curator, crosswalk)).rejects.toMatchObject({ code: 'crosswalk-not-found' });
    expect((await crosswalks.edit(curator, second.id, 1, { title })).title).toBe(title);
    const { rows } = await crosswalks.list(employer, crosswalksQuery.parse({}));
    expect(rows.map(({ id }) => id)).toContain(second.id);
    expect(rows.map(({ id }) => id)).not.toContain(crosswalk);
  });
});
