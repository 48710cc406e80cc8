import { z } from 'zod';
import { email, name } from './fields.ts';

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
  .strictObject({ name, administrator: z.strictObject({ name, email }) })
  .meta({ id: 'CreateOrganisation' });
export type CreateOrganisationDto = z.output<typeof createOrganisationDto>;

export const createdOrganisationDto = z
  .strictObject({
    ...organisationDto.shape,
    invitationLink: z.string().meta({ description: 'Shown this once: for the first administrator.' }),
  })
  .meta({ id: 'CreatedOrganisation' });
export type CreatedOrganisationDto = z.output<typeof createdOrganisationDto>;
