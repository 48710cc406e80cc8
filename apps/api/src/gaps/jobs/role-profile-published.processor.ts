import { Processor } from '@nestjs/bullmq';
import type { RequestContext } from '#platform/context/request-context';
import { TenantProcessor } from '#platform/jobs/tenant-processor';
import { roleProfilePublished, type RoleProfilePublished } from '#roles';
import { GapsService } from '../gaps.service.ts';

@Processor(roleProfilePublished.name)
export class RoleProfilePublishedProcessor extends TenantProcessor<RoleProfilePublished> {
  constructor(private readonly gaps: GapsService) {
    super();
  }

  override handle(context: RequestContext, payload: RoleProfilePublished): Promise<void> {
    return this.gaps.followPublished(context, payload);
  }
}
