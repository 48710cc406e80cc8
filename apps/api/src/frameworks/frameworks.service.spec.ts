import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { someReleaseFiles, SMALL_RELEASE } from '#builders/release-files';
import { loadRelease, type Services, theServices } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { occupationsQuery } from './dto/occupation.dto.ts';

const query = (filter: object, sort = ['title', 'ASC'], range = [0, 24]) =>
  occupationsQuery.parse({
    filter: JSON.stringify(filter),
    sort: JSON.stringify(sort),
    range: JSON.stringify(range),
  });

describe('the frameworks', () => {
  let services: Services;
  let context: RequestContext;
  let releaseId: string;

  beforeAll(async () => {
    services = await theServices();
    context = await aTenant();
  });
  afterAll(() => services.dataSource.destroy());

  it('say so while none is loaded', async () => {
    await expect(services.frameworks.currentRelease(context)).rejects.toMatchObject({
      code: 'no-release-published',
    });
    releaseId = await loadRelease(await someReleaseFiles());
  });

  it('tell each release with its publisher, licence and attribution', async () => {
    expect(await services.frameworks.releases(context)).toMatchObject([
      {
        label: '1',
        publisher: 'Nobody',
        attribution: 'Nobody, 2025',
        publishedOn: '2025-01-01',
        ksaCount: 4,
        occupationCount: 3,
      },
    ]);
  });

  it('count for each item its KSAs and the occupations that select anything in it', async () => {
    const { items } = await services.frameworks.releaseIndex(context, releaseId);
    expect(items.map(({ code, ksaCount, occupationCount }) => [code, ksaCount, occupationCount])).toEqual([
      ['4', 3, 2],
      ['4.2', 3, 2],
      ['4.2.06', 3, 2],
      ['4.2.06.2', 1, 2],
      ['4.2.06.09', 1, 1],
      ['4.2.06.10', 1, 1],
      ['5', 1, 1],
      ['5.1', 1, 1],
      ['5.1.01', 1, 1],
      ['5.1.01.01', 1, 1],
    ]);
  });

  it('show an item with what is above it, what is in it and who selects it', async () => {
    const { items } = await services.frameworks.releaseIndex(context, releaseId);
    const detail = await services.frameworks.item(context, items.find(({ code }) => code === '4.2.06')!.id);
    expect(detail.ancestors.map(({ code }) => code)).toEqual(['4', '4.2']);
    expect(detail.children.map(({ code }) => code)).toEqual(['4.2.06.2', '4.2.06.09', '4.2.06.10']);
    expect(detail.occupations.map(({ title }) => title)).toEqual([
      'Robotics Technicians',
      'Vision Engineers',
    ]);
  });

  it('find occupations by words of their title and by technology area, in the order asked for', async () => {
    const { frameworks } = services;
    const titles = async (asked: ReturnType<typeof query>) =>
      (await frameworks.occupations(context, asked)).rows.map(({ title }) => title);
    expect(await titles(query({ q: 'tech ROB' }))).toEqual(['Robotics Technicians']);
    expect(await titles(query({ technologyArea: 'materials' }))).toEqual(['Process Technicians']);
    expect(await titles(query({}, ['selectedBy', 'DESC']))).toEqual([
      'Robotics Technicians',
      'Process Technicians',
      'Vision Engineers',
    ]);
    const page = await frameworks.occupations(context, query({}, ['title', 'ASC'], [1, 1]));
    expect([page.rows.map(({ title }) => title), page.total]).toEqual([['Robotics Technicians'], 3]);
  });

  it('show an occupation with its KSAs by competency, and how often the source prints each', async () => {
    const { occupations } = await services.frameworks.releaseIndex(context, releaseId);
    const robotics = occupations.find(({ title }) => title === 'Robotics Technicians')!;
    const { competencies } = await services.frameworks.occupation(context, robotics.id);
    expect(
      competencies.map(({ competency, ksas }) => [
        competency.code,
        ksas.map(({ ksa, count }) => [ksa.code, count]),
      ]),
    ).toEqual([
      [
        '4.2',
        [
          ['4.2.06.2', 1],
          ['4.2.06.09', 2],
        ],
      ],
    ]);
  });

  it('blend occupations: each KSA once, in code order', async () => {
    const { occupations } = await services.frameworks.releaseIndex(context, releaseId);
    const ids = occupations.map(({ id }) => id);
    const ksas = await services.frameworks.occupationKsas(context, ids);
    expect(ksas.map(({ code }) => code)).toEqual(['4.2.06.2', '4.2.06.09', '4.2.06.10', '5.1.01.01']);
  });

  it('name KSAs by number and by code, and leave out what they have not', async () => {
    const byNo = await services.frameworks.ksasByNo(context, null, [2, 99]);
    expect([...byNo.values()].map(({ title }) => title)).toEqual(['Robot programming']);
    const byCode = await services.frameworks.ksasByCode(context, null, ['4.2.06.10', '4.2.06']);
    expect([...byCode.values()].map(({ ksaNo }) => ksaNo)).toEqual([3]);
  });

  it('have no item, occupation or release that is not theirs', async () => {
    const nobody = '019a0000-0000-7000-8000-000000000000';
    await expect(services.frameworks.release(context, nobody)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(services.frameworks.item(context, nobody)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(services.frameworks.occupation(context, nobody)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('are read anew when a release that nobody builds on was replaced', async () => {
    const items = SMALL_RELEASE['items.csv'].replace('Extrusion', 'Extruding');
    await loadRelease(await someReleaseFiles({ 'items.csv': items }));
    const ksas = await services.frameworks.ksasByCode(context, releaseId, ['5.1.01.01']);
    expect(ksas.get('5.1.01.01')?.title).toBe('Extruding');
  });

  it('hold the Manufacturing USA framework: its robotics technicians ask for robot programming', async () => {
    const id = await loadRelease(join(import.meta.dirname, '../../../../data/manufacturing-usa-2025'));
    // What was there first is what role profiles begin from.
    expect((await services.frameworks.currentRelease(context)).id).toBe(releaseId);
    const { rows } = await services.frameworks.occupations(
      context,
      query({ releaseId: id, technologyArea: 'digital-automation' }, ['ksaCount', 'DESC'], [0, 99]),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(await services.frameworks.occupationKsas(context, [rows[0]!.id])).toHaveLength(rows[0]!.ksaCount);
  });
});
