import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupReadiness } from './group-readiness.ts';
import { meanOfFractions, numberOfFraction } from './fraction.ts';
import { ksaCover, profileCover } from './cover.ts';
import { someGroup, tally } from './groups.arbitrary.ts';
import { sharedGaps } from './shared-gaps.ts';

const nothing = { verified: 0, atLevel: [], expiring: 0, metNumbers: 0 };
const ksa = (ksaNo: number, met: number, short: number, unknown: number) => ({
  ...nothing,
  ksaNo,
  required: met + short + unknown,
  met,
  short,
  unknown,
});

describe('cover', () => {
  test('of each KSA is zero, one or more, and below the minimum exactly when fewer meet it', () => {
    const someMinimums = fc.uniqueArray(
      fc.record({ ksaNo: fc.integer({ min: 1, max: 7 }), headcount: fc.integer({ min: 1, max: 4 }) }),
      { selector: ({ ksaNo }) => ksaNo },
    );
    fc.assert(
      fc.property(someGroup, someMinimums, ({ maxLevel, members }, minimums) => {
        const { ksas, profiles } = tally(maxLevel, members);
        const cover = ksaCover(ksas, minimums);
        for (const { met, minimum, zeroCover, singlePointOfFailure, belowMinimum, onlyMetBy } of cover) {
          expect([zeroCover, singlePointOfFailure, met > 1].filter(Boolean)).toHaveLength(1);
          expect(singlePointOfFailure).toBe(onlyMetBy !== null);
          if (onlyMetBy !== null) expect(members.map(({ workerNo }) => workerNo)).toContain(onlyMetBy);
          expect(belowMinimum).toBe(minimum !== null && met < minimum);
        }
        const asked = new Set([...ksas, ...minimums].map(({ ksaNo }) => ksaNo));
        expect(cover.map(({ ksaNo }) => ksaNo)).toEqual([...asked].sort((a, b) => a - b));
        for (const { qualified, zeroCover, singlePointOfFailure, onlyQualified } of profileCover(profiles)) {
          expect([zeroCover, singlePointOfFailure]).toEqual([qualified === 0, qualified === 1]);
          expect(onlyQualified !== null).toBe(singlePointOfFailure);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('by hand: two of three asked for, one alone, nobody, and a minimum that no role asks for', () => {
    const cover = ksaCover(
      [ksa(1, 2, 1, 0), ksa(2, 1, 0, 0), ksa(4, 0, 2, 1)],
      [
        { ksaNo: 1, headcount: 3 },
        { ksaNo: 2, headcount: 1 },
        { ksaNo: 3, headcount: 1 },
      ],
    );
    const flags = cover.map(({ ksaNo, minimum, zeroCover, singlePointOfFailure, belowMinimum }) => [
      ksaNo,
      minimum,
      zeroCover,
      singlePointOfFailure,
      belowMinimum,
    ]);
    expect(flags).toEqual([
      [1, 3, false, false, true],
      [2, 1, false, true, false],
      [3, 1, true, false, true],
      [4, null, true, false, false],
    ]);
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses a minimum of %p by name', (headcount) => {
    expect(() => ksaCover([], [{ ksaNo: 1, headcount }])).toThrow(
      expect.objectContaining({ code: 'groups.invalid-minimum', pointer: '/minimums/0/headcount' }),
    );
  });

  test('refuses two minimums of one KSA', () => {
    const twice = [
      { ksaNo: 1, headcount: 1 },
      { ksaNo: 1, headcount: 2 },
    ];
    expect(() => ksaCover([], twice)).toThrow(expect.objectContaining({ code: 'groups.duplicate-minimum' }));
  });
});

describe('the gaps that most workers share', () => {
  test('are ranked by how many are short, then by how many may be, then by code', () => {
    const gaps = sharedGaps([
      { ...ksa(1, 5, 1, 0), ksaCode: '4.2.06.10' },
      { ...ksa(2, 5, 3, 0), ksaCode: '4.2.06.09' },
      { ...ksa(3, 5, 1, 2), ksaCode: '4.2.06.11' },
      { ...ksa(4, 5, 1, 0), ksaCode: '4.2.06.2' },
      { ...ksa(5, 5, 0, 9), ksaCode: '4.2.06.1' },
    ]);
    expect(gaps.map(({ ksaNo }) => ksaNo)).toEqual([2, 3, 4, 1]);
  });
});

describe('the readiness of a group', () => {
  test('lies between 0 and 1, low no higher than high, and is 1 exactly when everybody meets all', () => {
    fc.assert(
      fc.property(someGroup, ({ maxLevel, members }) => {
        const { profiles } = tally(maxLevel, members);
        const { mean, scores, lowTenths, highTenths, qualified, notQualified, notYetKnown } =
          groupReadiness(profiles);
        const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
        expect([sum(lowTenths), sum(highTenths), qualified + notQualified + notYetKnown]).toEqual([
          scores,
          scores,
          scores,
        ]);
        expect(mean === null).toBe(scores === 0);
        if (mean === null) return;
        const [low, high] = [numberOfFraction(mean.low), numberOfFraction(mean.high)];
        expect(0 <= low && low <= high && high <= 1).toBe(true);
        expect(mean.low.numerator === mean.low.denominator).toBe(lowTenths[10] === scores);
        expect(low === 1).toBe(lowTenths[10] === scores);
      }),
      { numRuns: 200 },
    );
  });

  test('by hand: 93 of 3 · 48 and 60 of 1 · 60 is (93/48 + 1) / 4 = 141/192 = 47/64', () => {
    const terms = [
      { numerator: 93, denominator: 48 },
      { numerator: 60, denominator: 60 },
    ];
    const mean = meanOfFractions(terms, 4);
    expect(mean).toEqual({ numerator: 47n, denominator: 64n });
    expect(numberOfFraction(mean)).toBe(0.734375);
    expect(meanOfFractions(terms.toReversed(), 4)).toEqual(mean);
  });

  test('is exact beyond 2^53, and says 1 of 1 alone', () => {
    const terms = Array.from({ length: 40 }, (_, index) => ({
      numerator: 2_520 * 100 * 200 * (index + 1) - (index === 0 ? 1 : 0),
      denominator: 2_520 * 100 * 200 * (index + 1),
    }));
    const mean = meanOfFractions(terms, 40);
    expect(mean.denominator - mean.numerator).toBe(1n);
    expect(numberOfFraction(mean)).toBeLessThan(1);
  });

  test.each([
    [[{ numerator: 1, denominator: 2 }], 0],
    [[{ numerator: 1, denominator: 2 }], 1.5],
    [[{ numerator: Number.NaN, denominator: 2 }], 1],
    [[{ numerator: -1, denominator: 2 }], 1],
    [[{ numerator: 1, denominator: 0 }], 1],
  ])('has no mean of %j over %p', (terms, count) => {
    expect(() => meanOfFractions(terms, count)).toThrow(
      expect.objectContaining({ code: 'groups.invalid-fraction' }),
    );
  });
});
