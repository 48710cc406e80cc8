import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, list } from '../../api/client.ts';
import type {
  Approvals,
  DiscardedDraft,
  Framework,
  LeftOutRelease,
  ReleaseChange,
  ReleaseDiff,
  ReleaseDiffCounts,
  ReleaseFault,
} from '../providers/records.ts';

export const useFrameworks = () =>
  useQuery({
    queryKey: ['frameworks'],
    queryFn: ({ signal }) => get<Framework[]>('/api/frameworks', { signal }),
  });

export const useDiffCounts = (releaseId: string, from: string | null) =>
  useQuery({
    queryKey: ['releases', releaseId, 'diff-counts', from],
    queryFn: ({ signal }) =>
      get<ReleaseDiffCounts>(`/api/releases/${releaseId}/diff/counts`, {
        query: { from: from ?? undefined },
        signal,
      }),
    enabled: from !== null,
  });

export const useDiff = (releaseId: string, from: string | null) =>
  useQuery({
    queryKey: ['releases', releaseId, 'diff', from],
    queryFn: ({ signal }) =>
      get<ReleaseDiff>(`/api/releases/${releaseId}/diff`, { query: { from: from ?? undefined }, signal }),
    enabled: from !== null,
  });

export const useFaults = (releaseId: string) =>
  useQuery({
    queryKey: ['releases', releaseId, 'checks'],
    queryFn: ({ signal }) => get<ReleaseFault[]>(`/api/releases/${releaseId}/checks`, { signal }),
  });

/** Of a release in review; curators alone may ask. */
export const useApprovals = (releaseId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['releases', releaseId, 'approvals'],
    queryFn: ({ signal }) => get<Approvals>(`/api/releases/${releaseId}/approvals`, { signal }),
    enabled,
  });

/** What was published since the draft began, and is not in it; curators alone may ask. */
export const useLeftOut = (releaseId: string) =>
  useQuery({
    queryKey: ['releases', releaseId, 'left-out'],
    queryFn: ({ signal }) => get<LeftOutRelease[]>(`/api/releases/${releaseId}/left-out`, { signal }),
  });

/** Curators alone may ask. */
export const useDiscardedDrafts = () =>
  useQuery({
    queryKey: ['releases', 'discarded'],
    queryFn: ({ signal }) => get<DiscardedDraft[]>('/api/discarded-drafts', { signal }),
  });

const PAGE = 50;

/** One page of the log; the former one stays until it is there. */
export const useReleaseLog = (releaseId: string, page: number) =>
  useQuery({
    queryKey: ['releases', releaseId, 'changes', page],
    queryFn: ({ signal }) =>
      list<ReleaseChange>(
        `/api/releases/${releaseId}/changes`,
        { range: [page * PAGE, page * PAGE + PAGE - 1] },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

export const logPageSize = PAGE;
