/** What the demonstration's manufacturer has, for the addresses below; a `worker` is the one who asks as a worker. */
export interface Known {
  readonly release: string;
  readonly item: string;
  readonly occupation: string;
  readonly ksaCode: string;
  readonly worker: string;
  readonly colleague: string;
  readonly team: string;
  readonly profile: string;
  readonly requirement: string;
  readonly roleAssignment: string;
  readonly assessment: string;
  readonly colleaguesAssessment: string;
  readonly programme: string;
  readonly programmeSession: string;
  readonly trainingPlan: string;
  readonly job: string;
  readonly ownItem: string;
  readonly ownOccupation: string;
  readonly proposal: string;
  readonly crosswalk: string;
  readonly association: string;
}

/** P platform administrator, C taxonomy curator, E employer administrator, A assessor, W worker. */
export type RoleLetter = 'P' | 'C' | 'E' | 'A' | 'W';

export interface Row {
  /** Who gets through; said here a second time, so that a slip in the access matrix is seen. */
  readonly who: string;
  /** The address of something that the manufacturer has. */
  readonly own?: (known: Known) => string;
  /** The same of something that does not exist. */
  readonly missing?: string;
  /** What a worker must not reach: somebody else's. */
  readonly colleagues?: (known: Known) => string;
  /** A body that would be accepted, with ids of the manufacturer where it has any. */
  readonly body?: (known: Known) => unknown;
  /** Reference data: every organisation reads the same. */
  readonly shared?: true;
  /** Answers with a stream. */
  readonly stream?: true;
}

const NONE = '01980000-0000-7000-8000-000000000000';

export const PUBLIC: readonly string[] = [
  'GET /health/live',
  'GET /health/ready',
  'GET /api/personas',
  'POST /api/sessions',
  'POST /api/sessions/persona',
  'POST /api/sessions/refresh',
  'DELETE /api/sessions/current',
  'GET /api/set-up',
  'POST /api/set-up',
  'GET /api/invitations/{token}',
  'POST /api/invitations/{token}',
];

const level = { level: 1 };
const today = new Date().toISOString().slice(0, 10);
const inJson = (filter: object) => encodeURIComponent(JSON.stringify(filter));
const sessionOf = (known: Known) => ({
  programmeId: known.programme,
  firstDay: today,
  lastDay: today,
  seats: 5,
});
const assignment = (known: Known) => ({ workerId: known.worker, roleProfileId: known.profile });

export const MATRIX: Readonly<Record<string, Row>> = {
  'GET /api/me': { who: 'PCEAW' },
  'GET /api/events': { who: 'PCEAW', stream: true },
  'GET /api/jobs': { who: 'PE' },
  'GET /api/jobs/{id}': { who: 'PE', own: (k) => `/api/jobs/${k.job}`, missing: `/api/jobs/${NONE}` },
  'POST /api/jobs/{id}/cancel': {
    who: 'E',
    own: (k) => `/api/jobs/${k.job}/cancel`,
    missing: `/api/jobs/${NONE}/cancel`,
  },
  'GET /api/organisations': { who: 'P' },
  'POST /api/organisations': { who: 'P' },
  'GET /api/users': { who: 'PE' },
  'POST /api/users': { who: 'PE' },

  'GET /api/releases': { who: 'PCEA', shared: true },
  'GET /api/releases/{id}': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}`,
    missing: `/api/releases/${NONE}`,
  },
  'GET /api/releases/{id}/items': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/items`,
    missing: `/api/releases/${NONE}/items`,
  },
  'GET /api/items/{id}': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/items/${k.item}`,
    missing: `/api/items/${NONE}`,
  },
  'GET /api/occupations': { who: 'PCEA', shared: true },
  'GET /api/occupations/{id}': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/occupations/${k.occupation}`,
    missing: `/api/occupations/${NONE}`,
  },

  'GET /api/crosswalks': { who: 'PCEA', shared: true },
  'POST /api/crosswalks': { who: 'C', shared: true },
  'GET /api/crosswalks/{id}': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}`,
    missing: `/api/crosswalks/${NONE}`,
  },
  'PATCH /api/crosswalks/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}`,
    missing: `/api/crosswalks/${NONE}`,
  },
  'DELETE /api/crosswalks/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}`,
    missing: `/api/crosswalks/${NONE}`,
  },
  'GET /api/crosswalks/{id}/gaps': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}/gaps`,
    missing: `/api/crosswalks/${NONE}/gaps`,
  },
  'GET /api/crosswalks/{id}/gaps.csv': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}/gaps.csv`,
    missing: `/api/crosswalks/${NONE}/gaps.csv`,
  },
  'GET /api/crosswalks/{id}/associations': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}/associations`,
    missing: `/api/crosswalks/${NONE}/associations`,
  },
  'POST /api/crosswalks/{id}/associations': {
    who: 'C',
    shared: true,
    own: (k) => `/api/crosswalks/${k.crosswalk}/associations`,
    missing: `/api/crosswalks/${NONE}/associations`,
    body: (k) => ({ fromItemId: k.item, toItemId: NONE, kind: 'exact' }),
  },
  'GET /api/associations/{id}': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/associations/${k.association}`,
    missing: `/api/associations/${NONE}`,
  },
  'PATCH /api/associations/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/associations/${k.association}`,
    missing: `/api/associations/${NONE}`,
  },
  'DELETE /api/associations/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/associations/${k.association}`,
    missing: `/api/associations/${NONE}`,
  },
  'GET /api/items/{id}/associations': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/items/${k.item}/associations`,
    missing: `/api/items/${NONE}/associations`,
  },
  'GET /api/occupations/compare': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/occupations/compare?ids=${inJson([k.occupation, k.occupation])}`,
    missing: `/api/occupations/compare?ids=${inJson([NONE, NONE])}`,
  },
  'GET /api/releases/{id}/analysis/{name}': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/analysis/ksas-by-area`,
    missing: `/api/releases/${NONE}/analysis/ksas-by-area`,
  },
  'GET /api/releases/{id}/printed-figures': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/printed-figures`,
    missing: `/api/releases/${NONE}/printed-figures`,
  },
  'GET /api/releases/{id}/nearest-occupations': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/nearest-occupations?ksaIds=${inJson([k.item])}`,
    missing: `/api/releases/${NONE}/nearest-occupations?ksaIds=${inJson([NONE])}`,
  },

  'GET /api/framework-search': {
    who: 'PCEA',
    shared: true,
    own: () => `/api/framework-search?filter=${inJson({ q: 'robot' })}`,
  },
  'GET /api/releases/{id}/near-duplicates': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/near-duplicates?title=Robots`,
    missing: `/api/releases/${NONE}/near-duplicates?title=Robots`,
  },

  'GET /api/frameworks': { who: 'PCEA', shared: true },
  'POST /api/frameworks': { who: 'C', shared: true },
  'POST /api/releases': { who: 'C', shared: true },
  'POST /api/releases/{id}/submit': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/submit`,
    missing: `/api/releases/${NONE}/submit`,
  },
  'POST /api/releases/{id}/reopen': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/reopen`,
    missing: `/api/releases/${NONE}/reopen`,
  },
  'DELETE /api/releases/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}`,
    missing: `/api/releases/${NONE}`,
  },
  'GET /api/discarded-drafts': { who: 'C', shared: true },
  'GET /api/releases/{id}/changes': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/changes`,
    missing: `/api/releases/${NONE}/changes`,
  },
  'GET /api/releases/{id}/diff': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/diff?from=${k.release}`,
    missing: `/api/releases/${NONE}/diff`,
  },
  'GET /api/releases/{id}/diff/counts': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/diff/counts?from=${k.release}`,
    missing: `/api/releases/${NONE}/diff/counts`,
  },
  'GET /api/releases/{id}/export': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/export`,
    missing: `/api/releases/${NONE}/export`,
  },
  'POST /api/release-imports': { who: 'C', shared: true },
  'GET /api/releases/{id}/checks': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/checks`,
    missing: `/api/releases/${NONE}/checks`,
  },
  'GET /api/releases/{id}/approvals': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/approvals`,
    missing: `/api/releases/${NONE}/approvals`,
  },
  'GET /api/releases/{id}/left-out': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/left-out`,
    missing: `/api/releases/${NONE}/left-out`,
  },
  'POST /api/releases/{id}/approve': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/approve`,
    missing: `/api/releases/${NONE}/approve`,
    body: () => ({ revision: 1 }),
  },
  'POST /api/releases/{id}/publish': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/publish`,
    missing: `/api/releases/${NONE}/publish`,
    body: () => ({ revision: 1 }),
  },
  'POST /api/releases/{id}/retire': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/retire`,
    missing: `/api/releases/${NONE}/retire`,
  },
  'POST /api/releases/{id}/items': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/items`,
    missing: `/api/releases/${NONE}/items`,
    body: () => ({ kind: 'tier', parentId: null, title: 'Taken over' }),
  },
  'POST /api/releases/{id}/items/merge': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/items/merge`,
    missing: `/api/releases/${NONE}/items/merge`,
    body: (k) => ({
      items: [
        { id: k.item, version: 1 },
        { id: NONE, version: 1 },
      ],
      into: k.item,
    }),
  },
  'POST /api/releases/{id}/items/restore': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/items/restore`,
    missing: `/api/releases/${NONE}/items/restore`,
    body: () => ({ lineage: NONE }),
  },
  'PATCH /api/items/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/items/${k.item}`,
    missing: `/api/items/${NONE}`,
    body: () => ({ title: 'Taken over' }),
  },
  'POST /api/items/{id}/move': {
    who: 'C',
    shared: true,
    own: (k) => `/api/items/${k.item}/move`,
    missing: `/api/items/${NONE}/move`,
    body: () => ({ parentId: null }),
  },
  'POST /api/items/{id}/split': {
    who: 'C',
    shared: true,
    own: (k) => `/api/items/${k.item}/split`,
    missing: `/api/items/${NONE}/split`,
    body: () => ({ parts: [{ title: 'One' }, { title: 'Two' }] }),
  },
  'POST /api/items/{id}/retire': {
    who: 'C',
    shared: true,
    own: (k) => `/api/items/${k.item}/retire`,
    missing: `/api/items/${NONE}/retire`,
    body: () => ({ replacedBy: [] }),
  },
  'GET /api/items/{id}/changes': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/items/${k.item}/changes`,
    missing: `/api/items/${NONE}/changes`,
  },
  'POST /api/releases/{id}/occupations': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/occupations`,
    missing: `/api/releases/${NONE}/occupations`,
    body: () => ({ title: 'Taken over', technologyArea: 'materials' }),
  },
  'PATCH /api/occupations/{id}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/occupations/${k.occupation}`,
    missing: `/api/occupations/${NONE}`,
    body: () => ({ title: 'Taken over' }),
  },
  'POST /api/occupations/{id}/retire': {
    who: 'C',
    shared: true,
    own: (k) => `/api/occupations/${k.occupation}/retire`,
    missing: `/api/occupations/${NONE}/retire`,
    body: () => ({ replacedBy: [] }),
  },
  'GET /api/releases/{id}/technology-areas': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/technology-areas`,
    missing: `/api/releases/${NONE}/technology-areas`,
  },
  'PUT /api/releases/{id}/technology-areas/{code}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/technology-areas/materials`,
    missing: `/api/releases/${NONE}/technology-areas/materials`,
    body: () => ({ name: 'Taken over', was: null }),
  },
  'DELETE /api/releases/{id}/technology-areas/{code}': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/technology-areas/materials?was=Materials`,
    missing: `/api/releases/${NONE}/technology-areas/materials?was=Materials`,
  },
  'POST /api/releases/{id}/role-families/rename': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/role-families/rename`,
    missing: `/api/releases/${NONE}/role-families/rename`,
    body: () => ({ from: 'engineer/scientist', to: null }),
  },
  'GET /api/releases/{id}/selections': {
    who: 'PCEA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/selections`,
    missing: `/api/releases/${NONE}/selections`,
  },
  'PATCH /api/releases/{id}/selections': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/selections`,
    missing: `/api/releases/${NONE}/selections`,
    body: (k) => ({ cells: [{ occupationId: k.occupation, ksaId: k.item, from: 0, to: 1 }] }),
  },
  'GET /api/proposals': { who: 'CEA' },
  'POST /api/proposals': { who: 'CEA' },
  'GET /api/proposals/{id}': {
    who: 'CEA',
    own: (k) => `/api/proposals/${k.proposal}`,
    missing: `/api/proposals/${NONE}`,
  },
  'POST /api/proposals/{id}/replies': {
    who: 'CEA',
    own: (k) => `/api/proposals/${k.proposal}/replies`,
    missing: `/api/proposals/${NONE}/replies`,
    body: () => ({ says: 'Taken over' }),
  },
  'POST /api/proposals/{id}/withdraw': {
    who: 'CEA',
    own: (k) => `/api/proposals/${k.proposal}/withdraw`,
    missing: `/api/proposals/${NONE}/withdraw`,
  },
  'POST /api/proposals/{id}/decide': {
    who: 'C',
    own: (k) => `/api/proposals/${k.proposal}/decide`,
    missing: `/api/proposals/${NONE}/decide`,
    body: () => ({ state: 'declined' }),
  },
  'GET /api/proficiency-scale': { who: 'PCEAW' },
  'GET /api/workers': { who: 'EA' },
  'POST /api/workers': { who: 'E' },
  'GET /api/workers/{id}': {
    who: 'EA',
    own: (k) => `/api/workers/${k.worker}`,
    missing: `/api/workers/${NONE}`,
  },
  'PATCH /api/workers/{id}': {
    who: 'E',
    own: (k) => `/api/workers/${k.worker}`,
    missing: `/api/workers/${NONE}`,
    body: () => ({ name: 'Taken over' }),
  },
  'POST /api/workers/{id}/ratings': {
    who: 'EA',
    own: (k) => `/api/workers/${k.worker}/ratings`,
    missing: `/api/workers/${NONE}/ratings`,
    body: (k) => ({ ksaCode: k.ksaCode, source: 'manager', level: 1 }),
  },

  'GET /api/teams': { who: 'EA' },
  'POST /api/teams': { who: 'E' },
  'GET /api/teams/{id}': { who: 'EA', own: (k) => `/api/teams/${k.team}`, missing: `/api/teams/${NONE}` },
  'PUT /api/teams/{id}': {
    who: 'E',
    own: (k) => `/api/teams/${k.team}`,
    missing: `/api/teams/${NONE}`,
    body: () => ({ name: 'Taken over', site: '' }),
  },
  'DELETE /api/teams/{id}': { who: 'E', own: (k) => `/api/teams/${k.team}`, missing: `/api/teams/${NONE}` },
  'PUT /api/teams/{id}/minimums/{ksaCode}': {
    who: 'E',
    own: (k) => `/api/teams/${k.team}/minimums/${k.ksaCode}`,
    missing: `/api/teams/${NONE}/minimums/4.1.01.01`,
    body: () => ({ headcount: 2 }),
  },
  'DELETE /api/teams/{id}/minimums/{ksaCode}': {
    who: 'E',
    own: (k) => `/api/teams/${k.team}/minimums/${k.ksaCode}`,
    missing: `/api/teams/${NONE}/minimums/4.1.01.01`,
  },

  'GET /api/role-profiles': { who: 'EA' },
  'POST /api/role-profiles': { who: 'E' },
  'GET /api/role-profiles/{id}': {
    who: 'EA',
    own: (k) => `/api/role-profiles/${k.profile}`,
    missing: `/api/role-profiles/${NONE}`,
  },
  'PATCH /api/role-profiles/{id}': {
    who: 'E',
    own: (k) => `/api/role-profiles/${k.profile}`,
    missing: `/api/role-profiles/${NONE}`,
    body: () => ({ name: 'Taken over' }),
  },
  'PATCH /api/role-profiles/{id}/requirements': {
    who: 'E',
    own: (k) => `/api/role-profiles/${k.profile}/requirements`,
    missing: `/api/role-profiles/${NONE}/requirements`,
    body: (k) => ({ requirements: [{ ksaCode: k.ksaCode, weight: 1 }] }),
  },
  'POST /api/role-profiles/{id}/publish': {
    who: 'E',
    own: (k) => `/api/role-profiles/${k.profile}/publish`,
    missing: `/api/role-profiles/${NONE}/publish`,
  },
  'GET /api/releases/{id}/impact': {
    who: 'C',
    shared: true,
    own: (k) => `/api/releases/${k.release}/impact`,
    missing: `/api/releases/${NONE}/impact`,
  },
  'GET /api/releases/{id}/my-impact': {
    who: 'EA',
    shared: true,
    own: (k) => `/api/releases/${k.release}/my-impact`,
    missing: `/api/releases/${NONE}/my-impact`,
  },
  'GET /api/own-items': { who: 'PCEA' },
  'POST /api/own-items': { who: 'E' },
  'GET /api/own-items/{id}': {
    who: 'PCEA',
    own: (k) => `/api/own-items/${k.ownItem}`,
    missing: `/api/own-items/${NONE}`,
  },
  'PATCH /api/own-items/{id}': {
    who: 'E',
    own: (k) => `/api/own-items/${k.ownItem}`,
    missing: `/api/own-items/${NONE}`,
    body: () => ({ title: 'Taken over' }),
  },
  'POST /api/own-items/{id}/propose': {
    who: 'E',
    own: (k) => `/api/own-items/${k.ownItem}/propose`,
    missing: `/api/own-items/${NONE}/propose`,
    body: () => ({ says: 'Taken over' }),
  },
  'GET /api/own-occupations': { who: 'PCEA' },
  'POST /api/own-occupations': { who: 'E' },
  'GET /api/own-occupations/{id}': {
    who: 'PCEA',
    own: (k) => `/api/own-occupations/${k.ownOccupation}`,
    missing: `/api/own-occupations/${NONE}`,
  },
  'PATCH /api/own-occupations/{id}': {
    who: 'E',
    own: (k) => `/api/own-occupations/${k.ownOccupation}`,
    missing: `/api/own-occupations/${NONE}`,
    body: () => ({ title: 'Taken over' }),
  },
  'DELETE /api/own-occupations/{id}': {
    who: 'E',
    own: (k) => `/api/own-occupations/${k.ownOccupation}`,
    missing: `/api/own-occupations/${NONE}`,
  },
  'GET /api/profile-migrations': { who: 'EA' },
  'GET /api/role-profiles/{id}/migration': {
    who: 'EA',
    own: (k) => `/api/role-profiles/${k.profile}/migration`,
    missing: `/api/role-profiles/${NONE}/migration`,
  },
  'POST /api/role-profiles/{id}/migration': {
    who: 'E',
    own: (k) => `/api/role-profiles/${k.profile}/migration`,
    missing: `/api/role-profiles/${NONE}/migration`,
    body: (k) => ({ releaseId: k.release, decisions: [], publish: true }),
  },
  'POST /api/role-profiles/{id}/migration/undo': {
    who: 'E',
    own: (k) => `/api/role-profiles/${k.profile}/migration/undo`,
    missing: `/api/role-profiles/${NONE}/migration/undo`,
  },
  'POST /api/role-profiles/{id}/migration/preview': {
    who: 'E',
    own: (k) => `/api/role-profiles/${k.profile}/migration/preview`,
    missing: `/api/role-profiles/${NONE}/migration/preview`,
    body: (k) => ({ releaseId: k.release, decisions: [] }),
  },
  'GET /api/requirements': {
    who: 'EA',
    own: (k) =>
      `/api/requirements?filter=${encodeURIComponent(JSON.stringify({ roleProfileId: k.profile }))}`,
    missing: `/api/requirements?filter=${encodeURIComponent(JSON.stringify({ roleProfileId: NONE }))}`,
  },
  'POST /api/requirements': {
    who: 'E',
    body: (k) => ({ roleProfileId: k.profile, ksaCode: k.ksaCode, requiredLevel: 1 }),
  },
  'GET /api/requirements/{id}': {
    who: 'EA',
    own: (k) => `/api/requirements/${k.requirement}`,
    missing: '/api/requirements/30000.1',
  },
  'PATCH /api/requirements/{id}': {
    who: 'E',
    own: (k) => `/api/requirements/${k.requirement}`,
    missing: '/api/requirements/30000.1',
    body: () => ({ weight: 99 }),
  },
  'DELETE /api/requirements/{id}': {
    who: 'E',
    own: (k) => `/api/requirements/${k.requirement}`,
    missing: '/api/requirements/30000.1',
  },

  'GET /api/role-assignments': { who: 'E' },
  'POST /api/role-assignments': { who: 'E', body: assignment },
  'DELETE /api/role-assignments/{id}': {
    who: 'E',
    own: (k) => `/api/role-assignments/${k.roleAssignment}`,
    missing: `/api/role-assignments/${NONE}`,
  },

  'GET /api/assessments': { who: 'EAW' },
  'POST /api/assessments': { who: 'E', body: assignment },
  'GET /api/assessments/{id}': {
    who: 'EAW',
    own: (k) => `/api/assessments/${k.assessment}`,
    missing: `/api/assessments/${NONE}`,
    colleagues: (k) => `/api/assessments/${k.colleaguesAssessment}`,
  },
  'PUT /api/assessments/{id}/answers/{ksaCode}': {
    who: 'W',
    own: (k) => `/api/assessments/${k.assessment}/answers/${k.ksaCode}`,
    missing: `/api/assessments/${NONE}/answers/1.1.01.01`,
    colleagues: (k) => `/api/assessments/${k.colleaguesAssessment}/answers/${k.ksaCode}`,
    body: () => level,
  },
  'POST /api/assessments/{id}/submit': {
    who: 'W',
    own: (k) => `/api/assessments/${k.assessment}/submit`,
    missing: `/api/assessments/${NONE}/submit`,
    colleagues: (k) => `/api/assessments/${k.colleaguesAssessment}/submit`,
  },
  'GET /api/assessments/{id}/review': {
    who: 'EA',
    own: (k) => `/api/assessments/${k.colleaguesAssessment}/review`,
    missing: `/api/assessments/${NONE}/review`,
  },
  'POST /api/assessments/{id}/review': {
    who: 'EA',
    own: (k) => `/api/assessments/${k.colleaguesAssessment}/review`,
    missing: `/api/assessments/${NONE}/review`,
    body: (k) => ({ confirmations: [{ ksaCode: k.ksaCode, level: 1 }] }),
  },

  'GET /api/groups/{group}/readiness': {
    who: 'EA',
    own: (k) => `/api/groups/${k.team}/readiness`,
    missing: `/api/groups/${NONE}/readiness`,
  },
  'GET /api/groups/{group}/readiness-by-day': {
    who: 'EA',
    own: (k) => `/api/groups/${k.team}/readiness-by-day?from=2026-01-01&to=2026-12-31`,
    missing: `/api/groups/${NONE}/readiness-by-day?from=2026-01-01&to=2026-12-31`,
  },
  'GET /api/groups/{group}/cover': {
    who: 'EA',
    own: (k) => `/api/groups/${k.team}/cover`,
    missing: `/api/groups/${NONE}/cover`,
  },
  'GET /api/groups/{group}/shared-gaps': {
    who: 'EA',
    own: (k) => `/api/groups/${k.team}/shared-gaps`,
    missing: `/api/groups/${NONE}/shared-gaps`,
  },
  'GET /api/groups/{group}/matrix': {
    who: 'EA',
    own: (k) => `/api/groups/${k.team}/matrix`,
    missing: `/api/groups/${NONE}/matrix`,
  },

  'GET /api/rating-policy': { who: 'EA' },
  'GET /api/rating-policy/versions': { who: 'EA' },
  'PUT /api/rating-policy': { who: 'E' },
  'GET /api/gap-scores': { who: 'EAW' },
  'GET /api/gap-scores/{workerId}/{roleProfileId}': {
    who: 'EAW',
    own: (k) => `/api/gap-scores/${k.worker}/${k.profile}`,
    missing: `/api/gap-scores/${NONE}/${NONE}`,
    colleagues: (k) => `/api/gap-scores/${k.colleague}/${k.profile}`,
  },
  'GET /api/gap-scores/{workerId}/{roleProfileId}/history': {
    who: 'EAW',
    own: (k) => `/api/gap-scores/${k.worker}/${k.profile}/history`,
    missing: `/api/gap-scores/${NONE}/${NONE}/history`,
    colleagues: (k) => `/api/gap-scores/${k.colleague}/${k.profile}/history`,
  },
  'GET /api/qualifications': {
    who: 'EA',
    own: (k) => `/api/qualifications?filter=${inJson({ roleProfileId: k.profile, on: today })}`,
    missing: `/api/qualifications?filter=${inJson({ roleProfileId: NONE, on: today })}`,
  },
  'GET /api/qualifications/summary': {
    who: 'EA',
    own: (k) => `/api/qualifications/summary?roleProfileId=${k.profile}&on=${today}`,
    missing: `/api/qualifications/summary?roleProfileId=${NONE}&on=${today}`,
  },
  'GET /api/qualifications/{workerId}/{roleProfileId}': {
    who: 'EAW',
    own: (k) => `/api/qualifications/${k.worker}/${k.profile}?on=${today}`,
    missing: `/api/qualifications/${NONE}/${NONE}?on=${today}`,
    colleagues: (k) => `/api/qualifications/${k.colleague}/${k.profile}?on=${today}`,
  },
  'POST /api/what-if': {
    who: 'E',
    body: (k) => ({ scope: { roleProfileId: k.profile }, changes: {} }),
  },
  'GET /api/what-if/levels': {
    who: 'E',
    own: (k) => `/api/what-if/levels?roleProfileId=${k.profile}`,
    missing: `/api/what-if/levels?roleProfileId=${NONE}`,
  },
  'GET /api/career-paths/{workerId}': {
    who: 'EW',
    own: (k) => `/api/career-paths/${k.worker}`,
    missing: `/api/career-paths/${NONE}`,
    colleagues: (k) => `/api/career-paths/${k.colleague}`,
  },
  'GET /api/career-paths/{workerId}/{roleId}': {
    who: 'EW',
    own: (k) => `/api/career-paths/${k.worker}/${k.profile}`,
    missing: `/api/career-paths/${NONE}/${NONE}`,
    colleagues: (k) => `/api/career-paths/${k.colleague}/${k.profile}`,
  },
  'GET /api/role-transfers/{fromId}/{toId}': {
    who: 'EA',
    own: (k) => `/api/role-transfers/${k.profile}/${k.occupation}`,
    missing: `/api/role-transfers/${NONE}/${NONE}`,
  },
  'GET /api/programmes': { who: 'EW' },
  'GET /api/programmes/{id}': {
    who: 'EW',
    own: (k) => `/api/programmes/${k.programme}`,
    missing: `/api/programmes/${NONE}`,
  },
  'GET /api/programme-sessions': { who: 'EW' },
  'POST /api/programme-sessions': { who: 'E', body: sessionOf },
  'GET /api/programme-sessions/{id}': {
    who: 'EW',
    own: (k) => `/api/programme-sessions/${k.programmeSession}`,
    missing: `/api/programme-sessions/${NONE}`,
  },
  'PUT /api/programme-sessions/{id}': {
    who: 'E',
    own: (k) => `/api/programme-sessions/${k.programmeSession}`,
    missing: `/api/programme-sessions/${NONE}`,
    body: sessionOf,
  },
  'DELETE /api/programme-sessions/{id}': {
    who: 'E',
    own: (k) => `/api/programme-sessions/${k.programmeSession}`,
    missing: `/api/programme-sessions/${NONE}`,
  },
  'GET /api/training-plans': { who: 'E' },
  'POST /api/training-plans': {
    who: 'E',
    body: (k) => ({ name: 'Taken over', from: today, until: today, roleProfileIds: [k.profile] }),
  },
  'GET /api/training-plans/{id}': {
    who: 'E',
    own: (k) => `/api/training-plans/${k.trainingPlan}`,
    missing: `/api/training-plans/${NONE}`,
  },
  'POST /api/training-plans/{id}/plan-again': {
    who: 'E',
    own: (k) => `/api/training-plans/${k.trainingPlan}/plan-again`,
    missing: `/api/training-plans/${NONE}/plan-again`,
  },
  'GET /api/training-plans/{id}/places': {
    who: 'E',
    own: (k) => `/api/training-plans/${k.trainingPlan}/places`,
    missing: `/api/training-plans/${NONE}/places`,
  },
  'GET /api/training-plans/{id}/sessions': {
    who: 'E',
    own: (k) => `/api/training-plans/${k.trainingPlan}/sessions`,
    missing: `/api/training-plans/${NONE}/sessions`,
  },
  'DELETE /api/training-plans/{id}': {
    who: 'E',
    own: (k) => `/api/training-plans/${k.trainingPlan}`,
    missing: `/api/training-plans/${NONE}`,
  },
  'GET /api/recommendations/{workerId}/{roleProfileId}': {
    who: 'EW',
    own: (k) => `/api/recommendations/${k.worker}/${k.profile}`,
    missing: `/api/recommendations/${NONE}/${NONE}`,
    colleagues: (k) => `/api/recommendations/${k.colleague}/${k.profile}`,
  },
};
