import { Injectable } from '@nestjs/common';
import type { TransactionContext } from '#platform/context/request-context';
import { Jobs } from '#platform/jobs/jobs';
import { RolesService } from '#roles';
import { scoreWorker } from './jobs/score-worker.job.ts';

@Injectable()
export class ScoreRequests {
  constructor(
    private readonly jobs: Jobs,
    private readonly roles: RolesService,
  ) {}

  /** A rating counts in each role profile that the worker is assigned to: all of them are scored again. */
  async ofWorker(context: TransactionContext, workerNo: number, cause: string): Promise<void> {
    for (const profileVersionNo of await this.roles.assignedVersionNos(context, workerNo)) {
      await this.ofPair(context, workerNo, profileVersionNo, cause);
    }
  }

  /** The same cause asks once, however often it is told. */
  ofPair(
    context: TransactionContext,
    workerNo: number,
    profileVersionNo: number,
    cause: string,
  ): Promise<void> {
    return this.jobs.enqueue(
      context,
      scoreWorker,
      { workerNo, profileVersionNo },
      `${cause}:${workerNo}:${profileVersionNo}`,
    );
  }
}
