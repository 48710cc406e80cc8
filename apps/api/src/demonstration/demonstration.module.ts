import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { IdentityModule } from '#identity';
import { RolesModule } from '#roles';
import { TrainingModule } from '#training';
import { WorkforceModule } from '#workforce';
import { DemonstrationService } from './demonstration.service.ts';
import { ExampleDrivesLoader } from './example-drives.loader.ts';

@Module({
  imports: [
    IdentityModule,
    FrameworksModule,
    WorkforceModule,
    RolesModule,
    AssessmentsModule,
    GapsModule,
    TrainingModule,
  ],
  providers: [DemonstrationService, ExampleDrivesLoader],
  exports: [DemonstrationService],
})
export class DemonstrationModule {}
