import { describe, expect, it } from '@jest/globals';
import { certificateWords, costWords, hoursWords, readinessAfter } from './trainingWords.ts';

const answer = { gained: 93, bound: 100, closesAtLeastPercent: 93, optimal: false, budgetHours: 40 };

describe('a recommendation in words', () => {
  it('says how much of what is possible it closes at least', () => {
    expect(certificateWords(answer)).toBe('Closes at least 93 % of what is possible in 40 hours.');
  });

  it('says so when nothing better is possible', () => {
    expect(certificateWords({ ...answer, optimal: true })).toBe('Nothing better is possible in 40 hours.');
    expect(certificateWords({ ...answer, gained: 0, bound: 0 })).toBe(
      'No programme on offer closes anything in 40 hours.',
    );
  });

  it('adds what a step gains to both ends: what is unknown stays unknown', () => {
    expect(readinessAfter({ low: 50, high: 70, denominator: 100 }, { readiness: 62 })).toEqual({
      low: 62,
      high: 82,
      denominator: 100,
    });
  });

  it('tells free from unknown prices, and one hour from several', () => {
    expect(costWords(null, null)).toBe('price not published');
    expect(costWords(0, 'USD')).toBe('free');
    expect(costWords(45_000, 'USD')).toBe('$450.00');
    expect(hoursWords(1)).toBe('1 hour');
    expect(hoursWords(7.5)).toBe('7.5 hours');
  });
});
