import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useItem, useReleases } from '../providers/queries.ts';
import type { Release } from '../providers/records.ts';

export interface ChosenRelease {
  releases: readonly Release[] | undefined;
  /** Undefined while it is not known; null: there is none. */
  release: Release | null | undefined;
  error: unknown;
  retry: () => void;
}

/** The one that the address names, else that of the item which it names, else what role profiles begin from. */
export function useChosenRelease(itemId: string | undefined): ChosenRelease {
  const [params] = useSearchParams();
  const named = params.get('release');
  const releases = useReleases();
  // A link names the item alone; once a release is shown, its items are opened without asking again.
  const shown = useRef<string | null>(null);
  const item = useItem(named === null && shown.current === null ? itemId : undefined);
  const all = releases.data;
  const id = named ?? (itemId === undefined ? null : (shown.current ?? item.data?.releaseId ?? null));
  const isWaiting = all === undefined || (id === null && itemId !== undefined && item.isPending);
  const found =
    id === null
      ? (all?.find(({ isCurrent }) => isCurrent) ?? null)
      : (all?.find((release) => release.id === id) ?? null);
  if (!isWaiting && found !== null) shown.current = found.id;
  return {
    releases: all,
    release: isWaiting ? undefined : found,
    error: releases.error ?? item.error,
    retry: () => void (releases.error === null ? item.refetch() : releases.refetch()),
  };
}
