import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { eventually } from '#builders/client';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { ItemChange, ReleaseDiff } from '#domain';
import { testDatabase } from '#support/database';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { Item, Occupation } from '../framework.types.ts';
import { ReleaseContentService } from './release-content.service.ts';
import type { RequestContext } from '#platform/context/request-context';
import { PublishingService } from '../review/publishing.service.ts';
import { ChangeLogService } from './change-log.service.ts';
import { DraftsService } from './drafts.service.ts';
import { editItemDto } from './dto/item-edit.dto.ts';
import { ItemEditingService } from './item-editing.service.ts';
import { OccupationEditingService } from './occupation-editing.service.ts';
import { SelectionEditingService } from './selection-editing.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const EXTRUSION = '5.1.01.01';
const PAGE = { limit: 100, offset: 0, filter: {} };
const NO_WORDS = { definition: null, definitionSource: null, provisional: false };

describe('a draft', () => {
  let application: INestApplicationContext;
  let frameworks: FrameworksService;
  let content: ReleaseContentService;
  let drafts: DraftsService;
  let items: ItemEditingService;
  let occupations: OccupationEditingService;
  let selections: SelectionEditingService;
  let log: ChangeLogService;
  let publishing: PublishingService;
  let base: string;
  let frameworkId: string;
  let employer: RequestContext;
  let curator: RequestContext;
  let second: RequestContext;
  let draft: string;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    const of = <Service>(type: new (...given: never[]) => Service): Service =>
      application.get(type, { strict: false });
    frameworks = of(FrameworksService);
    content = of(ReleaseContentService);
    drafts = of(DraftsService);
    items = of(ItemEditingService);
    occupations = of(OccupationEditingService);
    selections = of(SelectionEditingService);
    log = of(ChangeLogService);
    publishing = of(PublishingService);
    base = await loadRelease(await someReleaseFiles());
    employer = await aTenant();
    const person = (name: string): RequestContext => ({
      ...employer,
      actor: { ...employer.actor, userId: uuidv7(), name, roles: ['taxonomy-curator'] },
    });
    curator = person('Noor');
    second = person('Imre');
    frameworkId = (await frameworks.release(curator, base)).frameworkId;
  });
  beforeEach(async () => {
    const label = uuidv7();
    draft = (await drafts.create(curator, { frameworkId, label, basedOn: base })).id;
  });
  afterAll(() => endApplication(application));

  const coded = async (code: string, releaseId = draft): Promise<Item> => {
    const index = await frameworks.releaseIndex(curator, releaseId);
    const item = index.items.find((each) => each.code === code);
    if (item === undefined)
      throw new Error(`no ${code} among ${index.items.map((each) => each.code).join()}`);
    return item;
  };
  const seen = (...those: readonly { id: string; version: number }[]) =>
    those.map(({ id, version }) => ({ id, version }));
  const codes = async () => (await frameworks.releaseIndex(curator, draft)).items.map(({ code }) => code);
  const diff = async (): Promise<ReleaseDiff> => (await content.compare(curator, null, draft)).diff;
  const inWords = (change: ItemChange): string => {
    const list = (those: readonly { code: string }[]) => those.map(({ code }) => code).join(' ');
    if (change.kind === 'added') return `added ${change.after.code}`;
    if (change.kind === 'merged') return `merged ${list(change.from)} into ${change.into.code}`;
    if (change.kind === 'split') return `split ${change.before.code} into ${list(change.into)}`;
    if (change.kind === 'retired') return `retired ${change.before.code} for ${list(change.replacedBy)}`;
    return `${change.kind} ${change.before.code} ${change.after.code}`;
  };
  const itemDiff = async () => (await diff()).items.map(inWords);

  it('begins as a copy of which nothing differs, with the numbers of its KSAs', async () => {
    expect(await diff()).toEqual({ areas: [], items: [], occupations: [], selections: [] });
    expect((await coded(ROBOTS)).ksaNo).toBe((await coded(ROBOTS, base)).ksaNo);
    expect(await codes()).toEqual(
      (await frameworks.releaseIndex(curator, base)).items.map(({ code }) => code),
    );
  });

  it('begins empty as well', async () => {
    const empty = await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: null });
    expect(empty).toMatchObject({ state: 'draft', ksaCount: 0, basedOn: null, publishedOn: null });
    await expect(content.compare(curator, null, empty.id)).rejects.toMatchObject({
      code: 'nothing-to-compare-with',
    });
  });

  it('is not seen by who does not curate', async () => {
    expect((await frameworks.releases(employer)).map(({ id }) => id)).not.toContain(draft);
    await expect(frameworks.releaseIndex(employer, draft)).rejects.toMatchObject({
      code: 'release-not-found',
    });
    const { id } = await coded(ROBOTS);
    await expect(frameworks.item(employer, id)).rejects.toMatchObject({ code: 'item-not-found' });
  });

  it('takes items in, coded after their siblings, and words them otherwise', async () => {
    const parent = await coded('4.2.06');
    const added = await items.add(curator, draft, {
      ...{ kind: 'ksa', parentId: parent.id, title: 'Grippers', reason: 'Asked for', ...NO_WORDS },
    });
    expect(added.code).toBe('4.2.06.11');
    const robots = await coded(ROBOTS);
    const edited = await items.edit(curator, robots.id, robots.version, {
      title: 'Programming robots',
      reason: '',
    });
    expect(edited).toMatchObject({
      title: 'Programming robots',
      code: ROBOTS,
      definitionSource: 'Long 2026',
    });
    expect(await itemDiff()).toEqual(['reworded 4.2.06.09 4.2.06.09', 'added 4.2.06.11']);
    await expect(
      items.add(curator, draft, {
        kind: 'ksa',
        parentId: parent.id,
        title: 'X',
        code: ROBOTS,
        reason: '',
        ...NO_WORDS,
      }),
    ).rejects.toMatchObject({ code: 'code-taken' });
    await expect(
      items.add(curator, draft, { kind: 'ksa', parentId: robots.id, title: 'X', reason: '', ...NO_WORDS }),
    ).rejects.toMatchObject({ code: 'wrong-parent' });
  });

  it('moves an item with all that it holds, codes following', async () => {
    const automated = await coded('4.2.06');
    const moved = await items.move(curator, automated.id, automated.version, {
      ...{ parentId: (await coded('5.1')).id, keepCode: false, reason: '' },
    });
    expect(moved.code).toBe('5.1.02');
    expect(await codes()).toEqual([
      '4',
      '4.2',
      '5',
      '5.1',
      '5.1.01',
      EXTRUSION,
      '5.1.02',
      '5.1.02.2',
      '5.1.02.09',
      '5.1.02.10',
    ]);
    expect(await itemDiff()).toEqual(['moved 4.2.06 5.1.02']);
    const competency = await coded('4.2');
    await expect(
      items.move(curator, moved.id, moved.version, { parentId: moved.id, keepCode: false, reason: '' }),
    ).rejects.toMatchObject({ code: 'wrong-parent' });
    await expect(
      items.move(curator, competency.id, competency.version, {
        parentId: (await coded('5')).id,
        keepCode: true,
        reason: '',
      }),
    ).resolves.toMatchObject({ code: '4.2' });
  });

  it('gives codes anew, down to what an item holds, and never twice', async () => {
    const automated = await coded('4.2.06');
    await items.edit(curator, automated.id, automated.version, { code: '4.2.07', reason: '' });
    expect(await codes()).toEqual([
      '4',
      '4.2',
      '4.2.07',
      '4.2.07.2',
      '4.2.07.09',
      '4.2.07.10',
      '5',
      '5.1',
      '5.1.01',
      EXTRUSION,
    ]);
    expect(await itemDiff()).toEqual(['recoded 4.2.06 4.2.07']);
    const polymers = await coded('5.1.01');
    await expect(
      items.edit(curator, polymers.id, polymers.version, { code: '4.2.07', reason: '' }),
    ).rejects.toMatchObject({ code: 'code-taken' });
  });

  it('orders siblings, and keeps what each stood behind', async () => {
    const place = async (code: string, before: string) => {
      const { id, version, parentId } = await coded(code);
      await items.move(curator, id, version, {
        ...{ parentId, before: (await coded(before)).id, keepCode: false, reason: '' },
      });
      return (await codes()).slice(3, 6);
    };
    expect(await place(SENSORS, VISION)).toEqual([ROBOTS, SENSORS, VISION]);
    expect(await place(SENSORS, ROBOTS)).toEqual([SENSORS, ROBOTS, VISION]);
    expect(await place(SENSORS, ROBOTS)).toEqual([SENSORS, ROBOTS, VISION]);
    const { rows } = await log.ofRelease(curator, draft, PAGE);
    expect(rows).toMatchObject([
      { action: 'ordered', before: { behind: { code: ROBOTS } }, after: { code: SENSORS, behind: null } },
      { action: 'ordered', before: { code: SENSORS, behind: null }, after: { behind: { code: ROBOTS } } },
      { action: 'begun' },
    ]);
  });

  it('splits: who selected the whole selects each part, and one part may be the item that goes on', async () => {
    const sensors = await coded(SENSORS);
    const parts = await items.split(curator, sensors.id, sensors.version, {
      parts: [
        { title: 'Sensors', ...NO_WORDS },
        { title: 'Calibrating sensors', ...NO_WORDS, code: '4.2.06.20' },
      ],
      ...{ keeps: 0, reason: 'Two things' },
    });
    expect(parts.map(({ lineage }) => lineage === sensors.lineage)).toEqual([true, false]);
    expect(await itemDiff()).toEqual(['split 4.2.06.2 into 4.2.06.2 4.2.06.20']);
    const index = await frameworks.releaseIndex(curator, draft);
    const selecting = (code: string) =>
      index.selecting(index.items.find((item) => item.code === code)!).map(({ title }) => title);
    expect(selecting('4.2.06.20')).toEqual(['Robotics Technicians', 'Vision Engineers']);
    expect(selecting('4.2.06.20')).toEqual(selecting(SENSORS));
  });

  it('merges into one of the items or into a new one, and retires for others', async () => {
    const [robots, vision, sensors, extrusion] = [
      await coded(ROBOTS),
      await coded(VISION),
      await coded(SENSORS),
      await coded(EXTRUSION),
    ];
    const merged = await items.merge(curator, draft, {
      ...{ items: seen(vision, sensors), into: vision.id, reason: '' },
      wording: { title: 'Sensing', ...NO_WORDS },
    });
    expect(merged).toMatchObject({ lineage: vision.lineage, code: VISION, title: 'Sensing' });
    await items.retire(curator, extrusion.id, extrusion.version, {
      replacedBy: [robots.id],
      parts: [],
      reason: '',
    });
    expect(await itemDiff()).toEqual([
      'merged 4.2.06.2 4.2.06.10 into 4.2.06.10',
      'retired 5.1.01.01 for 4.2.06.09',
    ]);
    const one = await items.merge(curator, draft, {
      ...{ items: seen(robots, merged), into: null, reason: '' },
      wording: { title: 'Robots that see', ...NO_WORDS },
    });
    // What the draft did before leads on to what became of it.
    expect(await itemDiff()).toEqual([
      `merged ${SENSORS} ${ROBOTS} ${VISION} into ${one.code}`,
      `retired ${EXTRUSION} for ${one.code}`,
    ]);
    expect(
      (await frameworks.releaseIndex(curator, draft)).occupations.map(({ ksaCount }) => ksaCount),
    ).toEqual([0, 1, 1]);
  });

  it('brings back what it has ended, as it was, and nothing else', async () => {
    const [robots, sensors, sub] = [await coded(ROBOTS), await coded(SENSORS), await coded('4.2.06')];
    const { items: all } = await frameworks.releaseIndex(curator, draft);
    const parts = seen(...all.filter(({ parentId }) => parentId === sub.id));
    const retired = { replacedBy: [], parts, reason: '' };
    await items.retire(curator, sub.id, sub.version, retired);
    const restore = (lineage: string) => items.restore(curator, draft, { lineage, reason: '' });
    await expect(restore(robots.lineage)).rejects.toMatchObject({ code: 'parent-gone' });
    await restore(sub.lineage);
    const back = await restore(robots.lineage);
    expect(back).toMatchObject({ code: ROBOTS, lineage: robots.lineage, ksaNo: robots.ksaNo });
    await restore(sensors.lineage);
    expect(await itemDiff()).toEqual(['retired 4.2.06.10 for ']);
    expect((await diff()).selections).toEqual([]);
    await expect(restore(robots.lineage)).rejects.toMatchObject({ code: 'item-still-there' });
    await expect(restore(draft)).rejects.toMatchObject({ code: 'nothing-to-restore' });
  });

  it('merges and retires nothing that a colleague has edited meanwhile, or put under it', async () => {
    const [robots, vision, sub] = [await coded(ROBOTS), await coded(VISION), await coded('4.2.06')];
    const { items: all } = await frameworks.releaseIndex(curator, draft);
    const parts = seen(...all.filter(({ parentId }) => parentId === sub.id));
    const whole = { replacedBy: [], parts, reason: '' };
    const pair = { items: seen(robots, vision), into: robots.id, reason: '' };
    const late = { code: 'edited-meanwhile' };
    await items.edit(second, vision.id, vision.version, { title: 'Theirs', reason: '' });
    await expect(items.merge(curator, draft, pair)).rejects.toMatchObject(late);
    await expect(items.retire(curator, sub.id, sub.version, whole)).rejects.toMatchObject(late);
    const now = seen(...parts.filter(({ id }) => id !== vision.id), await coded(VISION));
    await items.add(second, draft, {
      ...{ kind: 'ksa', parentId: sub.id, title: 'Theirs too', reason: '', ...NO_WORDS },
    });
    await expect(items.retire(curator, sub.id, sub.version, { ...whole, parts: now })).rejects.toMatchObject(
      late,
    );
    expect((await coded(VISION)).title).toBe('Theirs');
    const to = { parentId: sub.id, before: robots.id, keepCode: false, reason: '' };
    const { version } = await coded(VISION);
    await items.move(second, vision.id, version, to);
    await expect(items.move(curator, vision.id, version, to)).rejects.toMatchObject(late);
  });

  it('says nothing of a merger or a split that is undone', async () => {
    const [robots, vision] = [await coded(ROBOTS), await coded(VISION)];
    await items.merge(curator, draft, {
      ...{ items: seen(robots, vision), into: robots.id, reason: '' },
    });
    await items.restore(curator, draft, { lineage: vision.lineage, reason: '' });
    expect(await itemDiff()).toEqual([]);
    const { title, definition, definitionSource, provisional } = robots;
    const [kept, part] = await items.split(curator, robots.id, (await coded(ROBOTS)).version, {
      parts: [
        { title, definition, definitionSource, provisional },
        { title: 'A part', ...NO_WORDS },
      ],
      ...{ keeps: 0, reason: '' },
    });
    await items.merge(curator, draft, { items: seen(kept!, part!), into: robots.id, reason: '' });
    expect(await itemDiff()).toEqual([]);
    const added = await items.add(curator, draft, {
      ...{ kind: 'ksa', parentId: robots.parentId, title: 'New', reason: '', ...NO_WORDS },
    });
    await items.merge(curator, draft, {
      ...{ items: seen(await coded(ROBOTS), added), into: robots.id, reason: '' },
    });
    expect(await itemDiff()).toEqual([]);
  });

  it('says nothing of a merger that is undone while another item is replaced by its target', async () => {
    const [robots, vision, sensors] = [await coded(ROBOTS), await coded(VISION), await coded(SENSORS)];
    await items.merge(curator, draft, { items: seen(robots, vision), into: robots.id, reason: '' });
    await items.retire(curator, sensors.id, sensors.version, {
      ...{ replacedBy: [robots.id], parts: [], reason: '' },
    });
    await items.restore(curator, draft, { lineage: vision.lineage, reason: '' });
    expect(await itemDiff()).toEqual([`retired ${SENSORS} for ${ROBOTS}`]);
  });

  it('lets nothing stand in for itself, and an item be put beside its siblings alone', async () => {
    const [robots, extrusion] = [await coded(ROBOTS), await coded(EXTRUSION)];
    const itself = { replacedBy: [robots.id], parts: [], reason: '' };
    await expect(items.retire(curator, robots.id, robots.version, itself)).rejects.toMatchObject({
      code: 'replaced-by-itself',
    });
    const elsewhere = { parentId: robots.parentId, before: extrusion.id, keepCode: false, reason: '' };
    await expect(items.move(curator, robots.id, robots.version, elsewhere)).rejects.toMatchObject({
      code: 'not-a-sibling',
    });
    expect(await itemDiff()).toEqual([]);
  });

  it('lets only what is of its kind take the place of an item', async () => {
    const [robots, sub] = [await coded(ROBOTS), await coded('4.2.06')];
    await expect(
      items.retire(curator, robots.id, robots.version, { replacedBy: [sub.id], parts: [], reason: '' }),
    ).rejects.toMatchObject({ code: 'mixed-kinds', errors: [{ pointer: '/replacedBy' }] });
  });

  it('gives the next code that is free, whoever took one along', async () => {
    const [sub, other] = [await coded('4.2.06'), await coded('5.1.01')];
    const add = (title: string) =>
      items.add(curator, draft, { kind: 'ksa', parentId: sub.id, title, reason: '', ...NO_WORDS });
    const first = await add('First');
    await items.move(curator, first.id, first.version, { parentId: other.id, keepCode: true, reason: '' });
    const second = await add('Second');
    expect(second.code).not.toBe(first.code);
    expect(second.code.startsWith('4.2.06.')).toBe(true);
  });

  it('brings an item back with the code that its siblings have by now', async () => {
    const [robots, sub] = [await coded(ROBOTS), await coded('4.2.06')];
    await items.retire(curator, robots.id, robots.version, { replacedBy: [], parts: [], reason: '' });
    await items.edit(curator, sub.id, sub.version, { code: '4.2.16', reason: '' });
    const back = await items.restore(curator, draft, { lineage: robots.lineage, reason: '' });
    expect(back.code).toBe('4.2.16.09');
    expect(await itemDiff()).toEqual(['recoded 4.2.06 4.2.16']);
  });

  it('retires nothing whose selections a colleague has edited meanwhile', async () => {
    const robots = await coded(ROBOTS);
    const { occupations: all } = await frameworks.releaseIndex(curator, draft);
    const occupation = all.find(({ title }) => title === 'Process Technicians')!;
    const cells = [{ occupationId: occupation.id, ksaId: robots.id, from: 0, to: 9 }];
    await selections.edit(second, draft, { cells, reason: '' });
    const gone = { replacedBy: [], reason: '' };
    const late = { code: 'edited-meanwhile' };
    await expect(occupations.retire(curator, occupation.id, occupation.version, gone)).rejects.toMatchObject(
      late,
    );
    await expect(
      items.retire(curator, robots.id, robots.version, { ...gone, parts: [] }),
    ).rejects.toMatchObject(late);
  });

  it('follows an occupation through what replaced it in the same draft', async () => {
    const { occupations: all } = await frameworks.releaseIndex(curator, draft);
    const [one, other, third] = all as [Occupation, Occupation, Occupation];
    const gone = (replacedBy: string[]) => ({ replacedBy, reason: '' });
    await occupations.retire(curator, one.id, one.version, gone([other.id]));
    await occupations.retire(curator, other.id, other.version, gone([third.id]));
    const { occupations: changes } = await diff();
    expect(changes).toMatchObject(
      [one, other]
        .toSorted((left, right) => (left.title < right.title ? -1 : 1))
        .map(({ lineage }) => ({
          kind: 'retired',
          before: { lineage },
          replacedBy: [{ lineage: third.lineage }],
        })),
    );
    const made = await occupations.add(curator, draft, {
      ...{ title: 'Made here', technologyArea: third.technologyArea, definition: null, selectedBy: 1 },
      ...{ roleFamily: null, reason: '' },
    });
    await occupations.retire(curator, made.id, made.version, gone([third.id]));
    expect((await diff()).occupations).toEqual(changes);
  });

  it('makes no code that is too long to be named, or kept for what is an organisation’s own', async () => {
    const robots = await coded(ROBOTS);
    const sub = await coded('4.2.06');
    await expect(
      items.edit(curator, sub.id, sub.version, { code: 'x'.repeat(60), reason: '' }),
    ).rejects.toMatchObject({ code: 'code-too-long' });
    for (const given of ['own', 'own.1', 'Own.2', 'x'.repeat(61)])
      expect(() => editItemDto.parse({ code: given, reason: '' })).toThrow();
    expect(editItemDto.parse({ code: 'owner.1', reason: '' }).code).toBe('owner.1');
    expect((await coded(ROBOTS)).code).toBe(robots.code);
  });

  it('does not lose what a colleague has edited meanwhile', async () => {
    const robots = await coded(ROBOTS);
    await items.edit(curator, robots.id, robots.version, { title: 'Mine', reason: '' });
    await expect(
      items.edit(second, robots.id, robots.version, { definition: 'Theirs', reason: '' }),
    ).rejects.toMatchObject({ kind: 'precondition-failed', code: 'edited-meanwhile' });
    expect(await coded(ROBOTS)).toMatchObject({ title: 'Mine', version: robots.version + 1 });
  });

  it('takes edits of many at once one after the other, and loses none', async () => {
    const parent = (await coded('4.2.06')).id;
    const titles = Array.from({ length: 12 }, (_, index) => `At once ${index}`);
    await Promise.all(
      titles.map((title, index) =>
        items.add(index % 2 === 0 ? curator : second, draft, {
          kind: 'ksa',
          parentId: parent,
          title,
          reason: '',
          ...NO_WORDS,
        }),
      ),
    );
    const index = await frameworks.releaseIndex(curator, draft);
    const made = index.items.filter(({ title }) => titles.includes(title));
    expect(new Set(made.map(({ code }) => code)).size).toBe(titles.length);
  });

  it('begins from another draft with what became of its items there, whatever becomes of that draft', async () => {
    const robots = await coded(ROBOTS);
    const vision = await coded(VISION);
    await items.retire(curator, robots.id, robots.version, {
      ...{ replacedBy: [vision.id], reason: '', parts: [] },
    });
    const copy = await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: draft });
    expect(copy.basedOn).toBe(base);
    await drafts.discard(curator, draft, '');
    const { from, diff: changes } = await content.compare(curator, null, copy.id);
    expect(from.id).toBe(base);
    expect(changes.items).toMatchObject([
      { kind: 'retired', before: { lineage: robots.lineage }, replacedBy: [{ lineage: vision.lineage }] },
    ]);
  });

  describe('begun while others are at the same tables', () => {
    let other: pg.Client;

    beforeEach(async () => {
      other = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
      await other.connect();
      await other.query('begin');
    });
    afterEach(() => other.end());

    const copied = () => drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: draft });

    it('is no copy of what a colleague has discarded meanwhile', async () => {
      await other.query('delete from selection where release_id = $1', [draft]);
      await other.query(`update release set state = 'discarded' where id = $1`, [draft]);
      const copying = copied().catch((error: unknown) => error);
      await eventually(
        async () =>
          (
            await other.query(
              `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
            )
          ).rowCount === 1,
      );
      await other.query('commit');
      expect(await copying).toMatchObject({ code: 'release-not-found' });
    });

    it('is a copy whether or not it can be counted', async () => {
      // As VACUUM holds it, or who builds an index without locking writers out.
      await other.query('lock table item in share update exclusive mode');
      expect(await copied()).toMatchObject({ state: 'draft', ksaCount: 4 });
      await other.query('rollback');
    });
  });

  it('edits occupations, areas and families', async () => {
    await occupations.nameArea(curator, draft, 'quantum', { name: 'Quantum', was: null, reason: '' });
    const index = await frameworks.releaseIndex(curator, draft);
    const model = index.occupations.find(({ title }) => title === 'Robotics Technicians')!;
    const materials = index.areas.find(({ code }) => code === 'materials')!.name;
    const added = await occupations.add(curator, draft, {
      ...{ title: 'Robotics Technicians', technologyArea: 'quantum', definition: null, selectedBy: 2 },
      ...{ roleFamily: null, copySelectionsOf: model.id, reason: '' },
    });
    const process = index.occupations.find(({ title }) => title === 'Process Technicians')!;
    await occupations.retire(curator, process.id, process.version, { replacedBy: [added.id], reason: '' });
    await occupations.nameArea(curator, draft, 'quantum', {
      name: 'Quantum technology',
      code: 'quantum-technology',
      was: 'Quantum',
      reason: '',
    });
    for (const [code, was] of [
      ['quantum', 'Quantum'],
      ['quantum-technology', 'Quantum'],
    ] as const)
      await expect(
        occupations.nameArea(curator, draft, code, { name: 'Quanta', was, reason: '' }),
      ).rejects.toMatchObject({ code: 'technology-area-edited-meanwhile' });
    expect(
      await occupations.renameFamily(curator, draft, {
        from: 'engineer/scientist',
        to: 'engineer',
        reason: '',
      }),
    ).toBe(1);
    await expect(
      occupations.nameArea(curator, draft, 'quantum-technology', { name: 'Quanta', was: null, reason: '' }),
    ).rejects.toMatchObject({ code: 'technology-area-taken' });
    const { areas, occupations: changes } = await diff();
    expect(areas).toEqual([
      { kind: 'added', after: { code: 'quantum-technology', name: 'Quantum technology' } },
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual(['retired', 'added', 'changed']);
    expect(changes[0]).toMatchObject({
      replacedBy: [{ title: 'Robotics Technicians', technologyArea: 'quantum-technology' }],
    });
    await expect(
      occupations.add(curator, draft, {
        ...{ title: 'Vision Engineers', technologyArea: 'digital-automation', definition: null },
        ...{ selectedBy: 1, roleFamily: null, reason: '' },
      }),
    ).rejects.toMatchObject({ code: 'occupation-taken' });
    await expect(occupations.removeArea(curator, draft, 'materials', 'Metals')).rejects.toMatchObject({
      code: 'technology-area-edited-meanwhile',
    });
    await occupations.removeArea(curator, draft, 'materials', materials);
    await expect(
      occupations.removeArea(curator, draft, 'digital-automation', 'Digital/Automation'),
    ).rejects.toMatchObject({
      code: 'technology-area-in-use',
    });
  });

  it('edits cells of the matrix in bulk, all or none', async () => {
    const index = await frameworks.releaseIndex(curator, draft);
    const occupationId = index.occupations.find(({ title }) => title === 'Process Technicians')!.id;
    const [robots, extrusion] = [await coded(ROBOTS), await coded(EXTRUSION)];
    const cells = [
      { occupationId, ksaId: robots.id, from: 0, to: 1 },
      { occupationId, ksaId: extrusion.id, from: 1, to: 0 },
    ];
    expect(await selections.edit(curator, draft, { cells, reason: '' })).toBe(2);
    expect((await diff()).selections.map(({ ksa, before, after }) => [ksa.code, before, after])).toEqual([
      [ROBOTS, 0, 1],
      [EXTRUSION, 1, 0],
    ]);
    const late = [
      { occupationId, ksaId: extrusion.id, from: 1, to: 2 },
      { occupationId, ksaId: robots.id, from: 1, to: 3 },
    ];
    await expect(selections.edit(second, draft, { cells: late, reason: '' })).rejects.toMatchObject({
      code: 'selections-edited-meanwhile',
      errors: [{ pointer: '/cells/0/from' }],
    });
    await expect(
      selections.edit(second, draft, {
        cells: [{ occupationId, ksaId: occupationId, from: 0, to: 1 }],
        reason: '',
      }),
    ).rejects.toMatchObject({ code: 'selections-of-nothing', errors: [{ pointer: '/cells/0/ksaId' }] });
    expect((await frameworks.releaseIndex(curator, draft)).selectedBy(occupationId)).toMatchObject([
      { ksa: { code: ROBOTS }, count: 1 },
    ]);
  });

  it('keeps who changed what, when and why, release by release and item by item', async () => {
    const robots = await coded(ROBOTS);
    await items.edit(second, robots.id, robots.version, { title: 'Robots', reason: 'Shorter' });
    const { rows } = await log.ofRelease(curator, draft, PAGE);
    expect(rows.map(({ action, by, reason }) => [action, by, reason])).toEqual([
      ['reworded', 'Imre', 'Shorter'],
      ['begun', 'Noor', ''],
    ]);
    expect(rows[0]).toMatchObject({ before: { title: 'Robot programming' }, after: { title: 'Robots' } });
    expect((await log.ofItem(curator, robots.id, PAGE)).rows[0]).toMatchObject({ action: 'reworded' });
    // Of the published release's item nobody outside may see what a draft does to it.
    const published = await coded(ROBOTS, base);
    expect((await log.ofItem(employer, published.id, PAGE)).rows).toEqual([]);
  });

  it('is published when two persons approve the very revision, and never changes again', async () => {
    const parent = (await coded('4.2.06')).id;
    const added = await items.add(curator, draft, {
      kind: 'ksa',
      parentId: parent,
      title: 'Grippers',
      reason: '',
      ...NO_WORDS,
    });
    let { revision } = await drafts.submit(curator, draft, '');
    await expect(
      items.edit(curator, added.id, added.version, { title: 'Too late', reason: '' }),
    ).rejects.toMatchObject({ code: 'release-not-draft' });
    await publishing.approve(curator, draft, revision);
    await publishing.approve(curator, draft, revision);
    await expect(publishing.publish(curator, draft, { revision, leavesOut: [] })).rejects.toMatchObject({
      code: 'approvals-missing',
    });
    await drafts.reopen(second, draft, 'One more thing');
    await items.edit(second, added.id, added.version, { title: 'Gripping', reason: '' });
    await drafts.submit(second, draft, '');
    await expect(publishing.approve(second, draft, revision)).rejects.toMatchObject({
      code: 'edited-meanwhile',
    });
    revision = (await frameworks.release(curator, draft)).revision;
    await publishing.approve(second, draft, revision);
    await expect(publishing.publish(curator, draft, { revision, leavesOut: [] })).rejects.toMatchObject({
      code: 'approvals-missing',
    });
    await publishing.approve(curator, draft, revision);
    const released = await publishing.publish(curator, draft, { revision, leavesOut: [] });
    expect(released).toMatchObject({ state: 'published', ksaCount: 5 });
    expect((await frameworks.currentRelease(employer)).id).toBe(draft);
    const { ksasByCode } = await frameworks.releaseIndex(employer);
    const numbers = [...ksasByCode.values()].map(({ ksaNo }) => ksaNo);
    expect(new Set(numbers).size).toBe(5);
    expect(ksasByCode.get(ROBOTS)?.ksaNo).toBe((await coded(ROBOTS, base)).ksaNo);
    await expect(items.edit(curator, added.id, 2, { title: 'Never', reason: '' })).rejects.toMatchObject({
      code: 'release-not-draft',
    });
    await publishing.retire(curator, draft, '');
    await expect(
      drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: draft }),
    ).rejects.toMatchObject({ code: 'release-retired', errors: [{ pointer: '/basedOn' }] });
    expect((await frameworks.currentRelease(employer)).id).toBe(base);
    await expect(publishing.retire(curator, base, '')).rejects.toMatchObject({
      code: 'last-published-release',
    });
  });

  it('is not published over what was published after it began, unless somebody says so', async () => {
    const begin = async (basedOn: string | null) =>
      (await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn })).id;
    let now = curator.now.getTime();
    const published = async (id: string, leavesOut: string[] = []) => {
      const { revision } = await drafts.submit(curator, id, '');
      for (const person of [curator, second]) await publishing.approve(person, id, revision);
      now += 1;
      return publishing.publish({ ...curator, now: new Date(now) }, id, { revision, leavesOut });
    };
    const ids = async (id: string) => (await publishing.leftOut(curator, id)).map((each) => each.id);
    const empty = await begin(null);
    const first = await begin(base);
    expect(await ids(draft)).toEqual([]);
    expect(await ids(empty)).toEqual([base]);
    const { label } = await published(first);
    expect(await publishing.leftOut(curator, draft)).toEqual([{ id: first, label }]);
    expect(await ids(empty)).toEqual([base, first]);
    await expect(published(draft)).rejects.toMatchObject({
      code: 'release-left-out',
      message: expect.stringContaining(label) as unknown,
      errors: [{ pointer: '/leavesOut' }],
    });
    expect((await frameworks.currentRelease(employer)).id).toBe(first);
    await drafts.reopen(curator, draft, '');
    expect(await published(draft, [first])).toMatchObject({ state: 'published' });
    // The last that was published, whichever of them began first.
    expect((await frameworks.currentRelease(employer)).id).toBe(draft);
    expect((await log.ofRelease(curator, draft, PAGE)).rows[0]).toMatchObject({
      action: 'published',
      after: { without: [{ id: first, label }] },
    });
    // What began from the release that left it out has been told; what began from the other has not.
    expect(await ids(await begin(draft))).toEqual([]);
    expect(await ids(await begin(first))).toEqual([draft]);
    for (const id of [draft, first]) await publishing.retire(curator, id, '');
    expect(await ids(empty)).toEqual([base]);
  });

  it('is not published with a fault, which is named', async () => {
    const robots = await coded(ROBOTS);
    await items.edit(curator, robots.id, robots.version, { definitionSource: null, reason: '' });
    const extrusion = await coded(EXTRUSION);
    await items.retire(curator, extrusion.id, extrusion.version, {
      replacedBy: [],
      parts: [],
      reason: '',
    });
    const { revision } = await drafts.submit(curator, draft, '');
    await publishing.approve(curator, draft, revision);
    await publishing.approve(second, draft, revision);
    await expect(publishing.publish(curator, draft, { revision, leavesOut: [] })).rejects.toMatchObject({
      code: 'release-has-faults',
      errors: [{ pointer: '/5.1.01' }, { pointer: `/${ROBOTS}` }],
    });
    expect(await content.check(curator, draft)).toMatchObject([
      { check: 'empty-competency', name: '5.1.01' },
      { check: 'unsourced-definition', name: ROBOTS },
    ]);
  });

  it('goes when it is discarded, and its log stays', async () => {
    const robots = await coded(ROBOTS);
    await items.edit(curator, robots.id, robots.version, { title: 'Robots', reason: '' });
    const { label } = await frameworks.release(curator, draft);
    await drafts.discard(second, draft, 'A wrong turn');
    await expect(frameworks.releaseIndex(curator, draft)).rejects.toMatchObject({
      code: 'release-not-found',
    });
    await expect(drafts.submit(curator, draft, '')).rejects.toMatchObject({ code: 'release-not-found' });
    expect(await drafts.discarded(curator)).toContainEqual(
      expect.objectContaining({ id: draft, label, by: 'Imre', at: second.now, reason: 'A wrong turn' }),
    );
    const { rows } = await log.ofRelease(curator, draft, PAGE);
    expect(rows.map(({ action }) => action)).toEqual(['discarded', 'reworded', 'begun']);
    await expect(log.ofRelease(curator, uuidv7(), PAGE)).rejects.toMatchObject({ code: 'release-not-found' });
    const published = await coded(ROBOTS, base);
    expect((await log.ofItem(curator, published.id, PAGE)).rows).toContainEqual(
      expect.objectContaining({ releaseId: draft, releaseState: 'discarded', action: 'reworded' }),
    );
    expect((await log.ofItem(employer, published.id, PAGE)).rows).toEqual([]);
  });

  it('leaves its label to the next when it is discarded, and to one at a time', async () => {
    const again = { frameworkId, label: (await frameworks.release(curator, draft)).label, basedOn: base };
    await expect(drafts.create(curator, again)).rejects.toMatchObject({ code: 'release-label-taken' });
    await drafts.discard(curator, draft, '');
    const { id } = await drafts.create(curator, again);
    await expect(drafts.create(curator, again)).rejects.toMatchObject({ code: 'release-label-taken' });
    await drafts.discard(curator, id, '');
    await expect(drafts.create(curator, again)).resolves.toMatchObject({ label: again.label });
  });
});
