import { defineJob } from '#platform/jobs/job-definition';

export interface TeamMembersChanged {
  /** The teams whose sums this changes; null stands for those in no team. */
  readonly teamNos: readonly (number | null)[];
}

/** Somebody changed teams, or lost a role: #insights, which depends on this room, has its processor. */
export const teamMembersChanged = defineJob<TeamMembersChanged>('team-members-changed');
