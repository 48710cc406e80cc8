import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ProficiencyScaleController } from './proficiency-scale.controller.ts';
import { ScalesRepository } from './scales.repository.ts';
import { WorkersController } from './workers.controller.ts';
import { WorkersRepository } from './workers.repository.ts';
import { WorkforceService } from './workforce.service.ts';

@Module({
  imports: [IdentityModule],
  controllers: [WorkersController, ProficiencyScaleController],
  providers: [WorkforceService, WorkersRepository, ScalesRepository],
  exports: [WorkforceService],
})
export class WorkforceModule {}
