import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { RecommendProgrammesProcessor } from './jobs/recommend-programmes.processor.ts';
import { PlanPlacesRepository } from './plans/plan-places.repository.ts';
import { PlanningService } from './plans/planning.service.ts';
import { PlanTrainingProcessor } from './plans/jobs/plan-training.processor.ts';
import { ProgrammeSessionsController } from './plans/sessions/programme-sessions.controller.ts';
import { ProgrammeSessionsRepository } from './plans/sessions/programme-sessions.repository.ts';
import { ProgrammeSessionsService } from './plans/sessions/programme-sessions.service.ts';
import { TrainingPlansController } from './plans/training-plans.controller.ts';
import { TrainingPlansRepository } from './plans/training-plans.repository.ts';
import { TrainingPlansService } from './plans/training-plans.service.ts';
import { CatalogueService } from './programmes/catalogue.service.ts';
import { ProgrammesController } from './programmes/programmes.controller.ts';
import { ProgrammesRepository } from './programmes/programmes.repository.ts';
import { RecommendationsController } from './recommendations.controller.ts';
import { RecommendationsRepository } from './recommendations.repository.ts';
import { RecommendationsService } from './recommendations.service.ts';
import { TrainingService } from './training.service.ts';

@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, GapsModule],
  controllers: [
    ProgrammesController,
    RecommendationsController,
    ProgrammeSessionsController,
    TrainingPlansController,
  ],
  providers: [
    TrainingService,
    ProgrammesRepository,
    CatalogueService,
    RecommendationsService,
    RecommendationsRepository,
    RecommendProgrammesProcessor,
    ProgrammeSessionsService,
    ProgrammeSessionsRepository,
    TrainingPlansService,
    TrainingPlansRepository,
    PlanPlacesRepository,
    PlanningService,
    PlanTrainingProcessor,
  ],
  exports: [TrainingService, CatalogueService, RecommendationsService],
})
export class TrainingModule {}
