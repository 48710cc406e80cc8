import { lazy } from 'react';

export const ReleaseImportPage = lazy(() => import('./ReleaseImportPage.tsx'));
