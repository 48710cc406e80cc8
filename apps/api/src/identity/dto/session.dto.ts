import { z } from 'zod';
import { permissions, roles } from '#domain';

export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

/** No rule here but a bound: what makes a password good is said where one is chosen. */
const password = z.string().min(1).max(1_000);

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

export const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

export const setUpStateDto = z.strictObject({ open: z.boolean() }).meta({ id: 'SetUpState' });
export type SetUpStateDto = z.output<typeof setUpStateDto>;

export const setUpDto = z
  .strictObject({ token: z.string().max(200), organisation: oneLine, name: oneLine, email, password })
  .meta({ id: 'SetUp' });
export type SetUpDto = z.output<typeof setUpDto>;

export const invitationDto = z
  .strictObject({ name: z.string(), email: z.string(), organisation: z.string() })
  .meta({ id: 'Invitation' });
export type InvitationDto = z.output<typeof invitationDto>;

export const acceptInvitationDto = z.strictObject({ password }).meta({ id: 'AcceptInvitation' });
export type AcceptInvitationDto = z.output<typeof acceptInvitationDto>;

export const organisationDto = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['manufacturer', 'platform']),
    demonstration: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationDto = z.output<typeof organisationDto>;

export const createOrganisationDto = z
  .strictObject({ name: oneLine, administrator: z.strictObject({ name: oneLine, email }) })
  .meta({ id: 'CreateOrganisation' });
export type CreateOrganisationDto = z.output<typeof createOrganisationDto>;

export const createdOrganisationDto = z
  .strictObject({
    ...organisationDto.shape,
    invitationLink: z.string().meta({ description: 'Shown this once: for the first administrator.' }),
  })
  .meta({ id: 'CreatedOrganisation' });
export type CreatedOrganisationDto = z.output<typeof createdOrganisationDto>;
