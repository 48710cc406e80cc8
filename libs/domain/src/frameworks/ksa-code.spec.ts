import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCodes, isKsaCode, parseKsaCode } from './ksa-code.ts';

describe('a KSA code', () => {
  test('names what it is part of', () => {
    expect(parseKsaCode('4.2.06.09')).toEqual({
      tier: '4',
      competency: '4.2',
      subCompetency: '4.2.06',
      ksa: '4.2.06.09',
    });
  });

  test.each(['4.2.06', '4.2.6.9', ' 4.2.06.09', '4.2.06.09\n', '4-2-06-09', ''])('is not %p', (code) => {
    expect(isKsaCode(code)).toBe(false);
    expect(() => parseKsaCode(code)).toThrow(
      expect.objectContaining({ code: 'frameworks.invalid-ksa-code' }),
    );
  });

  test('sorts part by part, by value', () => {
    const sorted = [
      '4',
      '4.2',
      '4.2.06',
      '4.2.06.09',
      '4.2.06.10',
      '4.10.01',
      '5.1',
      'own',
      'own.2',
      'own.10',
      'own.b',
    ];
    expect([...sorted].reverse().sort(compareCodes)).toEqual(sorted);
  });

  test('sorts in a total order, whatever the codes', () => {
    const code = fc
      .array(fc.oneof(fc.nat(12).map(String), fc.constantFrom('06', '6', 'a', '', 'A1')), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(Math.sign(compareCodes(a, b))).toBe(-Math.sign(compareCodes(b, a)) + 0);
        expect(compareCodes(a, b) === 0).toBe(a === b);
        if (compareCodes(a, b) <= 0 && compareCodes(b, c) <= 0)
          expect(compareCodes(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
