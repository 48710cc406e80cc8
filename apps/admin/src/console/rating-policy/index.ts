import { lazy } from 'react';

export const RatingPolicyPage = lazy(() => import('./RatingPolicyPage.tsx'));
