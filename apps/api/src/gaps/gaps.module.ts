import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { FrameworksModule } from '#frameworks';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { IdentityModule } from '#identity';
import { Upkeep } from './upkeep.ts';
import { GapScoresController } from './views/gap-scores.controller.ts';
import { GapViewsService } from './views/gap-views.service.ts';
import { GapsService } from './gaps.service.ts';
import { RescoreProcessor } from './jobs/rescore.processor.ts';
import { RoleProfilePublishedProcessor } from './jobs/role-profile-published.processor.ts';
import { ScoreWorkerProcessor } from './jobs/score-worker.processor.ts';
import { LevelsRepository } from './levels/levels.repository.ts';
import { LevelsService } from './levels/levels.service.ts';
import { PoliciesRepository } from './policies/policies.repository.ts';
import { PoliciesService } from './policies/policies.service.ts';
import { PolicyChangesService } from './policies/policy-changes.service.ts';
import { RatingPolicyController } from './policies/rating-policy.controller.ts';
import { RescoreRequests } from './rescoring/rescore-requests.ts';
import { RescoringRepository } from './rescoring/rescoring.repository.ts';
import { RescoringService } from './rescoring/rescoring.service.ts';
import { ScoresRepository } from './scores.repository.ts';
import { StaleScoresRepository } from './stale-scores.repository.ts';
import { StaleScoresService } from './stale-scores.service.ts';
import { GapViewsRepository } from './views/gap-views.repository.ts';
import { ViewGrounds } from './views/view-grounds.ts';

@Module({
  imports: [IdentityModule, FrameworksModule, WorkforceModule, RolesModule, AssessmentsModule],
  controllers: [GapScoresController, RatingPolicyController],
  providers: [
    Upkeep,
    GapsService,
    GapViewsService,
    GapViewsRepository,
    ViewGrounds,
    LevelsService,
    LevelsRepository,
    PoliciesService,
    PoliciesRepository,
    PolicyChangesService,
    RescoreProcessor,
    RescoreRequests,
    RescoringRepository,
    RescoringService,
    ScoresRepository,
    StaleScoresRepository,
    StaleScoresService,
    ScoreWorkerProcessor,
    RoleProfilePublishedProcessor,
  ],
  exports: [
    Upkeep,
    GapsService,
    GapViewsService,
    LevelsService,
    PoliciesService,
    PolicyChangesService,
    RescoreRequests,
    RescoringService,
    StaleScoresService,
  ],
})
export class GapsModule {}
