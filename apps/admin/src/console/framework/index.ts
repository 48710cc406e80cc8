import { lazy } from 'react';

export const FrameworkPage = lazy(() => import('./FrameworkPage.tsx'));
