import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { IdentityModule } from '#identity';
import { ImpactController } from './impact.controller.ts';
import { ImpactRepository } from './impact.repository.ts';
import { ImpactService } from './impact.service.ts';

/** What a release touches of all that is built on its framework. */
@Module({
  imports: [IdentityModule, FrameworksModule],
  controllers: [ImpactController],
  providers: [ImpactService, ImpactRepository],
})
export class ImpactModule {}
