import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ListQuery } from '#platform/http/list';
import { Organisation, OrganisationDirectoryEntry, type OrganisationRow } from './identity.entities.ts';

const OWN: Statement = {
  name: 'organisations_own',
  text: `select tenant_id as "tenantId", name, slug, kind, demonstration, created_at as "createdAt"
           from organisation where tenant_id = $1`,
};

const IDS: Statement = {
  name: 'organisations_ids',
  text: 'select tenant_id as "tenantId" from organisation_directory order by tenant_id',
};

const ANY: Statement = { name: 'organisations_any', text: 'select 1 from organisation_directory limit 1' };

const COUNT: Statement = {
  name: 'organisations_count',
  text: `select count(*)::int as total from organisation_directory where $1::text is null or lower(name) like $1`,
};

const SORTED_BY = { name: 'name', createdAt: 'created_at' } as const;

export type OrganisationsQuery = ListQuery<keyof typeof SORTED_BY, { q?: string | undefined }>;

@Injectable()
export class OrganisationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async own(context: RequestContext): Promise<OrganisationRow | undefined> {
    const [organisation] = await this.unitOfWork.read<OrganisationRow>(context, OWN, [context.tenantId]);
    return organisation;
  }

  async ids(): Promise<string[]> {
    const rows = await this.unitOfWork.readShared<{ tenantId: string }>(IDS, []);
    return rows.map(({ tenantId }) => tenantId);
  }

  async any(): Promise<boolean> {
    return (await this.unitOfWork.readShared(ANY, [])).length > 0;
  }

  /** Names alone, of all organisations: for the platform's administrator. */
  async directory({
    sort,
    filter,
    limit,
    offset,
  }: OrganisationsQuery): Promise<{ rows: OrganisationRow[]; total: number }> {
    const pattern = containing(filter.q);
    const list: Statement = {
      name: `organisations_directory_${sort.field}_${sort.order}`,
      text: `select tenant_id as "tenantId", name, slug, kind, demonstration, created_at as "createdAt"
               from organisation_directory where $1::text is null or lower(name) like $1
              order by ${SORTED_BY[sort.field]} ${sort.order}, tenant_id limit $2 offset $3`,
    };
    const rows = await this.unitOfWork.readShared<OrganisationRow>(list, [pattern, limit, offset]);
    const [count] = await this.unitOfWork.readShared<{ total: number }>(COUNT, [pattern]);
    return { rows, total: count?.total ?? 0 };
  }

  async insert(context: TransactionContext, organisation: OrganisationRow): Promise<void> {
    await context.manager.insert(Organisation, organisation);
    await context.manager.insert(OrganisationDirectoryEntry, organisation);
  }
}
