import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assertRatingPolicy } from './assert-rating-policy.ts';
import { decayTable } from './decay-table.ts';
import { defaultEvidence, sourcesOfEvidence } from './evidence.ts';
import { defaultRatingPolicy, type ConsensusPolicy } from './rating-policy.ts';
import { assertRating, type Rating } from './rating.ts';

const consensus: ConsensusPolicy = {
  kind: 'consensus',
  name: 'consensus',
  version: 2,
  weights: { self: 1, manager: 2, assessor: 3, test: 4, credential: 4, training: 1 },
  halfLifeDays: 365,
  decay: decayTable(365),
  validityDays: { credential: 730 },
};

function pointerOf(policy: unknown): unknown {
  try {
    assertRatingPolicy(policy as ConsensusPolicy);
    return 'valid';
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/^ratings\./) });
    return (error as { pointer?: string }).pointer;
  }
}

describe('a rating policy', () => {
  test('is whole as it comes', () => {
    expect(pointerOf(defaultRatingPolicy)).toBe('valid');
    expect(pointerOf(consensus)).toBe('valid');
    expect(pointerOf(JSON.parse(JSON.stringify(consensus)))).toBe('valid');
  });

  test.each([
    ['/name', { ...defaultRatingPolicy, name: ' ' }],
    ['/version', { ...defaultRatingPolicy, version: 0 }],
    ['/kind', { ...defaultRatingPolicy, kind: 'mean' }],
    [
      '/ranks',
      { ...defaultRatingPolicy, ranks: [['test', 'credential'], ['assessor'], ['manager'], ['self']] },
    ],
    ['/ranks', { ...defaultRatingPolicy, ranks: [...defaultRatingPolicy.ranks, ['self']] }],
    ['/validityDays/test', { ...defaultRatingPolicy, validityDays: { test: 0 } }],
    ['/validityDays/test', { ...defaultRatingPolicy, validityDays: { test: Number.NaN } }],
    ['/weights/self', { ...consensus, weights: { ...consensus.weights, self: 0.5 } }],
    ['/weights/test', { ...consensus, weights: { ...consensus.weights, test: -1 } }],
    [
      '/weights',
      { ...consensus, weights: { self: 0, manager: 0, assessor: 0, test: 0, credential: 0, training: 0 } },
    ],
    ['/halfLifeDays', { ...consensus, halfLifeDays: 0 }],
    ['/decay/0', { ...consensus, decay: [] }],
    ['/decay/2', { ...consensus, decay: [1_048_576, 5, 6] }],
    ['/decay/1', { ...consensus, decay: [1_048_576, Number.NaN] }],
  ])('is refused at %s', (pointer, policy) => {
    expect(pointerOf(policy)).toBe(pointer);
  });

  test('decays by whole numbers that fall by half in a half-life', () => {
    // 2^20 · 2^(−1/2) = 741455.2…, 2^20 · 2^(−3/2) = 370727.6…
    expect(decayTable(2).slice(0, 5)).toEqual([1_048_576, 741_455, 524_288, 370_728, 262_144]);
    // 2^20 · 2^−20 = 1; a day later 1/2, which rounds up to 1; then 1/4.
    expect(decayTable(1).slice(-2)).toEqual([1, 1]);
    expect(decayTable(1)).toHaveLength(22);
    expect(() => decayTable(0.5)).toThrow(expect.objectContaining({ pointer: '/halfLifeDays' }));
  });
});

test('a decay table is of whole numbers that never rise, exactly half after each half-life, and ends before 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3650 }), (halfLifeDays) => {
      const table = decayTable(halfLifeDays);
      expect(
        table.every((weight, day) => Number.isInteger(weight) && weight <= (table[day - 1] ?? 2 ** 20)),
      ).toBe(true);
      const halves = Array.from({ length: 21 }, (_, lives) => table[lives * halfLifeDays]);
      expect(halves).toEqual(Array.from({ length: 21 }, (_, lives) => 2 ** (20 - lives)));
      // The last is the last that is not below a half: d ≤ 21 half-lives.
      expect([table.at(-1), table.length]).toEqual([1, 21 * halfLifeDays + 1]);
    }),
    { numRuns: 40 },
  );
});

describe('evidence', () => {
  test('is by default observed for what is critical', () => {
    expect([defaultEvidence(true), defaultEvidence(false)]).toEqual(['observed', 'any']);
  });

  test('names sets of sources, training being no observation', () => {
    // Bits: self 1, manager 2, assessor 4, test 8, credential 16, training 32.
    expect(sourcesOfEvidence).toEqual({ any: 63, observed: 2 + 4 + 8 + 16, certified: 8 + 16 });
  });
});

describe('a rating', () => {
  const rating: Rating = {
    seq: 1,
    ksaNo: 3,
    source: 'self',
    level: 2,
    ratedAt: 10,
    recordedAt: 11,
    expiresAt: null,
  };
  test.each([
    ['scales.level-off-scale', { level: 5 }],
    ['scales.level-off-scale', { level: Number.NaN }],
    ['scales.level-off-scale', { level: 1.5 }],
    ['ratings.invalid-rating', { seq: -1 }],
    ['ratings.invalid-rating', { ksaNo: 40_000 }],
    ['ratings.unknown-source', { source: 'boss' as never }],
    ['ratings.invalid-instant', { ratedAt: Number.NaN }],
    ['ratings.invalid-instant', { recordedAt: 0.5 }],
    ['ratings.invalid-instant', { expiresAt: 1e12 }],
    ['ratings.invalid-rating', { expiresAt: 10 }],
  ])('is refused with %s when it is %p', (code, change) => {
    expect(() => assertRating(rating, 4)).not.toThrow();
    expect(() => assertRating({ ...rating, ...change }, 4)).toThrow(expect.objectContaining({ code }));
  });
});
