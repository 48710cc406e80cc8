import { z } from 'zod';

export const assignRoleDto = z
  .strictObject({ workerId: z.uuid(), roleProfileId: z.uuid() })
  .meta({ id: 'AssignRoleProfile' });

export type AssignRoleDto = z.output<typeof assignRoleDto>;

export const assignedRoleDto = z
  .strictObject({
    id: z.uuid(),
    workerId: z.uuid(),
    roleProfileId: z.uuid(),
    assessmentId: z.uuid().meta({ description: 'The draft that the worker is asked to fill in.' }),
  })
  .meta({ id: 'AssignedRoleProfile' });

export type AssignedRoleDto = z.output<typeof assignedRoleDto>;
