import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, list } from '../../api/client.ts';
import type {
  Analysis,
  AnalysisName,
  AnalysisRule,
  NearestOccupations,
  Occupation,
  OccupationComparison,
  PrintedFigure,
  Release,
} from '../providers/records.ts';

export interface Asked {
  releaseId: string;
  name: AnalysisName;
  rule?: AnalysisRule | undefined;
  subject?: string | undefined;
  under?: string | undefined;
}

/** Where an analysis is read, as JSON or as a file. */
export const addressOf = ({ releaseId, name }: Asked): string =>
  `/api/releases/${releaseId}/analysis/${name}`;

export const useAnalysis = ({ releaseId, name, rule, subject, under }: Asked, enabled = true) =>
  useQuery({
    queryKey: ['releases', releaseId, 'analysis', name, rule, subject, under],
    queryFn: ({ signal }) =>
      get<Analysis>(addressOf({ releaseId, name }), { query: { rule, subject, under }, signal }),
    enabled,
    // Another rule or area is read while the one before still stands there.
    placeholderData: keepPreviousData,
  });

/** Those that have occupations: the others answer no question. */
export const useAnalysedReleases = () =>
  useQuery({
    queryKey: ['releases', 'analysed'],
    queryFn: async ({ signal }) =>
      (await get<Release[]>('/api/releases', { signal })).filter(
        ({ occupationCount, ksaCount }) => occupationCount > 0 && ksaCount > 0,
      ),
  });

export const usePrintedFigures = (releaseId: string) =>
  useQuery({
    queryKey: ['releases', releaseId, 'printed-figures'],
    queryFn: ({ signal }) => get<PrintedFigure[]>(`/api/releases/${releaseId}/printed-figures`, { signal }),
  });

const MOST_OCCUPATIONS = 1000;

export const useOccupations = (releaseId: string) =>
  useQuery({
    queryKey: ['releases', releaseId, 'occupations'],
    queryFn: async ({ signal }) =>
      (
        await list<Occupation>(
          '/api/occupations',
          { filter: { releaseId }, range: [0, MOST_OCCUPATIONS - 1], sort: ['title', 'ASC'] },
          signal,
        )
      ).rows,
  });

export const useComparison = (first: string | null, second: string | null) =>
  useQuery({
    queryKey: ['occupations', 'compare', first, second],
    queryFn: ({ signal }) =>
      get<OccupationComparison>('/api/occupations/compare', {
        query: { ids: JSON.stringify([first, second]) },
        signal,
      }),
    enabled: first !== null && second !== null && first !== second,
  });

export const useNearest = (releaseId: string, ksaIds: readonly string[], rule: NearestOccupations['rule']) =>
  useQuery({
    queryKey: ['releases', releaseId, 'nearest', ksaIds, rule],
    queryFn: ({ signal }) =>
      get<NearestOccupations>(`/api/releases/${releaseId}/nearest-occupations`, {
        query: { ksaIds: JSON.stringify(ksaIds), rule },
        signal,
      }),
    enabled: ksaIds.length > 0,
    placeholderData: keepPreviousData,
  });
