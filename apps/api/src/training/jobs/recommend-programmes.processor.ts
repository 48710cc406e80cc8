import { Processor } from '@nestjs/bullmq';
import { recommendProgrammes, type RecommendProgrammes } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { RecommendationsService } from '../recommendations.service.ts';

@Processor(recommendProgrammes.name)
export class RecommendProgrammesProcessor extends TenantProcessor<RecommendProgrammes> {
  constructor(private readonly recommendations: RecommendationsService) {
    super();
  }

  override async handle(context: RequestContext, payload: RecommendProgrammes): Promise<void> {
    await this.recommendations.recommend(context, payload);
  }
}
