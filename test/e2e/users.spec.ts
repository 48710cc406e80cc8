import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InvitedUserDto, UserDto } from '../../apps/api/src/identity/dto/user.dto.ts';
import { type Client } from '#builders/client';
import { type Served, served } from '#builders/served';

describe('who signs in', () => {
  let product: Served;
  let employer: Client;

  beforeAll(async () => {
    product = await served();
    employer = await product.nobody.persona('employer-administrator');
  });
  afterAll(() => product.close());

  const listed = (q: string) =>
    employer.get<UserDto[]>(`/users?filter=${encodeURIComponent(JSON.stringify({ q }))}`);

  it('an employer administrator invites an assessor, who chooses a password and reviews', async () => {
    const body = { name: 'Olu Adeyemi', email: 'Olu.Adeyemi@example-drives.example', role: 'assessor' };
    const invited = await employer.succeed<InvitedUserDto>('POST', '/users', { body });
    expect(invited.body).toMatchObject({ email: 'olu.adeyemi@example-drives.example', roles: ['assessor'] });
    const assessor = await product.nobody.join(invited.body.invitationLink);
    expect(await assessor.get('/me')).toMatchObject({ name: 'Olu Adeyemi', roles: ['assessor'] });
    expect((await assessor.get<unknown[]>('/assessments')).length).toBeGreaterThan(0);
    expect(await listed('adeyemi')).toMatchObject([{ id: invited.body.id, workerId: null }]);
  });

  it('nobody gives a role that is not theirs to give, and an address signs in one person', async () => {
    const invite = (role: string, email = 'new@example-drives.example') =>
      employer.send('POST', '/users', { body: { name: 'New', email, role } });
    expect(await invite('platform-administrator')).toMatchObject({
      status: 403,
      body: { errors: [{ pointer: '/role' }] },
    });
    expect((await invite('worker')).status).toBe(422);
    const [somebody] = await listed('dana');
    expect(await invite('assessor', somebody?.email)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/email' }] },
    });
    expect(await listed('new@')).toEqual([]);
  });

  it('the people of one organisation are not told to another', async () => {
    const platform = await product.nobody.persona('platform-administrator');
    const names = (await platform.get<UserDto[]>('/users')).map(({ name }) => name);
    expect(names).toContain('Alex Moreau');
    expect(names).not.toContain('Dana Whitfield');
  });
});
