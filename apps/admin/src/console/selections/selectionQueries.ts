import { useQuery } from '@tanstack/react-query';
import { get, list } from '../../api/client.ts';
import type { Occupation, Selection } from '../providers/records.ts';

const MOST = 1000;

/** Every occupation of a release, by title. */
export const useOccupations = (releaseId: string) =>
  useQuery({
    queryKey: ['occupations', 'of', releaseId],
    queryFn: async ({ signal }) => {
      const all: Occupation[] = [];
      for (let total = 1; all.length < total;) {
        const range: [number, number] = [all.length, all.length + MOST - 1];
        const page = await list<Occupation>('/api/occupations', { filter: { releaseId }, range }, signal);
        all.push(...page.rows);
        total = page.rows.length === 0 ? all.length : page.total;
      }
      return all;
    },
  });

export const selectionsKey = (releaseId: string) => ['releases', releaseId, 'selections'];

export const useSelections = (releaseId: string) =>
  useQuery({
    queryKey: selectionsKey(releaseId),
    queryFn: ({ signal }) => get<Selection[]>(`/api/releases/${releaseId}/selections`, { signal }),
  });
