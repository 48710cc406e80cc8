import { Processor } from '@nestjs/bullmq';
import { scoreWorker, type ScoreWorker } from '#assessments';
import type { RequestContext } from '#platform/context/request-context';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { GapsService } from '../gaps.service.ts';

@Processor(scoreWorker.name)
export class ScoreWorkerProcessor extends TenantProcessor<ScoreWorker> {
  constructor(private readonly gaps: GapsService) {
    super();
  }

  override async handle(context: RequestContext, payload: ScoreWorker): Promise<void> {
    await this.gaps.scoreWorker(context, payload);
  }
}
