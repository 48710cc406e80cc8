import { defineJob } from '#platform/jobs/job-definition';

export interface PlanTraining {
  readonly planId: string;
}

/** Asked for under the plan's id. One at a time in a process: it takes what processor a bulk run may have. */
export const planTraining = defineJob<PlanTraining>('plan-training', { concurrency: 1 });
