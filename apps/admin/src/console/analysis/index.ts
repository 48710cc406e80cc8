import { lazy } from 'react';

export const AnalysisPage = lazy(() => import('./AnalysisPage.tsx'));
