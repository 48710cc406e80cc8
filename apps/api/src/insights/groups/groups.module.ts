import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { AggregationService } from './aggregation.service.ts';
import { CoverService } from './cover.service.ts';
import { GroupFinder } from './group-finder.ts';
import { GroupRolesService } from './group-roles.ts';
import { GroupsController } from './groups.controller.ts';
import { GroupsRepository } from './groups.repository.ts';
import { GroupsService } from './groups.service.ts';
import { AggregateGroupsProcessor } from './jobs/aggregate-groups.processor.ts';
import { TeamMembersChangedProcessor } from './jobs/team-members-changed.processor.ts';
import { KsaWordsService } from './ksa-words.ts';
import { MatrixService } from './matrix.service.ts';
import { MembersRepository } from './members.repository.ts';

/** Teams and the organisation: their sums, kept and read, their cover and their matrix. */
@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, GapsModule],
  controllers: [GroupsController],
  providers: [
    AggregationService,
    AggregateGroupsProcessor,
    CoverService,
    GroupFinder,
    GroupRolesService,
    GroupsRepository,
    GroupsService,
    KsaWordsService,
    MatrixService,
    MembersRepository,
    TeamMembersChangedProcessor,
  ],
})
export class GroupsModule {}
