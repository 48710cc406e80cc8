import { useQueryClient } from '@tanstack/react-query';

/** What has been read of these resources is read anew, wherever it is shown. */
export function useForget(...resources: readonly string[]): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(resources.map((resource) => queryClient.invalidateQueries({ queryKey: [resource] })));
  };
}
