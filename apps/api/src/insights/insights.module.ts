import { Module } from '@nestjs/common';

/** What is read across workers, teams and time, and what is tried without writing. */
@Module({})
export class InsightsModule {}
