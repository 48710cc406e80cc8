import { lazy } from 'react';

export const proposals = {
  name: 'proposals',
  list: lazy(() => import('./ProposalList.tsx')),
  show: lazy(() => import('./ProposalShow.tsx')),
};
