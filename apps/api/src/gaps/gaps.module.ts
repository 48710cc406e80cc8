import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { FrameworksModule } from '#frameworks';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { GapScoresController } from './gap-scores.controller.ts';
import { GapViewsService } from './gap-views.service.ts';
import { GapsService } from './gaps.service.ts';
import { RoleProfilePublishedProcessor } from './jobs/role-profile-published.processor.ts';
import { ScoreWorkerProcessor } from './jobs/score-worker.processor.ts';
import { PoliciesRepository } from './policies/policies.repository.ts';
import { PoliciesService } from './policies/policies.service.ts';
import { ScoresRepository } from './scores.repository.ts';

@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, AssessmentsModule],
  controllers: [GapScoresController],
  providers: [
    GapsService,
    GapViewsService,
    PoliciesService,
    PoliciesRepository,
    ScoresRepository,
    ScoreWorkerProcessor,
    RoleProfilePublishedProcessor,
  ],
  exports: [GapsService, GapViewsService, PoliciesService],
})
export class GapsModule {}
