import { lazy } from 'react';

export const WhatIfPage = lazy(() => import('./WhatIfPage.tsx'));
