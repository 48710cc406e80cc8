import { lazy } from 'react';

export const ReleasesPage = lazy(() => import('./ReleasesPage.tsx'));
export const ReleasePage = lazy(() => import('./ReleasePage.tsx'));
