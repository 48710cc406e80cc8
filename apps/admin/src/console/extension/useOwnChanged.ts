import { useQueryClient } from '@tanstack/react-query';

/** What is own stands in the tree of the release and among its occupations: those are read anew. */
export function useOwnChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    const stale = ['own-items', 'own-occupations', 'releases', 'items', 'occupations'];
    await Promise.all(stale.map((resource) => queryClient.invalidateQueries({ queryKey: [resource] })));
  };
}
