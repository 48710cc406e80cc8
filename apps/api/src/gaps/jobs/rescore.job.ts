import { defineJob } from '#platform/jobs/job-definition';

/** Everybody of the organisation, each against the published versions of their roles; or everybody of one version. */
export type Rescore =
  { readonly scope: 'organisation' } | { readonly scope: 'profile'; readonly profileVersionNo: number };

/** One at a time in a process: it takes what memory and processor a bulk run may have. */
export const rescore = defineJob<Rescore>('rescore', { concurrency: 1 });
