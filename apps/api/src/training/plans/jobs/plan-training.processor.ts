import { Processor } from '@nestjs/bullmq';
import type { RequestContext } from '#platform/context/request-context';
import type { JobRun } from '#platform/jobs/job-run';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { PlanningService } from '../planning.service.ts';
import { type PlanTraining, planTraining } from './plan-training.job.ts';

@Processor(planTraining.name)
export class PlanTrainingProcessor extends TenantProcessor<PlanTraining> {
  constructor(private readonly planning: PlanningService) {
    super();
  }

  override handle(context: RequestContext, { planId }: PlanTraining, run: JobRun): Promise<void> {
    return this.planning.plan(context, planId, run);
  }
}
