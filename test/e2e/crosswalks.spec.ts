import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssociationDto } from '../../apps/api/src/frameworks/crosswalks/dto/association.dto.ts';
import type { CrosswalkGapDto } from '../../apps/api/src/frameworks/crosswalks/dto/crosswalk-gap.dto.ts';
import type { CrosswalkDto } from '../../apps/api/src/frameworks/crosswalks/dto/crosswalk.dto.ts';
import type { ItemDto } from '../../apps/api/src/frameworks/dto/item.dto.ts';
import type { ReleaseDto } from '../../apps/api/src/frameworks/dto/release.dto.ts';
import { type Caller, type RunningProduct, theProduct } from '../builders/product.ts';

const filter = (wanted: object) => `filter=${encodeURIComponent(JSON.stringify(wanted))}`;

describe('crosswalks over HTTP', () => {
  let product: RunningProduct;
  let curator: Caller;
  let employer: Caller;

  beforeAll(async () => {
    product = await theProduct();
    curator = await product.as('taxonomy-curator');
    employer = await product.as('employer-administrator');
  });
  afterAll(() => product.close());

  const to = async (framework: string): Promise<CrosswalkDto> => {
    const { body } = await employer<CrosswalkDto[]>('GET', '/crosswalks');
    return body.find((each) => each.to.framework.startsWith(framework))!;
  };

  it('are there from the start, as the report prints them', async () => {
    const { body, range } = await employer<CrosswalkDto[]>('GET', '/crosswalks');
    expect(range).toBe('crosswalks 0-3/4');
    expect(body.map(({ to: { framework }, associationCount }) => [framework, associationCount])).toEqual([
      ['Advanced Manufacturing Competency Model', 6],
      ['Bioscience Competency Model', 9],
      ['Information Technology Competency Model', 7],
      ['Workforce Framework for Cybersecurity (NICE Framework)', 5],
    ]);
    expect(body[0]!.source).toContain('NIST AMS 600-20');
  });

  it('say what is printed of each pair, a page at a time', async () => {
    const { id } = await to('Workforce');
    const { body, range } = await employer<AssociationDto[]>(
      'GET',
      `/crosswalks/${id}/associations?range=[1,2]&sort=["from","ASC"]`,
    );
    expect(range).toBe('associations 1-2/5');
    expect(body.map(({ from, kind, to: other, note }) => [from.code, kind, other.code, note])).toEqual([
      ['5.4.01', 'related', 'NF-COM-008', 'NICE Framework ID: NF-COM-008'],
      ['5.4.02', 'related', 'NF-COM-001', 'NICE Framework ID: NF-COM-001'],
    ]);
  });

  it('list what has no partner, as rows and as a file', async () => {
    const { id } = await to('Information');
    const wanted = filter({ side: 'from', kinds: ['competency'] });
    const { body, range } = await employer<CrosswalkGapDto[]>('GET', `/crosswalks/${id}/gaps?${wanted}`);
    expect(range).toBe('gaps 0-11/12');
    expect(body.map(({ code }) => code)).not.toContain('5.3');
    const file = await employer<string>('GET', `/crosswalks/${id}/gaps.csv?${wanted}`);
    expect(file.body.split('\r\n')).toHaveLength(14);
    expect(file.body).toContain('2025,4.1,competency,Manufacturing Process Design/Development,\r\n');
    const all = filter({ side: 'to' });
    expect((await employer<CrosswalkGapDto[]>('GET', `/crosswalks/${id}/gaps?${all}`)).body).toEqual([]);
  });

  it('are written by curators alone, with the version they have read', async () => {
    const crosswalk = await to('Bioscience');
    const [{ id: release }] = (await curator<[ReleaseDto]>('GET', '/releases')).body;
    const items = (await curator<ItemDto[]>('GET', `/releases/${release}/items`)).body;
    const fromItemId = items.find(({ code }) => code === '5.7')!.id;
    const others = await curator<ItemDto[]>(
      'GET',
      `/crosswalks/${crosswalk.id}/gaps?${filter({ side: 'to' })}`,
    );
    expect(others.body).toEqual([]);
    const { body: known } = await curator<AssociationDto[]>(
      'GET',
      `/crosswalks/${crosswalk.id}/associations`,
    );
    const body = { fromItemId, toItemId: known[0]!.to.itemId, kind: 'related', confidence: 30 };
    const path = `/crosswalks/${crosswalk.id}/associations`;
    expect((await employer('POST', path, { body })).status).toBe(403);
    const made = await curator<AssociationDto>('POST', path, { body });
    expect([made.status, made.etag]).toEqual([201, '"1"']);
    expect((await curator('POST', path, { body })).status).toBe(409);
    expect((await curator('POST', path, { body: { ...body, confidence: 101 } })).body.errors).toMatchObject([
      { pointer: '/confidence' },
    ]);
    const one = `/associations/${made.body.id}`;
    expect((await curator('PATCH', one, { body: { note: 'x' } })).status).toBe(428);
    const edited = await curator<AssociationDto>('PATCH', one, { body: { note: 'x' }, ifMatch: '"1"' });
    expect(edited.body).toMatchObject({ note: 'x', confidence: 30, version: 2 });
    expect((await curator('PATCH', one, { body: { note: 'y' }, ifMatch: '"1"' })).status).toBe(412);
    expect((await curator('DELETE', one, { ifMatch: '"2"' })).status).toBe(204);
    expect((await curator('GET', one)).status).toBe(404);
  });

  it('tell on an item’s page what stands beside it', async () => {
    const crosswalk = await to('Advanced');
    const { body } = await employer<AssociationDto[]>('GET', `/crosswalks/${crosswalk.id}/associations`);
    const { from, to: other } = body[0]!;
    for (const { itemId } of [from, other]) {
      const of = await employer<AssociationDto[]>('GET', `/items/${itemId}/associations`);
      expect(of.body).toEqual([body[0]]);
    }
  });

  it('are begun, renamed and removed by curators', async () => {
    const { from, to: other } = await to('Advanced');
    const body = {
      fromFrameworkId: other.frameworkId,
      toFrameworkId: from.frameworkId,
      title: 'The other way',
    };
    expect((await employer('POST', '/crosswalks', { body })).status).toBe(403);
    const made = await curator<CrosswalkDto>('POST', '/crosswalks', { body });
    expect(made.status).toBe(201);
    const one = `/crosswalks/${made.body.id}`;
    const renamed = await curator('PATCH', one, { body: { title: 'Back' }, ifMatch: made.etag });
    expect([renamed.status, renamed.etag]).toEqual([200, '"2"']);
    expect((await curator('DELETE', one, { ifMatch: made.etag })).status).toBe(412);
    expect((await curator('DELETE', one, { ifMatch: renamed.etag })).status).toBe(204);
    expect((await employer('GET', one)).status).toBe(404);
  });
});
