export const proposalKinds = ['comment', 'proposal'] as const;
export const proposalStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;

export type ProposalKind = (typeof proposalKinds)[number];
export type ProposalState = (typeof proposalStates)[number];

/** What somebody says about the framework, or wishes for it. */
export interface Proposal {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string | null;
  readonly by: string;
  readonly organisation: string;
  /** Whether curators may know whom it comes from. */
  readonly named: boolean;
  readonly kind: ProposalKind;
  readonly releaseId: string;
  /** Of the item that it is about; of a new one, of what it would stand under, null for anywhere. */
  readonly lineage: string | null;
  readonly itemId: string | null;
  /** As the item was called when this was written. */
  readonly itemCode: string | null;
  readonly itemTitle: string | null;
  readonly isNewItem: boolean;
  readonly title: string | null;
  readonly definition: string | null;
  readonly says: string;
  readonly createdAt: Date;
  readonly state: ProposalState;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedWhy: string | null;
  /** The item of a draft that came of it. */
  readonly madeItemId: string | null;
  readonly replyCount: number;
}

export interface ProposalReply {
  readonly id: string;
  readonly tenantId: string;
  readonly by: string;
  readonly byCurator: boolean;
  readonly says: string;
  readonly createdAt: Date;
}

export interface ProposalDetail {
  readonly proposal: Proposal;
  /** The oldest first. */
  readonly replies: readonly ProposalReply[];
}
