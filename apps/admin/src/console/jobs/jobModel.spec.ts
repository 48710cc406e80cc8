import { describe, expect, it } from '@jest/globals';
import { durationBetween, jobName, progressOf, wordOf } from './jobModel.ts';

describe('a job', () => {
  it('is named in words', () => {
    expect(jobName('score-worker')).toBe('Score worker');
  });

  it('took as long as from start to finish', () => {
    expect(durationBetween('2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00.042Z')).toBe('42 ms');
    expect(durationBetween('2026-11-24T10:00:00.000Z', '2026-11-24T10:00:02.500Z')).toBe('2.5 s');
    expect(durationBetween('2026-11-24T10:00:00.000Z', '2026-11-24T10:02:05.000Z')).toBe('2 min 5 s');
  });

  it('has no duration before it is over', () => {
    expect(durationBetween('2026-11-24T10:00:00.000Z', null)).toBeNull();
  });

  it('that counts says how far it is, and never 100 % before it is done', () => {
    expect(progressOf({ state: 'active', done: 99_999, total: 100_000 })).toEqual({
      done: '99,999',
      total: '100,000',
      percent: 99,
    });
    expect(progressOf({ state: 'cancelled', done: 500, total: 2_000 })?.percent).toBe(25);
    expect(progressOf({ state: 'completed', done: 2_000, total: 2_000 })).toBeNull();
    expect(progressOf({ state: 'active', done: 0, total: null })).toBeNull();
    expect(progressOf({ state: 'active', done: 0, total: 0 })).toBeNull();
  });

  it('that was told to stop is stopping until it has', () => {
    expect(wordOf({ state: 'active', cancelRequested: true })).toBe('stopping');
    expect(wordOf({ state: 'completed', cancelRequested: true })).toBe('completed');
    expect(wordOf({ state: 'active', cancelRequested: false })).toBe('active');
  });
});
