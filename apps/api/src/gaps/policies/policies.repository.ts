import { Injectable } from '@nestjs/common';
import { assertRatingPolicy, type RatingPolicy } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

const CURRENT: Statement = {
  name: 'policies_current',
  text: `select version, name, kind, parameters from rating_policy where tenant_id = $1 order by version desc limit 1`,
};

const BY_VERSION: Statement = {
  name: 'policies_by_version',
  text: `select version, name, kind, parameters from rating_policy where tenant_id = $1 and version = $2`,
};

const INSERT: Statement = {
  name: 'policies_insert',
  text: `
    insert into rating_policy (tenant_id, version, name, kind, parameters, created_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (tenant_id, version) do nothing`,
};

interface Row {
  readonly version: number;
  readonly name: string;
  readonly kind: RatingPolicy['kind'];
  readonly parameters: object;
}

@Injectable()
export class PoliciesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async current(context: RequestContext): Promise<RatingPolicy | undefined> {
    return toPolicy(await this.unitOfWork.read<Row>(context, CURRENT, [context.tenantId]));
  }

  async byVersion(context: RequestContext, version: number): Promise<RatingPolicy | undefined> {
    return toPolicy(await this.unitOfWork.read<Row>(context, BY_VERSION, [context.tenantId, version]));
  }

  /** A version never changes: one that is there stays as it is. */
  async insert(context: TransactionContext, policy: RatingPolicy): Promise<void> {
    const { version, name, kind, ...parameters } = policy;
    const values = [context.tenantId, version, name, kind, JSON.stringify(parameters), context.now];
    await this.unitOfWork.read(context, INSERT, values);
  }
}

function toPolicy([row]: readonly Row[]): RatingPolicy | undefined {
  if (row === undefined) return undefined;
  const { parameters, ...identity } = row;
  const policy = { ...parameters, ...identity } as RatingPolicy;
  assertRatingPolicy(policy);
  return policy;
}
