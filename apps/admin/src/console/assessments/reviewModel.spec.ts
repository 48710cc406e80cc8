import { describe, expect, it } from '@jest/globals';
import type { ReviewItem } from '../providers/records.ts';
import { confirmationsOf, differenceOf, progressOf } from './reviewModel.ts';

const item = (ksaCode: string, critical: boolean, self: number | null): ReviewItem => ({
  ksaCode,
  title: ksaCode,
  definition: null,
  requiredLevel: 3,
  critical,
  evidence: critical ? 'observed' : 'any',
  self: { level: self },
  assessor: null,
  difference: null,
});

const items = [item('4.2.06.09', true, 3), item('4.4.02.03', true, null), item('4.1.05.04', false, 2)];

describe('a review', () => {
  it('is complete once every critical KSA is decided', () => {
    expect(progressOf(items, { '4.2.06.09': 3 }).complete).toBe(false);
    expect(progressOf(items, { '4.2.06.09': 3, '4.4.02.03': 0 })).toEqual({
      decided: 2,
      total: 3,
      criticalDecided: 2,
      criticalTotal: 2,
      complete: true,
    });
  });

  it('is not complete while nothing is decided, even when nothing is critical', () => {
    const uncritical = [item('4.1.05.04', false, 2)];
    expect(progressOf(uncritical, {}).complete).toBe(false);
    expect(progressOf(uncritical, { '4.1.05.04': 2 }).complete).toBe(true);
  });

  it('sends what was decided of what was asked, a level of 0 included', () => {
    expect(confirmationsOf(items, { '4.4.02.03': 0, '9.9.99.99': 4 })).toEqual([
      { ksaCode: '4.4.02.03', level: 0 },
    ]);
  });

  it('says how far the self-rating is above the assessor', () => {
    expect(differenceOf(items[0]!, 2)).toBe(1);
    expect(differenceOf(items[0]!, undefined)).toBeNull();
    expect(differenceOf(items[1]!, 2)).toBeNull();
  });
});
