/**
 * The states of a release. Its content changes in a draft alone; what is published or retired never changes again;
 * what is discarded was never published.
 */
export const releaseStates = ['draft', 'in-review', 'published', 'retired', 'discarded'] as const;

export type ReleaseState = (typeof releaseStates)[number];
