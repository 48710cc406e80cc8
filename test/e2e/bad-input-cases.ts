import { type Client, filtered, type Sent } from '#builders/client';

const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** Who and what is there before anything bad is sent: a draft with one answer, another assessment submitted. */
export interface Situation {
  readonly nobody: Client;
  readonly employer: Client;
  readonly assessor: Client;
  readonly worker: Client;
  /** Another worker of the same organisation. */
  readonly colleague: Client;
  /** The administrator of another organisation, who has a worker too. */
  readonly stranger: Client;
  readonly strangersWorkerId: string;
  readonly workerId: string;
  readonly roleProfileId: string;
  readonly assignedRoleId: string;
  readonly draftId: string;
  readonly etag: string | null;
  readonly submittedId: string;
  readonly submittedEtag: string | null;
  /** A KSA that the draft asks for. */
  readonly code: string;
}

/** Who sends what where; `path` is known once the product runs. */
export interface Bad {
  readonly by: () => Client;
  readonly method: string;
  readonly path: () => string;
  readonly sent?: () => Sent;
  readonly status: number;
  readonly type: string;
  readonly pointer?: string;
}

/** By what it is; the situation is read when a case is sent, not when it is named. */
export function badInput(there: Situation): Record<string, Bad> {
  const answerPath = (ksaCode = there.code, id = there.draftId) => `/assessments/${id}/answers/${ksaCode}`;
  const level = (value: unknown) => () => ({ body: { level: value } });
  const rating = (change: object) => () => ({
    body: { ksaCode: there.code, source: 'test', level: 2, ...change },
  });
  const pair =
    (change: object = {}) =>
    () => ({ body: { workerId: there.workerId, roleProfileId: there.roleProfileId, ...change } });
  const submitPath = (id = there.draftId) => `/assessments/${id}/submit`;
  const reviewPath = (id = there.submittedId) => `/assessments/${id}/review`;

  const asWorker = () => there.worker;
  const asEmployer = () => there.employer;
  const asAssessor = () => there.assessor;
  const asStranger = () => there.stranger;
  const put = { by: asWorker, method: 'PUT', path: () => answerPath() };
  const submit = { by: asWorker, method: 'POST', path: () => submitPath() };
  const review = { by: asAssessor, method: 'POST', path: () => reviewPath() };
  const record = { by: asAssessor, method: 'POST', path: () => `/workers/${there.workerId}/ratings` };
  const assigning = { by: asEmployer, method: 'POST', path: () => '/role-assignments' };

  return {
    'a level above the scale': {
      ...put,
      sent: level(5),
      status: 422,
      type: 'scales.level-off-scale',
      pointer: '/level',
    },
    'a level above any scale': { ...put, sent: level(11), status: 422, type: 'not-valid', pointer: '/level' },
    'a level below zero': { ...put, sent: level(-1), status: 422, type: 'not-valid', pointer: '/level' },
    'half a level': { ...put, sent: level(2.5), status: 422, type: 'not-valid', pointer: '/level' },
    'a level that is a text': { ...put, sent: level('3'), status: 422, type: 'not-valid', pointer: '/level' },
    'a level that is too large for a number': {
      ...put,
      sent: () => ({ text: '{"level":1e999}' }),
      status: 422,
      type: 'not-valid',
      pointer: '/level',
    },
    'a NUL to search for': {
      ...{ by: asEmployer, method: 'GET', status: 422, type: 'text-not-kept' },
      path: () => `/gap-scores?filter=${encodeURIComponent('{"q":"\\u0000"}')}`,
    },
    'no level at all': {
      ...put,
      sent: () => ({ body: {} }),
      status: 422,
      type: 'not-valid',
      pointer: '/level',
    },
    'the answer of an assessment that has no id': {
      ...put,
      path: () => answerPath(undefined, 'none'),
      sent: level(1),
      status: 422,
      type: 'not-valid',
      pointer: '/id',
    },
    'an answer that brings a tenant along': {
      ...put,
      sent: () => ({ body: { level: 1, tenantId: NOBODYS } }),
      status: 422,
      type: 'not-valid',
      pointer: '/tenantId',
    },
    'an answer that names another worker': {
      ...put,
      sent: () => ({ body: { level: 1, workerNo: 1 } }),
      status: 422,
      type: 'not-valid',
      pointer: '/workerNo',
    },
    'an answer about a KSA that the role does not ask for': {
      ...put,
      path: () => answerPath('5.5.01.01'),
      sent: level(1),
      status: 404,
      type: 'ksa-not-asked',
    },
    'an answer about a KSA that is none': {
      ...put,
      path: () => answerPath("'; drop table rating; --"),
      sent: level(1),
      status: 404,
      type: 'ksa-not-asked',
    },
    'an answer to what was submitted': {
      ...put,
      path: () => answerPath(there.code, there.submittedId),
      sent: level(1),
      status: 409,
      type: 'assessment-submitted',
    },
    'an answer to a colleague’s questions': {
      ...put,
      by: () => there.colleague,
      sent: level(1),
      status: 404,
      type: 'assessment-not-found',
    },
    'an answer for a worker by the employer': {
      ...put,
      by: asEmployer,
      sent: level(1),
      status: 403,
      type: 'not-permitted',
    },
    'an answer by nobody': {
      ...put,
      by: () => there.nobody,
      sent: level(1),
      status: 401,
      type: 'sign-in-needed',
    },
    'an answer to an assessment that is no id': {
      ...put,
      path: () => answerPath(there.code, 'draft'),
      sent: level(1),
      status: 422,
      type: 'not-valid',
    },
    'broken JSON': { ...put, sent: () => ({ text: '{"level":' }), status: 400, type: 'malformed-request' },
    'a body that poisons prototypes': {
      ...put,
      sent: () => ({ text: '{"__proto__":{"level":1},"level":1}' }),
      status: 400,
      type: 'malformed-request',
    },
    'a form': {
      ...put,
      sent: () => ({ text: 'level=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      status: 415,
      type: 'unsupported-media-type',
    },
    'a body of two megabytes': {
      ...put,
      sent: () => ({ text: JSON.stringify({ level: 1, padding: 'x'.repeat(2 * 1024 * 1024) }) }),
      status: 413,
      type: 'too-large',
    },

    'a submission with questions open': {
      ...submit,
      sent: () => ({ ifMatch: there.etag }),
      status: 422,
      type: 'answers-missing',
    },
    'a submission of what was last seen earlier': {
      ...submit,
      sent: () => ({ ifMatch: '"1"' }),
      status: 412,
      type: 'assessment-changed',
    },
    'a submission of nothing that was seen': { ...submit, status: 428, type: 'if-match-required' },
    'a submission under a tag that is none of ours': {
      ...submit,
      sent: () => ({ ifMatch: '"abc"' }),
      status: 412,
      type: 'if-match-unknown',
    },
    'a second submission': {
      ...submit,
      path: () => submitPath(there.submittedId),
      sent: () => ({ ifMatch: there.submittedEtag }),
      status: 409,
      type: 'assessment-submitted',
    },
    'the submission of a colleague’s assessment': {
      ...submit,
      by: () => there.colleague,
      sent: () => ({ ifMatch: there.etag }),
      status: 404,
      type: 'assessment-not-found',
    },

    'a role profile of another tenant': {
      ...assigning,
      by: asStranger,
      sent: () => ({ body: { workerId: there.strangersWorkerId, roleProfileId: there.roleProfileId } }),
      status: 404,
      type: 'role-profile-not-found',
    },
    'a worker of another tenant': {
      ...assigning,
      sent: () => ({ body: { workerId: there.strangersWorkerId, roleProfileId: there.roleProfileId } }),
      status: 404,
      type: 'worker-not-found',
    },
    'a role that the worker has already': {
      ...assigning,
      sent: pair(),
      status: 409,
      type: 'role-already-assigned',
    },
    'a role profile that is nobody’s': {
      ...assigning,
      sent: pair({ roleProfileId: NOBODYS }),
      status: 404,
      type: 'role-profile-not-found',
    },
    'the removal of another tenant’s assignment': {
      by: asStranger,
      method: 'DELETE',
      path: () => `/role-assignments/${there.assignedRoleId}`,
      status: 404,
      type: 'role-assignment-not-found',
    },
    'a new round while one is open': {
      by: asEmployer,
      method: 'POST',
      path: () => '/assessments',
      sent: pair(),
      status: 409,
      type: 'assessment-open',
    },

    'a review without the critical requirements': {
      ...review,
      sent: () => ({ body: { confirmations: [{ ksaCode: '4.2.07.11', level: 1 }] } }),
      status: 422,
      type: 'confirmations-not-valid',
    },
    'an empty review': {
      ...review,
      sent: () => ({ body: { confirmations: [] } }),
      status: 422,
      type: 'not-valid',
      pointer: '/confirmations',
    },
    'a review of two thousand confirmations': {
      ...review,
      sent: () => ({ body: { confirmations: Array(2000).fill({ ksaCode: '1', level: 1 }) } }),
      status: 422,
      type: 'not-valid',
      pointer: '/confirmations',
    },
    'a review of what was not submitted': {
      ...review,
      path: () => reviewPath(there.draftId),
      sent: () => ({ body: { confirmations: [{ ksaCode: there.code, level: 1 }] } }),
      status: 409,
      type: 'assessment-not-submitted',
    },
    'a review by another tenant': {
      ...review,
      by: asStranger,
      sent: () => ({ body: { confirmations: [{ ksaCode: there.code, level: 1 }] } }),
      status: 404,
      type: 'assessment-not-found',
    },
    'a review by the worker': {
      ...review,
      by: asWorker,
      sent: () => ({ body: { confirmations: [{ ksaCode: there.code, level: 4 }] } }),
      status: 403,
      type: 'not-permitted',
    },

    'a rating from the future': {
      ...record,
      sent: rating({ ratedAt: '2999-01-01T00:00:00Z' }),
      status: 422,
      type: 'rating-not-valid',
      pointer: '/ratedAt',
    },
    'a rating that expires before it holds': {
      ...record,
      sent: rating({ ratedAt: '2026-02-01T00:00:00Z', expiresAt: '2026-01-01T00:00:00Z' }),
      status: 422,
      type: 'rating-not-valid',
      pointer: '/expiresAt',
    },
    'a rating of a time that is none': {
      ...record,
      sent: rating({ ratedAt: 'yesterday' }),
      status: 422,
      type: 'not-valid',
      pointer: '/ratedAt',
    },
    'a rating of oneself by another way': {
      ...record,
      sent: rating({ source: 'self' }),
      status: 422,
      type: 'not-valid',
      pointer: '/source',
    },
    'a rating off the scale': {
      ...record,
      sent: rating({ level: 9 }),
      status: 422,
      type: 'scales.level-off-scale',
      pointer: '/level',
    },
    'a rating of a KSA that is none': {
      ...record,
      sent: rating({ ksaCode: '9.9.99.99' }),
      status: 422,
      type: 'rating-not-valid',
      pointer: '/ksaCode',
    },
    'a rating of another tenant’s worker': {
      ...record,
      by: asStranger,
      sent: rating({}),
      status: 404,
      type: 'worker-not-found',
    },

    'a list sorted by what is none of its fields': {
      by: asEmployer,
      method: 'GET',
      path: () => '/gap-scores?sort=["tenant_id","ASC"]',
      status: 422,
      type: 'not-valid',
    },
    'a filter that is not JSON': {
      by: asEmployer,
      method: 'GET',
      path: () => '/assessments?filter={',
      status: 422,
      type: 'not-valid',
    },
    'a filter by what is unknown': {
      by: asEmployer,
      method: 'GET',
      path: () => filtered('/gap-scores', { tenantId: NOBODYS }),
      status: 422,
      type: 'not-valid',
    },
    'a budget below zero': {
      by: asWorker,
      method: 'GET',
      path: () => `/recommendations/${there.workerId}/${there.roleProfileId}?budgetHours=-1`,
      status: 422,
      type: 'not-valid',
    },
    'a colleague’s gap view': {
      by: () => there.colleague,
      method: 'GET',
      path: () => `/gap-scores/${there.workerId}/${there.roleProfileId}`,
      status: 404,
      type: 'gap-score-not-found',
    },
    'another tenant’s gap view': {
      by: asStranger,
      method: 'GET',
      path: () => `/gap-scores/${there.workerId}/${there.roleProfileId}`,
      status: 404,
      type: 'gap-score-not-found',
    },
    'another tenant’s recommendation': {
      by: asStranger,
      method: 'GET',
      path: () => `/recommendations/${there.workerId}/${there.roleProfileId}`,
      status: 404,
      type: 'gap-score-not-found',
    },
  };
}
