import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { GAP_VIEW } from './gap-view.statement.ts';

@Injectable()
export class GapViewsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * What `factsOf` takes apart. Undefined when the role profile is not assigned to the worker, or the worker is not the
   * only one who may be seen; null when no score is there yet.
   */
  facts(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    ownWorkerNo: number | null,
  ): Promise<string | null | undefined> {
    const now = context.now.toISOString();
    const values = [context.tenantId, workerId, roleProfileId, ownWorkerNo, now];
    return this.unitOfWork.readText(context, GAP_VIEW, values);
  }
}
