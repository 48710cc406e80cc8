import { Module } from '@nestjs/common';
import { FrameworksRepository } from './frameworks.repository.ts';
import { FrameworksService } from './frameworks.service.ts';
import { ItemsController } from './items.controller.ts';
import { OccupationsController } from './occupations.controller.ts';
import { ReleasesController } from './releases.controller.ts';

@Module({
  controllers: [ReleasesController, ItemsController, OccupationsController],
  providers: [FrameworksService, FrameworksRepository],
  exports: [FrameworksService],
})
export class FrameworksModule {}
