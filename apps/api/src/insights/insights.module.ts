import { Module } from '@nestjs/common';
import { GroupsModule } from './groups/groups.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { ImpactModule } from './impact/impact.module.ts';
import { PathsModule } from './paths/paths.module.ts';
import { ProfileMigrationsModule } from './profile-migrations/profile-migrations.module.ts';
import { WhatIfModule } from './what-if/what-if.module.ts';

/** What is read across workers, teams and time, and what is tried without writing. */
@Module({
  imports: [GroupsModule, HistoryModule, ImpactModule, PathsModule, ProfileMigrationsModule, WhatIfModule],
})
export class InsightsModule {}
