export { WorkforceModule } from './workforce.module.ts';
export { WorkforceService } from './workforce.service.ts';
export { TeamsService } from './teams/teams.service.ts';
export { workerNotFound } from './workforce.errors.ts';
export { teamNotFound } from './teams/teams.errors.ts';
export { teamMembersChanged, type TeamMembersChanged } from './jobs/team-members-changed.job.ts';
export type { Team, TeamMinimum } from './teams/team.types.ts';
export type { Worker } from './workforce.types.ts';
