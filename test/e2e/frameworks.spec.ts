import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemDetailDto, ItemDto } from '../../apps/api/src/frameworks/dto/item.dto.ts';
import type { OccupationDetailDto, OccupationDto } from '../../apps/api/src/frameworks/dto/occupation.dto.ts';
import type { ReleaseDto } from '../../apps/api/src/frameworks/dto/release.dto.ts';
import { type Caller, type RunningProduct, theProduct } from '../builders/product.ts';

describe('the framework over HTTP', () => {
  let product: RunningProduct;
  let curator: Caller;

  beforeAll(async () => {
    product = await theProduct();
    curator = await product.as('taxonomy-curator');
  });
  afterAll(() => product.close());

  const theRelease = async () => (await curator<[ReleaseDto]>('GET', '/releases')).body[0];
  const theItems = async () =>
    (await curator<ItemDto[]>('GET', `/releases/${(await theRelease()).id}/items`)).body;

  it('is one published release, with its licence and whom to name, before those that it names', async () => {
    const { status, body, range } = await curator<[ReleaseDto, ...ReleaseDto[]]>('GET', '/releases');
    expect([status, range]).toEqual([200, 'releases 0-4/5']);
    expect(body[0]).toMatchObject({ label: '2025', state: 'published', ksaCount: 235, occupationCount: 132 });
    expect(body.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false, false, false]);
    expect(body[0].attribution).toContain('NIST AMS 600-20');
    expect(body[0]).not.toHaveProperty('contentHash');
    expect((await curator('GET', `/releases/${body[0].id}`)).body).toEqual(body[0]);
  });

  it('comes as one flat tree in code order: every parent before its children', async () => {
    const body = await theItems();
    const seen = new Set<string | null>([null]);
    for (const item of body) {
      expect(seen.has(item.parentId)).toBe(true);
      seen.add(item.id);
    }
    expect(body.filter(({ kind }) => kind === 'ksa')).toHaveLength(235);
  });

  it('shows an item in its place', async () => {
    const robots = (await theItems()).find(({ code }) => code === '4.2.06.09')!;
    const { body } = await curator<ItemDetailDto>('GET', `/items/${robots.id}`);
    expect(body).toMatchObject({ code: '4.2.06.09', title: 'Robot programming', ksaCount: 1 });
    expect(body.ancestors.map(({ code }) => code)).toEqual(['4', '4.2', '4.2.06']);
    expect(body.occupations).toHaveLength(body.occupationCount);
  });

  it('lists occupations by search, technology area and order, a page at a time', async () => {
    const filter = encodeURIComponent('{"q":"robot","technologyArea":"digital-automation"}');
    const { body, range } = await curator<[OccupationDto, OccupationDto]>(
      'GET',
      `/occupations?filter=${filter}&sort=["ksaCount","DESC"]&range=[0,1]`,
    );
    expect(body.map(({ title }) => title)).toEqual(['Robotics Integrators', 'Robotics Technicians']);
    expect(range).toBe('occupations 0-1/3');
    const one = await curator<OccupationDetailDto>('GET', `/occupations/${body[1].id}`);
    const ksas = one.body.competencies.flatMap(({ ksas: selected }) => selected);
    expect(ksas).toHaveLength(25);
  });

  it('refuses a filter and a sort that it does not know, and says which', async () => {
    const filter = await curator('GET', '/occupations?filter={"colour":"red"}');
    expect([filter.status, filter.body.errors[0]!.pointer]).toEqual([422, '/filter/colour']);
    expect((await curator('GET', '/occupations?sort=["id;drop","ASC"]')).status).toBe(422);
  });

  it('has no release, item or occupation that was not published', async () => {
    const nobody = '019a0000-0000-7000-8000-000000000000';
    for (const path of [
      `/releases/${nobody}`,
      `/releases/${nobody}/items`,
      `/items/${nobody}`,
      `/occupations/${nobody}`,
    ]) {
      expect((await curator('GET', path)).status).toBe(404);
    }
  });

  it('is shown to nobody who is not signed in, and not to a worker', async () => {
    expect((await (await product.as())('GET', '/releases')).status).toBe(401);
    expect((await (await product.as('worker-scored'))('GET', '/releases')).status).toBe(403);
  });
});
