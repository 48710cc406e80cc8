import { lazy } from 'react';

export const qualifications = { name: 'qualifications', list: lazy(() => import('./QualificationList.tsx')) };
