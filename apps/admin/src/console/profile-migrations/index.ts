import { lazy } from 'react';

/** Role profiles that are behind the current release. */
export const profileMigrations = {
  name: 'profile-migrations',
  list: lazy(() => import('./ProfileMigrationList.tsx')),
  recordRepresentation: 'name',
};

export const ProfileMigrationPage = lazy(() => import('./ProfileMigrationPage.tsx'));
