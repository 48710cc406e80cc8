import type { Known } from './route-matrix.ts';

export interface Taken {
  /** Who may send it: a persona of the demonstration, or nobody for the routes without sign-in. */
  readonly as: 'E' | 'W' | 'P' | 'nobody';
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
};
