import { newKey } from './locks.ts';
import { ApiProblem, problemOf, Unreachable } from './problem.ts';
import { accessToken, renewAfter } from './session.ts';

export interface RequestOptions {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  /** The version that the edit began with, as its `etag` came: a newer one refuses the edit with 412. */
  ifMatch?: string | undefined;
  /** Creating twice by one key creates once. A POST gets a fresh one unless the caller keeps its own. */
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
}

export interface Answer<T> {
  data: T;
  etag: string | undefined;
  headers: Headers;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreachable();
  }
}

/** `fetch` with the bearer token: renewed before it ends, and once more when the server refuses it. */
export async function authorizedFetch(request: Request): Promise<Response> {
  const token = await accessToken();
  if (token === null) throw new ApiProblem(401, 'about:blank', 'Signed out', 'You are signed out.');
  const again = request.clone();
  request.headers.set('authorization', `Bearer ${token}`);
  const response = await send(request);
  if (response.status !== 401) return response;
  const renewed = await renewAfter(token);
  if (renewed === null) return response;
  again.headers.set('authorization', `Bearer ${renewed}`);
  return send(again);
}

function address(path: string, query: RequestOptions['query']): string {
  const url = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

export async function request<T>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const headers = new Headers({ accept: 'application/json' });
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
  if (method === 'POST' || options.idempotencyKey !== undefined) {
    headers.set('idempotency-key', options.idempotencyKey ?? newKey());
  }
  const response = await authorizedFetch(
    new Request(address(path, options.query), {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }),
  );
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return { data: body as T, etag: response.headers.get('etag') ?? undefined, headers: response.headers };
}

export async function get<T>(path: string, options?: RequestOptions): Promise<T> {
  return (await request<T>('GET', path, options)).data;
}

export interface ListQuery {
  filter?: Record<string, unknown>;
  sort?: [string, 'ASC' | 'DESC'];
  range?: [number, number];
}

export interface Rows<T> {
  rows: T[];
  total: number;
}

/** A list in react-admin's simple-rest dialect: the rows, and how many there are in all. */
export async function list<T>(path: string, query: ListQuery = {}, signal?: AbortSignal): Promise<Rows<T>> {
  const { data, headers } = await request<T[]>('GET', path, {
    query: {
      filter: query.filter && JSON.stringify(query.filter),
      sort: query.sort && JSON.stringify(query.sort),
      range: query.range && JSON.stringify(query.range),
    },
    signal,
  });
  const total = Number(headers.get('content-range')?.split('/')[1]);
  return { rows: data, total: Number.isFinite(total) ? total : data.length };
}
