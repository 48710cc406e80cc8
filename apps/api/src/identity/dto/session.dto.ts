import { z } from 'zod';
import { permissions, roles } from '#domain';
import { password } from './fields.ts';

export const signInDto = z.strictObject({ email: z.string().max(254), password }).meta({ id: 'SignIn' });
export type SignInDto = z.output<typeof signInDto>;

export const personaSignInDto = z.strictObject({ key: z.string().max(100) }).meta({ id: 'PersonaSignIn' });
export type PersonaSignInDto = z.output<typeof personaSignInDto>;

export const sessionDto = z
  .strictObject({ accessToken: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'Session' });
export type SessionDto = z.output<typeof sessionDto>;

export const personaDto = z
  .strictObject({ key: z.string(), name: z.string(), title: z.string(), what: z.string() })
  .meta({ id: 'Persona' });
export type PersonaDto = z.output<typeof personaDto>;

export const meDto = z
  .strictObject({
    userId: z.uuid(),
    name: z.string(),
    email: z.string(),
    organisation: z.strictObject({ id: z.uuid(), name: z.string(), demonstration: z.boolean() }),
    roles: z.array(z.enum(roles)),
    permissions: z.array(z.enum(permissions)),
    workerId: z.uuid().nullable(),
  })
  .meta({ id: 'Me' });
export type MeDto = z.output<typeof meDto>;
