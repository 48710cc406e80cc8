import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import type { Answer, request } from '../../api/client.ts';
import { asFormRefusal } from './problem.ts';

export type Send = typeof request;

/**
 * Reads and writes by the API's simple-rest dialect. Two headers are more than that dialect has: If-Match from
 * `meta.version`, the version that the form was opened with, and an Idempotency-Key on whatever creates, kept by a
 * form for as long as it is open, so that a second tap makes nothing twice.
 */
export function createDataProvider(send: Send): DataProvider {
  const all = (resource: string): string => `/api/${resource}`;
  const one = (resource: string, id: Identifier): string =>
    `${all(resource)}/${encodeURIComponent(String(id))}`;

  async function list(resource: string, query: ListQuery, signal?: AbortSignal) {
    const answer = await send<RaRecord[]>('GET', all(resource), { query: listQuery(query), signal });
    return { data: answer.data, total: totalOf(answer) };
  }

  return {
    supportAbortSignal: true,

    getList: (resource, { pagination, sort, filter, signal }) =>
      list(resource, { pagination, sort, filter: asFilter(filter) }, signal) as never,

    getMany: (resource, { ids, signal }) =>
      list(resource, { filter: { id: ids }, pagination: { page: 1, perPage: ids.length } }, signal) as never,

    getManyReference: (resource, { target, id, pagination, sort, filter, signal }) =>
      list(resource, { pagination, sort, filter: { ...asFilter(filter), [target]: id } }, signal) as never,

    getOne: async (resource, { id, signal }) => ({
      data: withVersion(await send<RaRecord>('GET', one(resource, id), { signal })) as never,
    }),

    create: async (resource, { data, meta }) => {
      const { idempotencyKey } = asMeta(meta);
      const answer = await send<RaRecord>('POST', all(resource), {
        body: data,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }).catch(refuseForm);
      return { data: withVersion(answer) as never };
    },

    update: async (resource, { id, data, meta }) => ({
      data: withVersion(
        await send<RaRecord>(asMeta(meta).method ?? 'PATCH', one(resource, id), {
          body: data,
          ifMatch: etagOf(asMeta(meta).version),
        }).catch(refuseForm),
      ) as never,
    }),

    updateMany: () => Promise.reject(new Error('No screen of the console changes many records at once.')),

    delete: async (resource, { id, meta }) => {
      await send('DELETE', one(resource, id), { ifMatch: etagOf(asMeta(meta).version) });
      return { data: { id } as never };
    },

    deleteMany: () => Promise.reject(new Error('No screen of the console deletes many records at once.')),
  };
}

/** What a screen says beside the record; react-admin leaves its shape open. */
interface RequestMeta {
  version?: number;
  idempotencyKey?: string;
  /** PUT where the API takes a record as a whole; else what has changed is sent. */
  method?: 'PUT';
}

const asMeta = (meta: unknown): RequestMeta => meta ?? {};
const asFilter = (filter: unknown): Record<string, unknown> => (filter ?? {}) as Record<string, unknown>;

interface ListQuery {
  pagination?: { page: number; perPage: number } | undefined;
  sort?: { field: string; order: 'ASC' | 'DESC' } | undefined;
  filter?: Record<string, unknown> | undefined;
}

export function listQuery({ pagination, sort, filter }: ListQuery): Record<string, string> {
  const query: Record<string, string> = {};
  if (sort !== undefined && sort.field !== '') query.sort = JSON.stringify([sort.field, sort.order]);
  if (pagination !== undefined) {
    const first = (pagination.page - 1) * pagination.perPage;
    query.range = JSON.stringify([first, first + pagination.perPage - 1]);
  }
  if (filter !== undefined && Object.keys(filter).length > 0) query.filter = JSON.stringify(filter);
  return query;
}

/** `Content-Range: workers 0-24/132` */
export function totalOf(answer: Pick<Answer<readonly unknown[]>, 'data' | 'headers'>): number {
  const total = Number(answer.headers.get('content-range')?.split('/')[1]);
  return Number.isInteger(total) ? total : answer.data.length;
}

export const etagOf = (version: number | undefined): string | undefined =>
  version === undefined ? undefined : `"${version}"`;

/** The version that an ETag says, for records whose body does not say it. */
export function versionOf(etag: string | undefined): number | undefined {
  const version = Number(/^(?:W\/)?"(\d+)"$/.exec(etag ?? '')?.[1]);
  return Number.isInteger(version) ? version : undefined;
}

function withVersion({ data, etag }: Answer<RaRecord>): RaRecord {
  const version = versionOf(etag);
  return version === undefined ? data : { ...data, version };
}

function refuseForm(error: unknown): never {
  throw asFormRefusal(error);
}
