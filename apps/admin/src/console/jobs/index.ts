import { lazy } from 'react';

export const jobs = { name: 'jobs', list: lazy(() => import('./JobList.tsx')) };
