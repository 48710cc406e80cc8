import { z } from 'zod';
import { itemKinds } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { listQuery } from '#platform/http/list';
import { oneLine, someLines } from '#platform/http/text';
import { reason } from '../../../curation/dto/draft.dto.ts';
import {
  type Proposal,
  type ProposalDetail,
  proposalKinds,
  type ProposalReply,
  proposalStates,
} from '../proposal.types.ts';

const author = z
  .strictObject({ name: z.string(), organisation: z.string() })
  .nullable()
  .meta({ description: 'Null when the author did not agree that curators know.' });

export const proposalDto = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(proposalKinds),
    state: z.enum(proposalStates),
    releaseId: z.uuid(),
    isNewItem: z.boolean().meta({ description: 'That something is missing; else it is about an item.' }),
    item: z
      .strictObject({ id: z.uuid(), lineage: z.uuid(), code: z.string(), title: z.string() })
      .nullable()
      .meta({
        description: 'What it is about, as it was called then; of a new item, what it would stand under.',
      }),
    title: z.string().nullable().meta({ description: 'How the item should be called.' }),
    definition: z.string().nullable(),
    says: z.string(),
    author,
    isOwn: z.boolean().meta({ description: 'The reader has written it.' }),
    createdAt: z.iso.datetime(),
    decision: z.strictObject({ by: z.string(), at: z.iso.datetime(), why: z.string() }).nullable(),
    madeItemId: z.uuid().nullable().meta({ description: 'The item of a draft that came of it.' }),
    replyCount: z.int(),
  })
  .meta({ id: 'Proposal' });

export type ProposalDto = z.output<typeof proposalDto>;

const replyDto = z.strictObject({
  id: z.uuid(),
  author: z.string().nullable(),
  byCurator: z.boolean(),
  says: z.string(),
  createdAt: z.iso.datetime(),
});

export const proposalDetailDto = z
  .strictObject({ ...proposalDto.shape, replies: z.array(replyDto) })
  .meta({ id: 'ProposalDetail' });

export type ProposalDetailDto = z.output<typeof proposalDetailDto>;

export const proposalsQuery = listQuery({
  sort: ['createdAt'],
  filter: {
    state: z.array(z.enum(proposalStates)).max(proposalStates.length).optional(),
    kind: z.enum(proposalKinds).optional(),
    lineage: z.uuid().optional(),
    mine: z.boolean().optional(),
  },
});

export type ProposalsQuery = z.output<typeof proposalsQuery>;

const says = someLines(4000).min(1);
const title = oneLine(300).min(1);
const definition = someLines(8000)
  .nullable()
  .transform((text) => (text === '' ? null : text));

export const writeProposalDto = z
  .strictObject({
    kind: z.enum(proposalKinds),
    itemId: z.uuid().optional().meta({ description: 'What it is about; without it, something is missing.' }),
    releaseId: z
      .uuid()
      .optional()
      .meta({ description: 'Of something that is missing and would stand anywhere.' }),
    parentId: z.uuid().optional().meta({ description: 'What the missing one would stand under.' }),
    title: title.optional(),
    definition: definition.optional(),
    says,
    named: z
      .boolean()
      .default(true)
      .meta({ description: 'Curators may know who and which organisation it comes from.' }),
  })
  .refine(({ kind, itemId }) => kind === 'proposal' || itemId !== undefined, {
    path: ['itemId'],
    message: 'is what a comment is about',
  })
  .refine(({ itemId, releaseId, parentId }) => [itemId, releaseId, parentId].filter(Boolean).length === 1, {
    path: ['itemId'],
    message: 'or else releaseId or parentId must say what it is about, and one of them alone',
  })
  .refine(({ itemId, title: given }) => itemId !== undefined || given !== undefined, {
    path: ['title'],
    message: 'is needed for what is missing',
  })
  .refine(
    ({ kind, title: given, definition: text }) => kind === 'proposal' || (given ?? text ?? null) === null,
    {
      path: ['title'],
      message: 'is for proposals',
    },
  )
  .meta({ id: 'WriteProposal' });

export type WriteProposalDto = z.output<typeof writeProposalDto>;

export const replyToProposalDto = z.strictObject({ says }).meta({ id: 'ReplyToProposal' });

export type ReplyToProposalDto = z.output<typeof replyToProposalDto>;

export const decideProposalDto = z
  .strictObject({
    state: z.enum(['accepted', 'declined']),
    why: someLines(2000).default(''),
    add: z
      .strictObject({
        releaseId: z.uuid(),
        parentId: z.uuid().nullable(),
        kind: z.enum(itemKinds).default('ksa'),
        title,
        definition: definition.default(null),
        reason,
      })
      .optional()
      .meta({ description: 'Adds the proposed item to a draft.' }),
  })
  .meta({ id: 'DecideProposal' });

export type DecideProposalDto = z.output<typeof decideProposalDto>;

export function toProposalDto(proposal: Proposal, { tenantId, actor }: RequestContext): ProposalDto {
  const { lineage, itemId, itemCode, itemTitle } = proposal;
  const isOfThem = proposal.tenantId === tenantId;
  return {
    id: proposal.id,
    kind: proposal.kind,
    state: proposal.state,
    releaseId: proposal.releaseId,
    isNewItem: proposal.isNewItem,
    item:
      itemId === null || lineage === null
        ? null
        : { id: itemId, lineage, code: itemCode ?? '', title: itemTitle ?? '' },
    title: proposal.title,
    definition: proposal.definition,
    says: proposal.says,
    author: isOfThem || proposal.named ? { name: proposal.by, organisation: proposal.organisation } : null,
    isOwn: isOfThem && proposal.userId === actor.userId,
    createdAt: proposal.createdAt.toISOString(),
    decision:
      proposal.decidedAt === null
        ? null
        : {
            // Who withdraws is the author, whom curators may not know.
            by: proposal.state === 'withdrawn' ? '' : (proposal.decidedBy ?? ''),
            at: proposal.decidedAt.toISOString(),
            why: proposal.decidedWhy ?? '',
          },
    madeItemId: proposal.madeItemId,
    replyCount: proposal.replyCount,
  };
}

export function toProposalDetailDto(
  { proposal, replies }: ProposalDetail,
  context: RequestContext,
): ProposalDetailDto {
  return {
    ...toProposalDto(proposal, context),
    replies: replies.map((reply) => toReplyDto(reply, proposal, context)),
  };
}

/** Curators answer by name; the author's people are named as the author is. */
function toReplyDto(
  reply: ProposalReply,
  proposal: Proposal,
  { tenantId }: RequestContext,
): z.output<typeof replyDto> {
  const isKnown = reply.byCurator || reply.tenantId === tenantId || proposal.named;
  return {
    id: reply.id,
    author: isKnown ? reply.by : null,
    byCurator: reply.byCurator,
    says: reply.says,
    createdAt: reply.createdAt.toISOString(),
  };
}
