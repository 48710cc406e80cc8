import { Processor } from '@nestjs/bullmq';
import type { RequestContext } from '#platform/context/request-context';
import type { JobRun } from '#platform/jobs/job-run';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { RescoringService } from '../rescoring/rescoring.service.ts';
import { type Rescore, rescore } from './rescore.job.ts';

@Processor(rescore.name)
export class RescoreProcessor extends TenantProcessor<Rescore> {
  constructor(private readonly rescoring: RescoringService) {
    super();
  }

  override handle(context: RequestContext, payload: Rescore, run: JobRun): Promise<void> {
    return this.rescoring.rescore(context, payload, run);
  }
}
