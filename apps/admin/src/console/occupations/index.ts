import { lazy } from 'react';

export const occupations = {
  name: 'occupations',
  list: lazy(() => import('./OccupationList.tsx')),
  show: lazy(() => import('./OccupationShow.tsx')),
  recordRepresentation: 'title',
};
