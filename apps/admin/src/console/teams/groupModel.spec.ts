import { describe, expect, it } from '@jest/globals';
import { byUrgency, dayAway, meanFigure, meansOf, needsAttention, percentOfShare } from './groupModel.ts';

const share = (numerator: string, denominator: string) => ({ numerator, denominator, value: 0 });

const ksa = (ksaCode: string, flags: object) => ({
  ksaCode,
  title: ksaCode,
  required: 4,
  met: 2,
  short: 1,
  unknown: 1,
  verified: 2,
  expiring: 0,
  minimum: null,
  zeroCover: false,
  singlePointOfFailure: false,
  belowMinimum: false,
  onlyMetBy: null,
  ...flags,
});

describe('a mean', () => {
  it('is rounded down, whatever its size, and 100 of the whole alone', () => {
    expect(percentOfShare(share('2', '3'))).toBe('66');
    expect(percentOfShare(share('2', '3'), 1)).toBe('66.6');
    expect(percentOfShare(share('1', '1000'), 1)).toBe('0.1');
    expect(percentOfShare(share('99999999999999999999', '100000000000000000000'))).toBe('99');
    expect(percentOfShare(share('1', '1'))).toBe('100');
  });

  it('is a range while something is open, within one per cent too', () => {
    expect(meanFigure({ low: share('13', '18'), high: share('8', '9') })).toBe('72–88');
    expect(meanFigure({ low: share('1', '2'), high: share('1', '2') })).toBe('50');
    expect(meanFigure({ low: share('501', '1000'), high: share('509', '1000') })).toBe('50.1–50.9');
  });
});

describe('cover', () => {
  it('is shown with the worst first: nobody, below the minimum, one alone, ratings that end', () => {
    const ksas = [
      ksa('4.1', {}),
      ksa('4.2', { expiring: 2 }),
      ksa('4.3', { singlePointOfFailure: true, met: 1 }),
      ksa('4.4', { belowMinimum: true, minimum: 3 }),
      ksa('4.5', { zeroCover: true, met: 0 }),
      ksa('4.6', { singlePointOfFailure: true, met: 1 }),
    ];
    expect(byUrgency(ksas).map(({ ksaCode }) => ksaCode)).toEqual(['4.5', '4.4', '4.3', '4.6', '4.2', '4.1']);
    expect(ksas.filter(needsAttention)).toHaveLength(5);
  });
});

describe('readiness by day', () => {
  it('is drawn from the first day on which there was a mean', () => {
    const mean = { low: { ...share('1', '2'), value: 0.5 }, high: { ...share('3', '4'), value: 0.75 } };
    const qualified = { yes: 0, no: 0, notYetKnown: 0 };
    const rest = { computedAt: '2026-11-01T00:00:00Z', qualified };
    expect(
      meansOf([
        { day: '2026-11-01', ...rest, scores: 0, mean: null },
        { day: '2026-11-02', ...rest, scores: 2, mean },
      ]),
    ).toEqual([{ day: '2026-11-02', low: 0.5, high: 0.75 }]);
  });

  it('counts days over the ends of months', () => {
    expect(dayAway('2026-11-24', 90)).toBe('2027-02-22');
    expect(dayAway('2027-03-01', -1)).toBe('2027-02-28');
  });
});
