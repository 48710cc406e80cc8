import { Injectable } from '@nestjs/common';
import { ScoreRequests } from '#assessments';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { ScoresRepository } from './scores.repository.ts';

/** A score stands until a rating that it rests on runs out; nobody submits anything then, so it is looked for. */
@Injectable()
export class ExpiriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scores: ScoresRepository,
    private readonly scoreRequests: ScoreRequests,
  ) {}

  /** Asks for every score of the organisation that a rating has run out under by today; once a day for each. */
  askAgain(context: RequestContext): Promise<number> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const pairs = await this.scores.ranOut(transaction);
      const cause = `expired:${context.now.toISOString().slice(0, 10)}`;
      for (const { workerNo, profileVersionNo } of pairs)
        await this.scoreRequests.ofPair(transaction, workerNo, profileVersionNo, cause);
      return pairs.length;
    });
  }
}
