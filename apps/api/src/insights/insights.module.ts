import { Module } from '@nestjs/common';
import { HistoryModule } from './history/history.module.ts';

/** What is read across workers, teams and time, and what is tried without writing. */
@Module({ imports: [HistoryModule] })
export class InsightsModule {}
