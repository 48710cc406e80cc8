import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { BullModule } from '@nestjs/bullmq';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access/access.guard.ts';
import { CONFIG, type Config } from './config/config.ts';
import { appDataSource } from './database/data-source.ts';
import { Notifications } from './database/notifications.ts';
import { UnitOfWork } from './database/unit-of-work.ts';
import { EventStream } from './events/event-stream.ts';
import { Events } from './events/events.ts';
import { EventsController } from './events/events.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { HealthService } from './health/health.service.ts';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.ts';
import { IdempotencyKeys } from './http/idempotency-keys.ts';
import { ValidationPipe } from './http/validation.ts';
import { definedJobs } from './jobs/job-definition.ts';
import { JobLedger } from './jobs/job-ledger.ts';
import { JobRegistry } from './jobs/job-registry.ts';
import { Jobs } from './jobs/jobs.ts';
import { JobsController } from './jobs/jobs.controller.ts';
import { JobsService } from './jobs/jobs.service.ts';
import { OutboxRelay } from './jobs/outbox-relay.ts';
import type { QueueBackend } from './jobs/queue-backend.ts';
import { ProblemFilter } from './problem/problem.filter.ts';

/** What several features need and none owns; global, so that a feature names only the features it stands on. */
@Module({})
export class PlatformModule {
  /** Called when every feature is loaded: its entities and jobs are known by then. */
  static forRoot(config: Config, queues: QueueBackend): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DiscoveryModule,
        PassportModule.register({ session: false }),
        TypeOrmModule.forRootAsync({
          // Connected at once or not at all: the start has just migrated over the same address.
          useFactory: () => ({ ...appDataSource(config).options, retryAttempts: 0 }),
        }),
        BullModule.forRoot({
          connection: queues.connection as never,
          // The start decides whether this process works, after everything else stands.
          extraOptions: { manualRegistration: true },
        }),
        BullModule.registerQueue(...definedJobs().map(({ name }) => ({ name }))),
      ],
      controllers: [EventsController, HealthController, JobsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        IdempotencyInterceptor,
        UnitOfWork,
        Notifications,
        Events,
        EventStream,
        HealthService,
        IdempotencyKeys,
        Jobs,
        JobLedger,
        JobRegistry,
        JobsService,
        OutboxRelay,
      ],
      exports: [
        CONFIG,
        UnitOfWork,
        Notifications,
        Events,
        EventStream,
        HealthService,
        Jobs,
        JobLedger,
        JobRegistry,
        OutboxRelay,
      ],
    };
  }
}
