import { Module } from '@nestjs/common';
import { FrameworksModule } from '#frameworks';
import { WorkforceModule } from '#workforce';
import { ProfileMigrationsController } from './profile-migrations/profile-migrations.controller.ts';
import { ProfileMigrationsRepository } from './profile-migrations/profile-migrations.repository.ts';
import { ProfileMigrationsService } from './profile-migrations/profile-migrations.service.ts';
import { RequirementsController } from './requirements.controller.ts';
import { RequirementsRepository } from './requirements.repository.ts';
import { RequirementsService } from './requirements.service.ts';
import { RoleAssignmentsController } from './role-assignments.controller.ts';
import { RoleAssignmentsRepository } from './role-assignments.repository.ts';
import { RoleProfilesController } from './role-profiles.controller.ts';
import { RoleProfilesRepository } from './role-profiles.repository.ts';
import { RoleProfilesService } from './role-profiles.service.ts';
import { RolesService } from './roles.service.ts';

@Module({
  imports: [FrameworksModule, WorkforceModule],
  controllers: [
    RoleProfilesController,
    RequirementsController,
    RoleAssignmentsController,
    ProfileMigrationsController,
  ],
  providers: [
    RolesService,
    RoleProfilesService,
    RequirementsService,
    RoleProfilesRepository,
    RequirementsRepository,
    RoleAssignmentsRepository,
    ProfileMigrationsService,
    ProfileMigrationsRepository,
  ],
  exports: [RolesService, RoleProfilesService, RequirementsService, ProfileMigrationsService],
})
export class RolesModule {}
