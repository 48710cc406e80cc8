import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import type { RoleAssignment } from '../roles.types.ts';

export const roleAssignmentDto = z
  .strictObject({
    id: z.uuid(),
    workerId: z.uuid(),
    workerName: z.string(),
    roleProfileId: z.uuid(),
    roleProfileName: z.string(),
    assignedAt: z.iso.datetime(),
  })
  .meta({ id: 'RoleAssignment' });

export type RoleAssignmentDto = z.output<typeof roleAssignmentDto>;

export const roleAssignmentsQuery = listQuery({
  sort: ['workerName', 'roleProfileName', 'assignedAt'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    workerId: z.uuid().optional(),
    roleProfileId: z.uuid().optional(),
  },
});

export type RoleAssignmentsQuery = z.output<typeof roleAssignmentsQuery>;

export function toRoleAssignmentDto(assignment: RoleAssignment): RoleAssignmentDto {
  return {
    id: assignment.id,
    workerId: assignment.workerId,
    workerName: assignment.workerName,
    roleProfileId: assignment.roleProfileId,
    roleProfileName: assignment.roleProfileName,
    assignedAt: assignment.assignedAt.toISOString(),
  };
}
