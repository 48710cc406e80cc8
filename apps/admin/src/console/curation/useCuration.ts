import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, request, type RequestOptions } from '../../api/client.ts';

export interface Sent extends Pick<RequestOptions, 'body' | 'ifMatch' | 'query'> {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
}

/** What an edit of a framework may have changed on whatever page is open. */
const STALE = [
  ...['releases', 'items', 'occupations', 'proposals', 'frameworks', 'impact'],
  ...['framework-search', 'associations'],
];

/** Sends one edit of a framework, and has read anew what it, or what came before it, may have changed. */
export function useCuration<Result = unknown>() {
  const queryClient = useQueryClient();
  return useMutation<Answer<Result>, unknown, Sent>({
    mutationFn: ({ method, path, ...options }) => request<Result>(method, path, options),
    onSettled: () => {
      for (const resource of STALE) void queryClient.invalidateQueries({ queryKey: [resource] });
    },
  });
}

export const etag = (version: number): string => `"${version}"`;
