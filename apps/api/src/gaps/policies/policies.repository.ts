import { Injectable } from '@nestjs/common';
import { assertRatingPolicy, type RatingPolicy } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { RatingPoliciesQuery } from '../dto/rating-policy.dto.ts';
import type { StoredPolicy } from './policy.types.ts';

const CURRENT: Statement = {
  name: 'policies_current',
  text: `select version, name, kind, parameters, created_at as since from rating_policy
         where tenant_id = $1 order by version desc limit 1`,
};

const BY_VERSION: Statement = {
  name: 'policies_by_version',
  text: `select version, name, kind, parameters, created_at as since from rating_policy
         where tenant_id = $1 and version = $2`,
};

const INSERT: Statement = {
  name: 'policies_insert',
  text: `
    insert into rating_policy (tenant_id, version, name, kind, parameters, created_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (tenant_id, version) do nothing returning version`,
};

const versions = (order: 'ASC' | 'DESC'): Statement => ({
  name: `policies_versions_${order}`,
  text: `select version, name, kind, parameters, created_at as since, count(*) over ()::int as total
           from rating_policy where tenant_id = $1 order by version ${order} limit $2 offset $3`,
});

interface Row {
  readonly version: number;
  readonly name: string;
  readonly kind: RatingPolicy['kind'];
  readonly parameters: object;
  readonly since: Date;
}

@Injectable()
export class PoliciesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async current(context: RequestContext): Promise<RatingPolicy | undefined> {
    return (await this.newest(context))?.policy;
  }

  async newest(context: RequestContext): Promise<StoredPolicy | undefined> {
    const [row] = await this.unitOfWork.read<Row>(context, CURRENT, [context.tenantId]);
    return row && toStored(row);
  }

  async versions(
    context: RequestContext,
    { sort, limit, offset }: RatingPoliciesQuery,
  ): Promise<{ rows: StoredPolicy[]; total: number }> {
    const rows = await this.unitOfWork.read<Row & { total: number }>(context, versions(sort.order), [
      context.tenantId,
      limit,
      offset,
    ]);
    return { rows: rows.map(toStored), total: rows[0]?.total ?? 0 };
  }

  async byVersion(context: RequestContext, version: number): Promise<RatingPolicy | undefined> {
    const [row] = await this.unitOfWork.read<Row>(context, BY_VERSION, [context.tenantId, version]);
    return row && toStored(row).policy;
  }

  /** A version never changes: one that is there stays as it is, and the answer is false. */
  async insert(context: TransactionContext, policy: RatingPolicy): Promise<boolean> {
    const { version, name, kind, ...parameters } = policy;
    const values = [context.tenantId, version, name, kind, JSON.stringify(parameters), context.now];
    return (await this.unitOfWork.read(context, INSERT, values)).length === 1;
  }
}

function toStored({ version, name, kind, parameters, since }: Row): StoredPolicy {
  const policy = { ...parameters, version, name, kind } as RatingPolicy;
  assertRatingPolicy(policy);
  return { policy, since };
}
