import type { DataSource } from 'typeorm';
import pg from 'pg';
import { FrameworkLoader, FrameworksService } from '#frameworks';
import type { Config } from '#platform/config/config';
import { appDataSource } from '#platform/database/data-source';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Jobs } from '#platform/jobs/jobs';
import { IdentityService } from '#identity';
import { ExtensionRepository } from '../../apps/api/src/frameworks/extension/extension.repository.ts';
import { FrameworksRepository } from '../../apps/api/src/frameworks/frameworks.repository.ts';
import { OrganisationsRepository } from '../../apps/api/src/identity/organisations.repository.ts';
import { TokensRepository } from '../../apps/api/src/identity/tokens.repository.ts';
import { UsersRepository } from '../../apps/api/src/identity/users.repository.ts';
import { RequirementsRepository } from '../../apps/api/src/roles/requirements.repository.ts';
import { RequirementsService } from '../../apps/api/src/roles/requirements.service.ts';
import { RoleAssignmentsRepository } from '../../apps/api/src/roles/role-assignments.repository.ts';
import { RoleProfilesRepository } from '../../apps/api/src/roles/role-profiles.repository.ts';
import { RoleProfilesService } from '../../apps/api/src/roles/role-profiles.service.ts';
import { RolesService } from '../../apps/api/src/roles/roles.service.ts';
import { ScalesRepository } from '../../apps/api/src/workforce/scales.repository.ts';
import { TeamsRepository } from '../../apps/api/src/workforce/teams/teams.repository.ts';
import { TeamsService } from '../../apps/api/src/workforce/teams/teams.service.ts';
import { WorkersRepository } from '../../apps/api/src/workforce/workers.repository.ts';
import { WorkforceService } from '../../apps/api/src/workforce/workforce.service.ts';
import { testDatabase } from '../support/database.ts';

export interface Services {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly frameworks: FrameworksService;
  readonly workforce: WorkforceService;
  readonly teams: TeamsService;
  readonly roles: RolesService;
  readonly profiles: RoleProfilesService;
  readonly requirements: RequirementsService;
}

/** The services on the spec file's own database, bound by row-level security as the API is; end them by `dataSource.destroy()`. */
export async function theServices(): Promise<Services> {
  const { appUrl } = await testDatabase();
  const dataSource = await appDataSource({
    databaseUrl: appUrl,
    appRole: null,
    poolSize: 4,
  } as Config).initialize();
  const unitOfWork = new UnitOfWork(dataSource);
  const frameworks = new FrameworksService(
    new FrameworksRepository(unitOfWork),
    new ExtensionRepository(unitOfWork),
  );
  // Passwords and sessions are nobody's business below HTTP.
  const identity = new IdentityService(
    { publicUrl: 'https://skills.example' } as Config,
    unitOfWork,
    new UsersRepository(unitOfWork),
    new OrganisationsRepository(unitOfWork),
    new TokensRepository(unitOfWork),
    undefined as never,
    undefined as never,
  );
  const workerRows = new WorkersRepository(unitOfWork);
  const teamRows = new TeamsRepository(unitOfWork);
  const jobs = new Jobs(unitOfWork);
  const teams = new TeamsService(unitOfWork, teamRows, frameworks);
  const workforce = new WorkforceService(
    unitOfWork,
    workerRows,
    new ScalesRepository(unitOfWork),
    teamRows,
    identity,
    jobs,
  );
  const profileRows = new RoleProfilesRepository(unitOfWork);
  const requirementRows = new RequirementsRepository(unitOfWork);
  const assignmentRows = new RoleAssignmentsRepository(unitOfWork);
  const roles = new RolesService(profileRows, requirementRows, assignmentRows, frameworks, workforce);
  const profiles = new RoleProfilesService(
    unitOfWork,
    profileRows,
    requirementRows,
    assignmentRows,
    frameworks,
    workforce,
    jobs,
  );
  const requirements = new RequirementsService(
    unitOfWork,
    requirementRows,
    profileRows,
    profiles,
    roles,
    frameworks,
    workforce,
  );
  return { dataSource, unitOfWork, frameworks, workforce, teams, roles, profiles, requirements };
}

/** Loads a release as the owner; gives its id. */
export async function loadRelease(folder: string): Promise<string> {
  const owner = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
  await owner.connect();
  try {
    return (await new FrameworkLoader(owner).load(folder)).releaseId;
  } finally {
    await owner.end();
  }
}
