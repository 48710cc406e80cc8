import { Injectable } from '@nestjs/common';
import { assertRatingPolicy, defaultRatingPolicy, type RatingPolicy } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { PoliciesRepository } from './policies.repository.ts';

@Injectable()
export class PoliciesService {
  constructor(private readonly repository: PoliciesRepository) {}

  async createDefaultPolicy(context: TransactionContext): Promise<void> {
    await this.repository.insert(context, defaultRatingPolicy);
  }

  /** Each change of an organisation's policy is a version of its own: scores name the one that made them. */
  async add(context: TransactionContext, policy: RatingPolicy): Promise<void> {
    assertRatingPolicy(policy);
    await this.repository.insert(context, policy);
  }

  /** The newest version. An organisation that was never given one begins with the default, at its first score. */
  async current(context: TransactionContext): Promise<RatingPolicy> {
    const policy = await this.repository.current(context);
    if (policy !== undefined) return policy;
    await this.createDefaultPolicy(context);
    // Another may have been faster with a version of its own.
    return (await this.repository.current(context)) ?? defaultRatingPolicy;
  }

  async byVersion(context: RequestContext, version: number): Promise<RatingPolicy> {
    const policy = await this.repository.byVersion(context, version);
    if (policy === undefined) throw new Error(`There is no version ${version} of the rating policy.`);
    return policy;
  }
}
