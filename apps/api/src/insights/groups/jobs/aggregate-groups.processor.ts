import { Processor } from '@nestjs/bullmq';
import { type AggregateGroups, aggregateGroups } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import type { JobRun } from '#platform/jobs/job-run';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { AggregationService } from '../aggregation.service.ts';

@Processor(aggregateGroups.name)
export class AggregateGroupsProcessor extends TenantProcessor<AggregateGroups> {
  constructor(private readonly aggregation: AggregationService) {
    super();
  }

  override handle(context: RequestContext, payload: AggregateGroups, run: JobRun): Promise<void> {
    return this.aggregation.aggregate(context, payload, run);
  }
}
