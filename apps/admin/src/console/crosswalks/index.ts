import { lazy } from 'react';

export const crosswalks = {
  name: 'crosswalks',
  list: lazy(() => import('./CrosswalkList.tsx')),
  show: lazy(() => import('./CrosswalkShow.tsx')),
  create: lazy(() => import('./CrosswalkCreate.tsx')),
  recordRepresentation: 'title',
};

export const CrosswalkGaps = lazy(() => import('./CrosswalkGaps.tsx'));
