import { served } from './served.ts';

/** What a refusal says; the answer's type where a spec names no other. */
export interface Problem {
  readonly type: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

export interface Answer<Body = Problem> {
  readonly status: number;
  readonly etag: string | null;
  /** "24 of 132 rows": what Content-Range says. */
  readonly range: string | null;
  readonly body: Body;
}

export interface Request {
  readonly body?: unknown;
  readonly ifMatch?: string | null;
}

export type Caller = <Body = Problem>(
  method: string,
  path: string,
  request?: Request,
) => Promise<Answer<Body>>;

export interface RunningProduct {
  /** Signed in as a persona of the demonstration; without a key nobody is signed in. */
  as(personaKey?: string): Promise<Caller>;
  close(): Promise<void>;
}

/** The whole product with its demonstration, in this process, on the spec file's own database. */
export async function theProduct(): Promise<RunningProduct> {
  const product = await served();
  return { as: (key) => signedIn(`${product.origin}/api`, key), close: () => product.close() };
}

async function signedIn(api: string, key?: string): Promise<Caller> {
  const nobody = caller(api, {});
  if (key === undefined) return nobody;
  const { status, body } = await nobody<{ accessToken: string }>('POST', '/sessions/persona', {
    body: { key },
  });
  if (status >= 300) throw new Error(`${key} could not sign in: ${JSON.stringify(body)}`);
  return caller(api, { authorization: `Bearer ${body.accessToken}` });
}

const caller =
  (api: string, headers: Record<string, string>): Caller =>
  async <Body>(method: string, path: string, { body, ifMatch }: Request = {}): Promise<Answer<Body>> => {
    const response = await fetch(api + path, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch == null ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    // A file comes as it is.
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      range: response.headers.get('content-range'),
      body: (text === '' ? null : isJson ? JSON.parse(text) : text) as Body,
    };
  };
