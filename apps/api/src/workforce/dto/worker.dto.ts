import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';
import type { Worker } from '../workforce.types.ts';

const name = oneLine(200).min(1);
const jobTitle = oneLine(200);
const teamId = z.uuid().nullable().meta({ description: 'Null: in no team.' });

export const workerDto = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    jobTitle: z.string(),
    teamId,
    teamName: z.string().nullable(),
  })
  .meta({ id: 'Worker' });

export type WorkerDto = z.output<typeof workerDto>;

export const createWorkerDto = z
  .strictObject({
    name,
    jobTitle: jobTitle.default(''),
    teamId: teamId.optional(),
    email: z
      .email()
      .max(254)
      .optional()
      .meta({ description: 'Given, an invitation to sign in is made for it.' }),
  })
  .meta({ id: 'CreateWorker' });

export type CreateWorkerDto = z.output<typeof createWorkerDto>;

export const createdWorkerDto = z
  .strictObject({
    ...workerDto.shape,
    invitationLink: z
      .string()
      .nullable()
      .meta({ description: 'Shown this once: the employer hands it over.' }),
  })
  .meta({ id: 'CreatedWorker' });

export type CreatedWorkerDto = z.output<typeof createdWorkerDto>;

export const editWorkerDto = z
  .strictObject({ name: name.optional(), jobTitle: jobTitle.optional(), teamId: teamId.optional() })
  .meta({ id: 'EditWorker' });

export type EditWorkerDto = z.output<typeof editWorkerDto>;

export const workersQuery = listQuery({
  sort: ['name', 'jobTitle', 'teamName'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    teamId: z.uuid().optional(),
    q: oneLine(100).optional().meta({ description: 'Part of the name or the job title.' }),
  },
});

export type WorkersQuery = z.output<typeof workersQuery>;

export function toWorkerDto({ id, name, jobTitle, teamId, teamName }: Worker): WorkerDto {
  return { id, name, jobTitle, teamId, teamName };
}
