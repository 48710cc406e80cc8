import { defineJob } from '#platform/jobs/job-definition';

export interface ScoreWorker {
  readonly workerNo: number;
  readonly profileVersionNo: number;
}

/** Defined where the inputs change; #gaps, which depends on this room, has its processor. */
export const scoreWorker = defineJob<ScoreWorker>('score-worker');
