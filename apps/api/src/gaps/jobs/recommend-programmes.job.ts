import { defineJob } from '#platform/jobs/job-definition';

export interface RecommendProgrammes {
  readonly workerNo: number;
  readonly profileVersionNo: number;
}

/** Follows each score; #training, which depends on this room, has its processor. */
export const recommendProgrammes = defineJob<RecommendProgrammes>('recommend-programmes');
