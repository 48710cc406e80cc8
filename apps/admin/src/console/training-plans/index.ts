import { lazy } from 'react';

export const trainingPlans = {
  name: 'training-plans',
  list: lazy(() => import('./PlanList.tsx')),
  show: lazy(() => import('./PlanShow.tsx')),
  create: lazy(() => import('./PlanCreate.tsx')),
  recordRepresentation: 'name',
};

/** Who sits where by a plan: a list below it. */
export const PlanPlaces = lazy(() => import('./PlanPlaces.tsx'));
