import { useEffect, useState } from 'react';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { FrameworkHit } from '../providers/records.ts';

const pauseMs = 200;

/** What is typed, once the typing has paused. */
export function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

export interface SearchedIn {
  releaseId?: string | undefined;
  kinds?: readonly FrameworkHit['kind'][];
}

const MOST = 12;

function searched(q: string, { releaseId, kinds }: SearchedIn) {
  const filter = JSON.stringify({
    q,
    ...(releaseId === undefined ? {} : { releaseId }),
    ...(kinds === undefined ? {} : { kinds }),
  });
  return queryOptions({
    queryKey: ['framework-search', filter],
    queryFn: ({ signal }) =>
      get<FrameworkHit[]>('/api/framework-search', {
        query: { filter, range: JSON.stringify([0, MOST - 1]) },
        signal,
      }),
    enabled: q !== '',
  });
}

/** The first hits, while the next ones are on their way still those before. */
export function useFrameworkSearch(typed: string, within: SearchedIn) {
  const q = usePaused(typed.trim());
  return useQuery({ ...searched(q, within), placeholderData: keepPreviousData });
}

/** The first hit of what is typed by now, waited for where those before still stand there. */
export function useFirstHit(within: SearchedIn): (typed: string) => Promise<FrameworkHit | undefined> {
  const queryClient = useQueryClient();
  return async (typed) => {
    const hits = await queryClient.query({ ...searched(typed.trim(), within), staleTime: 'static' });
    return hits[0];
  };
}
