import { lazy } from 'react';

export const assessments = {
  name: 'assessments',
  list: lazy(() => import('./AssessmentList.tsx')),
  show: lazy(() => import('./AssessmentReview.tsx')),
  recordRepresentation: 'workerName',
};
