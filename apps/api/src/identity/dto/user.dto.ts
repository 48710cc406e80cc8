import { z } from 'zod';
import { roles } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';
import { email, name } from './fields.ts';

export const userDto = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    workerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });
export type UserDto = z.output<typeof userDto>;

/** A worker's account comes with the worker. */
export const inviteUserDto = z
  .strictObject({ name, email, role: z.enum(roles).exclude(['worker']) })
  .meta({ id: 'InviteUser' });
export type InviteUserDto = z.output<typeof inviteUserDto>;

export const invitedUserDto = z
  .strictObject({
    ...userDto.shape,
    invitationLink: z.string().meta({ description: 'Shown this once: whoever invites hands it over.' }),
  })
  .meta({ id: 'InvitedUser' });
export type InvitedUserDto = z.output<typeof invitedUserDto>;

export const usersQuery = listQuery({
  sort: ['name', 'createdAt'],
  filter: {
    q: oneLine(100).min(1).optional().meta({ description: 'Part of the name or the email address.' }),
  },
});
export type UsersQuery = z.output<typeof usersQuery>;
