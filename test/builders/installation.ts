import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '#local/postgres/server';
import { start, type Product } from '../../apps/api/src/main.ts';
import { testDatabase } from '../support/database.ts';

export const ADMINISTRATOR = {
  name: 'Ada Founder',
  email: 'ada@works.example',
  password: 'a long and quiet phrase',
};

/** A real installation without demonstration or framework: it starts in a moment, and nobody is in it. */
export interface Installation {
  readonly url: string;
  /** What the start said, line by line. */
  readonly said: readonly string[];
  /** Sees all, for a spec's own checks. */
  readonly admin: pg.Client;
  // The caller says what it asks for.

  send<Body = Told>(method: string, path: string, given?: Given): Promise<Answer<Body>>;
  /** Carries out the set-up; gives the first administrator's access token. */
  setUp(): Promise<string>;
  close(): Promise<void>;
}

export interface Given {
  readonly token?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  /** Sent as it is when it is text, as JSON otherwise. */
  readonly body?: unknown;
}

/** What specs read of answers; each answer has some of it. */
export interface Told {
  readonly type: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly id: string;
  readonly name: string;
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly invitationLink: string;
  readonly workerId: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { tags?: string[]; responses: object }>>>>;
}

export interface Answer<Body = Told> {
  readonly status: number;
  readonly headers: Headers;
  /** `name=value` of the cookie that the answer sets. */
  readonly cookie: string | undefined;
  readonly text: string;
  readonly body: Body;
}

export async function anInstallation(environment: Record<string, string> = {}): Promise<Installation> {
  const { appUrl, ownerUrl, adminUrl } = await testDatabase();
  const port = String(await freePort());
  const said: string[] = [];
  const product: Product = await start({
    environment: {
      DATABASE_URL: appUrl,
      OWNER_DATABASE_URL: ownerUrl,
      PORT: port,
      PAGES_FOLDER: 'nowhere',
      DATA_FOLDER: await mkdtemp(join(tmpdir(), 'no-frameworks-')),
      ...environment,
    },
    report: (line) => said.push(line),
  });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const url = `http://127.0.0.1:${port}`;

  const send = async <Body = Told>(
    method: string,
    path: string,
    given: Given = {},
  ): Promise<Answer<Body>> => {
    const { body, token, cookie, headers } = given;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      cookie: response.headers.getSetCookie()[0]?.split(';', 1)[0],
      text,
      body: (/json/.test(response.headers.get('content-type') ?? '') && text !== ''
        ? JSON.parse(text)
        : undefined) as Body,
    };
  };
  const setUp = async (): Promise<string> => {
    const token = /#(\S+)/.exec(said.join(' '))?.[1];
    const { status, body } = await send('POST', '/api/set-up', {
      body: { ...ADMINISTRATOR, organisation: 'Works', token },
    });
    if (status !== 201) throw new Error(`The set-up failed: ${JSON.stringify(body)}`);
    return body.accessToken;
  };
  const close = async (): Promise<void> => {
    await product.close();
    await admin.end();
  };
  return { url, said, admin, send, setUp, close };
}
