import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type {
  Cover,
  GroupReadiness,
  GroupReadinessByDay,
  SharedGaps,
  SkillsMatrix,
} from '../providers/records.ts';

/** A team's id, or the word for every team together. */
export type GroupKey = string;

export const organisationKey: GroupKey = 'organisation';

// All under one beginning: the event that groups were summed up makes them stale together.
const keyOf = (group: GroupKey, what: string, ...more: unknown[]) => ['groups', group, what, ...more];

export const useReadiness = (group: GroupKey) =>
  useQuery({
    queryKey: keyOf(group, 'readiness'),
    queryFn: ({ signal }) => get<GroupReadiness>(`/api/groups/${group}/readiness`, { signal }),
  });

export const useReadinessByDay = (group: GroupKey, from: string, to: string) =>
  useQuery({
    queryKey: keyOf(group, 'readiness-by-day', from, to),
    queryFn: ({ signal }) =>
      get<GroupReadinessByDay>(`/api/groups/${group}/readiness-by-day`, { query: { from, to }, signal }),
  });

/** On a day to come, or as it is now; what was shown stays until the other day is resolved. */
export const useCover = (group: GroupKey, on: string | null) =>
  useQuery({
    queryKey: keyOf(group, 'cover', on),
    queryFn: ({ signal }) =>
      get<Cover>(`/api/groups/${group}/cover`, { ...(on === null ? {} : { query: { on } }), signal }),
    placeholderData: keepPreviousData,
  });

export const useSharedGaps = (group: GroupKey) =>
  useQuery({
    queryKey: keyOf(group, 'shared-gaps'),
    queryFn: ({ signal }) => get<SharedGaps>(`/api/groups/${group}/shared-gaps`, { signal }),
  });

export const useSkillsMatrix = (group: GroupKey) =>
  useQuery({
    queryKey: keyOf(group, 'matrix'),
    queryFn: ({ signal }) => get<SkillsMatrix>(`/api/groups/${group}/matrix`, { signal }),
  });
