/** What a route or an entry of a menu asks for: `<what>.<action>`, `edit` being create, change and delete. */
export const permissions = [
  'organisations.read',
  'organisations.create',
  'users.read',
  'users.invite',
  'framework.read',
  'framework.curate',
  'framework.propose',
  'framework.extend',
  'proficiency-scale.read',
  'workers.read',
  'workers.edit',
  'teams.read',
  'teams.edit',
  'role-profiles.read',
  'role-profiles.edit',
  'role-assignments.read',
  'role-assignments.edit',
  'assessments.read',
  'assessments.answer',
  'assessments.review',
  'gap-scores.read',
  'rating-policy.read',
  'rating-policy.edit',
  'training.read',
  'training-plans.read',
  'training-plans.edit',
  'insights.read',
  'what-if.try',
  'career-paths.read',
  'jobs.read',
  'jobs.cancel',
  'events.read',
  'me.read',
] as const;

export type Permission = (typeof permissions)[number];

/** Whether a string names a permission. */
export function isPermission(value: string): value is Permission {
  return (permissions as readonly string[]).includes(value);
}
