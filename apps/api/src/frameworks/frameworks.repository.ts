import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type {
  ReleaseCounts,
  Selection,
  StoredItem,
  StoredOccupation,
  StoredRelease,
  TechnologyArea,
} from './framework.types.ts';

/** When a release called `r` was published, as the log tells it: its day alone does not order two of one day. */
export const PUBLISHED_AT = `
  (select max(c.at) from release_change c
   where c.release_id = r.id and c.subject = 'release' and c.action = 'published')`;

const RELEASES: Statement = {
  name: 'frameworks_releases',
  text: `
    select r.id, r.label, r.state, to_char(r.published_on, 'YYYY-MM-DD') as "publishedOn", f.id as "frameworkId",
           f.name as framework, f.is_basis as "isBasis", f.publisher, f.licence, r.attribution, r.revision,
           r.based_on as "basedOn", coalesce(r.content_hash, r.revision::text) as "contentHash",
           coalesce((select x.revision from own_extension x where x.tenant_id = $1), 0) as "extensionRevision"
    from release r join framework f on f.id = r.framework_id
    where r.state <> 'discarded'
    order by r.published_on desc nulls first, f.is_basis desc,
             coalesce(${PUBLISHED_AT}, r.created_at) desc,
             r.label desc`,
};

const COUNTS: Statement = {
  name: 'frameworks_release_counts',
  text: `
    select r.id, (select count(*)::int from item i where i.release_id = r.id and i.kind = 'ksa') as "ksaCount",
           (select count(*)::int from occupation o where o.release_id = r.id) as "occupationCount"
    from unnest($1::uuid[]) as r (id)`,
};

/** Of a `StoredItem`, from an item called `i`. */
export const ITEM_COLUMNS = `
  i.id, i.release_id as "releaseId", i.lineage, i.version, i.code, i.kind, i.parent_id as "parentId", i.title,
  i.definition, i.definition_source as "definitionSource", i.provisional, i.ksa_no as "ksaNo", i.position`;

const ITEMS: Statement = {
  name: 'frameworks_items',
  text: `
    select ${ITEM_COLUMNS} from item i where i.release_id = $1`,
};

const OCCUPATIONS: Statement = {
  name: 'frameworks_occupations',
  text: `
    select o.id, o.release_id as "releaseId", o.title, o.technology_area as "technologyArea",
           a.name as "technologyAreaName", o.selected_by as "selectedBy", o.role_family as "roleFamily", o.definition,
           o.lineage, o.version
    from occupation o join technology_area a on a.release_id = o.release_id and a.code = o.technology_area
    where o.release_id = $1
    order by o.title, a.position`,
};

const SELECTIONS: Statement = {
  name: 'frameworks_selections',
  text: `
    select s.occupation_id as "occupationId", s.ksa_id as "ksaId", s.count
    from selection s
    where s.release_id = $1`,
};

const AREAS: Statement = {
  name: 'frameworks_areas',
  text: 'select code, name from technology_area where release_id = $1 order by position, code',
};

const RELEASE_OF_ITEM: Statement = {
  name: 'frameworks_release_of_item',
  text: 'select release_id as "releaseId" from item where id = $1',
};

const RELEASE_OF_OCCUPATION: Statement = {
  name: 'frameworks_release_of_occupation',
  text: 'select release_id as "releaseId" from occupation where id = $1',
};

/** The frameworks are shared: these statements, unlike all others, name no tenant but for what is its own. */
@Injectable()
export class FrameworksRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  releases(context: RequestContext): Promise<StoredRelease[]> {
    return this.unitOfWork.read<StoredRelease>(context, RELEASES, [context.tenantId]);
  }

  counts(
    context: RequestContext,
    releaseIds: readonly string[],
  ): Promise<(ReleaseCounts & { id: string })[]> {
    return this.unitOfWork.read(context, COUNTS, [releaseIds]);
  }

  items(context: RequestContext, releaseId: string): Promise<StoredItem[]> {
    return this.unitOfWork.read<StoredItem>(context, ITEMS, [releaseId]);
  }

  occupations(context: RequestContext, releaseId: string): Promise<StoredOccupation[]> {
    return this.unitOfWork.read<StoredOccupation>(context, OCCUPATIONS, [releaseId]);
  }

  selections(context: RequestContext, releaseId: string): Promise<Selection[]> {
    return this.unitOfWork.read<Selection>(context, SELECTIONS, [releaseId]);
  }

  areas(context: RequestContext, releaseId: string): Promise<TechnologyArea[]> {
    return this.unitOfWork.read<TechnologyArea>(context, AREAS, [releaseId]);
  }

  async releaseOfItem(context: RequestContext, itemId: string): Promise<string | undefined> {
    const rows = await this.unitOfWork.read<{ releaseId: string }>(context, RELEASE_OF_ITEM, [itemId]);
    return rows[0]?.releaseId;
  }

  async releaseOfOccupation(context: RequestContext, occupationId: string): Promise<string | undefined> {
    const rows = await this.unitOfWork.read<{ releaseId: string }>(context, RELEASE_OF_OCCUPATION, [
      occupationId,
    ]);
    return rows[0]?.releaseId;
  }
}
