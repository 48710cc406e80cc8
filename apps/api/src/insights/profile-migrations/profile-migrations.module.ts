import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { GapsModule } from '#gaps';
import { RolesModule } from '#roles';
import { WorkforceModule } from '#workforce';
import { PolicyInForce } from '../policy-in-force.ts';
import { ScopeMembersRepository } from '../what-if/scope-members.repository.ts';
import { MigrationPreviewController } from './migration-preview.controller.ts';
import { MigrationPreviewService } from './migration-preview.service.ts';

/** What moving a role profile to another release does to those who have the role. */
@Module({
  imports: [FrameworksModule, WorkforceModule, RolesModule, GapsModule],
  controllers: [MigrationPreviewController],
  providers: [MigrationPreviewService, PolicyInForce, ScopeMembersRepository],
})
export class ProfileMigrationsModule {}
