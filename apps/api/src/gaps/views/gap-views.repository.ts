import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { GAP_VIEW, type GapViewFacts } from './gap-view.statement.ts';

@Injectable()
export class GapViewsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Undefined when the role profile is not assigned to the worker, or the worker is not the only one who may be seen. */
  async facts(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    ownWorkerNo: number | null,
  ): Promise<GapViewFacts | undefined> {
    const values = [context.tenantId, workerId, roleProfileId, ownWorkerNo, context.now];
    return (await this.unitOfWork.read<GapViewFacts>(context, GAP_VIEW, values))[0];
  }
}
