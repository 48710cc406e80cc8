import type { Known } from './route-matrix.ts';

export interface Taken {
  /** Who may send it: a persona of the demonstration, or nobody for the routes without sign-in. */
  readonly as: 'E' | 'W' | 'P' | 'C' | 'nobody';
  readonly path: (known: Known) => string;
  /** What the route takes; null for those that take no body. */
  readonly body: ((known: Known) => Record<string, unknown>) | null;
  /** Where in it further objects stand. */
  readonly within?: readonly string[];
}

/** Trusts as the default does. */
const policy = {
  kind: 'most-trusted',
  name: 'Census',
  ranks: [['test', 'credential'], ['assessor'], ['manager'], ['training'], ['self']],
  validityDays: {},
};

const NONE = '01980000-0000-7000-8000-000000000000';
const email = 'new@somewhere.example';
const pair = (known: Known) => ({ workerId: known.worker, roleProfileId: known.profile });

/** Every route that takes a body, and one that it takes; the census wants a row for each. */
export const BODIES: Readonly<Record<string, Taken>> = {
  'POST /api/sessions': {
    as: 'nobody',
    path: () => '/api/sessions',
    body: () => ({ email, password: 'a long quiet phrase' }),
  },
  'POST /api/sessions/persona': {
    as: 'nobody',
    path: () => '/api/sessions/persona',
    body: () => ({ key: 'worker-scored' }),
  },
  'POST /api/sessions/refresh': { as: 'nobody', path: () => '/api/sessions/refresh', body: null },
  'POST /api/set-up': {
    as: 'nobody',
    path: () => '/api/set-up',
    body: () => ({ token: 'x', organisation: 'Works', name: 'Ada', email, password: 'a long quiet phrase' }),
  },
  'POST /api/invitations/{token}': {
    as: 'nobody',
    path: () => `/api/invitations/${NONE}.${NONE}.${'x'.repeat(43)}`,
    body: () => ({ password: 'a long quiet phrase' }),
  },
  'POST /api/organisations': {
    as: 'P',
    path: () => '/api/organisations',
    body: () => ({ name: 'New works', administrator: { name: 'Ada', email } }),
    within: ['/administrator'],
  },
  'POST /api/users': {
    as: 'E',
    path: () => '/api/users',
    body: () => ({ name: 'Ada', email, role: 'assessor' }),
  },
  'POST /api/workers': {
    as: 'E',
    path: () => '/api/workers',
    body: () => ({ name: 'New', jobTitle: 'x', email }),
  },
  'PATCH /api/workers/{id}': {
    as: 'E',
    path: (k) => `/api/workers/${k.worker}`,
    body: () => ({ jobTitle: 'x' }),
  },
  'POST /api/workers/{id}/ratings': {
    as: 'E',
    path: (k) => `/api/workers/${k.worker}/ratings`,
    body: (k) => ({ ksaCode: k.ksaCode, source: 'manager', level: 1 }),
  },
  'POST /api/teams': { as: 'E', path: () => '/api/teams', body: () => ({ name: 'New', site: 'Works' }) },
  'PUT /api/teams/{id}': {
    as: 'E',
    path: (k) => `/api/teams/${k.team}`,
    body: () => ({ name: 'New', site: 'Works' }),
  },
  'PUT /api/teams/{id}/minimums/{ksaCode}': {
    as: 'E',
    path: (k) => `/api/teams/${k.team}/minimums/${k.ksaCode}`,
    body: () => ({ headcount: 2 }),
  },
  'POST /api/role-profiles': {
    as: 'E',
    path: () => '/api/role-profiles',
    body: (k) => ({ name: 'New', occupationIds: [k.occupation] }),
  },
  'PATCH /api/role-profiles/{id}': {
    as: 'E',
    path: (k) => `/api/role-profiles/${k.profile}`,
    body: () => ({ description: 'x' }),
  },
  'PATCH /api/role-profiles/{id}/requirements': {
    as: 'E',
    path: (k) => `/api/role-profiles/${k.profile}/requirements`,
    body: (k) => ({ requirements: [{ ksaCode: k.ksaCode, weight: 1 }] }),
    within: ['/requirements/0'],
  },
  'POST /api/role-profiles/{id}/publish': {
    as: 'E',
    path: (k) => `/api/role-profiles/${k.profile}/publish`,
    body: null,
  },
  'POST /api/own-items': {
    as: 'E',
    path: () => '/api/own-items',
    body: () => ({ kind: 'ksa', title: 'Own' }),
  },
  'PATCH /api/own-items/{id}': {
    as: 'E',
    path: (k) => `/api/own-items/${k.ownItem}`,
    body: () => ({ title: 'Own' }),
  },
  'POST /api/own-items/{id}/propose': {
    as: 'E',
    path: (k) => `/api/own-items/${k.ownItem}/propose`,
    body: () => ({ says: 'x', named: true }),
  },
  'POST /api/own-occupations': {
    as: 'E',
    path: () => '/api/own-occupations',
    body: () => ({ title: 'Own', technologyArea: 'materials' }),
  },
  'PATCH /api/own-occupations/{id}': {
    as: 'E',
    path: (k) => `/api/own-occupations/${k.ownOccupation}`,
    body: () => ({ title: 'Own' }),
  },
  'POST /api/role-profiles/{id}/migration': {
    as: 'E',
    path: (k) => `/api/role-profiles/${k.profile}/migration`,
    body: (k) => ({
      releaseId: k.release,
      decisions: [{ kind: 'retired', lineage: NONE, replacedBy: [] }],
      publish: false,
    }),
    within: ['/decisions/0'],
  },
  'POST /api/role-profiles/{id}/migration/undo': {
    as: 'E',
    path: (k) => `/api/role-profiles/${k.profile}/migration/undo`,
    body: null,
  },
  'POST /api/role-profiles/{id}/migration/preview': {
    as: 'E',
    path: (k) => `/api/role-profiles/${k.profile}/migration/preview`,
    body: (k) => ({
      releaseId: k.release,
      decisions: [{ kind: 'split', lineage: NONE, parts: [{ lineage: NONE, requiredLevel: 1, weight: 1 }] }],
    }),
    within: ['/decisions/0', '/decisions/0/parts/0'],
  },
  'POST /api/requirements': {
    as: 'E',
    path: () => '/api/requirements',
    body: (k) => ({ roleProfileId: k.profile, ksaCode: k.ksaCode }),
  },
  'PATCH /api/requirements/{id}': {
    as: 'E',
    path: (k) => `/api/requirements/${k.requirement}`,
    body: () => ({ weight: 1 }),
  },
  'POST /api/role-assignments': { as: 'E', path: () => '/api/role-assignments', body: pair },
  'POST /api/assessments': { as: 'E', path: () => '/api/assessments', body: pair },
  'PUT /api/assessments/{id}/answers/{ksaCode}': {
    as: 'W',
    path: (k) => `/api/assessments/${k.assessment}/answers/${k.ksaCode}`,
    body: () => ({ level: 1 }),
  },
  'POST /api/assessments/{id}/submit': {
    as: 'W',
    path: (k) => `/api/assessments/${k.assessment}/submit`,
    body: null,
  },
  'POST /api/jobs/{id}/cancel': { as: 'E', path: (k) => `/api/jobs/${k.job}/cancel`, body: null },
  'POST /api/assessments/{id}/review': {
    as: 'E',
    path: (k) => `/api/assessments/${k.assessment}/review`,
    body: (k) => ({ confirmations: [{ ksaCode: k.ksaCode, level: 1 }] }),
    within: ['/confirmations/0'],
  },
  'PUT /api/rating-policy': {
    as: 'E',
    path: () => '/api/rating-policy',
    body: () => policy,
    within: ['/validityDays'],
  },
  'POST /api/programme-sessions': {
    as: 'E',
    path: () => '/api/programme-sessions',
    body: (k) => ({ programmeId: k.programme, firstDay: '2027-03-01', lastDay: '2027-03-02', seats: 5 }),
  },
  'PUT /api/programme-sessions/{id}': {
    as: 'E',
    path: (k) => `/api/programme-sessions/${k.programmeSession}`,
    body: (k) => ({ programmeId: k.programme, firstDay: '2027-03-01', lastDay: '2027-03-02', seats: null }),
  },
  'POST /api/training-plans': {
    as: 'E',
    path: () => '/api/training-plans',
    body: (k) => ({ name: 'New', from: '2027-03-01', until: '2027-03-31', roleProfileIds: [k.profile] }),
  },
  'POST /api/training-plans/{id}/plan-again': {
    as: 'E',
    path: (k) => `/api/training-plans/${k.trainingPlan}/plan-again`,
    body: null,
  },
  'POST /api/what-if': {
    as: 'E',
    path: () => '/api/what-if',
    body: (k) => ({
      scope: { roleProfileId: k.profile },
      changes: {
        requirements: [{ ksaCode: k.ksaCode, weight: 1 }],
        programmes: [{ programmeId: k.programme }],
        leavers: [k.worker],
      },
      page: { offset: 0, limit: 1 },
    }),
    within: ['/scope', '/changes', '/changes/requirements/0', '/changes/programmes/0', '/page'],
  },
  'POST /api/frameworks': {
    as: 'C',
    path: () => '/api/frameworks',
    body: () => ({
      uri: 'https://frameworks.example/new',
      name: 'New',
      publisher: 'Nobody',
      licence: 'None',
    }),
  },
  'POST /api/releases': {
    as: 'C',
    path: () => '/api/releases',
    body: () => ({ frameworkId: NONE, label: 'New', basedOn: null }),
  },
  // A file, whose every part is looked through by its own specs.
  'POST /api/release-imports': { as: 'C', path: () => '/api/release-imports', body: null },
  'POST /api/releases/{id}/submit': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/submit`,
    body: () => ({ reason: 'Since' }),
  },
  'POST /api/releases/{id}/reopen': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/reopen`,
    body: () => ({ reason: 'Since' }),
  },
  'POST /api/releases/{id}/retire': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/retire`,
    body: () => ({ reason: 'Since' }),
  },
  'POST /api/releases/{id}/approve': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/approve`,
    body: () => ({ revision: 1 }),
  },
  'POST /api/releases/{id}/publish': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/publish`,
    body: () => ({ revision: 1, leavesOut: [NONE] }),
  },
  'POST /api/crosswalks': {
    as: 'C',
    path: () => '/api/crosswalks',
    body: () => ({ fromFrameworkId: NONE, toFrameworkId: NONE, title: 'New', source: 'x' }),
  },
  'PATCH /api/crosswalks/{id}': {
    as: 'C',
    path: (k) => `/api/crosswalks/${k.crosswalk}`,
    body: () => ({ title: 'New' }),
  },
  'POST /api/crosswalks/{id}/associations': {
    as: 'C',
    path: (k) => `/api/crosswalks/${k.crosswalk}/associations`,
    body: (k) => ({ fromItemId: k.item, toItemId: NONE, kind: 'exact', note: 'x' }),
  },
  'PATCH /api/associations/{id}': {
    as: 'C',
    path: (k) => `/api/associations/${k.association}`,
    body: () => ({ note: 'x' }),
  },
  'POST /api/releases/{id}/items': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/items`,
    body: () => ({ kind: 'tier', parentId: null, title: 'New' }),
  },
  'POST /api/releases/{id}/items/merge': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/items/merge`,
    body: (k) => ({
      items: [
        { id: k.item, version: 1 },
        { id: NONE, version: 1 },
      ],
      into: k.item,
      wording: { title: 'New' },
    }),
    within: ['/wording'],
  },
  'POST /api/releases/{id}/items/restore': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/items/restore`,
    body: () => ({ lineage: NONE }),
  },
  'PATCH /api/items/{id}': {
    as: 'C',
    path: (k) => `/api/items/${k.item}`,
    body: () => ({ title: 'New' }),
  },
  'POST /api/items/{id}/move': {
    as: 'C',
    path: (k) => `/api/items/${k.item}/move`,
    body: () => ({ parentId: null }),
  },
  'POST /api/items/{id}/split': {
    as: 'C',
    path: (k) => `/api/items/${k.item}/split`,
    body: () => ({ parts: [{ title: 'One' }, { title: 'Two' }] }),
    within: ['/parts/0'],
  },
  'POST /api/items/{id}/retire': {
    as: 'C',
    path: (k) => `/api/items/${k.item}/retire`,
    body: () => ({ replacedBy: [] }),
  },
  'POST /api/releases/{id}/occupations': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/occupations`,
    body: () => ({ title: 'New', technologyArea: 'materials' }),
  },
  'PATCH /api/occupations/{id}': {
    as: 'C',
    path: (k) => `/api/occupations/${k.occupation}`,
    body: () => ({ title: 'New' }),
  },
  'POST /api/occupations/{id}/retire': {
    as: 'C',
    path: (k) => `/api/occupations/${k.occupation}/retire`,
    body: () => ({ replacedBy: [] }),
  },
  'PUT /api/releases/{id}/technology-areas/{code}': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/technology-areas/materials`,
    body: () => ({ name: 'New', was: null }),
  },
  'POST /api/releases/{id}/role-families/rename': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/role-families/rename`,
    body: () => ({ from: 'engineer/scientist', to: null }),
  },
  'POST /api/proposals': {
    as: 'E',
    path: () => '/api/proposals',
    body: (k) => ({ kind: 'comment', itemId: k.item, says: 'Hear' }),
  },
  'POST /api/proposals/{id}/replies': {
    as: 'E',
    path: (k) => `/api/proposals/${k.proposal}/replies`,
    body: () => ({ says: 'Hear' }),
  },
  // Curators get through, and may not: so that nothing is withdrawn before the next row is asked.
  'POST /api/proposals/{id}/withdraw': {
    as: 'C',
    path: (k) => `/api/proposals/${k.proposal}/withdraw`,
    body: null,
  },
  'POST /api/proposals/{id}/decide': {
    as: 'C',
    path: (k) => `/api/proposals/${k.proposal}/decide`,
    body: (k) => ({
      state: 'accepted',
      add: { releaseId: k.release, parentId: null, title: 'New' },
    }),
    within: ['/add'],
  },
  'PATCH /api/releases/{id}/selections': {
    as: 'C',
    path: (k) => `/api/releases/${k.release}/selections`,
    body: (k) => ({ cells: [{ occupationId: k.occupation, ksaId: k.item, from: 0, to: 1 }] }),
    within: ['/cells/0'],
  },
};
