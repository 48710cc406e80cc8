import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSigner } from 'fast-jwt';
import { uuidv7 } from 'uuidv7';
import { ADMINISTRATOR, anInstallation, type Installation } from '#builders/installation';

interface Listening {
  /** What has come so far: the events' data, and null for the opening. */
  readonly heard: string[];
  readonly ended: Promise<void>;
  stop(): void;
}

let installation: Installation;
let administrator: string;
let claims: Record<string, unknown>;
let sign: (changes: object) => string;

async function listen(token: string): Promise<Listening> {
  const abort = new AbortController();
  const response = await fetch(`${installation.url}/api/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('content-security-policy')).not.toBeNull();
  const heard: string[] = [];
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!)
      heard.push(
        ...decoder
          .decode(chunk as Uint8Array)
          .split('\n\n')
          .filter(Boolean),
      );
  };
  const ended = read().catch(() => undefined);
  await eventually(() => heard.length > 0);
  return { heard, ended, stop: () => abort.abort() };
}

async function eventually(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end; await new Promise((again) => setTimeout(again, 5))) {
    if (holds()) return;
  }
  throw new Error('It did not come to hold.');
}

const publish = (tenantId: unknown, event: object) =>
  installation.admin.query(`select pg_notify('event', $1)`, [JSON.stringify({ tenantId, event })]);

beforeAll(async () => {
  installation = await anInstallation();
  administrator = await installation.setUp();
  claims = JSON.parse(Buffer.from(administrator.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
  const { rows } = await installation.admin.query('select kid, private_key as key from signing_key');
  const { kid, key } = rows[0] as { kid: string; key: string };
  sign = (changes) => createSigner({ algorithm: 'EdDSA', key, kid })({ ...claims, ...changes });
});
afterAll(() => installation.close());

describe('the stream of events', () => {
  it('tells an organisation’s administrator what happens there, and nothing from elsewhere', async () => {
    const stream = await listen(administrator);
    await publish(uuidv7(), { type: 'score-computed', workerId: 'theirs' });
    await publish(claims['tid'], { type: 'score-computed', workerId: 'ours' });
    await eventually(() => stream.heard.length > 1);
    expect(stream.heard.slice(1)).toEqual([
      'event: score-computed\ndata: {"type":"score-computed","workerId":"ours"}',
    ]);
    stream.stop();
  });

  it('tells a worker only what names them, and that everybody is scored anew', async () => {
    const stream = await listen(sign({ roles: ['worker'], wno: 7, wid: 'worker-7' }));
    await publish(claims['tid'], { type: 'score-computed', workerId: 'worker-8' });
    await publish(claims['tid'], { type: 'role-profile-published', roleProfileId: 'p' });
    await publish(claims['tid'], { type: 'score-computed', workerId: 'worker-7' });
    await publish(claims['tid'], { type: 'scores-computed' });
    await eventually(() => stream.heard.length > 2);
    expect(stream.heard.slice(1)).toEqual([
      'event: score-computed\ndata: {"type":"score-computed","workerId":"worker-7"}',
      'event: scores-computed\ndata: {"type":"scores-computed"}',
    ]);
    stream.stop();
  });

  it('tells a person without a worker nothing of workers', async () => {
    const stream = await listen(sign({ roles: ['worker', 'taxonomy-curator'] }));
    await publish(claims['tid'], { type: 'score-computed', workerId: 'worker-7' });
    await publish(claims['tid'], { type: 'score-computed' });
    await publish(claims['tid'], { type: 'scores-computed' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stream.heard).toHaveLength(1);
    stream.stop();
  });

  it('tells whoever has the permission, of whichever organisation, and nobody else', async () => {
    const curator = await listen(sign({ roles: ['taxonomy-curator'], tid: uuidv7() }));
    const others = [await listen(administrator), await listen(sign({ roles: ['worker'] }))];
    const told = { permission: 'framework.curate', event: { type: 'proposal-changed', proposalId: 'p' } };
    await installation.admin.query(`select pg_notify('event', $1)`, [JSON.stringify(told)]);
    await eventually(() => curator.heard.length > 1);
    expect(curator.heard.slice(1)).toEqual([
      'event: proposal-changed\ndata: {"type":"proposal-changed","proposalId":"p"}',
    ]);
    for (const other of others) expect(other.heard).toHaveLength(1);
    for (const stream of [curator, ...others]) stream.stop();
  });

  it('ends when the token does', async () => {
    const stream = await listen(sign({ exp: Math.floor(Date.now() / 1000) + 2 }));
    await stream.ended;
  });

  it('ends when the session is signed out, and other sessions’ streams go on', async () => {
    const { email, password } = ADMINISTRATOR;
    const session = await installation.send('POST', '/api/sessions', { body: { email, password } });
    const stream = await listen(session.body.accessToken);
    const other = await listen(administrator);
    await installation.send('DELETE', '/api/sessions/current', { cookie: session.cookie ?? '' });
    await stream.ended;
    expect(stream.heard).toHaveLength(1);
    await publish(claims['tid'], { type: 'still-here' });
    await eventually(() => other.heard.length > 1);
    other.stop();
  });

  it('survives what is no event', async () => {
    const stream = await listen(administrator);
    await installation.admin.query(`select pg_notify('event', 'not json')`);
    await publish(claims['tid'], { type: 'after' });
    await eventually(() => stream.heard.length > 1);
    stream.stop();
  });

  it('is sent to reconnect after the listening connection broke, since something may have been missed', async () => {
    const stream = await listen(administrator);
    await installation.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'skills-listen' and datname = current_database()`,
    );
    await stream.ended;
    const again = await listen(administrator);
    await publish(claims['tid'], { type: 'after' });
    await eventually(() => again.heard.length > 1);
    again.stop();
  });

  it('is for who is signed in', async () => {
    expect((await installation.send('GET', '/api/events')).status).toBe(401);
  });
});
