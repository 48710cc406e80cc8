import { Processor } from '@nestjs/bullmq';
import type { RequestContext } from '#platform/context/request-context';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { teamMembersChanged, type TeamMembersChanged } from '#workforce';
import { AggregationService } from '../aggregation.service.ts';

@Processor(teamMembersChanged.name)
export class TeamMembersChangedProcessor extends TenantProcessor<TeamMembersChanged> {
  constructor(private readonly aggregation: AggregationService) {
    super();
  }

  override handle(context: RequestContext, payload: TeamMembersChanged): Promise<void> {
    return this.aggregation.followMembers(context, payload);
  }
}
