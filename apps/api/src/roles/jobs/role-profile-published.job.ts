import { defineJob } from '#platform/jobs/job-definition';

export interface RoleProfilePublished {
  readonly roleProfileId: string;
  readonly profileVersionNo: number;
}

/**
 * A profile that workers are assigned has a new version: their scores are stale. The processor lives in `gaps`, which
 * comes after `roles` and knows how to score; here is only what has happened.
 */
export const roleProfilePublished = defineJob<RoleProfilePublished>('role-profile-published');
