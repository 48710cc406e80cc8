import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { Item, Occupation, Release, Selection } from './framework.types.ts';

const RELEASES: Statement = {
  name: 'frameworks_releases',
  text: `
    select r.id, r.label, r.state, to_char(r.published_on, 'YYYY-MM-DD') as "publishedOn", f.name as framework,
           f.publisher, f.licence, r.attribution, r.content_hash as "contentHash",
           (select count(*)::int from item i where i.release_id = r.id and i.kind = 'ksa') as "ksaCount",
           (select count(*)::int from occupation o where o.release_id = r.id) as "occupationCount"
    from release r join framework f on f.id = r.framework_id
    order by r.published_on desc, r.label desc`,
};

const ITEMS: Statement = {
  name: 'frameworks_items',
  text: `
    with recursive part as (
      select id as whole_id, id from item where release_id = $1
      union all
      select part.whole_id, i.id from part join item i on i.parent_id = part.id
    ), counted as (
      select part.whole_id, count(distinct s.occupation_id)::int as occupations,
             (count(distinct i.id) filter (where i.kind = 'ksa'))::int as ksas
      from part join item i on i.id = part.id left join selection s on s.ksa_id = part.id
      group by part.whole_id
    )
    select i.id, i.release_id as "releaseId", i.code, i.kind, i.parent_id as "parentId", i.title, i.definition,
           i.definition_source as "definitionSource", i.provisional, i.ksa_no as "ksaNo", i.position,
           c.occupations as "occupationCount", c.ksas as "ksaCount"
    from item i join counted c on c.whole_id = i.id
    where i.release_id = $1
    order by i.position`,
};

const OCCUPATIONS: Statement = {
  name: 'frameworks_occupations',
  text: `
    select o.id, o.release_id as "releaseId", o.title, o.technology_area as "technologyArea",
           o.selected_by as "selectedBy", o.role_family as "roleFamily",
           (select count(*)::int from selection s where s.occupation_id = o.id) as "ksaCount"
    from occupation o join technology_area a on a.code = o.technology_area
    where o.release_id = $1
    order by o.title, a.position`,
};

const SELECTIONS: Statement = {
  name: 'frameworks_selections',
  text: `
    select s.occupation_id as "occupationId", s.ksa_id as "ksaId", s.count
    from selection s join occupation o on o.id = s.occupation_id
    where o.release_id = $1`,
};

/** The frameworks are shared: these statements, unlike all others, name no tenant. */
@Injectable()
export class FrameworksRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  releases(context: RequestContext): Promise<Release[]> {
    return this.unitOfWork.read<Release>(context, RELEASES, []);
  }

  items(context: RequestContext, releaseId: string): Promise<Item[]> {
    return this.unitOfWork.read<Item>(context, ITEMS, [releaseId]);
  }

  occupations(context: RequestContext, releaseId: string): Promise<Occupation[]> {
    return this.unitOfWork.read<Occupation>(context, OCCUPATIONS, [releaseId]);
  }

  selections(context: RequestContext, releaseId: string): Promise<Selection[]> {
    return this.unitOfWork.read<Selection>(context, SELECTIONS, [releaseId]);
  }
}
