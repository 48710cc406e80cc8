import { QueryClient } from '@tanstack/react-query';
import { statusOf } from './problem.ts';

/** A refusal is final; only a request that got no answer, or a server that stumbled, is worth another one. */
function worthRepeating(failures: number, error: Error): boolean {
  const status = statusOf(error);
  return failures < 2 && (status === undefined || status >= 500);
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // The event stream says when something changed, so coming back to the window is no reason to ask again.
      queries: { retry: worthRepeating, refetchOnWindowFocus: false, staleTime: 10_000 },
    },
  });
