import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { WorkforceService } from '#workforce';
import { RatingsRepository } from './ratings.repository.ts';

export interface CacheCheck {
  readonly workers: number;
  /** Worker numbers whose cache was not what the log says. */
  readonly differing: readonly number[];
}

/** The cache of live ratings is derived: this makes it anew from the log, and says where it had differed. */
@Injectable()
export class RatingsCache {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RatingsRepository,
    private readonly workforce: WorkforceService,
  ) {}

  compare(context: RequestContext): Promise<CacheCheck> {
    return this.check(context, false);
  }

  rebuild(context: RequestContext): Promise<CacheCheck> {
    return this.check(context, true);
  }

  /** A worker a transaction, under the worker's lock: nobody waits long, and no rating slips in between. */
  private async check(context: RequestContext, repair: boolean): Promise<CacheCheck> {
    const workerNos = await this.repository.ratedWorkers(context);
    const differing: number[] = [];
    for (const workerNo of workerNos) {
      await this.unitOfWork.transaction(context, async (transaction) => {
        await this.workforce.lockWorker(transaction, workerNo);
        const cached = await this.repository.packed(transaction, workerNo);
        const fromLog = await this.repository.packedFromLog(transaction, workerNo);
        const same =
          cached?.inputVersion === fromLog.inputVersion &&
          Buffer.compare(cached.packed, fromLog.packed) === 0;
        if (same) return;
        differing.push(workerNo);
        if (repair) await this.repository.storePacked(transaction, workerNo, fromLog);
      });
    }
    return { workers: workerNos.length, differing };
  }
}
