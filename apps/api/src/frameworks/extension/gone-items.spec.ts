import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeRooms, type Rooms, theRooms } from '#builders/assessed';
import { NO_WORDS, theNextRelease } from '#builders/next-release';
import { SMALL_RELEASE, someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { FrameworksService } from '../frameworks.service.ts';
import { createOwnItemDto, ownItemDto, ownItemsQuery, toOwnItemDto } from './dto/own-item.dto.ts';
import {
  createOwnOccupationDto,
  ownOccupationDto,
  ownOccupationsQuery,
  toOwnOccupationDto,
} from './dto/own-occupation.dto.ts';
import { ExtensionService } from './extension.service.ts';

const ROBOTS = '4.2.06.09';
const VISION = '4.2.06.10';
const SENSORS = '4.2.06.2';
const WELDING = '4.2.06.11';
const SPLICING = '4.2.06.12';
const EXTRUSION = '5.1.01.01';
const MORE_ITEMS = `${WELDING},ksa,4.2.06,Welding,,,no
${SPLICING},ksa,4.2.06,Splicing,,,no
`;

describe('what an organisation has of its own, once the next release is out', () => {
  let rooms: Rooms;
  let extension: ExtensionService;
  let frameworks: FrameworksService;
  let base: string;
  let ours: RequestContext;
  let occupationId: string;
  let taskId: string;
  let ksaId: string;

  /** Begun on the first release, of which the next ones change all but extrusion. */
  const begin = async (): Promise<void> => {
    ours = await aTenant();
    await extension.addItem(ours, createOwnItemDto.parse({ kind: 'ksa', title: 'House rules' }));
    const ksaCodes = [ROBOTS, VISION, SENSORS, WELDING, SPLICING, EXTRUSION, 'own.1'];
    const input = { title: 'Bonder', technologyArea: 'materials', ksaCodes };
    const own = await extension.addOccupation(ours, createOwnOccupationDto.parse(input));
    occupationId = own.occupation.id;
    const task = { kind: 'task', title: 'Cell 7', ksaCodes: [WELDING, EXTRUSION] };
    taskId = (await extension.addItem(ours, createOwnItemDto.parse(task))).item.id;
    const { items } = await frameworks.releaseIndex(ours, base);
    const under = items.find(({ code }) => code === '5.1.01')!.id;
    const ksa = await extension.addItem(
      ours,
      createOwnItemDto.parse({ kind: 'ksa', title: 'Die care', under }),
    );
    ksaId = ksa.item.id;
  };

  beforeAll(async () => {
    rooms = await theRooms();
    extension = rooms.application.get(ExtensionService, { strict: false });
    frameworks = rooms.application.get(FrameworksService, { strict: false });
    base = await loadRelease(
      await someReleaseFiles({ 'items.csv': `${SMALL_RELEASE['items.csv']}${MORE_ITEMS}` }),
    );
    await begin();
    // Sensors are divided; robots and vision become grasping; welding goes for splicing; polymers go for shaping.
    const next = await theNextRelease(
      rooms.application,
      ours,
      base,
      async ({ draft, curator, items, coded }) => {
        const sensors = await coded(SENSORS);
        await items.split(curator, sensors.id, sensors.version, {
          parts: [
            { title: 'Choosing sensors', ...NO_WORDS, code: '4.2.06.30' },
            { title: 'Calibration', ...NO_WORDS, code: '4.2.06.31' },
          ],
          ...{ keeps: null, reason: '' },
        });
        const merged = await Promise.all([ROBOTS, VISION].map(coded));
        const grasping = await items.merge(curator, draft, {
          items: merged.map(({ id, version }) => ({ id, version })),
          ...{ into: null, wording: { title: 'Grasping', ...NO_WORDS }, reason: '' },
        });
        // A code that meant another KSA before.
        await items.edit(curator, grasping.id, grasping.version, { code: ROBOTS, reason: '' });
        const splicing = await coded(SPLICING);
        const welding = await coded(WELDING);
        await items.retire(curator, welding.id, welding.version, {
          ...{ replacedBy: [splicing.id], parts: [], reason: '' },
        });
        const polymers = await coded('5.1.01');
        const shaping = await items.add(curator, draft, {
          ...{
            kind: 'sub-competency',
            parentId: polymers.parentId,
            title: 'Shaping',
            reason: '',
            ...NO_WORDS,
          },
        });
        const extrusion = await coded(EXTRUSION);
        await items.move(curator, extrusion.id, extrusion.version, {
          ...{ parentId: shaping.id, keepCode: true, reason: '' },
        });
        await items.retire(curator, polymers.id, polymers.version, {
          ...{ replacedBy: [shaping.id], parts: [], reason: '' },
        });
      },
    );
    // And the one after it splicing, for nothing.
    await theNextRelease(rooms.application, ours, next, async ({ curator, items, coded }) => {
      const splicing = await coded(SPLICING);
      await items.retire(curator, splicing.id, splicing.version, {
        ...{ replacedBy: [], parts: [], reason: '' },
      });
    });
  });
  afterAll(() => closeRooms(rooms));

  const occupation = async () => {
    const told = toOwnOccupationDto(await extension.occupation(ours, occupationId));
    expect(ownOccupationDto.parse(told)).toEqual(told);
    return told;
  };
  const item = async (id: string) => {
    const told = toOwnItemDto(await extension.item(ours, id));
    expect(ownItemDto.parse(told)).toEqual(told);
    return told;
  };
  const codes = (ksas: readonly { readonly ksaCode: string }[]) => ksas.map(({ ksaCode }) => ksaCode);

  it('tells of an occupation which of its KSAs are gone, and what became of each', async () => {
    const { ksas, goneKsas } = await occupation();
    expect(codes(ksas)).toEqual([EXTRUSION, 'own.1']);
    expect(goneKsas.map(({ title, became, into }) => [title, became, ...codes(into)])).toEqual([
      ['Sensors', 'split', '4.2.06.30', '4.2.06.31'],
      ['Robot programming', 'merged', ROBOTS],
      ['Machine vision', 'merged', ROBOTS],
      ['Welding', 'retired'],
      ['Splicing', 'retired'],
    ]);
    const { rows } = await extension.occupations(ours, ownOccupationsQuery.parse({}));
    expect(rows.map(toOwnOccupationDto)).toEqual([await occupation()]);
  });

  it('tells the same of a task, and of a KSA what became of its place', async () => {
    const task = await item(taskId);
    expect(codes(task.ksas)).toEqual([EXTRUSION]);
    expect(task.goneKsas).toMatchObject([{ ksaCode: WELDING, became: 'retired', into: [] }]);
    const ksa = await item(ksaId);
    expect(ksa).toMatchObject({
      under: null,
      lostUnder: { code: '5.1.01', became: 'retired', into: [{ title: 'Shaping' }] },
    });
    const { rows } = await extension.items(ours, ownItemsQuery.parse({}));
    expect(rows.map(toOwnItemDto)).toContainEqual(ksa);
  });

  it('drops nothing of it until it is said what stays', async () => {
    const { goneKsas } = await occupation();
    const edit = async (change: object) => {
      const { version } = (await extension.occupation(ours, occupationId)).occupation;
      await extension.editOccupation(ours, occupationId, version, change);
    };
    // The code that means another KSA by now is that one: the gone one is beside it.
    await edit({ title: 'Wire bonder', ksaCodes: [EXTRUSION, ROBOTS] });
    expect(codes((await occupation()).ksas)).toEqual([ROBOTS, EXTRUSION]);
    expect((await occupation()).goneKsas).toEqual(goneKsas);
    await expect(edit({ ksaCodes: [SENSORS] })).rejects.toMatchObject({
      errors: [{ pointer: '/ksaCodes/0' }],
    });
    const [sensors] = goneKsas;
    await expect(edit({ keptGoneKsas: [sensors!.lineage, occupationId] })).rejects.toMatchObject({
      code: 'ksa-not-gone',
      errors: [{ pointer: '/keptGoneKsas/1' }],
    });
    await edit({ keptGoneKsas: [sensors!.lineage] });
    expect((await occupation()).goneKsas).toEqual([sensors]);
    await edit({ ksaCodes: codes(sensors!.into), keptGoneKsas: [] });
    expect(await occupation()).toMatchObject({ goneKsas: [], ksas: sensors!.into });

    await extension.editItem(ours, ksaId, 1, { title: 'Care for dies' });
    expect((await item(ksaId)).lostUnder).not.toBeNull();
    const { into } = (await item(ksaId)).lostUnder!;
    await extension.editItem(ours, ksaId, 2, { under: into[0]!.id });
    expect(await item(ksaId)).toMatchObject({ under: into[0], lostUnder: null });
  });

  it('tells of an own KSA that is retired, too', async () => {
    const { rows } = await extension.items(ours, ownItemsQuery.parse({}));
    const rules = rows.find(({ item: { code } }) => code === 'own.1')!.item;
    const task = (await extension.item(ours, taskId)).item;
    await extension.editItem(ours, taskId, task.version, { ksaCodes: ['own.1'] });
    await extension.editItem(ours, rules.id, rules.version, { isRetired: true });
    const told = await item(taskId);
    expect(told.ksas).toEqual([]);
    expect(codes(told.goneKsas)).toEqual([WELDING, 'own.1']);
    const { version } = (await extension.item(ours, taskId)).item;
    await extension.editItem(ours, taskId, version, { title: 'Cell 8', ksaCodes: [] });
    expect((await item(taskId)).goneKsas).toEqual(told.goneKsas);
  });
});
