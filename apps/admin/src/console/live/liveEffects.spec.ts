import { describe, expect, it } from '@jest/globals';
import { effectsOf } from './liveEffects.ts';

const keys = (event: Parameters<typeof effectsOf>[0]) =>
  effectsOf(event).map(({ queryKey }) => queryKey.join('/'));

describe('an event of the server', () => {
  it('makes the gap view it names stale, and the lists that show its numbers', () => {
    expect(keys({ type: 'score-computed', workerId: 'w', roleProfileId: 'r' })).toEqual([
      'jobs',
      'gap-scores/getList',
      'gap-scores/view/w/r',
    ]);
  });

  it('makes every gap view and recommendation, and what is judged and tried by the policy, stale once everybody has been scored again', () => {
    expect(keys({ type: 'scores-computed' })).toEqual([
      'jobs',
      'gap-scores/getList',
      'gap-scores/view',
      'qualifications',
      'what-if',
      'recommendations',
    ]);
  });

  it('makes a recommendation stale', () => {
    expect(keys({ type: 'recommendation-computed', workerId: 'w', roleProfileId: 'r' })).toContain(
      'recommendations/w/r',
    );
  });

  it('names the assessment whose review may be open in a form', () => {
    const effects = effectsOf({
      type: 'assessment-reviewed',
      workerId: 'w',
      roleProfileId: 'r',
      assessmentId: 'a',
    });
    expect(effects).toContainEqual({
      queryKey: ['assessments', 'review', 'a'],
      record: { resource: 'assessments', id: 'a' },
    });
  });

  it('makes what is shown of teams and the organisation stale once they are summed up', () => {
    expect(keys({ type: 'groups-computed' })).toEqual(['jobs', 'groups']);
  });

  it('makes a training plan stale once it is made, with the lists below it', () => {
    expect(keys({ type: 'training-plan-computed', planId: 'p' })).toEqual([
      'jobs',
      'training-plans',
      'training-plans/p/sessions',
      'training-plans/p/places',
    ]);
  });

  it('refreshes the job ledger whatever happened', () => {
    expect(keys({ type: 'something-new' })).toEqual(['jobs']);
  });
});
