import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { AssessmentsController } from './assessments.controller.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import { AssessmentsService } from './assessments.service.ts';
import { RatingsCache } from './ratings/ratings-cache.ts';
import { RatingsController } from './ratings/ratings.controller.ts';
import { RatingsRepository } from './ratings/ratings.repository.ts';
import { RatingsService } from './ratings/ratings.service.ts';
import { ReviewController } from './review.controller.ts';
import { ReviewService } from './review.service.ts';
import { RoleAssignmentsWriteController } from './role-assignments.controller.ts';
import { ScoreRequests } from './score-requests.ts';

@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule],
  controllers: [AssessmentsController, ReviewController, RoleAssignmentsWriteController, RatingsController],
  providers: [
    AssessmentsService,
    AssessmentsRepository,
    ReviewService,
    RatingsService,
    RatingsRepository,
    RatingsCache,
    ScoreRequests,
  ],
  exports: [AssessmentsService, ReviewService, RatingsService, RatingsCache, ScoreRequests],
})
export class AssessmentsModule {}
