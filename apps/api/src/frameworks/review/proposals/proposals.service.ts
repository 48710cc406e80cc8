import { Injectable } from '@nestjs/common';
import { OrganisationsService } from '#identity';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { ItemEditingService } from '../../curation/item-editing.service.ts';
import { FrameworksService } from '../../frameworks.service.ts';
import { curates } from '../../visible-releases.ts';
import type { DecideProposalDto, ProposalsQuery, WriteProposalDto } from './dto/proposal.dto.ts';
import type { Proposal, ProposalDetail } from './proposal.types.ts';
import {
  alreadyProposed,
  nothingToAdd,
  proposalClosed,
  proposalNotFound,
  proposalNotYours,
} from './proposals.errors.ts';
import { ProposalsRepository } from './proposals.repository.ts';

/** Comments on the framework and proposals for it: of organisations to the curators, and what these answer. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalsRepository,
    private readonly frameworks: FrameworksService,
    private readonly items: ItemEditingService,
    private readonly organisations: OrganisationsService,
    private readonly events: Events,
  ) {}

  /** Curators: those of every organisation; anybody else: those of their own. */
  list(
    context: RequestContext,
    { filter, limit, offset, sort }: ProposalsQuery,
  ): Promise<{ rows: Proposal[]; total: number }> {
    return this.proposals.list(
      context,
      {
        tenantId: seenBy(context),
        states: filter.state ?? null,
        kind: filter.kind ?? null,
        lineage: filter.lineage ?? null,
        userId: filter.mine === true ? context.actor.userId : null,
      },
      { limit, offset, order: sort.order },
    );
  }

  async one(context: RequestContext, id: string): Promise<ProposalDetail> {
    const proposal = await this.proposals.one(context, seenBy(context), id);
    if (proposal === undefined) throw proposalNotFound();
    return { proposal, replies: await this.proposals.replies(context, id) };
  }

  /**
   * About an item of a release that the author sees, or of a new one, under an item or anywhere in a release.
   *
   * @param ownItemId what the author's organisation has of its own, where that is what it offers
   */
  write(
    context: RequestContext,
    input: WriteProposalDto,
    ownItemId: string | null = null,
  ): Promise<ProposalDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const isNewItem = input.itemId === undefined;
      const itemId = input.itemId ?? input.parentId ?? null;
      const item = itemId === null ? null : (await this.frameworks.item(transaction, itemId)).item;
      const releaseId =
        item?.releaseId ?? (await this.frameworks.release(transaction, input.releaseId ?? '')).id;
      const proposal = {
        organisation: await this.organisations.nameOf(transaction),
        named: input.named,
        kind: input.kind,
        releaseId,
        lineage: item?.lineage ?? null,
        itemId,
        itemCode: item?.code ?? null,
        itemTitle: item?.title ?? null,
        isNewItem,
        title: input.title ?? null,
        definition: input.definition ?? null,
        says: input.says,
      };
      const id = await this.proposals.insert(transaction, proposal, ownItemId);
      if (id === undefined) throw alreadyProposed();
      await this.tell(transaction, { id, tenantId: context.tenantId, userId: context.actor.userId });
      return this.one(transaction, id);
    });
  }

  reply(context: RequestContext, id: string, says: string): Promise<ProposalDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { proposal } = await this.one(transaction, id);
      await this.proposals.reply(transaction, id, curates(context), says);
      await this.tell(transaction, proposal);
      return this.one(transaction, id);
    });
  }

  withdraw(context: RequestContext, id: string): Promise<ProposalDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { proposal } = await this.one(transaction, id);
      const { tenantId, actor } = context;
      if (proposal.tenantId !== tenantId || proposal.userId !== actor.userId) throw proposalNotYours();
      await this.close(transaction, proposal, 'withdrawn', '', null);
      return this.one(transaction, id);
    });
  }

  /** Accepting a new item may add it to a draft at once: both or neither. */
  decide(context: RequestContext, id: string, input: DecideProposalDto): Promise<ProposalDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { proposal } = await this.one(transaction, id);
      const { state, why, add } = input;
      if (add !== undefined && (state !== 'accepted' || !proposal.isNewItem)) throw nothingToAdd();
      if (proposal.state !== 'open') throw proposalClosed(proposal.state);
      const made =
        add === undefined
          ? null
          : await this.items.add(transaction, add.releaseId, {
              kind: add.kind,
              parentId: add.parentId,
              title: add.title,
              definition: add.definition,
              definitionSource: null,
              // Nobody has named a source yet.
              provisional: add.definition !== null,
              // Whoever reads the item reads why it was added: nothing of what was said to each other goes there.
              reason: add.reason,
            });
      await this.close(transaction, proposal, state, why, made?.id ?? null);
      return this.one(transaction, id);
    });
  }

  private async close(
    context: TransactionContext,
    proposal: Proposal,
    state: 'accepted' | 'declined' | 'withdrawn',
    why: string,
    madeItemId: string | null,
  ): Promise<void> {
    if (!(await this.proposals.close(context, proposal.id, state, why, madeItemId)))
      throw proposalClosed((await this.one(context, proposal.id)).proposal.state);
    await this.tell(context, proposal);
  }

  /** The author's organisation and the curators, who may be of any, have the page open. */
  private async tell(
    context: TransactionContext,
    { id, tenantId, userId }: Pick<Proposal, 'id' | 'tenantId' | 'userId'>,
  ): Promise<void> {
    const event = { type: 'proposal-changed', proposalId: id };
    // Whose it is the curators may not know.
    await this.events.publishToAll(context, 'framework.curate', event);
    await this.events.publish({ ...context, tenantId }, { ...event, ...(userId === null ? {} : { userId }) });
  }
}

/** Null: all organisations'. */
const seenBy = (context: RequestContext): string | null => (curates(context) ? null : context.tenantId);
