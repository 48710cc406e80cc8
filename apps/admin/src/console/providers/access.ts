import type { Permission } from '#domain';

type Action = 'list' | 'show' | 'create' | 'edit' | 'delete' | 'review' | 'cancel';

const readAndEdit = (read: Permission, edit: Permission): Partial<Record<Action, Permission>> => ({
  list: read,
  show: read,
  create: edit,
  edit,
  delete: edit,
});

/** What a screen asks for, said as a permission of the domain's access matrix. */
const doors: Readonly<Record<string, Partial<Record<Action, Permission>>>> = {
  'role-profiles': readAndEdit('role-profiles.read', 'role-profiles.edit'),
  'own-items': readAndEdit('framework.read', 'framework.extend'),
  'own-occupations': readAndEdit('framework.read', 'framework.extend'),
  'profile-migrations': { list: 'role-profiles.read' },
  impact: { list: 'framework.curate' },
  requirements: readAndEdit('role-profiles.read', 'role-profiles.edit'),
  'role-assignments': readAndEdit('role-assignments.read', 'role-assignments.edit'),
  workers: readAndEdit('workers.read', 'workers.edit'),
  teams: readAndEdit('teams.read', 'teams.edit'),
  groups: { show: 'insights.read' },
  assessments: { list: 'assessments.read', show: 'assessments.read', review: 'assessments.review' },
  'gap-scores': { list: 'gap-scores.read', show: 'gap-scores.read' },
  occupations: readAndEdit('framework.read', 'framework.curate'),
  framework: readAndEdit('framework.read', 'framework.curate'),
  releases: readAndEdit('framework.read', 'framework.curate'),
  proposals: {
    list: 'framework.propose',
    show: 'framework.propose',
    create: 'framework.propose',
    edit: 'framework.curate',
  },
  analysis: { list: 'framework.read' },
  crosswalks: readAndEdit('framework.read', 'framework.curate'),
  qualifications: { list: 'insights.read' },
  'what-if': { list: 'what-if.try' },
  'rating-policy': { list: 'rating-policy.read', edit: 'rating-policy.edit' },
  programmes: { list: 'training.read', show: 'training.read' },
  'programme-sessions': readAndEdit('training.read', 'training-plans.edit'),
  'training-plans': readAndEdit('training-plans.read', 'training-plans.edit'),
  recommendations: { show: 'training.read' },
  jobs: { list: 'jobs.read', show: 'jobs.read', cancel: 'jobs.cancel' },
  users: { list: 'users.read', create: 'users.invite' },
  organisations: { list: 'organisations.read', show: 'organisations.read', create: 'organisations.create' },
};

/**
 * The API decides; this only keeps a person from doors that would be shut, so a pair that is not known is shut too. A
 * list below a record ("training-plans/7/places") is behind the record's door.
 */
export function mayDo(permissions: ReadonlySet<string>, resource: string, action: string): boolean {
  const [door = ''] = resource.split('/');
  const permission = doors[door]?.[action as Action];
  return permission !== undefined && permissions.has(permission);
}
