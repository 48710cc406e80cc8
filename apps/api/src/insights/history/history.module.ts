import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { PolicyInForce } from '../policy-in-force.ts';
import { QualificationsController } from './qualifications.controller.ts';
import { QualificationsRepository } from './qualifications.repository.ts';
import { QualificationsService } from './qualifications.service.ts';
import { ScoreHistoryController } from './score-history.controller.ts';
import { ScoreHistoryRepository } from './score-history.repository.ts';
import { ScoreHistoryService } from './score-history.service.ts';

/** What was: readiness over time, and who was qualified on a day. */
@Module({
  imports: [WorkforceModule, RolesModule, AssessmentsModule, GapsModule],
  controllers: [ScoreHistoryController, QualificationsController],
  providers: [
    PolicyInForce,
    ScoreHistoryService,
    ScoreHistoryRepository,
    QualificationsService,
    QualificationsRepository,
  ],
})
export class HistoryModule {}
