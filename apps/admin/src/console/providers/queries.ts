import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { Scale } from '../../api/types.ts';
import type { Item, ItemDetail, Release, TechnologyArea } from './records.ts';

const never = { staleTime: Infinity } as const;

/** The organisation's own levels; every screen that shows one says it in these words. */
export const useScale = () =>
  useQuery({
    queryKey: ['proficiency-scale'],
    queryFn: ({ signal }) => get<Scale>('/api/proficiency-scale', { signal }),
    ...never,
  });

const readReleases = ({ signal }: { signal: AbortSignal }) => get<Release[]>('/api/releases', { signal });

/** What role profiles begin from: the newest published release. It never changes, so one request a session is enough. */
export const useRelease = () =>
  useQuery({
    queryKey: ['releases', 'all'],
    queryFn: readReleases,
    select: (releases) => releases.find(({ isCurrent }) => isCurrent) ?? null,
    ...never,
  });

/** The one that is named: what is published of it never changes. */
export const useReleaseOf = (releaseId: string | undefined) =>
  useQuery({
    queryKey: ['releases', 'one', releaseId],
    queryFn: ({ signal }) => get<Release>(`/api/releases/${releaseId}`, { signal }),
    enabled: releaseId !== undefined,
    ...never,
  });
/** All that the reader may see: drafts and what is in review first, then the newest first. */
export const useReleases = () => useQuery({ queryKey: ['releases', 'all'], queryFn: readReleases });

/** Whether others may be changing it while it is shown. */
export const isChanging = ({ state }: Pick<Release, 'state'>): boolean =>
  state === 'draft' || state === 'in-review';

export const useTechnologyAreas = (releaseId: string | undefined) =>
  useQuery({
    queryKey: ['releases', releaseId, 'technology-areas'],
    queryFn: ({ signal }) => get<TechnologyArea[]>(`/api/releases/${releaseId}/technology-areas`, { signal }),
    enabled: releaseId !== undefined,
    ...never,
  });

/** @param changing of a draft, which others may be editing: read anew whenever it is opened */
export const useItems = (releaseId: string | undefined, changing = false) =>
  useQuery({
    queryKey: ['releases', releaseId, 'items'],
    queryFn: ({ signal }) => get<Item[]>(`/api/releases/${releaseId}/items`, { signal }),
    enabled: releaseId !== undefined,
    ...(changing ? {} : never),
  });

export const useItem = (id: string | undefined, changing = false) =>
  useQuery({
    queryKey: ['items', id],
    queryFn: ({ signal }) => get<ItemDetail>(`/api/items/${id}`, { signal }),
    enabled: id !== undefined,
    ...(changing ? {} : never),
  });
