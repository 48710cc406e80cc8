import type { RoleProfile } from '../providers/records.ts';
import type { Text } from '../providers/useText.ts';

export interface NewRoleProfile {
  name: string;
  description: string;
  occupationIds: string[];
  defaultLevel: number;
}

/** "Independently" on the default scale, and its nearest level on every other: most roles ask for it. */
const usualLevel = (maxLevel: number): number => Math.max(1, Math.round((maxLevel * 3) / 4));

export const newRoleProfile = (
  maxLevel: number,
  occupationId: string | null,
  name: string,
): NewRoleProfile => ({
  name,
  description: '',
  occupationIds: occupationId === null ? [] : [occupationId],
  defaultLevel: usualLevel(maxLevel),
});

/** Where the profile stands, in words: what workers are held against, and what is not published yet. */
export function standing(profile: Pick<RoleProfile, 'publishedVersion' | 'hasDraft'>, text: Text): string {
  if (profile.publishedVersion === null) return text('roleProfiles.standing.draft');
  const version = profile.publishedVersion;
  return profile.hasDraft
    ? text('roleProfiles.standing.changed', { version })
    : text('roleProfiles.standing.published', { version });
}
