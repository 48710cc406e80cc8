import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { DraftOccupation } from './curation.types.ts';

const COLUMNS = `
  o.id, o.release_id as "releaseId", o.lineage, o.version, o.title, o.technology_area as "technologyArea", o.definition,
  o.selected_by as "selectedBy", o.role_family as "roleFamily"`;

const BY_ID: Statement = {
  name: 'draft_occupation_by_id',
  text: `select ${COLUMNS} from occupation o where o.id = $1`,
};

const BY_IDS: Statement = {
  name: 'draft_occupations_by_id',
  text: `select ${COLUMNS} from occupation o where o.release_id = $1 and o.id = any($2)`,
};

const TITLED: Statement = {
  name: 'draft_occupation_titled',
  text: 'select id from occupation where release_id = $1 and technology_area = $2 and title = $3',
};

const INSERT: Statement = {
  name: 'draft_occupation_insert',
  text: `
    insert into occupation (id, release_id, title, technology_area, definition, selected_by, role_family, lineage)
    values ($1, $2, $3, $4, $5, $6, $7, $1)`,
};

const UPDATE: Statement = {
  name: 'draft_occupation_update',
  text: `
    update occupation set title = $2, technology_area = $3, definition = $4, selected_by = $5, role_family = $6,
                          version = version + 1
    where id = $1`,
};

const REMOVE: Statement = { name: 'draft_occupation_remove', text: 'delete from occupation where id = $1' };

const COPY_SELECTIONS: Statement = {
  name: 'draft_occupation_copy_selections',
  text: `
    insert into selection (occupation_id, ksa_id, count, release_id)
    select $3, ksa_id, count, $1 from selection where release_id = $1 and occupation_id = $2`,
};

const RENAME_FAMILY: Statement = {
  name: 'draft_role_family_rename',
  text: `
    update occupation set role_family = $3, version = version + 1 where release_id = $1 and role_family = $2
    returning lineage, title`,
};

const AREA: Statement = {
  name: 'draft_area',
  text: 'select code, name from technology_area where release_id = $1 and code = $2',
};

const INSERT_AREA: Statement = {
  name: 'draft_area_insert',
  text: `
    insert into technology_area (release_id, code, name, position)
    select $1, $2, $3, coalesce(max(position), 0) + 1 from technology_area where release_id = $1`,
};

const UPDATE_AREA: Statement = {
  name: 'draft_area_update',
  text: 'update technology_area set code = $3, name = $4 where release_id = $1 and code = $2',
};

const AREA_USED: Statement = {
  name: 'draft_area_used',
  text: 'select 1 from occupation where release_id = $1 and technology_area = $2 limit 1',
};

const REMOVE_AREA: Statement = {
  name: 'draft_area_remove',
  text: 'delete from technology_area where release_id = $1 and code = $2',
};

export interface AreaRow {
  readonly code: string;
  readonly name: string;
}

export type OccupationState = Pick<
  DraftOccupation,
  'title' | 'technologyArea' | 'definition' | 'selectedBy' | 'roleFamily'
>;

/** Occupations and technology areas of a draft whose release is locked by the caller. */
@Injectable()
export class DraftOccupationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(context: RequestContext, id: string): Promise<DraftOccupation | undefined> {
    return (await this.unitOfWork.read<DraftOccupation>(context, BY_ID, [id]))[0];
  }

  byIds(context: RequestContext, releaseId: string, ids: readonly string[]): Promise<DraftOccupation[]> {
    return this.unitOfWork.read<DraftOccupation>(context, BY_IDS, [releaseId, ids]);
  }

  /** The occupation of an area that has this title. */
  async titled(
    context: TransactionContext,
    releaseId: string,
    { technologyArea, title }: Pick<OccupationState, 'technologyArea' | 'title'>,
  ): Promise<string | undefined> {
    const values = [releaseId, technologyArea, title];
    return (await this.unitOfWork.read<{ id: string }>(context, TITLED, values))[0]?.id;
  }

  async insert(
    context: TransactionContext,
    releaseId: string,
    id: string,
    state: OccupationState,
  ): Promise<void> {
    const { title, technologyArea, definition, selectedBy, roleFamily } = state;
    const values = [id, releaseId, title, technologyArea, definition, selectedBy, roleFamily];
    await this.unitOfWork.read(context, INSERT, values);
  }

  async update(context: TransactionContext, id: string, state: OccupationState): Promise<void> {
    const { title, technologyArea, definition, selectedBy, roleFamily } = state;
    const values = [id, title, technologyArea, definition, selectedBy, roleFamily];
    await this.unitOfWork.read(context, UPDATE, values);
  }

  /** With what it selects. */
  async remove(context: TransactionContext, id: string): Promise<void> {
    await this.unitOfWork.read(context, REMOVE, [id]);
  }

  async copySelections(
    context: TransactionContext,
    releaseId: string,
    from: string,
    to: string,
  ): Promise<void> {
    await this.unitOfWork.read(context, COPY_SELECTIONS, [releaseId, from, to]);
  }

  renameFamily(
    context: TransactionContext,
    releaseId: string,
    from: string,
    to: string | null,
  ): Promise<{ lineage: string; title: string }[]> {
    return this.unitOfWork.read(context, RENAME_FAMILY, [releaseId, from, to]);
  }

  async area(context: RequestContext, releaseId: string, code: string): Promise<AreaRow | undefined> {
    return (await this.unitOfWork.read<AreaRow>(context, AREA, [releaseId, code]))[0];
  }

  async insertArea(context: TransactionContext, releaseId: string, { code, name }: AreaRow): Promise<void> {
    await this.unitOfWork.read(context, INSERT_AREA, [releaseId, code, name]);
  }

  /** Its occupations follow the code. */
  async updateArea(
    context: TransactionContext,
    releaseId: string,
    code: string,
    area: AreaRow,
  ): Promise<void> {
    await this.unitOfWork.read(context, UPDATE_AREA, [releaseId, code, area.code, area.name]);
  }

  async isAreaUsed(context: TransactionContext, releaseId: string, code: string): Promise<boolean> {
    return (await this.unitOfWork.read(context, AREA_USED, [releaseId, code])).length > 0;
  }

  async removeArea(context: TransactionContext, releaseId: string, code: string): Promise<void> {
    await this.unitOfWork.read(context, REMOVE_AREA, [releaseId, code]);
  }
}
