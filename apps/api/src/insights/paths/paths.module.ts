import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { TrainingModule } from '#training';
import { WorkforceModule } from '#workforce';
import { KsaWordsService } from '../groups/ksa-words.ts';
import { PolicyInForce } from '../policy-in-force.ts';
import { CareerPathsController } from './career-paths.controller.ts';
import { CareerPathsService } from './career-paths.service.ts';
import { PathRolesService } from './path-roles.service.ts';
import { ProgrammesGraphService } from './programmes-graph.service.ts';
import { PublishedRolesRepository } from './published-roles.repository.ts';
import { RoleTransfersController } from './role-transfers.controller.ts';
import { StandingService } from './standing.service.ts';

/** Where else one could go: transferability and career paths. */
@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, AssessmentsModule, GapsModule, TrainingModule],
  controllers: [CareerPathsController, RoleTransfersController],
  providers: [
    CareerPathsService,
    KsaWordsService,
    PathRolesService,
    PolicyInForce,
    ProgrammesGraphService,
    PublishedRolesRepository,
    StandingService,
  ],
})
export class PathsModule {}
