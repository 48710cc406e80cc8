import { describe, expect, it } from '@jest/globals';
import type { AssessmentSummary, GapScoreSummary } from '../../api/types.ts';
import { minutesFor, nextTask } from './nextTask.ts';

const assessment = (id: string, changes: Partial<AssessmentSummary>): AssessmentSummary => ({
  id,
  workerId: 'w',
  workerName: 'Amara',
  roleProfileId: 'r',
  roleProfileName: 'Technician',
  profileVersion: 1,
  state: 'draft',
  version: 1,
  createdAt: '2026-11-20T10:00:00Z',
  submittedAt: null,
  reviewedAt: null,
  reviewedBy: null,
  answered: 0,
  questions: 40,
  ...changes,
});

const score = (stale: boolean): GapScoreSummary => ({
  id: 'w.r',
  worker: { id: 'w', name: 'Amara' },
  roleProfile: { id: 'r', name: 'Technician', version: 1 },
  denominator: 12,
  low: 6,
  high: 9,
  coverage: { met: 1, short: 1, unknown: 1, total: 3 },
  qualified: 'no',
  computedAt: '2026-11-24T10:00:00Z',
  stale,
});

describe('the next task', () => {
  it('is the assessment that was begun before one that was not', () => {
    const task = nextTask([assessment('new', {}), assessment('begun', { answered: 3 })], [score(false)]);
    expect(task).toMatchObject({ kind: 'assess', assessment: { id: 'begun' } });
  });

  it('is waiting while a submitted one has no fresh score', () => {
    const submitted = [assessment('a', { state: 'submitted' })];
    expect(nextTask(submitted, []).kind).toBe('scoring');
    expect(nextTask(submitted, [score(true)]).kind).toBe('scoring');
    expect(nextTask(submitted, [score(false)])).toMatchObject({ kind: 'gaps', reviewed: false });
  });

  it('is nothing when nothing was ever asked', () => {
    expect(nextTask([], [])).toEqual({ kind: 'nothing' });
  });

  it('is announced with six minutes for forty questions', () => {
    expect(minutesFor(40)).toBe(6);
    expect(minutesFor(1)).toBe(1);
  });
});
