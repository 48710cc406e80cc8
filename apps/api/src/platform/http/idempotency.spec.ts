import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anInstallation, type Installation } from '#builders/installation';

let installation: Installation;
let token: string;
let n = 0;

const create = (key: string, given: { name?: string; email?: string } = {}) => {
  const { name = 'Works', email = `a${(n += 1)}@works.example` } = given;
  return installation.send('POST', '/api/organisations', {
    token,
    headers: { 'idempotency-key': key },
    body: { name, administrator: { name: 'A', email } },
  });
};
const made = async (name: string): Promise<number> =>
  (
    await installation.admin.query<{ n: number }>(
      'select count(*)::int as n from organisation where name = $1',
      [name],
    )
  ).rows[0]!.n;

beforeAll(async () => {
  installation = await anInstallation();
  token = await installation.setUp();
});
afterAll(() => installation.close());

describe('a request under an Idempotency-Key', () => {
  it('is carried out once, and answered with the same again', async () => {
    const same = { name: 'Once', email: 'once@works.example' };
    const first = await create('key-1', same);
    const second = await create('key-1', same);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await made('Once')).toBe(1);
  });

  it('is refused with another body under the same key', async () => {
    await create('key-2', { name: 'Two' });
    const other = await create('key-2', { name: 'Not two' });
    expect([other.status, other.body.type]).toEqual([422, 'urn:problem:idempotency-key-reused']);
    expect(await made('Not two')).toBe(0);
  });

  it('is carried out once when it comes ten times at once', async () => {
    const same = { name: 'Crowd', email: 'crowd@works.example' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => create('key-3', same)));
    expect(await made('Crowd')).toBe(1);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual(
      [],
    );
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect((await create('key-3', same)).status).toBe(201);
  });

  it('may be mended and sent again when it was refused', async () => {
    await create('other', { name: 'Taken', email: 'taken@works.example' });
    expect((await create('key-4', { name: 'Mended', email: 'taken@works.example' })).status).toBe(409);
    expect((await create('key-4', { name: 'Mended', email: 'free@works.example' })).status).toBe(201);
  });

  it('whose process died after the commit is never carried out a second time', async () => {
    const same = { name: 'Cut off', email: 'cut@works.example' };
    await create('key-5', same);
    await installation.admin.query(
      `update idempotency_key set status = null, body = null, created_at = now() - interval '5 minutes' where key = 'key-5'`,
    );
    const again = await create('key-5', same);
    expect([again.status, again.body.type]).toEqual([409, 'urn:problem:idempotency-answer-lost']);
    expect(await made('Cut off')).toBe(1);
  });

  it('whose process died before the commit is carried out by the next', async () => {
    const same = { name: 'Taken over', email: 'over@works.example' };
    await create('key-6', same);
    await installation.admin.query(`delete from organisation_directory where name = 'Taken over'`);
    await installation.admin.query(`delete from sign_in_address where email = 'over@works.example'`);
    await installation.admin.query(
      `update idempotency_key set status = null, carried_out = false, created_at = now() - interval '5 minutes' where key = 'key-6'`,
    );
    expect((await create('key-6', same)).status).toBe(201);
  });

  it('is forgotten after a day', async () => {
    await create('key-7', { name: 'Yesterday' });
    await installation.admin.query(
      `update idempotency_key set created_at = now() - interval '25 hours' where key = 'key-7'`,
    );
    expect((await create('key-7', { name: 'Today' })).status).toBe(201);
  });

  it('wants a key of 1 to 255 printable characters', async () => {
    expect((await create('x'.repeat(256))).status).toBe(422);
    expect((await create('x'.repeat(255))).status).toBe(201);
  });
});
