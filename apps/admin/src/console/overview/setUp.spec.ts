import { describe, expect, it } from '@jest/globals';
import { stepsOf } from './setUp.ts';

const next = (...counts: [profiles: number, published: number, workers: number, assignments: number]) => {
  const [profiles, published, workers, assignments] = counts;
  return stepsOf({ profiles, published, workers, assignments }).find(({ done }) => !done)?.key;
};

describe('setting an organisation up', () => {
  it('goes from a role profile over its publication and a worker to the assignment', () => {
    expect(next(0, 0, 0, 0)).toBe('profile');
    expect(next(1, 0, 0, 0)).toBe('publish');
    expect(next(1, 1, 0, 0)).toBe('workers');
    expect(next(1, 1, 1, 0)).toBe('assign');
    expect(next(1, 1, 1, 1)).toBeUndefined();
  });

  it('is always three steps', () => {
    expect(stepsOf({ profiles: 1, published: 0, workers: 4, assignments: 0 })).toHaveLength(3);
  });
});
