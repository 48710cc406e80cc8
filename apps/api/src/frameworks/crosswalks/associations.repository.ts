import { Injectable } from '@nestjs/common';
import type { AssociationKind } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { Association } from './crosswalk.types.ts';

/** An item by its lineage, from the first of the releases that has it. */
const side = (lineage: string): string => `
  lateral (
    select i.lineage, i.id as "itemId", i.code, i.title, i.kind, r.id as "releaseId", r.label as "releaseLabel",
           w.id as "frameworkId", w.name as framework
    from item i join release r on r.id = i.release_id join framework w on w.id = r.framework_id
    where i.lineage = ${lineage} and i.release_id = any($1)
    order by array_position($1::uuid[], i.release_id) limit 1)`;

const list = (what: string, where: string): Statement => ({
  name: `associations_${what}`,
  text: `
    select a.id, a.crosswalk_id as "crosswalkId", c.title as "crosswalkTitle", a.kind, a.confidence, a.note, a.source,
           a.version, a.updated_at as "updatedAt", a.updated_by_name as "updatedBy",
           to_json(f) as "from", to_json(t) as "to"
    from association a join crosswalk c on c.id = a.crosswalk_id and c.removed_at is null
    cross join ${side('a.from_lineage')} f cross join ${side('a.to_lineage')} t
    where ${where}`,
});

const OF_CROSSWALK = list('of_crosswalk', 'a.crosswalk_id = $2');
const OF_ITEM = list('of_item', 'a.from_lineage = $2 or a.to_lineage = $2');
const ONE = list('one', 'a.id = $2');

const INSERT: Statement = {
  name: 'associations_insert',
  text: `
    insert into association (id, crosswalk_id, from_lineage, to_lineage, kind, confidence, note, source,
                             created_at, created_by, created_by_name, updated_at, updated_by, updated_by_name)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9, $10, $11)
    on conflict (crosswalk_id, from_lineage, to_lineage) do nothing returning id`,
};

const UPDATE: Statement = {
  name: 'associations_update',
  text: `
    update association set kind = $3, confidence = $4, note = $5, source = $6, version = version + 1,
                           updated_at = $7, updated_by = $8, updated_by_name = $9
    where id = $1 and version = $2 returning id`,
};

const REMOVE: Statement = {
  name: 'associations_remove',
  text: 'delete from association where id = $1 and version = $2 returning id',
};

export interface AssociationRow {
  readonly kind: AssociationKind;
  readonly confidence: number | null;
  readonly note: string;
  readonly source: string;
}

/** What is read names the releases that the reader may see, the one to word items by first: the rest is not there. */
@Injectable()
export class AssociationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  ofCrosswalk(
    context: RequestContext,
    releaseIds: readonly string[],
    crosswalkId: string,
  ): Promise<Association[]> {
    return this.unitOfWork.read<Association>(context, OF_CROSSWALK, [releaseIds, crosswalkId]);
  }

  ofItem(context: RequestContext, releaseIds: readonly string[], lineage: string): Promise<Association[]> {
    return this.unitOfWork.read<Association>(context, OF_ITEM, [releaseIds, lineage]);
  }

  async one(
    context: RequestContext,
    releaseIds: readonly string[],
    id: string,
  ): Promise<Association | undefined> {
    return (await this.unitOfWork.read<Association>(context, ONE, [releaseIds, id]))[0];
  }

  /** False when the crosswalk has the pair. */
  async insert(
    context: TransactionContext,
    pair: { id: string; crosswalkId: string; fromLineage: string; toLineage: string },
    { kind, confidence, note, source }: AssociationRow,
  ): Promise<boolean> {
    const { id, crosswalkId, fromLineage, toLineage } = pair;
    const { now, actor } = context;
    const values = [id, crosswalkId, fromLineage, toLineage, kind, confidence, note, source];
    const rows = await this.unitOfWork.read(context, INSERT, [...values, now, actor.userId, actor.name]);
    return rows.length > 0;
  }

  /** False when it is of another version, or gone. */
  async update(
    context: TransactionContext,
    id: string,
    version: number,
    { kind, confidence, note, source }: AssociationRow,
  ): Promise<boolean> {
    const { now, actor } = context;
    const values = [id, version, kind, confidence, note, source, now, actor.userId, actor.name];
    return (await this.unitOfWork.read(context, UPDATE, values)).length > 0;
  }

  /** False when it is of another version, or gone. */
  async remove(context: TransactionContext, id: string, version: number): Promise<boolean> {
    return (await this.unitOfWork.read(context, REMOVE, [id, version])).length > 0;
  }
}
