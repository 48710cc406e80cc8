import { useForget } from '../providers/useForget.ts';

/** What is own stands in the tree of the release and among its occupations: those are read anew. */
export const useOwnChanged = () =>
  useForget('own-items', 'own-occupations', 'releases', 'items', 'occupations');
