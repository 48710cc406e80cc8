import { z } from 'zod';
import { releaseChecks } from '#domain';
import type { Approval } from '../publishing.repository.ts';

export const approvalDto = z
  .strictObject({ by: z.string(), at: z.iso.datetime(), mine: z.boolean() })
  .meta({ id: 'Approval' });

export const approvalsDto = z
  .strictObject({
    revision: z.int().meta({ description: 'What the approvals are of.' }),
    needed: z.int(),
    approvals: z.array(approvalDto),
  })
  .meta({ id: 'Approvals' });

export type ApprovalsDto = z.output<typeof approvalsDto>;

export const revisionDto = z
  .strictObject({ revision: z.int().min(1).meta({ description: 'The revision that the person has read.' }) })
  .meta({ id: 'Revision' });

export type RevisionDto = z.output<typeof revisionDto>;

export const publicationDto = revisionDto
  .extend({
    leavesOut: z.array(z.uuid()).max(1000).default([]).meta({
      description: 'The releases published since this one began whose changes it knowingly leaves out.',
    }),
  })
  .meta({ id: 'Publication' });

export type PublicationDto = z.output<typeof publicationDto>;

export const leftOutDto = z.strictObject({ id: z.uuid(), label: z.string() }).meta({ id: 'LeftOutRelease' });

export const releaseFaultDto = z
  .strictObject({
    check: z.enum(releaseChecks),
    subject: z.enum(['release', 'item', 'occupation', 'selection']),
    lineage: z.uuid().nullable(),
    name: z.string().meta({ description: "The item's code, or the occupation's title." }),
    detail: z.string(),
  })
  .meta({ id: 'ReleaseFault' });

export type ReleaseFaultDto = z.output<typeof releaseFaultDto>;

export const toApprovalDto = (
  { by, at, userId }: Approval,
  reader: string | null,
): z.output<typeof approvalDto> => ({ by, at: at.toISOString(), mine: userId === reader });
