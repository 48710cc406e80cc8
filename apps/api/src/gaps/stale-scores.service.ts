import { Injectable } from '@nestjs/common';
import { ScoreRequests } from '#assessments';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { PoliciesService } from './policies/policies.service.ts';
import { RescoreRequests } from './rescoring/rescore-requests.ts';
import { type PairBehind, StaleScoresRepository } from './stale-scores.repository.ts';

/** So many are asked for one by one; of more the whole organisation is made anew. */
const FEW = 200;

/**
 * The reconciler: whatever was lost on the way from a rating, a policy or a publication to its scores, they are found
 * by what they were made from and asked for again. Nobody submits anything when a rating runs out or a day passes: that
 * is found here, too.
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
   * Asks for every score that is missing, was made from older inputs, an older policy or an older version of the role,
   * by another algorithm, or rests on a rating that has run out by today; under a consensus, which weighs by age, for those of an earlier day.
   * Says how many it asked for. Asking twice for what is on its way does no harm.
   */
  mend(context: RequestContext): Promise<number> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const byDay = (await this.policies.current(transaction)).kind === 'consensus';
      const behind = await this.scores.behind(transaction, byDay, FEW + 1);
      // What a bulk run that is under way leaves, the next look finds.
      if (behind.length === 0 || (await this.rescoreRequests.areOutstanding(transaction))) return 0;
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
