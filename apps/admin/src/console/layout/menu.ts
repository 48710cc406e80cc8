import { mayDo } from '../providers/access.ts';
import type { MessageKey } from '../providers/useText.ts';

export type IconName =
  | 'overview'
  | 'role-profiles'
  | 'occupations'
  | 'framework'
  | 'own-items'
  | 'releases'
  | 'proposals'
  | 'analysis'
  | 'crosswalks'
  | 'workers'
  | 'teams'
  | 'assessments'
  | 'gap-scores'
  | 'qualifications'
  | 'what-if'
  | 'rating-policy'
  | 'programmes'
  | 'programme-sessions'
  | 'training-plans'
  | 'jobs'
  | 'organisations'
  | 'users';

export interface MenuItem {
  to: string;
  icon: IconName;
  label: MessageKey;
}

export interface MenuGroup {
  label: MessageKey | null;
  items: readonly MenuItem[];
}

interface Door extends MenuItem {
  resource: string;
}

const door = (resource: IconName, label: MessageKey): Door => ({
  to: `/${resource}`,
  icon: resource,
  label,
  resource,
});

const overview: Door = { to: '/', icon: 'overview', label: 'menu.overview', resource: 'role-assignments' };

/** The same doors, put in the order in which each persona comes to them. Whoever assigns roles sees the overview. */
const plannersMenu: readonly { label: MessageKey | null; doors: readonly Door[] }[] = [
  { label: null, doors: [overview] },
  {
    label: 'menu.groups.define',
    doors: [
      door('role-profiles', 'menu.roleProfiles'),
      door('occupations', 'menu.occupations'),
      door('framework', 'menu.framework'),
      door('own-items', 'menu.ownItems'),
      door('releases', 'menu.releases'),
      door('proposals', 'menu.ourProposals'),
      door('analysis', 'menu.analysis'),
      door('crosswalks', 'menu.crosswalks'),
    ],
  },
  {
    label: 'menu.groups.people',
    doors: [
      door('workers', 'menu.workers'),
      door('teams', 'menu.teams'),
      door('assessments', 'menu.assessments'),
      door('gap-scores', 'menu.gaps'),
      door('qualifications', 'menu.qualifications'),
      door('rating-policy', 'menu.ratingPolicy'),
    ],
  },
  {
    label: 'menu.groups.close',
    doors: [
      door('programmes', 'menu.training'),
      door('programme-sessions', 'menu.sessions'),
      door('training-plans', 'menu.trainingPlans'),
      door('what-if', 'menu.whatIf'),
    ],
  },
  {
    label: 'menu.groups.system',
    doors: [
      door('users', 'menu.users'),
      door('jobs', 'menu.jobs'),
      door('organisations', 'menu.organisations'),
    ],
  },
];

const assessorsMenu: typeof plannersMenu = [
  {
    label: 'menu.groups.assess',
    doors: [
      door('assessments', 'menu.toReview'),
      door('gap-scores', 'menu.gaps'),
      door('qualifications', 'menu.qualifications'),
      door('workers', 'menu.workers'),
      door('teams', 'menu.teams'),
    ],
  },
  {
    label: 'menu.groups.reference',
    doors: [
      door('role-profiles', 'menu.roleProfiles'),
      door('framework', 'menu.framework'),
      door('occupations', 'menu.occupations'),
      door('releases', 'menu.releases'),
      door('proposals', 'menu.ourProposals'),
      door('analysis', 'menu.analysis'),
      door('crosswalks', 'menu.crosswalks'),
      door('rating-policy', 'menu.ratingPolicy'),
      door('programmes', 'menu.training'),
    ],
  },
  { label: 'menu.groups.system', doors: [door('jobs', 'menu.jobs')] },
];

const curatorsMenu: typeof plannersMenu = [
  {
    label: 'menu.groups.curate',
    doors: [
      door('framework', 'menu.framework'),
      door('occupations', 'menu.occupations'),
      door('releases', 'menu.releases'),
      door('proposals', 'menu.proposals'),
      door('analysis', 'menu.analysis'),
      door('crosswalks', 'menu.crosswalks'),
      door('programmes', 'menu.training'),
    ],
  },
  {
    label: 'menu.groups.system',
    doors: [door('jobs', 'menu.jobs'), door('organisations', 'menu.organisations')],
  },
];

const platformMenu: typeof plannersMenu = [
  {
    label: 'menu.groups.platform',
    doors: [
      door('organisations', 'menu.organisations'),
      door('users', 'menu.users'),
      door('jobs', 'menu.jobs'),
    ],
  },
  {
    label: 'menu.groups.reference',
    doors: [
      door('framework', 'menu.framework'),
      door('occupations', 'menu.occupations'),
      door('releases', 'menu.releases'),
      door('analysis', 'menu.analysis'),
      door('crosswalks', 'menu.crosswalks'),
      door('programmes', 'menu.training'),
    ],
  },
];

/** The persona is read from what a person may do, so that a role added later finds its menu too. */
function menuByTask(permissions: ReadonlySet<string>): typeof plannersMenu {
  if (mayDo(permissions, 'role-assignments', 'edit')) return plannersMenu;
  if (mayDo(permissions, 'assessments', 'review')) return assessorsMenu;
  if (mayDo(permissions, 'organisations', 'list')) return platformMenu;
  return curatorsMenu;
}

export function menuFor(permissions: ReadonlySet<string>): MenuGroup[] {
  return menuByTask(permissions)
    .map(({ label, doors }) => ({
      label,
      items: doors
        .filter((each) => mayDo(permissions, each.resource, 'list'))
        .map(({ to, icon, label: name }) => ({ to, icon, label: name })),
    }))
    .filter((group) => group.items.length > 0);
}

/** Where a person lands: the first door of the menu. */
export const firstDoor = (permissions: ReadonlySet<string>): string =>
  menuFor(permissions)[0]?.items[0]?.to ?? '/framework';

/** A worker's pages are the light entry's; every persona of the console may read the framework. */
export const mayUseConsole = (permissions: ReadonlySet<string>): boolean =>
  mayDo(permissions, 'framework', 'list');
