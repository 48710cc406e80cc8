import { Injectable } from '@nestjs/common';
import { ScoreRequests } from '#assessments';
import type { RatingPolicy } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { PoliciesService } from './policies/policies.service.ts';
import { RescoreRequests } from './rescoring/rescore-requests.ts';
import { type PairBehind, StaleScoresRepository } from './stale-scores.repository.ts';

/** So many are asked for one by one; of more the whole organisation is made anew. */
const FEW = 200;

/**
 * The reconciler: whatever was lost on the way from a rating, a policy or a publication to its scores, they are found
 * by what they were made from and asked for again.
 */
@Injectable()
export class StaleScoresService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scores: StaleScoresRepository,
    private readonly policies: PoliciesService,
    private readonly scoreRequests: ScoreRequests,
    private readonly rescoreRequests: RescoreRequests,
  ) {}

  /**
   * Asks for every score that is missing or made from older inputs, an older policy, or an older version of the role,
   * and under a policy that depends on the day for those of an earlier day. Says how many there were; asking twice for
   * what is on its way does no harm.
   */
  mend(context: RequestContext): Promise<number> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const byDay = dependsOnTheDay(await this.policies.current(transaction));
      const behind = await this.scores.behind(transaction, byDay, FEW + 1);
      if (behind.length <= FEW) {
        await this.askForEach(transaction, behind);
        return behind.length;
      }
      const count = await this.scores.count(transaction, byDay);
      await this.rescoreRequests.ofOrganisation(transaction);
      return count;
    });
  }

  private async askForEach(context: TransactionContext, behind: readonly PairBehind[]): Promise<void> {
    const today = context.now.toISOString().slice(0, 10);
    for (const { workerNo, profileVersionNo, inputVersion, policyVersion } of behind) {
      const cause = `behind:${today}:${inputVersion}:${policyVersion}`;
      await this.scoreRequests.ofPair(context, workerNo, profileVersionNo, cause);
    }
  }
}

/** Ratings run out under a validity period, and weigh less with each day under a consensus. */
function dependsOnTheDay({ kind, validityDays }: RatingPolicy): boolean {
  return kind === 'consensus' || Object.keys(validityDays).length > 0;
}
