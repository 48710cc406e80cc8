export interface Sent {
  readonly body?: unknown;
  /** Sent as it is, for what no client would make of a value. */
  readonly text?: string;
  readonly ifMatch?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Got<Body> {
  readonly status: number;
  readonly etag: string | null;
  readonly type: string | null;
  readonly body: Body;
}

export interface Heard {
  readonly type: string;
  readonly workerId?: string;
  readonly roleProfileId?: string;
}

/** Somebody at the served product, over HTTP alone. */
export class Client {
  private readonly origin: string;
  private readonly token: string | null;

  constructor(origin: string, token: string | null = null) {
    this.origin = origin;
    this.token = token;
  }

  async persona(key: string): Promise<Client> {
    return this.signedIn(await this.send('POST', '/sessions/persona', { body: { key } }));
  }

  /** Takes up an invitation, as the invited person does on its page. */
  async join(link: string, password = 'a long enough password of one'): Promise<Client> {
    const token = link.slice(link.lastIndexOf('/') + 1);
    return this.signedIn(await this.send('POST', `/invitations/${token}`, { body: { password } }));
  }

  async send<Body = never>(method: string, path: string, sent: Sent = {}): Promise<Got<Body>> {
    const content = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const response = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sent.ifMatch == null ? {} : { 'if-match': sent.ifMatch }),
        ...sent.headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      type: response.headers.get('content-type'),
      body: (text === '' ? null : JSON.parse(text)) as Body,
    };
  }

  /** The same person, at another process of the same installation. */
  at(other: Client): Client {
    return new Client(other.origin, this.token);
  }

  /** What must succeed; the answer's body. */
  async get<Body>(path: string): Promise<Body> {
    return (await this.succeed<Body>('GET', path)).body;
  }

  async succeed<Body>(method: string, path: string, sent: Sent = {}): Promise<Got<Body>> {
    const got = await this.send<Body>(method, path, sent);
    if (got.status >= 300) throw new Error(`${method} ${path}: ${got.status} ${JSON.stringify(got.body)}`);
    return got;
  }

  /** Hears the server's events until told to stop. */
  async listen(heard: (event: Heard) => void): Promise<() => void> {
    const stop = new AbortController();
    const response = await fetch(`${this.origin}/api/events`, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: stop.signal,
    });
    void readEvents(response.body!, heard).catch(() => undefined);
    return () => stop.abort();
  }

  private signedIn({ status, body }: Got<{ accessToken: string }>): Client {
    if (status >= 300) throw new Error(`Nobody was signed in: ${status} ${JSON.stringify(body)}`);
    return new Client(this.origin, body.accessToken);
  }
}

async function readEvents(stream: ReadableStream<Uint8Array>, heard: (event: Heard) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      const event = JSON.parse(data ?? '{}') as Partial<Heard>;
      if (event.type !== undefined) heard({ ...event, type: event.type });
    }
  }
}

/** Until it gives something: jobs take their moment. */
export async function eventually<Value>(
  attempt: () => Promise<Value | null | undefined | false>,
  limitMs = 10_000,
): Promise<Value> {
  for (const end = Date.now() + limitMs; Date.now() < end;) {
    const value = await attempt();
    if (value !== null && value !== undefined && value !== false) return value;
    await new Promise((again) => setTimeout(again, 25));
  }
  throw new Error(`It did not come within ${limitMs / 1000} seconds.`);
}

export const filtered = (path: string, filter: object): string =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
