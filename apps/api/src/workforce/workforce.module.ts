import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { IdentityModule } from '#identity';
import { ProficiencyScaleController } from './proficiency-scale.controller.ts';
import { ScalesRepository } from './scales.repository.ts';
import { TeamsController } from './teams/teams.controller.ts';
import { TeamsRepository } from './teams/teams.repository.ts';
import { TeamsService } from './teams/teams.service.ts';
import { WorkersController } from './workers.controller.ts';
import { WorkersRepository } from './workers.repository.ts';
import { WorkforceService } from './workforce.service.ts';

@Module({
  imports: [IdentityModule, FrameworksModule],
  controllers: [WorkersController, TeamsController, ProficiencyScaleController],
  providers: [WorkforceService, TeamsService, WorkersRepository, TeamsRepository, ScalesRepository],
  exports: [WorkforceService, TeamsService],
})
export class WorkforceModule {}
