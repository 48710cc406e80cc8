import { Injectable } from '@nestjs/common';
import { RatingsService } from '#assessments';
import { instantAtEndOf, type RatingPolicy, resolveRatings } from '#domain';
import { liveRatings } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { PolicyInForce } from '../policy-in-force.ts';

/** Where a worker stands in every KSA that they were ever rated in, whatever their roles ask for. */
export interface Standing {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly policy: RatingPolicy;
  /** Level by KSA number; absent: unknown. */
  readonly attained: ReadonlyMap<number, number>;
}

@Injectable()
export class StandingService {
  constructor(
    private readonly ratings: RatingsService,
    private readonly policies: PolicyInForce,
  ) {}

  async today(context: RequestContext, workerNo: number): Promise<Standing> {
    const policy = await this.policies.now(context);
    const asOf = context.now.toISOString().slice(0, 10);
    const { packed } = await this.ratings.packed(context, workerNo);
    const resolved = resolveRatings(policy, liveRatings(packed), instantAtEndOf(asOf));
    return { asOf, policy, attained: new Map([...resolved].map(([ksaNo, { level }]) => [ksaNo, level])) };
  }
}
