import { lazy } from 'react';

export const programmes = { name: 'programmes', list: lazy(() => import('./ProgrammeList.tsx')) };
