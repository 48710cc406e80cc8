import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { DiscardedDraft, Draft, Framework } from './curation.types.ts';

const FRAMEWORKS: Statement = {
  name: 'curation_frameworks',
  text: `select id, uri, name, publisher, licence, is_basis as "isBasis" from framework order by is_basis desc, name, id`,
};

const INSERT_FRAMEWORK: Statement = {
  name: 'curation_framework_insert',
  text: `
    insert into framework (id, uri, name, publisher, licence, is_basis)
    values ($1, $2, $3, $4, $5, not exists (select from framework where is_basis))
    on conflict (uri) do nothing returning id`,
};

const INSERT_RELEASE: Statement = {
  name: 'curation_release_insert',
  text: `
    insert into release (id, framework_id, label, state, attribution, based_on, created_at, created_by)
    values ($1, $2, $3, 'draft', $4, $5, $6, $7)
    on conflict (framework_id, label) where state <> 'discarded' do nothing returning id`,
};

// The whole content under new ids: lineages, and with them the numbers of KSAs, stay. Each id is made of the release and
// the id that it is copied from (RFC 9562, version 8), so that nothing has to be joined.
const copied = (id: string) =>
  `overlay(overlay(md5($2::uuid::text || ${id}::text) placing '8' from 13) placing '8' from 17)::uuid`;

const COPY_AREAS: Statement = {
  name: 'curation_copy_areas',
  text: `
    insert into technology_area (release_id, code, name, position)
    select $2, code, name, position from technology_area where release_id = $1`,
};

const COPY_ITEMS: Statement = {
  name: 'curation_copy_items',
  text: `
    insert into item (id, release_id, code, kind, parent_id, title, definition, definition_source, provisional, ksa_no,
                      position, lineage, version)
    select ${copied('id')}, $2::uuid, code, kind, ${copied('parent_id')}, title, definition, definition_source,
           provisional, ksa_no, position, lineage, 1
    from item where release_id = $1`,
};

const COPY_OCCUPATIONS: Statement = {
  name: 'curation_copy_occupations',
  text: `
    insert into occupation (id, release_id, title, technology_area, selected_by, role_family, lineage, definition)
    select ${copied('id')}, $2::uuid, title, technology_area, selected_by, role_family, lineage, definition
    from occupation where release_id = $1`,
};

const COPY_SELECTIONS: Statement = {
  name: 'curation_copy_selections',
  text: `
    insert into selection (occupation_id, ksa_id, count, release_id)
    select ${copied('occupation_id')}, ${copied('ksa_id')}, count, $2::uuid from selection where release_id = $1`,
};

const COPY_SUCCESSIONS: Statement = {
  name: 'curation_copy_successions',
  text: `
    insert into succession (release_id, subject, kind, from_lineage, to_lineage)
    select $2, subject, kind, from_lineage, to_lineage from succession where release_id = $1`,
};

const COUNT: Statement = {
  name: 'curation_count_content',
  text: 'select count_release_content()',
};

const DISCARDED: Statement = {
  name: 'curation_discarded',
  text: `
    select r.id, r.label, r.framework_id as "frameworkId", f.name as framework, r.based_on as "basedOn",
           c.by_name as "by", c.at, c.reason
    from release r join framework f on f.id = r.framework_id
    join release_change c on c.release_id = r.id and c.subject = 'release' and c.action = 'discarded'
    where r.state = 'discarded'
    order by c.at desc, c.id desc`,
};

const EDIT: Statement = {
  name: 'curation_edit_draft',
  text: `
    update release set revision = revision + 1 where id = $1 and state = 'draft'
    returning id, framework_id as "frameworkId", label, revision`,
};

const UNEDITED: Statement = {
  name: 'curation_draft_unedited',
  text: 'update release set revision = revision - 1 where id = $1',
};

const LOCK: Statement = {
  name: 'curation_lock_release',
  text: `select state, revision from release where id = $1 for update`,
};

const SET_STATE: Statement = {
  name: 'curation_set_state',
  text: 'update release set state = $2 where id = $1',
};

/** What was accepted into the draft is open again, unless its author has proposed it anew meanwhile. */
const REOPEN_PROPOSALS: Statement = {
  name: 'curation_reopen_proposals',
  text: `
    update proposal p set state = 'open', decided_at = null, decided_by = null, decided_why = null, made_item_id = null
    where p.made_item_id in (select i.id from item i where i.release_id = $1)
      and not exists (select from proposal o where o.own_item_id = p.own_item_id and o.state = 'open')`,
};

const EMPTY: readonly Statement[] = ['selection', 'succession', 'occupation', 'technology_area', 'item'].map(
  (table) => ({
    name: `curation_empty_${table}`,
    text: `delete from ${table} where release_id = $1`,
  }),
);

@Injectable()
export class DraftsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  frameworks(context: RequestContext): Promise<Framework[]> {
    return this.unitOfWork.read<Framework>(context, FRAMEWORKS, []);
  }

  /** False when another has its uri. */
  async insertFramework(
    context: TransactionContext,
    { id, uri, name, publisher, licence }: Omit<Framework, 'isBasis'>,
  ): Promise<boolean> {
    const values = [id, uri, name, publisher, licence];
    return (await this.unitOfWork.read(context, INSERT_FRAMEWORK, values)).length > 0;
  }

  /** False when the framework has a release of this label. */
  async insert(
    context: TransactionContext,
    draft: { id: string; frameworkId: string; label: string; attribution: string; basedOn: string | null },
  ): Promise<boolean> {
    const rows = await this.unitOfWork.read(context, INSERT_RELEASE, [
      draft.id,
      draft.frameworkId,
      draft.label,
      draft.attribution,
      draft.basedOn,
      context.now,
      context.actor.name,
    ]);
    return rows.length > 0;
  }

  async copyContent(context: TransactionContext, from: string, to: string): Promise<void> {
    for (const statement of [COPY_AREAS, COPY_ITEMS, COPY_OCCUPATIONS, COPY_SELECTIONS])
      await this.unitOfWork.read(context, statement, [from, to]);
  }

  async copySuccessions(context: TransactionContext, from: string, to: string): Promise<void> {
    await this.unitOfWork.read(context, COPY_SUCCESSIONS, [from, to]);
  }

  /**
   * Once a whole release is written: has PostgreSQL count what there is now, or it plans as if that were not there. Call
   * it last: whoever else counts waits for the commit.
   */
  async count(context: TransactionContext): Promise<void> {
    await this.unitOfWork.read(context, COUNT, []);
  }

  /** The last that was discarded first. */
  discarded(context: RequestContext): Promise<DiscardedDraft[]> {
    return this.unitOfWork.read<DiscardedDraft>(context, DISCARDED, []);
  }

  /** Locks the draft until the transaction ends, and counts the edit; undefined when it is no draft. */
  async edit(context: TransactionContext, releaseId: string): Promise<Draft | undefined> {
    return (await this.unitOfWork.read<Draft>(context, EDIT, [releaseId]))[0];
  }

  /** In the transaction of an edit that turned out to change nothing. */
  async unedited(context: TransactionContext, releaseId: string): Promise<void> {
    await this.unitOfWork.read(context, UNEDITED, [releaseId]);
  }

  async lock(
    context: TransactionContext,
    releaseId: string,
  ): Promise<{ state: string; revision: number } | undefined> {
    return (await this.unitOfWork.read<{ state: string; revision: number }>(context, LOCK, [releaseId]))[0];
  }

  async setState(context: TransactionContext, releaseId: string, state: string): Promise<void> {
    await this.unitOfWork.read(context, SET_STATE, [releaseId, state]);
  }

  /** Of a draft, before it is discarded. */
  async empty(context: TransactionContext, releaseId: string): Promise<void> {
    for (const statement of [REOPEN_PROPOSALS, ...EMPTY])
      await this.unitOfWork.read(context, statement, [releaseId]);
  }
}
