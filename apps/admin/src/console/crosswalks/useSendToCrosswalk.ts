import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, request, type RequestOptions } from '../../api/client.ts';

interface Sent extends Pick<RequestOptions, 'body' | 'ifMatch'> {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
}

/** Sends one change of a crosswalk or an association, and has read anew what shows either; what is refused changes nothing here. */
export function useSendToCrosswalk() {
  const queryClient = useQueryClient();
  return useMutation<Answer<unknown>, unknown, Sent>({
    mutationFn: ({ method, path, ...options }) => request(method, path, options),
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [resource] }) =>
          typeof resource === 'string' && (resource.startsWith('crosswalks') || resource === 'associations'),
      }),
  });
}
