/** What a signed-in person may be. One person may hold several roles; what they may do is the union. */
export const roles = [
  'platform-administrator',
  'taxonomy-curator',
  'employer-administrator',
  'assessor',
  'worker',
] as const;

export type Role = (typeof roles)[number];

/** Whether a stored or received string names a role. */
export function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}
