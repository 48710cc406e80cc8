import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { assertRatingPolicy, decayTable, defaultRatingPolicy, type RatingPolicy } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { RatingPoliciesQuery, RatingPolicyInputDto } from '../dto/rating-policy.dto.ts';
import { ratingPolicyChanged } from '../gaps.errors.ts';
import { RescoreRequests } from '../rescoring/rescore-requests.ts';
import { PoliciesRepository } from './policies.repository.ts';
import type { StoredPolicy } from './policy.types.ts';

/** What an employer sees and changes of the policy; a changed one makes every score of the organisation anew. */
@Injectable()
export class PolicyChangesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PoliciesRepository,
    private readonly rescoreRequests: RescoreRequests,
  ) {}

  async current(context: RequestContext): Promise<StoredPolicy> {
    return (await this.repository.newest(context)) ?? { policy: defaultRatingPolicy, since: null };
  }

  versions(
    context: RequestContext,
    query: RatingPoliciesQuery,
  ): Promise<{ rows: StoredPolicy[]; total: number }> {
    return this.repository.versions(context, query);
  }

  /** The same again is no change. @throws Refusal `rating-policy-changed` when `version` is no longer the newest; RatingsError naming the field */
  async change(context: RequestContext, version: number, input: RatingPolicyInputDto): Promise<StoredPolicy> {
    const policy = policyOf(input, version + 1);
    assertRatingPolicy(policy);
    return this.unitOfWork.transaction(context, async (transaction) => {
      const current = await this.current(transaction);
      if (current.policy.version !== version) throw ratingPolicyChanged();
      if (isDeepStrictEqual({ ...current.policy, version: 0 }, { ...policy, version: 0 })) return current;
      if (version === defaultRatingPolicy.version)
        await this.repository.insert(transaction, defaultRatingPolicy);
      if (!(await this.repository.insert(transaction, policy))) throw ratingPolicyChanged();
      await this.rescoreRequests.ofOrganisation(transaction);
      return { policy, since: context.now };
    });
  }
}

/** As the domain has it. A field that was left out of the days is absent, as scoring reads it. */
export function policyOf({ validityDays, ...input }: RatingPolicyInputDto, version: number): RatingPolicy {
  const valid = Object.fromEntries(Object.entries(validityDays).filter(([, days]) => days !== undefined));
  return input.kind === 'most-trusted'
    ? { ...input, version, validityDays: valid }
    : { ...input, version, validityDays: valid, decay: decayTable(input.halfLifeDays) };
}
