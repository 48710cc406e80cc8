import { describe, expect, it } from '@jest/globals';
import { arcKinds } from './ringGeometry.ts';

describe('the arcs of a ring', () => {
  it('are attained, then missing up to what is required, then rest', () => {
    expect(arcKinds(4, 1, 3)).toEqual(['attained', 'missing', 'missing', 'rest']);
  });

  it('are unknown up to what is required when nothing is known: never missing, never zero', () => {
    expect(arcKinds(4, null, 3)).toEqual(['unknown', 'unknown', 'unknown', 'rest']);
    expect(arcKinds(4, 0, 2)).toEqual(['missing', 'missing', 'rest', 'rest']);
  });

  it('are as many as the scale has levels', () => {
    expect(arcKinds(10, 10, 3)).toHaveLength(10);
    expect(arcKinds(1, 0, 1)).toEqual(['missing']);
  });
});
