import { notifyManager, QueryClient } from '@tanstack/react-query';
import { statusOf } from './problem.ts';

/** A refusal is final; only a request that got no answer, or a server that stumbled, is worth another one. */
function worthRepeating(failures: number, error: Error): boolean {
  const status = statusOf(error);
  return failures < 2 && (status === undefined || status >= 500);
}

// That something is being sent is drawn before the next click or key: a button pressed twice sends once.
notifyManager.setScheduler(queueMicrotask);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // The event stream says when something changed, so coming back to the window is no reason to ask again.
      // What is cached is shown at once and read anew all the same: react-admin puts the rows of a list into the cache
      // of single records, and those lack what only the record's own answer has (its version, its details).
      queries: { retry: worthRepeating, refetchOnWindowFocus: false },
    },
  });
