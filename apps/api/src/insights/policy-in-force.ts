import { Injectable } from '@nestjs/common';
import { defaultRatingPolicy, type RatingPolicy } from '#domain';
import { PoliciesService } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

// Before an organisation's first policy it had none of its own: the first one is what it began with.
const VERSION_BEFORE: Statement = {
  name: 'policy_version_before',
  text: `
    select version from rating_policy where tenant_id = $1
    order by created_at < $2 desc, case when created_at < $2 then -version else version end limit 1`,
};

/** By which policy ratings were resolved at a time. Reads alone: who was never given one is not given one here. */
@Injectable()
export class PolicyInForce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: PoliciesService,
  ) {}

  /** The newest made before a time. */
  async before(context: RequestContext, time: Date): Promise<RatingPolicy> {
    const values = [context.tenantId, time];
    const [row] = await this.unitOfWork.read<{ version: number }>(context, VERSION_BEFORE, values);
    return row === undefined ? defaultRatingPolicy : this.policies.byVersion(context, row.version);
  }

  now(context: RequestContext): Promise<RatingPolicy> {
    return this.before(context, new Date(context.now.getTime() + 1));
  }
}
