import { expect, test } from '@jest/globals';
import { BoundedCache } from './bounded-cache.ts';

test('a bounded cache keeps what is asked for, and forgets what is not', () => {
  const cache = new BoundedCache<number>(10);
  cache.set('asked for', -1);
  cache.set('forgotten', -2);
  for (let next = 0; next < 100; next += 1) {
    cache.set(String(next), next);
    expect(cache.get('asked for')).toBe(-1);
    expect(cache.get(String(next))).toBe(next);
  }
  expect(cache.get('forgotten')).toBeUndefined();
  const held = Array.from({ length: 100 }, (_, next) => cache.get(String(next)) ?? -1);
  expect(held.filter((value) => value >= 0).length).toBeLessThanOrEqual(10);
});
