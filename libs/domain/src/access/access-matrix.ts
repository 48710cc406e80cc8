import { isList } from '../given.ts';
import { isPermission, permissions, type Permission } from './permissions.ts';
import { isRole, type Role } from './roles.ts';

/** `all`: whatever belongs to the person's organisation. `own`: only what is about the person. */
export type Scope = 'all' | 'own';

type Grants = Readonly<Partial<Record<Role, Scope>>>;

const everyone = (scope: Scope): Grants => ({
  'platform-administrator': scope,
  'taxonomy-curator': scope,
  'employer-administrator': scope,
  assessor: scope,
  worker: scope,
});

/**
 * The one access matrix: who may do what, and to how much of it. The API's guard and the console's menu both read it.
 * What is absent is denied. No scope reaches beyond the person's organisation.
 */
export const accessMatrix: Readonly<Record<Permission, Grants>> = {
  'organisations.read': { 'platform-administrator': 'all' },
  'organisations.create': { 'platform-administrator': 'all' },

  // Of one's own organisation; what role one may give is the API's rule.
  'users.read': { 'platform-administrator': 'all', 'employer-administrator': 'all' },
  'users.invite': { 'platform-administrator': 'all', 'employer-administrator': 'all' },

  // Reference data, the same for every organisation. An assessor needs a KSA's definition at hand to rate against it.
  'framework.read': {
    'platform-administrator': 'all',
    'taxonomy-curator': 'all',
    'employer-administrator': 'all',
    assessor: 'all',
  },
  // Drafts are seen by those who write them.
  'framework.curate': { 'taxonomy-curator': 'all' },
  // "We need this KSA": of what they propose, organisations see their own.
  'framework.propose': { 'taxonomy-curator': 'all', 'employer-administrator': 'all', assessor: 'all' },
  // KSAs, tasks and occupations of the organisation's own, seen by nobody else.
  'framework.extend': { 'employer-administrator': 'all' },
  'proficiency-scale.read': everyone('all'),

  'workers.read': { 'employer-administrator': 'all', assessor: 'all' },
  'workers.edit': { 'employer-administrator': 'all' },
  'teams.read': { 'employer-administrator': 'all', assessor: 'all' },
  'teams.edit': { 'employer-administrator': 'all' },
  'role-profiles.read': { 'employer-administrator': 'all', assessor: 'all' },
  'role-profiles.edit': { 'employer-administrator': 'all' },
  'role-assignments.read': { 'employer-administrator': 'all' },
  'role-assignments.edit': { 'employer-administrator': 'all' },

  'assessments.read': { 'employer-administrator': 'all', assessor: 'all', worker: 'own' },
  // Nobody answers for another: an administrator who is also a worker holds both roles.
  'assessments.answer': { worker: 'own' },
  'assessments.review': { 'employer-administrator': 'all', assessor: 'all' },

  'gap-scores.read': { 'employer-administrator': 'all', assessor: 'all', worker: 'own' },
  // By which rule ratings become levels: everybody who reads a score may know it; changing it changes every score.
  'rating-policy.read': { 'employer-administrator': 'all', assessor: 'all' },
  'rating-policy.edit': { 'employer-administrator': 'all' },
  'training.read': { 'employer-administrator': 'all', worker: 'own' },
  'training-plans.read': { 'employer-administrator': 'all' },
  'training-plans.edit': { 'employer-administrator': 'all' },

  // Matrix, cover, readiness over time and who was qualified when, of teams and the whole organisation.
  'insights.read': { 'employer-administrator': 'all', assessor: 'all' },
  'what-if.try': { 'employer-administrator': 'all' },
  'career-paths.read': { 'employer-administrator': 'all', worker: 'own' },

  'jobs.read': { 'platform-administrator': 'all', 'employer-administrator': 'all' },
  'jobs.cancel': { 'employer-administrator': 'all' },
  // Only the worker's events are personal to the worker; the platform's people have events of their own alone.
  'events.read': {
    'platform-administrator': 'own',
    'taxonomy-curator': 'own',
    'employer-administrator': 'all',
    assessor: 'all',
    worker: 'own',
  },
  'me.read': everyone('own'),
};

/**
 * How far a permission reaches for someone with these roles: the widest of them; `null` when none grants it. What is no
 * role grants nothing, and what is no permission is granted by none: whatever comes, nothing is opened.
 */
export function scopeOf(roles: readonly Role[], permission: Permission): Scope | null {
  if (!isList(roles) || !isPermission(permission)) return null;
  const grants = accessMatrix[permission];
  let widest: Scope | null = null;
  for (const role of roles) {
    const scope = isRole(role) ? grants[role] : undefined;
    if (scope === 'all') return 'all';
    if (scope === 'own') widest = 'own';
  }
  return widest;
}

/** Every permission that someone with these roles has, in the order of the list, whatever its scope. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return permissions.filter((permission) => scopeOf(roles, permission) !== null);
}
