import { lazy } from 'react';

export const teams = {
  name: 'teams',
  list: lazy(() => import('./TeamList.tsx')),
  show: lazy(() => import('./TeamShow.tsx')),
  edit: lazy(() => import('./TeamEdit.tsx')),
  create: lazy(() => import('./TeamCreate.tsx')),
  recordRepresentation: 'name',
};

/** Every team together: it is no record, and has an address beside theirs. */
export const Organisation = lazy(() => import('./OrganisationShow.tsx'));

export const SkillsMatrix = lazy(() => import('./matrix/MatrixPage.tsx'));
