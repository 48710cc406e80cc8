import { describe, expect, it } from '@jest/globals';
import { newPlan, pointsEach, tenthOf, toSend } from './planModel.ts';

describe('a training plan’s form', () => {
  it('begins with the half year from today', () => {
    expect(newPlan(new Date('2026-11-24T10:00:00Z'))).toMatchObject({
      from: '2026-11-24',
      until: '2027-05-23',
    });
  });

  it('sends no currency without a budget, and no list of roles for every role', () => {
    const form = { ...newPlan(new Date(0)), name: 'Spring', currency: 'usd', roleProfileIds: [] };
    expect(toSend(form)).toMatchObject({ budgetCents: null, currency: null, roleProfileIds: null });
    expect(toSend({ ...form, budget: 1 })).toMatchObject({ budgetCents: 100, currency: 'USD' });
  });

  it('sends whole cents', () => {
    // In floating point 1.15 times 100 is 114.99999999999999.
    expect(toSend({ budget: 1.15 }).budgetCents).toBe(115);
    expect(toSend({ budget: 0 }).budgetCents).toBe(0);
  });
});

describe('what a plan closes', () => {
  it('is shown with one decimal, rounded down, however large its numbers are', () => {
    expect(tenthOf('199', '100')).toBe('1.9');
    expect(tenthOf('123456', '1', 1n)).toBe('123,456.0');
    // 10^30 − 1 of 10^30: not 1.0 before it is all.
    expect(tenthOf('9'.repeat(30), `1${'0'.repeat(30)}`)).toBe('0.9');
  });

  it('is a mean over everybody who was planned for', () => {
    const result = { gained: '16', denominator: '24', workerCount: 2 } as Parameters<typeof pointsEach>[0];
    // 16 / 24 over two workers is a third.
    expect(pointsEach(result)).toBe('33.3');
    expect(pointsEach({ ...result, workerCount: 0 })).toBe('0.0');
  });
});
