import { defineJob } from '#platform/jobs/job-definition';

export interface AggregateGroups {
  /** Whose totals are made anew, and with them the organisation's; `NO_TEAM`: those in none; null: every group's. */
  readonly teamNo: number | null;
}

/** Stands for the workers who are in no team: the organisation is the sum of its teams and of these. */
export const NO_TEAM = -1;

/** Requested by who stores scores, merged under `team:<no>` or `all`; #insights has its processor. */
export const aggregateGroups = defineJob<AggregateGroups>('aggregate-groups', { delayMs: 1000 });
