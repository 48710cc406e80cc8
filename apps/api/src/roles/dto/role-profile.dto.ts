import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import type { RoleProfile } from '../roles.types.ts';

const name = oneLine(200).min(1);
const description = someLines(4000);

export const roleProfileDto = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    releaseId: z.uuid(),
    occupationIds: z.array(z.uuid()).meta({ description: 'The occupations that it was begun from.' }),
    publishedVersion: z
      .int()
      .nullable()
      .meta({ description: '1, 2, 3 …; null before it is first published.' }),
    publishedAt: z.iso.datetime().nullable(),
    hasDraft: z.boolean().meta({ description: 'There are changes that are not published yet.' }),
    requirementCount: z.int().meta({ description: 'Of the draft, or without one of the published version.' }),
  })
  .meta({ id: 'RoleProfile' });

export type RoleProfileDto = z.output<typeof roleProfileDto>;

export const createRoleProfileDto = z
  .strictObject({
    name,
    description: description.default(''),
    occupationIds: z
      .array(z.uuid())
      .max(20)
      .meta({ description: 'One, or a blend: each KSA that any of them selects becomes a requirement.' }),
    defaultLevel: z.int().optional().meta({ description: 'The required level to begin with.' }),
  })
  .meta({ id: 'CreateRoleProfile' });

export type CreateRoleProfileDto = z.output<typeof createRoleProfileDto>;

export const editRoleProfileDto = z
  .strictObject({ name: name.optional(), description: description.optional() })
  .meta({ id: 'EditRoleProfile' });

export type EditRoleProfileDto = z.output<typeof editRoleProfileDto>;

export const roleProfilesQuery = listQuery({
  sort: ['name', 'publishedAt'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    q: oneLine(100).optional(),
    itemId: z.uuid().optional().meta({
      description: 'Those that ask for this KSA, or for any under this item, of whichever release.',
    }),
  },
});

export type RoleProfilesQuery = z.output<typeof roleProfilesQuery>;

export function toRoleProfileDto(profile: RoleProfile): RoleProfileDto {
  return {
    id: profile.id,
    name: profile.name,
    description: profile.description,
    releaseId: profile.releaseId,
    occupationIds: [...profile.occupationIds],
    publishedVersion: profile.publishedVersion,
    publishedAt: profile.publishedAt?.toISOString() ?? null,
    hasDraft: profile.draftVersionNo !== null,
    requirementCount: profile.requirementCount,
  };
}
