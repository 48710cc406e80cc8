export { RolesModule } from './roles.module.ts';
export { RolesService } from './roles.service.ts';
export { RoleProfilesService } from './role-profiles.service.ts';
export { RequirementsService } from './requirements.service.ts';
export { ProfileMigrationsService } from './profile-migrations/profile-migrations.service.ts';
export {
  migrationDecisionsDto,
  type MigrationDecisionsDto,
} from './profile-migrations/dto/profile-migration.dto.ts';
export { roleProfilePublished, type RoleProfilePublished } from './jobs/role-profile-published.job.ts';
export type { ProfileRequirement, ProfileVersion, RoleAssignment, RoleProfile } from './roles.types.ts';
export { defaultRequiredLevel, newRequirement } from './requirement-rules.ts';
