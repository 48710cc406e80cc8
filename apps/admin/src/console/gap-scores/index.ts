import { lazy } from 'react';

export const gapScores = { name: 'gap-scores', list: lazy(() => import('./GapScoreList.tsx')) };

/** One gap score is of a worker and a role profile, so its page has both in its address. */
export const GapScoreShow = lazy(() => import('./GapScoreShow.tsx'));
