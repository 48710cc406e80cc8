import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { Extension, OwnItem, OwnOccupation } from './extension.types.ts';

const ITEMS: Statement = {
  name: 'own_items',
  text: `
    select i.id, i.version, i.kind, i.ksa_no as "ksaNo", i.code, i.title, i.definition,
           i.under_lineage as "underLineage", i.document, i.document_revision as "documentRevision",
           i.retired_at is not null as "isRetired",
           array(select k.ksa_no from own_item_ksa k where k.tenant_id = $1 and k.item_id = i.id
                 order by k.ksa_no) as "ksaNos",
           (select p.id from proposal p where p.tenant_id = $1 and p.own_item_id = i.id and p.state = 'open')
             as "openProposalId"
    from own_item i where i.tenant_id = $1 order by i.ksa_no desc`,
};

const OCCUPATIONS: Statement = {
  name: 'own_occupations',
  text: `
    select o.id, o.version, o.title, o.technology_area as "technologyArea", o.role_family as "roleFamily",
           o.definition,
           array(select s.ksa_no from own_selection s where s.tenant_id = $1 and s.occupation_id = o.id
                 order by s.ksa_no) as "ksaNos"
    from own_occupation o where o.tenant_id = $1 order by lower(o.title), o.id`,
};

/** Edits of one organisation follow each other: the row is locked until the transaction ends. */
const EDIT: Statement = {
  name: 'own_extension_edit',
  text: `
    insert into own_extension (tenant_id, revision, last_no) values ($1, 1, $2)
    on conflict (tenant_id) do update
      set revision = own_extension.revision + 1, last_no = own_extension.last_no + excluded.last_no
    returning last_no as "lastNo"`,
};

const INSERT_ITEM: Statement = {
  name: 'own_item_insert',
  text: `
    insert into own_item (tenant_id, id, kind, ksa_no, code, title, definition, under_lineage, document,
                          document_revision, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

const UPDATE_ITEM: Statement = {
  name: 'own_item_update',
  text: `
    update own_item set title = $3, definition = $4, under_lineage = $5, document = $6, document_revision = $7,
           retired_at = case when $8 then coalesce(retired_at, $9) end, version = version + 1
    where tenant_id = $1 and id = $2`,
};

const CLEAR_KSAS: Statement = {
  name: 'own_item_clear_ksas',
  text: 'delete from own_item_ksa where tenant_id = $1 and item_id = $2',
};

const PUT_KSAS: Statement = {
  name: 'own_item_put_ksas',
  text: 'insert into own_item_ksa (tenant_id, item_id, ksa_no) select $1, $2, unnest($3::smallint[])',
};

const INSERT_OCCUPATION: Statement = {
  name: 'own_occupation_insert',
  text: `
    insert into own_occupation (tenant_id, id, title, technology_area, role_family, definition, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

const UPDATE_OCCUPATION: Statement = {
  name: 'own_occupation_update',
  text: `
    update own_occupation set title = $3, technology_area = $4, role_family = $5, definition = $6,
           version = version + 1
    where tenant_id = $1 and id = $2`,
};

const REMOVE_OCCUPATION: Statement = {
  name: 'own_occupation_remove',
  text: 'delete from own_occupation where tenant_id = $1 and id = $2',
};

const CLEAR_SELECTIONS: Statement = {
  name: 'own_occupation_clear_selections',
  text: 'delete from own_selection where tenant_id = $1 and occupation_id = $2',
};

const PUT_SELECTIONS: Statement = {
  name: 'own_occupation_put_selections',
  text: 'insert into own_selection (tenant_id, occupation_id, ksa_no) select $1, $2, unnest($3::smallint[])',
};

export type NewOwnItem = Omit<OwnItem, 'openProposalId'>;
export type OwnItemState = Omit<OwnItem, 'version' | 'ksaNo' | 'code' | 'kind' | 'openProposalId'>;
export type OwnOccupationState = Omit<OwnOccupation, 'version'>;

@Injectable()
export class ExtensionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async read(context: RequestContext): Promise<Extension> {
    const items = await this.unitOfWork.read<OwnItem>(context, ITEMS, [context.tenantId]);
    const occupations = await this.unitOfWork.read<OwnOccupation>(context, OCCUPATIONS, [context.tenantId]);
    return { items, occupations };
  }

  /**
   * First of an edit: what was read of the extension before is old from the commit on.
   *
   * @param numbers how many new numbers are wanted; the last one that is given by now
   */
  async edit(context: TransactionContext, numbers: 0 | 1): Promise<number> {
    const rows = await this.unitOfWork.read<{ lastNo: number }>(context, EDIT, [context.tenantId, numbers]);
    return rows[0]?.lastNo ?? 0;
  }

  async insertItem(context: TransactionContext, item: NewOwnItem): Promise<void> {
    const { id, kind, ksaNo, code, title, definition, underLineage, document, documentRevision } = item;
    await this.unitOfWork.read(context, INSERT_ITEM, [
      ...[context.tenantId, id, kind, ksaNo, code, title, definition, underLineage, document],
      ...[documentRevision, context.now],
    ]);
    await this.unitOfWork.read(context, PUT_KSAS, [context.tenantId, id, [...item.ksaNos]]);
  }

  async updateItem(context: TransactionContext, item: OwnItemState): Promise<void> {
    const { id, title, definition, underLineage, document, documentRevision, isRetired } = item;
    await this.unitOfWork.read(context, UPDATE_ITEM, [
      ...[context.tenantId, id, title, definition, underLineage, document, documentRevision],
      ...[isRetired, context.now],
    ]);
    await this.unitOfWork.read(context, CLEAR_KSAS, [context.tenantId, id]);
    await this.unitOfWork.read(context, PUT_KSAS, [context.tenantId, id, [...item.ksaNos]]);
  }

  async insertOccupation(context: TransactionContext, occupation: OwnOccupationState): Promise<void> {
    const { id, title, technologyArea, roleFamily, definition } = occupation;
    const row = [context.tenantId, id, title, technologyArea, roleFamily, definition, context.now];
    await this.unitOfWork.read(context, INSERT_OCCUPATION, row);
    await this.unitOfWork.read(context, PUT_SELECTIONS, [context.tenantId, id, [...occupation.ksaNos]]);
  }

  async updateOccupation(context: TransactionContext, occupation: OwnOccupationState): Promise<void> {
    const { id, title, technologyArea, roleFamily, definition } = occupation;
    const row = [context.tenantId, id, title, technologyArea, roleFamily, definition];
    await this.unitOfWork.read(context, UPDATE_OCCUPATION, row);
    await this.unitOfWork.read(context, CLEAR_SELECTIONS, [context.tenantId, id]);
    await this.unitOfWork.read(context, PUT_SELECTIONS, [context.tenantId, id, [...occupation.ksaNos]]);
  }

  async removeOccupation(context: TransactionContext, id: string): Promise<void> {
    await this.unitOfWork.read(context, REMOVE_OCCUPATION, [context.tenantId, id]);
  }
}
