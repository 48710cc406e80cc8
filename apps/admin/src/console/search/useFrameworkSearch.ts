import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
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

/** The first hits, while the next ones are on their way still those before. */
export function useFrameworkSearch(typed: string, { releaseId, kinds }: SearchedIn) {
  const q = usePaused(typed.trim());
  const filter = JSON.stringify({
    q,
    ...(releaseId === undefined ? {} : { releaseId }),
    ...(kinds === undefined ? {} : { kinds }),
  });
  return useQuery({
    queryKey: ['framework-search', filter],
    queryFn: ({ signal }) =>
      get<FrameworkHit[]>('/api/framework-search', {
        query: { filter, range: JSON.stringify([0, MOST - 1]) },
        signal,
      }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
