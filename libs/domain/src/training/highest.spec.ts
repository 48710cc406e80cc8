import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { highest } from './highest.ts';

test('the highest are those that come first when all are sorted, of equal ones the first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 60 }),
      fc.nat(60),
      (values, count) => {
        const all = [...values.keys()];
        const sorted = all.toSorted((a, b) => values[b]! - values[a]! || a - b).slice(0, count);
        expect(highest(Float64Array.from(values), all, count)).toEqual(sorted.toSorted((a, b) => a - b));
      },
    ),
  );
});
