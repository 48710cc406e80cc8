import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { FrameworksModule } from '#frameworks';
import { RolesModule } from '#roles';
import { TrainingModule } from '#training';
import { WorkforceModule } from '#workforce';
import { ExampleDrivesLoader } from './example-drives.loader.ts';

@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, AssessmentsModule, TrainingModule],
  providers: [ExampleDrivesLoader],
})
export class DemonstrationModule {}
