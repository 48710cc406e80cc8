import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { IdentityModule } from '#identity';
import { InsightsModule } from '#insights';
import type { Config } from '#platform/config/config';
import type { QueueBackend } from '#platform/jobs/queue-backend';
import { PlatformModule } from '#platform/platform.module';
import { RolesModule } from '#roles';
import { TrainingModule } from '#training';
import { WorkforceModule } from '#workforce';
import { DemonstrationModule } from '#demonstration';

/** All rooms in the order of their arrows. The platform comes first by position and last by knowledge: see its forRoot. */
@Module({})
export class AppModule {
  static forRoot(config: Config, queues: QueueBackend): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, queues),
        IdentityModule,
        FrameworksModule,
        WorkforceModule,
        RolesModule,
        AssessmentsModule,
        GapsModule,
        TrainingModule,
        InsightsModule,
        DemonstrationModule,
      ],
    };
  }
}
