import { describe, expect, it } from '@jest/globals';
import { durationBetween, jobName } from './jobModel.ts';

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
});
