import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { epochMillisecondsOf, never } from './instant.ts';
import { isoTimeOf } from './iso-time.ts';

test('an instant is written as its date is', () => {
  const anyInstant = fc.integer({ min: -never - 1, max: never });
  fc.assert(
    fc.property(anyInstant, (instant) => {
      expect(isoTimeOf(instant)).toBe(new Date(epochMillisecondsOf(instant)).toISOString());
    }),
    { numRuns: 1000 },
  );
});
