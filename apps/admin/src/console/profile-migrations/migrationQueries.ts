import { useQuery } from '@tanstack/react-query';
import { list, request } from '../../api/client.ts';
import { versionOf } from '../providers/dataProvider.ts';
import { useForget } from '../providers/useForget.ts';
import type { ProfileBehind, ProfileMigration } from '../providers/records.ts';

/** With the version that the role profile has: what a move or its undoing is said to have seen. */
export const useProfileMigration = (roleProfileId: string | undefined) =>
  useQuery({
    queryKey: ['profile-migrations', 'plan', roleProfileId],
    queryFn: async ({ signal }) => {
      const path = `/api/role-profiles/${roleProfileId}/migration`;
      const { data, etag } = await request<ProfileMigration>('GET', path, { signal });
      return { ...data, version: versionOf(etag) };
    },
    enabled: roleProfileId !== undefined,
  });

export const useProfilesBehind = () =>
  useQuery({
    queryKey: ['profile-migrations', 'count'],
    queryFn: async ({ signal }) =>
      (await list<ProfileBehind>('/api/profile-migrations', { range: [0, 0] }, signal)).total,
  });

/** What was shown of the role profile is another one now. */
export const useForgetProfile = () =>
  useForget('role-profiles', 'requirements', 'profile-migrations', 'impact');
