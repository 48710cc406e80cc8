import { lazy } from 'react';

export const roleProfiles = {
  name: 'role-profiles',
  list: lazy(() => import('./RoleProfileList.tsx')),
  show: lazy(() => import('./RoleProfileShow.tsx')),
  edit: lazy(() => import('./RoleProfileEdit.tsx')),
  create: lazy(() => import('./RoleProfileCreate.tsx')),
  recordRepresentation: 'name',
};
