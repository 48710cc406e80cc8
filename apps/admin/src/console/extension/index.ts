import { lazy } from 'react';

export const ownItems = {
  name: 'own-items',
  list: lazy(() => import('./OwnItemList.tsx')),
  create: lazy(() => import('./OwnItemCreate.tsx')),
  edit: lazy(() => import('./OwnItemEdit.tsx')),
  recordRepresentation: 'title',
};

export const ownOccupations = {
  name: 'own-occupations',
  list: lazy(() => import('./OwnOccupationList.tsx')),
  create: lazy(() => import('./OwnOccupationCreate.tsx')),
  edit: lazy(() => import('./OwnOccupationEdit.tsx')),
  recordRepresentation: 'title',
};
