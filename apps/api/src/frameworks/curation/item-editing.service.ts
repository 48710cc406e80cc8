import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { longestCode, nextCode, ownPartOfCode, parentKindOf, type Succession } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { itemNotFound } from '../frameworks.errors.ts';
import type { NewChange } from './change-log.repository.ts';
import {
  codeTaken,
  codeTooLong,
  editedMeanwhile,
  holdsOthers,
  isStillThere,
  mixedKinds,
  nothingToRestore,
  notASibling,
  ofAnotherRelease,
  replacedByItself,
  parentGone,
  underItself,
  wrongParent,
} from './curation.errors.ts';
import type { StoredItem } from '../framework.types.ts';
import type { Draft } from './curation.types.ts';
import { DraftItemsRepository, type ItemState, type NewItem } from './draft-items.repository.ts';
import { DraftsService, type Edited } from './drafts.service.ts';
import type {
  AddItemDto,
  EditItemDto,
  MergeItemsDto,
  MoveItemDto,
  RestoreItemDto,
  RetireItemDto,
  SplitItemDto,
} from './dto/item-edit.dto.ts';
import { type Became, SuccessionsRepository } from './successions.repository.ts';

type Wording = Pick<ItemState, 'title' | 'definition' | 'definitionSource' | 'provisional'>;

/** What curators do to the items of a draft. */
@Injectable()
export class ItemEditingService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly items: DraftItemsRepository,
    private readonly successions: SuccessionsRepository,
  ) {}

  add(context: RequestContext, releaseId: string, input: AddItemDto): Promise<StoredItem> {
    return this.drafts.edit(context, releaseId, input.reason, async (transaction, draft) => {
      const parent = await this.parent(transaction, draft, input.parentId);
      if ((parent?.kind ?? null) !== parentKindOf(input.kind))
        throw wrongParent(input.kind, parent === null ? 'nothing' : `a ${parent.kind}`);
      const item = await this.make(transaction, draft, parent, input.kind, input, input.code, '/code');
      await this.placeBefore(transaction, draft, item, input.before);
      return this.told(transaction, item.id, [added(item)]);
    });
  }

  edit(context: RequestContext, itemId: string, version: number, input: EditItemDto): Promise<StoredItem> {
    return this.ofItem(context, itemId, version, input.reason, async (transaction, draft, item) => {
      const state: ItemState = {
        ...item,
        title: input.title ?? item.title,
        definition: input.definition === undefined ? item.definition : input.definition,
        definitionSource:
          input.definitionSource === undefined ? item.definitionSource : input.definitionSource,
        provisional: input.provisional ?? item.provisional,
        code: input.code ?? item.code,
      };
      if (sameState(item, state)) return { result: item, changes: [] };
      await this.recode(transaction, draft, item, state.code, '/code');
      await this.items.update(transaction, item.id, state);
      const action = state.code === item.code ? 'reworded' : sameWording(item, state) ? 'recoded' : 'edited';
      return this.told(transaction, item.id, [changed(action, item, state)]);
    });
  }

  move(context: RequestContext, itemId: string, version: number, input: MoveItemDto): Promise<StoredItem> {
    return this.ofItem(context, itemId, version, input.reason, async (transaction, draft, item) => {
      const parent = await this.parent(transaction, draft, input.parentId);
      if ((parent?.kind ?? null) !== parentKindOf(item.kind))
        throw wrongParent(item.kind, parent === null ? 'nothing' : `a ${parent.kind}`);
      if (parent !== null) {
        const held = await this.items.whole(transaction, draft.id, item.id);
        if (held.some(({ id }) => id === parent.id)) throw underItself();
      }
      const isElsewhere = input.parentId !== item.parentId;
      const code =
        isElsewhere && !input.keepCode
          ? await this.codeUnder(transaction, draft, parent, item.kind)
          : item.code;
      const state: ItemState = { ...item, parentId: input.parentId, code };
      if (isElsewhere) {
        await this.recode(transaction, draft, item, code, '/keepCode');
        await this.items.update(transaction, item.id, state);
      }
      const siblings = () => this.items.children(transaction, draft.id, input.parentId);
      const before = placeOf(item, await siblings());
      const isPlaced = await this.placeBefore(
        transaction,
        draft,
        { ...item, ...state },
        input.before,
        !isElsewhere,
      );
      if (isElsewhere) {
        const former = await this.parent(transaction, draft, item.parentId);
        return this.told(transaction, item.id, [moved(item, state, former, parent)]);
      }
      if (!isPlaced) return { result: item, changes: [] };
      await this.items.touch(transaction, item.id);
      const after = placeOf(item, await siblings());
      return this.told(transaction, item.id, [
        { subject: 'item', action: 'ordered', lineage: item.lineage, before, after },
      ]);
    });
  }

  split(
    context: RequestContext,
    itemId: string,
    version: number,
    input: SplitItemDto,
  ): Promise<StoredItem[]> {
    return this.ofItem(context, itemId, version, input.reason, async (transaction, draft, item) => {
      const whole = await this.items.whole(transaction, draft.id, item.id);
      if (whole.length > 1) throw holdsOthers(item.code);
      const parent = await this.parent(transaction, draft, item.parentId);
      const parts: StoredItem[] = [];
      for (const [place, part] of input.parts.entries()) {
        const pointer = `/parts/${place}/code`;
        if (place === input.keeps) {
          const state: ItemState = { ...item, ...part, code: part.code ?? item.code };
          await this.recode(transaction, draft, item, state.code, pointer);
          await this.items.update(transaction, item.id, state);
          parts.push({ ...item, ...state });
        } else {
          parts.push(await this.make(transaction, draft, parent, item.kind, part, part.code, pointer));
        }
      }
      const siblings = await this.items.children(transaction, draft.id, item.parentId);
      const order = siblings.map(({ id }) => id).filter((id) => !parts.some((part) => part.id === id));
      const at = order.indexOf(item.id);
      const place = at >= 0 ? at : siblings.findIndex(({ id }) => id === item.id);
      order.splice(Math.max(0, place), 0, ...parts.map(({ id }) => id));
      await this.items.place(transaction, order);
      await this.items.giveSelections(
        transaction,
        draft.id,
        [item.id],
        parts.map(({ id }) => id).filter((id) => id !== item.id),
      );
      const into = parts.map(({ lineage }) => lineage);
      await this.became(transaction, draft, 'split', [{ from: item.lineage, into }]);
      if (input.keeps === null) await this.items.remove(transaction, [item.id]);
      const result = await this.readAll(transaction, draft, parts);
      const change: NewChange = {
        ...{ subject: 'item', action: 'split', lineage: item.lineage, before: words(item) },
        after: { into: result.map(words) },
      };
      const fresh = result.filter(({ lineage }) => lineage !== item.lineage);
      return { result, changes: [change, ...fresh.map((part) => madeOf(part, 'part of a split', [item]))] };
    });
  }

  merge(context: RequestContext, releaseId: string, input: MergeItemsDto): Promise<StoredItem> {
    return this.drafts.edit(context, releaseId, input.reason, async (transaction, draft) => {
      const items = await this.named(
        transaction,
        draft,
        input.items.map(({ id }) => id),
        '/items',
      );
      if (!isAsSeen(items, input.items)) throw editedMeanwhile();
      const [first] = items as [StoredItem, ...StoredItem[]];
      if (items.some(({ kind }) => kind !== first.kind)) throw mixedKinds('/items');
      const kept = items.find(({ id }) => id === input.into);
      for (const [place, item] of items.entries()) {
        if (item === kept) continue;
        const held = await this.items.children(transaction, draft.id, item.id);
        if (held.length > 0) throw holdsOthers(item.code, `/items/${place}`);
      }
      let target: StoredItem;
      if (kept === undefined) {
        const parent = await this.parent(transaction, draft, first.parentId);
        const wording = input.wording as Wording;
        target = await this.make(transaction, draft, parent, first.kind, wording, undefined, '/wording');
        await this.placeBefore(transaction, draft, target, first.id);
      } else {
        target = { ...kept, ...input.wording };
        if (input.wording !== undefined) await this.items.update(transaction, kept.id, target);
      }
      const ended = items.filter((item) => item !== kept);
      const ids = ended.map(({ id }) => id);
      await this.items.giveSelections(transaction, draft.id, ids, [target.id]);
      await this.became(
        transaction,
        draft,
        'merged',
        items.map(({ lineage }) => ({ from: lineage, into: [target.lineage] })),
      );
      await this.items.remove(transaction, ids);
      const result = (await this.items.byId(transaction, target.id)) as StoredItem;
      return {
        result,
        changes: [
          madeOf(result, 'merged', items),
          ...ended.map((item): NewChange => ({
            ...{ subject: 'item', action: 'merged away', lineage: item.lineage, before: words(item) },
            after: { into: words(result) },
          })),
        ],
      };
    });
  }

  retire(context: RequestContext, itemId: string, version: number, input: RetireItemDto): Promise<void> {
    return this.ofItem(context, itemId, version, input.reason, async (transaction, draft, item) => {
      const whole = await this.items.whole(transaction, draft.id, item.id);
      const parts = whole.slice(1);
      if (parts.length > 0 && input.parts.length === 0) throw holdsOthers(item.code);
      if (!isAsSeen(parts, input.parts)) throw editedMeanwhile();
      const replacements = await this.named(transaction, draft, input.replacedBy, '/replacedBy');
      const goes = new Set(whole.map(({ id }) => id));
      if (replacements.some(({ id }) => goes.has(id))) throw replacedByItself();
      if (replacements.some(({ kind }) => kind !== item.kind)) throw mixedKinds('/replacedBy');
      await this.became(
        transaction,
        draft,
        'retired',
        whole.map((part) => ({
          from: part.lineage,
          into: part === whole[0] ? replacements.map(({ lineage }) => lineage) : [],
        })),
      );
      await this.items.remove(
        transaction,
        whole.map(({ id }) => id),
      );
      return {
        result: undefined,
        changes: whole.map((part, place): NewChange => ({
          ...{ subject: 'item', action: 'retired', lineage: part.lineage, before: words(part) },
          after: place === 0 ? { replacedBy: replacements.map(words) } : { with: words(item) },
        })),
      };
    });
  }

  /**
   * Brings back an item of the release that the draft began from, as it was there, after this draft has retired, split or
   * merged it. What was made of it stays.
   */
  restore(
    context: RequestContext,
    releaseId: string,
    { lineage, reason }: RestoreItemDto,
  ): Promise<StoredItem> {
    return this.drafts.edit(context, releaseId, reason, async (transaction, draft) => {
      const former = await this.items.ofBase(transaction, draft.id, lineage);
      if (former === undefined) throw nothingToRestore();
      if ((await this.items.ofLineage(transaction, draft.id, lineage)) !== undefined) throw isStillThere();
      if (former.parentId !== null && former.draftParentId === null) throw parentGone();
      const parent = await this.parent(transaction, draft, former.draftParentId);
      const above =
        former.parentId === null ? undefined : await this.items.byId(transaction, former.parentId);
      // As its siblings have it, when what it stands under got another code meanwhile.
      const own = ownPartOfCode(former.code, above?.code ?? null);
      const code = parent === null || own === former.code ? former.code : `${parent.code}.${own}`;
      const isTaken = (await this.items.codeTaken(transaction, draft.id, [code], [])) !== undefined;
      const siblings = await this.items.children(transaction, draft.id, former.draftParentId);
      const item: NewItem = {
        ...former,
        id: uuidv7(),
        code: isTaken ? await this.codeUnder(transaction, draft, parent, former.kind) : code,
        parentId: former.draftParentId,
        position: (siblings.at(-1)?.position ?? 0) + 1,
      };
      await this.items.insert(transaction, draft.id, item);
      const were = await this.items.children(transaction, former.releaseId, former.parentId);
      const [next] = were
        .slice(were.findIndex(({ id }) => id === former.id) + 1)
        .flatMap((behind) => siblings.find((sibling) => sibling.lineage === behind.lineage) ?? []);
      if (next !== undefined) await this.placeBefore(transaction, draft, item, next.id);
      await this.items.restoreSelections(transaction, draft.id, former.id, item.id);
      await this.successions.forgetFrom(transaction, draft.id, 'item', lineage);
      return this.told(transaction, item.id, [
        { subject: 'item', action: 'restored', lineage, before: null, after: words(item) },
      ]);
    });
  }

  /** An edit of one item that the editor has seen in this version. */
  private async ofItem<Result>(
    context: RequestContext,
    itemId: string,
    version: number,
    reason: string,
    work: (transaction: TransactionContext, draft: Draft, item: StoredItem) => Promise<Edited<Result>>,
  ): Promise<Result> {
    const seen = await this.items.byId(context, itemId);
    if (seen === undefined) throw itemNotFound();
    return this.drafts.edit(context, seen.releaseId, reason, async (transaction, draft) => {
      // Read again now that nobody else edits.
      const item = await this.items.byId(transaction, itemId);
      if (item === undefined) throw itemNotFound();
      if (item.version !== version) throw editedMeanwhile();
      return work(transaction, draft, item);
    });
  }

  private async told(
    context: TransactionContext,
    itemId: string,
    changes: readonly NewChange[],
  ): Promise<Edited<StoredItem>> {
    return { result: (await this.items.byId(context, itemId)) as StoredItem, changes };
  }

  private async parent(
    context: TransactionContext,
    draft: Draft,
    parentId: string | null,
  ): Promise<StoredItem | null> {
    if (parentId === null) return null;
    return (await this.named(context, draft, [parentId], '/parentId'))[0] as StoredItem;
  }

  /** In the order of the ids; all must be of the draft. */
  private async named(
    context: TransactionContext,
    draft: Draft,
    ids: readonly string[],
    pointer: string,
  ): Promise<StoredItem[]> {
    const found = new Map((await this.items.byIds(context, draft.id, ids)).map((item) => [item.id, item]));
    return ids.map((id, place) => {
      const item = found.get(id);
      if (item === undefined) throw ofAnotherRelease(ids.length > 1 ? `${pointer}/${place}` : pointer);
      return item;
    });
  }

  private async make(
    context: TransactionContext,
    draft: Draft,
    parent: StoredItem | null,
    kind: StoredItem['kind'],
    { title, definition, definitionSource, provisional }: Wording,
    given: string | undefined,
    pointer: string,
  ): Promise<StoredItem> {
    const code = given ?? (await this.codeUnder(context, draft, parent, kind));
    if (code.length > longestCode) throw codeTooLong(code, pointer);
    if ((await this.items.codeTaken(context, draft.id, [code], [])) !== undefined)
      throw codeTaken(code, pointer);
    const siblings = await this.items.children(context, draft.id, parent?.id ?? null);
    const id = uuidv7();
    const item: NewItem = {
      ...{ id, lineage: id, kind, code, parentId: parent?.id ?? null, ksaNo: null },
      ...{ title, definition, definitionSource, provisional },
      position: (siblings.at(-1)?.position ?? 0) + 1,
    };
    await this.items.insert(context, draft.id, item);
    return { ...item, releaseId: draft.id, version: 1 };
  }

  private async codeUnder(
    context: TransactionContext,
    draft: Draft,
    parent: StoredItem | null,
    kind: StoredItem['kind'],
  ): Promise<string> {
    const known = await this.items.codesUnder(context, draft.id, parent?.lineage ?? null);
    for (;;) {
      const code = nextCode(kind, parent?.code ?? null, known);
      // An item that was moved away may have kept it.
      if ((await this.items.codeTaken(context, draft.id, [code], [])) === undefined) return code;
      known.push(code);
    }
  }

  /** Gives an item another code, and to what it holds the same beginning. */
  private async recode(
    context: TransactionContext,
    draft: Draft,
    item: StoredItem,
    code: string,
    pointer: string,
  ): Promise<void> {
    if (code === item.code) return;
    const whole = await this.items.whole(context, draft.id, item.id);
    const codes = new Map<string, string>([[item.id, code]]);
    const before = new Map(whole.map((part) => [part.id, part.code]));
    for (const part of whole.slice(1)) {
      const parentId = part.parentId as string;
      const own = ownPartOfCode(part.code, before.get(parentId) ?? null);
      codes.set(part.id, own === part.code ? part.code : `${codes.get(parentId)}.${own}`);
    }
    const long = [...codes.values()].find((each) => each.length > longestCode);
    if (long !== undefined) throw codeTooLong(long, pointer);
    const taken = await this.items.codeTaken(context, draft.id, [...codes.values()], [...codes.keys()]);
    if (taken !== undefined) throw codeTaken(taken, pointer);
    codes.delete(item.id);
    await this.items.recode(
      context,
      [...codes].map(([id, each]) => ({ id, code: each })),
    );
  }

  /** False when it stands there already. @param stays without a sibling to stand before it keeps its place */
  private async placeBefore(
    context: TransactionContext,
    draft: Draft,
    item: Pick<StoredItem, 'id' | 'parentId'>,
    before: string | undefined,
    stays = false,
  ): Promise<boolean> {
    const ids = (await this.items.children(context, draft.id, item.parentId)).map(({ id }) => id);
    if (before === undefined && stays && ids.at(-1) === item.id) return false;
    const others = ids.filter((id) => id !== item.id);
    const place = before === undefined ? others.length : others.indexOf(before);
    if (place < 0) throw notASibling();
    const order = others.toSpliced(place, 0, item.id);
    await this.items.place(context, order);
    return order.some((id, index) => ids[index] !== id);
  }

  private readAll(
    context: TransactionContext,
    draft: Draft,
    items: readonly StoredItem[],
  ): Promise<StoredItem[]> {
    return this.named(
      context,
      draft,
      items.map(({ id }) => id),
      '/parts',
    );
  }

  private became(
    context: TransactionContext,
    draft: Draft,
    kind: Succession['kind'],
    those: readonly Became[],
  ): Promise<void> {
    return this.successions.become(context, draft.id, { subject: 'item', kind }, those);
  }
}

function words({
  code,
  kind,
  title,
  definition,
  definitionSource,
  provisional,
}: StoredItem | NewItem): object {
  return { code, kind, title, definition, definitionSource, provisional };
}

/** Behind which of its siblings an item stands; null: it is the first. */
function placeOf({ id, code, title }: StoredItem, siblings: readonly StoredItem[]): object {
  const former = siblings[siblings.findIndex((each) => each.id === id) - 1];
  return { code, title, behind: former === undefined ? null : { code: former.code, title: former.title } };
}

function added(item: StoredItem): NewChange {
  return { subject: 'item', action: 'added', lineage: item.lineage, before: null, after: words(item) };
}

function madeOf(item: StoredItem, action: string, from: readonly StoredItem[]): NewChange {
  return {
    ...{ subject: 'item', action, lineage: item.lineage },
    ...{ before: { from: from.map(words) }, after: words(item) },
  };
}

function changed(action: string, before: StoredItem, after: ItemState): NewChange {
  const fields = (
    ['code', 'title', 'definition', 'definitionSource', 'provisional', 'parentId'] as const
  ).filter((field) => before[field] !== after[field]);
  const of = (state: ItemState) => Object.fromEntries(fields.map((field) => [field, state[field]]));
  return { subject: 'item', action, lineage: before.lineage, before: of(before), after: of(after) };
}

/** With what it stood under, and stands under now, as both are called. */
function moved(
  item: StoredItem,
  state: ItemState,
  former: StoredItem | null,
  parent: StoredItem | null,
): NewChange {
  const { before, after, ...change } = changed('moved', item, state);
  const called = (under: StoredItem | null) => under && { code: under.code, title: under.title };
  return {
    ...change,
    before: { ...before, under: called(former) },
    after: { ...after, under: called(parent) },
  };
}

/** Whether the items are those that the editor has seen, none more, each as it was. */
function isAsSeen(
  items: readonly StoredItem[],
  seen: readonly { readonly id: string; readonly version: number }[],
): boolean {
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  return versions.size === items.length && items.every(({ id, version }) => versions.get(id) === version);
}

const sameWording = (before: ItemState, after: ItemState): boolean =>
  before.title === after.title &&
  before.definition === after.definition &&
  before.definitionSource === after.definitionSource &&
  before.provisional === after.provisional;

const sameState = (before: ItemState, after: ItemState): boolean =>
  before.code === after.code && sameWording(before, after);
