import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { Proposal, ProposalReply, ProposalState } from './proposal.types.ts';

const COLUMNS = `
  p.id, p.tenant_id as "tenantId", p.user_id as "userId", p.by_name as "by", p.organisation, p.named, p.kind,
  p.release_id as "releaseId", p.lineage, p.item_id as "itemId", p.item_code as "itemCode",
  p.item_title as "itemTitle", p.is_new_item as "isNewItem", p.title, p.definition, p.says,
  p.created_at as "createdAt", p.state, p.decided_at as "decidedAt", p.decided_by as "decidedBy",
  p.decided_why as "decidedWhy", p.made_item_id as "madeItemId",
  (select count(*)::int from proposal_reply r where r.proposal_id = p.id) as "replyCount"`;

// $1: the organisation that asks; null for curators, who see what every organisation proposes.
const MATCHES = `
  ($1::uuid is null or p.tenant_id = $1) and ($2::text[] is null or p.state = any($2))
  and ($3::text is null or p.kind = $3) and ($4::uuid is null or p.lineage = $4)
  and ($5::uuid is null or p.user_id = $5)`;

const listed = (order: 'asc' | 'desc'): Statement => ({
  name: `proposals_list_${order}`,
  text: `
    select ${COLUMNS} from proposal p where ${MATCHES}
    order by p.created_at ${order}, p.id ${order} limit $6 offset $7`,
});

const LIST = { ASC: listed('asc'), DESC: listed('desc') };

const COUNT: Statement = {
  name: 'proposals_count',
  text: `select count(*)::int as total from proposal p where ${MATCHES}`,
};

const ONE: Statement = {
  name: 'proposals_one',
  text: `select ${COLUMNS} from proposal p where ($1::uuid is null or p.tenant_id = $1) and p.id = $2`,
};

const REPLIES: Statement = {
  name: 'proposals_replies',
  text: `
    select id, tenant_id as "tenantId", by_name as "by", by_curator as "byCurator", says, created_at as "createdAt"
    from proposal_reply where proposal_id = $1 order by created_at, id`,
};

const INSERT: Statement = {
  name: 'proposals_insert',
  text: `
    insert into proposal (id, tenant_id, user_id, by_name, organisation, named, kind, release_id, lineage, item_id,
                          item_code, item_title, is_new_item, title, definition, says, created_at, own_item_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    on conflict (own_item_id) where state = 'open' do nothing returning id`,
};

const REPLY: Statement = {
  name: 'proposals_reply',
  text: `
    insert into proposal_reply (id, proposal_id, tenant_id, user_id, by_name, by_curator, says, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const CLOSE: Statement = {
  name: 'proposals_close',
  text: `
    update proposal set state = $2, decided_at = $3, decided_by = $4, decided_why = $5, made_item_id = $6
    where id = $1 and state = 'open' returning id`,
};

export interface ProposalFilter {
  /** Null: of every organisation. */
  readonly tenantId: string | null;
  readonly states: readonly ProposalState[] | null;
  readonly kind: string | null;
  readonly lineage: string | null;
  readonly userId: string | null;
}

/** Shared by all organisations, since curators see what each of them proposes: whose rows they are stands in each statement. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    context: RequestContext,
    { tenantId, states, kind, lineage, userId }: ProposalFilter,
    page: { limit: number; offset: number; order: 'ASC' | 'DESC' },
  ): Promise<{ rows: Proposal[]; total: number }> {
    const wanted = [tenantId, states, kind, lineage, userId];
    const rows = await this.unitOfWork.read<Proposal>(context, LIST[page.order], [
      ...wanted,
      page.limit,
      page.offset,
    ]);
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT, wanted);
    return { rows, total: count?.total ?? 0 };
  }

  async one(context: RequestContext, tenantId: string | null, id: string): Promise<Proposal | undefined> {
    return (await this.unitOfWork.read<Proposal>(context, ONE, [tenantId, id]))[0];
  }

  replies(context: RequestContext, proposalId: string): Promise<ProposalReply[]> {
    return this.unitOfWork.read<ProposalReply>(context, REPLIES, [proposalId]);
  }

  /** Undefined when the own item that it offers is offered already. */
  async insert(
    context: TransactionContext,
    proposal: Pick<
      Proposal,
      | 'organisation'
      | 'named'
      | 'kind'
      | 'releaseId'
      | 'lineage'
      | 'itemId'
      | 'itemCode'
      | 'itemTitle'
      | 'isNewItem'
      | 'title'
      | 'definition'
      | 'says'
    >,
    ownItemId: string | null,
  ): Promise<string | undefined> {
    const id = uuidv7();
    const { tenantId, actor, now } = context;
    const rows = await this.unitOfWork.read<{ id: string }>(context, INSERT, [
      ...[id, tenantId, actor.userId, actor.name, proposal.organisation, proposal.named, proposal.kind],
      ...[proposal.releaseId, proposal.lineage, proposal.itemId, proposal.itemCode, proposal.itemTitle],
      ...[proposal.isNewItem, proposal.title, proposal.definition, proposal.says, now],
      ownItemId,
    ]);
    return rows[0]?.id;
  }

  async reply(
    context: TransactionContext,
    proposalId: string,
    byCurator: boolean,
    says: string,
  ): Promise<void> {
    const { tenantId, actor, now } = context;
    const values = [uuidv7(), proposalId, tenantId, actor.userId, actor.name, byCurator, says, now];
    await this.unitOfWork.read(context, REPLY, values);
  }

  /** False when it is closed already. */
  async close(
    context: TransactionContext,
    id: string,
    state: ProposalState,
    why: string,
    madeItemId: string | null,
  ): Promise<boolean> {
    const { actor, now } = context;
    const rows = await this.unitOfWork.read(context, CLOSE, [id, state, now, actor.name, why, madeItemId]);
    return rows.length > 0;
  }
}
