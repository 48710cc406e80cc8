import { z } from 'zod';
import { email, name, password } from './fields.ts';

export const setUpStateDto = z.strictObject({ open: z.boolean() }).meta({ id: 'SetUpState' });
export type SetUpStateDto = z.output<typeof setUpStateDto>;

export const setUpDto = z
  .strictObject({ token: z.string().max(200), organisation: name, name, email, password })
  .meta({ id: 'SetUp' });
export type SetUpDto = z.output<typeof setUpDto>;

export const invitationDto = z
  .strictObject({ name: z.string(), email: z.string(), organisation: z.string() })
  .meta({ id: 'Invitation' });
export type InvitationDto = z.output<typeof invitationDto>;

export const acceptInvitationDto = z.strictObject({ password }).meta({ id: 'AcceptInvitation' });
export type AcceptInvitationDto = z.output<typeof acceptInvitationDto>;
