import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { RecommendProgrammesProcessor } from './jobs/recommend-programmes.processor.ts';
import { ProgrammesController } from './programmes/programmes.controller.ts';
import { ProgrammesRepository } from './programmes/programmes.repository.ts';
import { RecommendationsController } from './recommendations.controller.ts';
import { RecommendationsRepository } from './recommendations.repository.ts';
import { RecommendationsService } from './recommendations.service.ts';
import { TrainingService } from './training.service.ts';

@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, GapsModule],
  controllers: [ProgrammesController, RecommendationsController],
  providers: [
    TrainingService,
    ProgrammesRepository,
    RecommendationsService,
    RecommendationsRepository,
    RecommendProgrammesProcessor,
  ],
  exports: [TrainingService, RecommendationsService],
})
export class TrainingModule {}
