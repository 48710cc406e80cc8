import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percentDown } from './percentage.ts';

describe('a percentage on screen', () => {
  test.each([
    [1, 3, 0, '33'],
    [2, 3, 0, '66'],
    [2, 3, 1, '66.6'],
    [999, 1000, 0, '99'],
    [9999, 10_000, 1, '99.9'],
    [1, 1, 1, '100.0'],
    [0, 7, 2, '0.00'],
    [1, 100_000, 1, '0.0'],
    [1, 8, 1, '12.5'],
    // In floating point 0.29 · 100 is 28.999999999999996.
    [29, 100, 0, '29'],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 3, '99.999'],
  ])('of %p in %p with %p decimals is %p', (numerator, denominator, digits, text) => {
    expect(percentDown(numerator, denominator, digits)).toBe(text);
  });

  test('says 100 of 1 alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.nat(2 ** 40),
        fc.nat(6),
        (denominator, less, digits) => {
          fc.pre(less <= denominator);
          const text = percentDown(denominator - less, denominator, digits);
          expect(text.startsWith('100')).toBe(less === 0);
        },
      ),
    );
  });

  test.each([
    [1, 0, 0],
    [-1, 2, 0],
    [Number.NaN, 2, 0],
    [1, Number.NaN, 0],
    [0.5, 2, 0],
    [1, 2, -1],
    [1, 2, 0.5],
  ])('is not made of %p in %p with %p decimals', (numerator, denominator, digits) => {
    expect(() => percentDown(numerator, denominator, digits)).toThrow(
      expect.objectContaining({ code: 'gaps.invalid-percentage' }),
    );
  });
});
