import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  FrameworkHitDto,
  NearDuplicateDto,
} from '../../apps/api/src/frameworks/search/dto/search.dto.ts';
import type { ReleaseDto } from '../../apps/api/src/frameworks/dto/release.dto.ts';
import { type Caller, type RunningProduct, theProduct } from '../builders/product.ts';

describe('framework search over HTTP', () => {
  let product: RunningProduct;
  let curator: Caller;
  let employer: Caller;

  beforeAll(async () => {
    product = await theProduct();
    curator = await product.as('taxonomy-curator');
    employer = await product.as('employer-administrator');
  });
  afterAll(() => product.close());

  const search = (as: Caller, filter: object, range = '[0,24]') =>
    as<FrameworkHitDto[]>(
      'GET',
      `/framework-search?range=${range}&filter=${encodeURIComponent(JSON.stringify(filter))}`,
    );

  it('finds what was mistyped, says what it found, and pages', async () => {
    const { status, body, range } = await search(employer, { q: 'robto programing' }, '[0,1]');
    expect(status).toBe(200);
    expect(range).toMatch(/^hits 0-1\/\d+$/);
    expect(body[0]).toMatchObject({
      ...{ code: '4.2.06.09', kind: 'ksa', title: 'Robot programming', match: 'title-similar' },
      ...{ releaseLabel: '2025', technologyAreaName: null, excerpt: null },
      highlights: [{ field: 'title', start: 0, end: 17 }],
    });
  });

  it('finds across frameworks, and in one release alone when it is named', async () => {
    const releases = (await employer<ReleaseDto[]>('GET', '/releases')).body;
    const nice = releases.find(({ framework }) => framework.includes('NICE'))!;
    expect((await search(employer, { q: 'NF-COM-010' })).body[0]).toMatchObject({
      ...{ match: 'code', releaseId: nice.id, code: 'NF-COM-010' },
    });
    const only = await search(employer, { q: '4', releaseId: nice.id });
    expect(only.body).toEqual([]);
    expect(only.range).toBe('hits */0');
  });

  it('shows what is in a draft to who curates it', async () => {
    const [release] = (await curator<ReleaseDto[]>('GET', '/releases')).body;
    const draft = await curator<ReleaseDto>('POST', '/releases', {
      body: { frameworkId: release!.frameworkId, label: 'next', basedOn: null },
    });
    await curator('POST', `/releases/${draft.body.id}/items`, {
      body: { kind: 'tier', parentId: null, title: 'Exoskeleton upkeep' },
    });
    expect((await search(curator, { q: 'exoskeleton' })).body).toMatchObject([{ releaseLabel: 'next' }]);
    expect((await search(employer, { q: 'exoskeleton' })).body).toEqual([]);
    expect((await search(employer, { q: 'exoskeleton', releaseId: draft.body.id })).status).toBe(404);
    const near = `/releases/${draft.body.id}/near-duplicates?title=Exoskeletons`;
    expect((await curator<NearDuplicateDto[]>('GET', near)).body).toMatchObject([
      { title: 'Exoskeleton upkeep', definitionSimilarity: null },
    ]);
    expect((await employer('GET', near)).status).toBe(404);
  });

  it.each([
    [{}, '/filter/q'],
    [{ q: '' }, '/filter/q'],
    [{ q: 'x'.repeat(201) }, '/filter/q'],
    [{ q: 'a', kinds: ['task'] }, '/filter/kinds/0'],
    [{ q: 'a', releaseId: '1' }, '/filter/releaseId'],
  ])('refuses %j at %s', async (filter, pointer) => {
    const { status, body } = await search(employer, filter);
    expect([status, (body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([
      422,
      pointer,
    ]);
  });

  it('is not for a worker', async () => {
    expect((await search(await product.as('worker-scored'), { q: 'robot' })).status).toBe(403);
  });
});
