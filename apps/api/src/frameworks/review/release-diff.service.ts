import { Injectable } from '@nestjs/common';
import type {
  ItemChange,
  ItemContent,
  OccupationChange,
  OccupationContent,
  ReleaseDiff,
  WordedField,
} from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type Compared, ReleaseContentService } from '../curation/release-content.service.ts';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { ReleaseIndex } from '../release-index.ts';

/** An item as one of the two releases has it. */
export interface ItemSide extends ItemContent {
  readonly id: string;
  /** What it stands under; null of a tier. */
  readonly parentCode: string | null;
}

export interface OccupationSide extends OccupationContent {
  readonly id: string;
}

/** Both sides of a change: what was, and what came of it. Of what is new nothing was; what is retired may become nothing. */
export interface ChangeOf<Kind extends string, Side> {
  readonly kind: Kind;
  readonly before: readonly Side[];
  readonly after: readonly Side[];
}

export interface ToldDiff {
  readonly from: Release;
  readonly to: Release;
  readonly areas: ReleaseDiff['areas'];
  readonly items: readonly (ChangeOf<ItemChange['kind'], ItemSide> & {
    readonly fields: readonly WordedField[];
    /** What it stands behind now, of what is in another order. */
    readonly follows: ItemSide | null;
  })[];
  readonly occupations: readonly ChangeOf<OccupationChange['kind'], OccupationSide>[];
  readonly selections: ReleaseDiff['selections'];
}

/** The difference of two releases, with where each side is to be found. */
@Injectable()
export class ReleaseDiffService {
  constructor(
    private readonly content: ReleaseContentService,
    private readonly frameworks: FrameworksService,
  ) {}

  /** @param fromId null: the release that this one began from */
  async compare(context: RequestContext, fromId: string | null, toId: string): Promise<ToldDiff> {
    const compared = await this.content.compare(context, fromId, toId);
    const older = sidesOf(await this.frameworks.releaseIndex(context, compared.from.id));
    const newer = sidesOf(await this.frameworks.releaseIndex(context, compared.to.id));
    return told(compared, older, newer);
  }
}

interface Sides {
  item(content: ItemContent): ItemSide;
  occupation(content: OccupationContent): OccupationSide;
}

function sidesOf(index: ReleaseIndex): Sides {
  const items = new Map(index.items.map((item) => [item.lineage, item]));
  const occupations = new Map(index.occupations.map(({ lineage, id }) => [lineage, id]));
  return {
    item: (content) => ({
      ...content,
      id: items.get(content.lineage)?.id ?? content.lineage,
      parentCode: content.parent === null ? null : (items.get(content.parent)?.code ?? null),
    }),
    occupation: (content) => ({ ...content, id: occupations.get(content.lineage) ?? content.lineage }),
  };
}

function told({ from, to, diff }: Compared, older: Sides, newer: Sides): ToldDiff {
  return {
    from,
    to,
    areas: diff.areas,
    items: diff.items.map((change) => {
      const { before, after } = sidesOfChange(change);
      return {
        kind: change.kind,
        fields: change.kind === 'reworded' ? change.fields : [],
        before: before.map((item) => older.item(item)),
        after: after.map((item) => newer.item(item)),
        follows: change.kind === 'ordered' && change.follows !== null ? newer.item(change.follows) : null,
      };
    }),
    occupations: diff.occupations.map((change) => ({
      kind: change.kind,
      before: change.kind === 'added' ? [] : [older.occupation(change.before)],
      after: (change.kind === 'retired' ? change.replacedBy : [change.after]).map((each) =>
        newer.occupation(each),
      ),
    })),
    selections: diff.selections,
  };
}

function sidesOfChange(change: ItemChange): {
  before: readonly ItemContent[];
  after: readonly ItemContent[];
} {
  switch (change.kind) {
    case 'added':
      return { before: [], after: [change.after] };
    case 'split':
      return { before: [change.before], after: change.into };
    case 'merged':
      return { before: change.from, after: [change.into] };
    case 'retired':
      return { before: [change.before], after: change.replacedBy };
    case 'reworded':
    case 'moved':
    case 'recoded':
    case 'ordered':
      return { before: [change.before], after: [change.after] };
  }
}
