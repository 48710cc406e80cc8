import { Injectable } from '@nestjs/common';
import type { ItemKind, Succession } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { StoredItem } from '../framework.types.ts';
import { ITEM_COLUMNS } from '../frameworks.repository.ts';

const BY_ID: Statement = {
  name: 'draft_item_by_id',
  text: `select ${ITEM_COLUMNS} from item i where i.id = $1`,
};

const BY_IDS: Statement = {
  name: 'draft_items_by_id',
  text: `select ${ITEM_COLUMNS} from item i where i.release_id = $1 and i.id = any($2)`,
};

const CHILDREN: Statement = {
  name: 'draft_item_children',
  text: `
    select ${ITEM_COLUMNS} from item i where i.release_id = $1 and i.parent_id is not distinct from $2
    order by i.position, i.id`,
};

/** The item itself and all that it holds, the item first. */
const WHOLE: Statement = {
  name: 'draft_item_whole',
  text: `
    with recursive part as (
      select id, 0 as depth from item where release_id = $1 and id = $2
      union all
      select i.id, part.depth + 1 from part join item i on i.parent_id = part.id where part.depth < 20
    )
    select ${ITEM_COLUMNS} from part join item i on i.id = part.id order by part.depth, i.position`,
};

/** Codes that stand, or stood in a release that the draft came from, under an item of one lineage. */
const CODES_UNDER: Statement = {
  name: 'draft_item_codes_under',
  text: `
    with recursive origin as (
      select id, based_on from release where id = $1
      union all
      select r.id, r.based_on from origin join release r on r.id = origin.based_on
    )
    select distinct i.code from item i join origin on origin.id = i.release_id left join item p on p.id = i.parent_id
    where p.lineage is not distinct from $2`,
};

const CODE_TAKEN: Statement = {
  name: 'draft_item_code_taken',
  text: 'select code from item where release_id = $1 and code = any($2) and not id = any($3) limit 1',
};

const INSERT: Statement = {
  name: 'draft_item_insert',
  text: `
    insert into item (id, release_id, code, kind, parent_id, title, definition, definition_source, provisional, ksa_no,
                      position, lineage, version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)`,
};

const UPDATE: Statement = {
  name: 'draft_item_update',
  text: `
    update item set code = $2, title = $3, definition = $4, definition_source = $5, provisional = $6, parent_id = $7,
                    position = $8, version = version + 1
    where id = $1`,
};

const RECODE: Statement = {
  name: 'draft_item_recode',
  text: `
    update item i set code = n.code, version = i.version + 1
    from json_to_recordset($1) as n (id uuid, code text) where i.id = n.id and i.code <> n.code`,
};

const PLACE: Statement = {
  name: 'draft_item_place',
  text: `
    update item i set position = n.place from unnest($1::uuid[]) with ordinality as n (id, place)
    where i.id = n.id and i.position <> n.place`,
};

const REMOVE: Statement = { name: 'draft_item_remove', text: 'delete from item where id = any($1)' };

const SUCCEED: Statement = {
  name: 'draft_succession_insert',
  text: `
    insert into succession (release_id, subject, kind, from_lineage, to_lineage)
    select $1, s.subject, s.kind, s.from_lineage, s.to_lineage
    from json_to_recordset($2) as s (subject text, kind text, from_lineage uuid, to_lineage uuid)
    on conflict do nothing`,
};

/** What an item was before the draft: an item that the draft itself has made has no past to keep. */
const IS_OLDER: Statement = {
  name: 'draft_item_is_older',
  text: `
    select i.lineage from item i join release r on r.based_on = i.release_id
    where r.id = $1 and i.lineage = any($2)`,
};

/** What earlier edits of the same draft said of these: what they turned into goes on as what it turns into now. */
const SUCCESSIONS_TO: Statement = {
  name: 'draft_successions_to',
  text: `
    select subject, kind, from_lineage as "from", to_lineage as "to" from succession
    where release_id = $1 and subject = $2 and to_lineage = any($3)`,
};

const FORGET_TO: Statement = {
  name: 'draft_successions_forget',
  text: 'delete from succession where release_id = $1 and subject = $2 and to_lineage = any($3)',
};

/** As the release has it that the draft began from, under the parent that the draft has of it. */
const OF_BASE: Statement = {
  name: 'draft_item_of_base',
  text: `
    select ${ITEM_COLUMNS}, (select p.id from item p join item b on b.lineage = p.lineage
                         where p.release_id = $1 and b.id = i.parent_id) as "draftParentId"
    from item i join release r on r.based_on = i.release_id where r.id = $1 and i.lineage = $2`,
};

/** It stands elsewhere among its siblings: whoever has seen it has seen it otherwise. */
const TOUCH: Statement = {
  name: 'draft_item_touch',
  text: 'update item set version = version + 1 where id = $1',
};

const OF_LINEAGE: Statement = {
  name: 'draft_item_of_lineage',
  text: `select ${ITEM_COLUMNS} from item i where i.release_id = $1 and i.lineage = $2`,
};

const FORGET_FROM: Statement = {
  name: 'draft_successions_forget_from',
  text: `delete from succession where release_id = $1 and subject = 'item' and from_lineage = $2`,
};

/**
 * What says nothing, once what it was said with is gone again: that an item goes on as itself, alone; and that nothing
 * became of a part, beside what became of the others.
 */
const FORGET_IDLE: Statement = {
  name: 'draft_successions_forget_idle',
  text: `
    with part as (
      delete from succession s
      where s.release_id = $1 and s.to_lineage is null
        and exists (select from succession o
                    where o.release_id = $1 and o.subject = s.subject and o.from_lineage = s.from_lineage
                      and o.to_lineage is not null)
      returning s.from_lineage
    )
    delete from succession s
    where s.release_id = $1 and s.from_lineage = s.to_lineage
      and not exists (select from succession o
                      where o.release_id = $1 and o.subject = s.subject
                        and (o.from_lineage = s.from_lineage and o.to_lineage <> s.to_lineage
                             or o.to_lineage = s.to_lineage and o.from_lineage <> s.from_lineage and o.kind = 'merged'))`,
};

const RESTORE_SELECTIONS: Statement = {
  name: 'draft_item_restore_selections',
  text: `
    insert into selection (occupation_id, ksa_id, count, release_id)
    select o.id, $3, s.count, $1
    from selection s join occupation b on b.id = s.occupation_id
    join occupation o on o.release_id = $1 and o.lineage = b.lineage
    where s.ksa_id = $2`,
};

const GIVE_SELECTIONS: Statement = {
  name: 'draft_item_give_selections',
  text: `
    insert into selection (occupation_id, ksa_id, count, release_id)
    select s.occupation_id, t.id, max(s.count), $1
    from selection s cross join unnest($3::uuid[]) as t (id)
    where s.release_id = $1 and s.ksa_id = any($2)
    group by s.occupation_id, t.id
    on conflict (occupation_id, ksa_id) do update set count = greatest(selection.count, excluded.count)`,
};

export interface ItemState {
  readonly code: string;
  readonly title: string;
  readonly definition: string | null;
  readonly definitionSource: string | null;
  readonly provisional: boolean;
  readonly parentId: string | null;
  readonly position: number;
}

export interface NewItem extends ItemState {
  readonly id: string;
  readonly lineage: string;
  readonly kind: ItemKind;
  readonly ksaNo: number | null;
}

/** Items of a draft whose release is locked by the caller. */
@Injectable()
export class DraftItemsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(context: RequestContext, id: string): Promise<StoredItem | undefined> {
    return (await this.unitOfWork.read<StoredItem>(context, BY_ID, [id]))[0];
  }

  byIds(context: RequestContext, releaseId: string, ids: readonly string[]): Promise<StoredItem[]> {
    return this.unitOfWork.read<StoredItem>(context, BY_IDS, [releaseId, ids]);
  }

  children(context: RequestContext, releaseId: string, parentId: string | null): Promise<StoredItem[]> {
    return this.unitOfWork.read<StoredItem>(context, CHILDREN, [releaseId, parentId]);
  }

  /** The item first, then what it holds, level by level. */
  whole(context: RequestContext, releaseId: string, id: string): Promise<StoredItem[]> {
    return this.unitOfWork.read<StoredItem>(context, WHOLE, [releaseId, id]);
  }

  async codesUnder(
    context: RequestContext,
    releaseId: string,
    parentLineage: string | null,
  ): Promise<string[]> {
    const rows = await this.unitOfWork.read<{ code: string }>(context, CODES_UNDER, [
      releaseId,
      parentLineage,
    ]);
    return rows.map(({ code }) => code);
  }

  /** The first of these codes that an item other than these has. */
  async codeTaken(
    context: RequestContext,
    releaseId: string,
    codes: readonly string[],
    but: readonly string[],
  ): Promise<string | undefined> {
    const values = [releaseId, codes, but];
    return (await this.unitOfWork.read<{ code: string }>(context, CODE_TAKEN, values))[0]?.code;
  }

  async insert(context: TransactionContext, releaseId: string, item: NewItem): Promise<void> {
    await this.unitOfWork.read(context, INSERT, [
      item.id,
      releaseId,
      item.code,
      item.kind,
      item.parentId,
      item.title,
      item.definition,
      item.definitionSource,
      item.provisional,
      item.ksaNo,
      item.position,
      item.lineage,
    ]);
  }

  async update(context: TransactionContext, id: string, state: ItemState): Promise<void> {
    const { code, title, definition, definitionSource, provisional, parentId, position } = state;
    await this.unitOfWork.read(context, UPDATE, [
      ...[id, code, title, definition, definitionSource, provisional, parentId, position],
    ]);
  }

  async recode(
    context: TransactionContext,
    codes: readonly { readonly id: string; readonly code: string }[],
  ): Promise<void> {
    if (codes.length > 0) await this.unitOfWork.read(context, RECODE, [JSON.stringify(codes)]);
  }

  /** Gives siblings their places in this order. */
  async place(context: TransactionContext, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.read(context, PLACE, [ids]);
  }

  /** With what selects them. */
  async remove(context: TransactionContext, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.read(context, REMOVE, [ids]);
  }

  /** Those of these lineages that the release had which the draft began from. */
  async older(
    context: TransactionContext,
    releaseId: string,
    lineages: readonly string[],
  ): Promise<Set<string>> {
    const rows = await this.unitOfWork.read<{ lineage: string }>(context, IS_OLDER, [releaseId, lineages]);
    return new Set(rows.map(({ lineage }) => lineage));
  }

  async touch(context: TransactionContext, id: string): Promise<void> {
    await this.unitOfWork.read(context, TOUCH, [id]);
  }

  async forgetIdleSuccessions(context: TransactionContext, releaseId: string): Promise<void> {
    await this.unitOfWork.read(context, FORGET_IDLE, [releaseId]);
  }

  successionsTo(
    context: TransactionContext,
    releaseId: string,
    subject: Succession['subject'],
    lineages: readonly string[],
  ): Promise<Succession[]> {
    return this.unitOfWork.read<Succession>(context, SUCCESSIONS_TO, [releaseId, subject, lineages]);
  }

  async forgetSuccessionsTo(
    context: TransactionContext,
    releaseId: string,
    subject: Succession['subject'],
    lineages: readonly string[],
  ): Promise<void> {
    await this.unitOfWork.read(context, FORGET_TO, [releaseId, subject, lineages]);
  }

  async succeed(
    context: TransactionContext,
    releaseId: string,
    successions: readonly Succession[],
  ): Promise<void> {
    if (successions.length === 0) return;
    const rows = successions.map(({ subject, kind, from, to }) => ({
      ...{ subject, kind, from_lineage: from, to_lineage: to },
    }));
    await this.unitOfWork.read(context, SUCCEED, [releaseId, JSON.stringify(rows)]);
  }

  /** Undefined when the release that the draft began from has none of this lineage. */
  async ofBase(
    context: TransactionContext,
    releaseId: string,
    lineage: string,
  ): Promise<(StoredItem & { readonly draftParentId: string | null }) | undefined> {
    const values = [releaseId, lineage];
    type Row = StoredItem & { readonly draftParentId: string | null };
    return (await this.unitOfWork.read<Row>(context, OF_BASE, values))[0];
  }

  async ofLineage(
    context: TransactionContext,
    releaseId: string,
    lineage: string,
  ): Promise<StoredItem | undefined> {
    return (await this.unitOfWork.read<StoredItem>(context, OF_LINEAGE, [releaseId, lineage]))[0];
  }

  /** What it became in this draft, it has not become. */
  async forgetSuccessionsFrom(
    context: TransactionContext,
    releaseId: string,
    lineage: string,
  ): Promise<void> {
    await this.unitOfWork.read(context, FORGET_FROM, [releaseId, lineage]);
  }

  /** As the item of the former release was selected, by those occupations that the draft still has. */
  async restoreSelections(
    context: TransactionContext,
    releaseId: string,
    formerId: string,
    id: string,
  ): Promise<void> {
    await this.unitOfWork.read(context, RESTORE_SELECTIONS, [releaseId, formerId, id]);
  }

  /** Whoever selects one of these selects each of those as well, as often as any of these. */
  async giveSelections(
    context: TransactionContext,
    releaseId: string,
    from: readonly string[],
    to: readonly string[],
  ): Promise<void> {
    await this.unitOfWork.read(context, GIVE_SELECTIONS, [releaseId, from, to]);
  }
}
