import { lazy } from 'react';

export const workers = {
  name: 'workers',
  list: lazy(() => import('./WorkerList.tsx')),
  show: lazy(() => import('./WorkerShow.tsx')),
  edit: lazy(() => import('./WorkerEdit.tsx')),
  create: lazy(() => import('./WorkerCreate.tsx')),
  recordRepresentation: 'name',
};
