import { z } from 'zod';
import { releaseStates } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import type { DiscardedDraft, Framework, ReleaseChange } from '../curation.types.ts';

/** Why it is done: kept in the log. */
export const reason = someLines(2000).default('');

/** Two that look alike are the same. */
export const releaseLabel = oneLine(60)
  .min(1)
  .regex(/^\P{Cf}*$/u, 'holds a character that is not seen');

export const frameworkDto = z
  .strictObject({
    id: z.uuid(),
    uri: z.string(),
    name: z.string(),
    publisher: z.string(),
    licence: z.string(),
    isBasis: z.boolean().meta({ description: 'Role profiles begin from its newest published release.' }),
  })
  .meta({ id: 'Framework' });

export type FrameworkDto = z.output<typeof frameworkDto>;

export const createFrameworkDto = z
  .strictObject({
    uri: z.url({ protocol: /^https?$/ }).max(500),
    name: oneLine(300).min(1),
    publisher: oneLine(300).min(1),
    licence: oneLine(1000).min(1),
  })
  .meta({ id: 'CreateFramework' });

export type CreateFrameworkDto = z.output<typeof createFrameworkDto>;

export const createReleaseDto = z
  .strictObject({
    frameworkId: z.uuid(),
    label: releaseLabel,
    basedOn: z.uuid().nullable().meta({ description: 'The release to copy; null: the draft begins empty.' }),
    attribution: oneLine(1000).optional(),
  })
  .meta({ id: 'CreateRelease' });

export type CreateReleaseDto = z.output<typeof createReleaseDto>;

export const reasonDto = z.strictObject({ reason }).meta({ id: 'Reason' });

export type ReasonDto = z.output<typeof reasonDto>;

export const discardQuery = z.strictObject({ reason });

export type DiscardQuery = z.output<typeof discardQuery>;

export const discardedDraftDto = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    frameworkId: z.uuid(),
    framework: z.string(),
    basedOn: z.uuid().nullable(),
    by: z.string().meta({ description: 'Who has discarded it.' }),
    at: z.iso.datetime(),
    reason: z.string(),
  })
  .meta({ id: 'DiscardedDraft' });

export type DiscardedDraftDto = z.output<typeof discardedDraftDto>;

const state = z.record(z.string(), z.unknown()).nullable();

export const releaseChangeDto = z
  .strictObject({
    id: z.uuid(),
    releaseId: z.uuid(),
    releaseLabel: z.string(),
    releaseState: z.enum(releaseStates),
    lineage: z.uuid().nullable(),
    subject: z.enum(['release', 'item', 'occupation', 'selection', 'technology-area']),
    action: z.string(),
    at: z.iso.datetime(),
    by: z.string(),
    reason: z.string(),
    before: state,
    after: state,
  })
  .meta({ id: 'ReleaseChange' });

export type ReleaseChangeDto = z.output<typeof releaseChangeDto>;

export const releaseChangesQuery = listQuery({ sort: ['at'], filter: { lineage: z.uuid().optional() } });

export type ReleaseChangesQuery = z.output<typeof releaseChangesQuery>;

export const toFrameworkDto = ({ id, uri, name, publisher, licence, isBasis }: Framework): FrameworkDto => ({
  ...{ id, uri, name, publisher, licence, isBasis },
});

export const toDiscardedDraftDto = (draft: DiscardedDraft): DiscardedDraftDto => ({
  ...draft,
  at: draft.at.toISOString(),
});

export function toReleaseChangeDto(change: ReleaseChange): ReleaseChangeDto {
  return {
    ...change,
    at: change.at.toISOString(),
    before: change.before as ReleaseChangeDto['before'],
    after: change.after as ReleaseChangeDto['after'],
  };
}
