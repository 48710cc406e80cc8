import { Injectable } from '@nestjs/common';
import type { ItemKind } from '#domain';
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
    select i.code from origin
    join item p on p.release_id = origin.id and p.lineage = $2::uuid join item i on i.parent_id = p.id
    union
    select i.code from origin join item i on i.release_id = origin.id
    where $2::uuid is null and i.parent_id is null`,
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

  async touch(context: TransactionContext, id: string): Promise<void> {
    await this.unitOfWork.read(context, TOUCH, [id]);
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
