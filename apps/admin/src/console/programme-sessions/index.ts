import { lazy } from 'react';

export const programmeSessions = {
  name: 'programme-sessions',
  list: lazy(() => import('./SessionList.tsx')),
  create: lazy(() => import('./SessionCreate.tsx')),
  edit: lazy(() => import('./SessionEdit.tsx')),
};
