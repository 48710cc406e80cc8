import { lazy } from 'react';

export const SelectionsPage = lazy(() => import('./SelectionsPage.tsx'));
