import { describe, expect, it } from '@jest/globals';
import { createDataProvider, listQuery, type Send, totalOf, versionOf } from './dataProvider.ts';

interface Sent {
  method: string;
  path: string;
  options: NonNullable<Parameters<Send>[2]>;
}

function recording(data: unknown, etag?: string) {
  const sent: Sent[] = [];
  const send: Send = (method, path, options) => {
    sent.push({ method, path, options: options ?? {} });
    return Promise.resolve({ data: data as never, etag, headers: new Headers() });
  };
  return { sent, provider: createDataProvider(send) };
}

describe('the data provider', () => {
  it('asks for a page in the simple-rest dialect', () => {
    expect(
      listQuery({
        pagination: { page: 2, perPage: 25 },
        sort: { field: 'name', order: 'ASC' },
        filter: { technologyArea: 'electronics' },
      }),
    ).toEqual({
      sort: '["name","ASC"]',
      range: '[25,49]',
      filter: '{"technologyArea":"electronics"}',
    });
  });

  it('reads the total from Content-Range, and counts the rows when there is none', () => {
    expect(totalOf({ data: [1, 2], headers: new Headers({ 'content-range': 'workers 0-1/132' }) })).toBe(132);
    expect(totalOf({ data: [1, 2], headers: new Headers() })).toBe(2);
  });

  it('sends the pinned version as If-Match, not the newest one it has seen', async () => {
    const { sent, provider } = recording({ id: '1', name: 'Cell 4' }, '"5"');
    const answer = await provider.update('role-profiles', {
      id: '1',
      data: { name: 'Cell 4' },
      previousData: { id: '1', version: 9 },
      meta: { version: 4 },
    });
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      path: '/api/role-profiles/1',
      options: { ifMatch: '"4"' },
    });
    expect(answer.data).toEqual({ id: '1', name: 'Cell 4', version: 5 });
  });

  it('creates under the key it was given, so that a repeated request makes nothing twice', async () => {
    const { sent, provider } = recording({ id: '1' });
    await provider.create('workers', { data: { name: 'Amara Okafor' }, meta: { idempotencyKey: 'k-1' } });
    expect(sent[0]?.options.idempotencyKey).toBe('k-1');
  });

  it('asks for many by their ids in one request', async () => {
    const { sent, provider } = recording([]);
    await provider.getMany('occupations', { ids: ['a', 'b'] });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.options.query?.filter).toBe('{"id":["a","b"]}');
  });

  it('reads a version from an entity tag, weakened by a proxy or not', () => {
    expect(versionOf('"7"')).toBe(7);
    expect(versionOf('W/"7"')).toBe(7);
    expect(versionOf(undefined)).toBeUndefined();
  });
});
