import { lazy } from 'react';

export const users = {
  name: 'users',
  list: lazy(() => import('./UserList.tsx')),
  create: lazy(() => import('./UserCreate.tsx')),
  recordRepresentation: 'name',
};
