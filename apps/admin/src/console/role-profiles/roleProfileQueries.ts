import { useQuery } from '@tanstack/react-query';
import { list } from '../../api/client.ts';
import type { Requirement } from '../providers/records.ts';

const mostRequirements = 1000;

export const readRequirements = async (roleProfileId: string, signal?: AbortSignal): Promise<Requirement[]> =>
  (
    await list<Requirement>(
      '/api/requirements',
      { filter: { roleProfileId }, range: [0, mostRequirements - 1] },
      signal,
    )
  ).rows;

/** Of the draft, else of the published version. */
export const useRequirements = (roleProfileId: string | undefined) =>
  useQuery({
    queryKey: ['requirements', roleProfileId],
    queryFn: ({ signal }) => readRequirements(roleProfileId ?? '', signal),
    enabled: roleProfileId !== undefined,
  });
