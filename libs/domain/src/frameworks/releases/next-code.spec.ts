import { describe, expect, test } from '@jest/globals';
import { nextCode } from './next-code.ts';
import { ownPartOfCode } from './own-code.ts';

describe('the next code', () => {
  test('follows the highest of the siblings, in the digits of its kind', () => {
    expect(nextCode('ksa', '4.2.06', ['4.2.06.09', '4.2.06.10', '4.2.06.2'])).toBe('4.2.06.11');
    expect(nextCode('ksa', '4.2.06', [])).toBe('4.2.06.01');
    expect(nextCode('competency', '4', ['4.1', '4.9'])).toBe('4.10');
    expect(nextCode('tier', null, ['4', '5'])).toBe('6');
  });

  test('does not fill what a retired one has left, and passes over what is no number', () => {
    expect(nextCode('ksa', '4.2.06', ['4.2.06.01', '4.2.06.05', '4.2.06.b', 'own.99', '7'])).toBe(
      '4.2.06.06',
    );
  });
});

describe("a code's own part", () => {
  test.each([
    ['4.2.06.09', '4.2.06', '09'],
    ['4.2.06.09', null, '4.2.06.09'],
    ['own.9', '4.2.06', 'own.9'],
    ['4.20', '4.2', '4.20'],
  ])('of %p under %p is %p', (code, parent, own) => {
    expect(ownPartOfCode(code, parent)).toBe(own);
  });
});
