import { describe, expect, test } from '@jest/globals';
import { slotOf } from '../ratings/ksa-slots.ts';
import { gapView } from './gap-view.ts';
import { compileRoleProfile, type Requirement } from './role-profile.ts';

const programming: Requirement = {
  ksaNo: 9,
  ksaCode: '4.2.06.09',
  requiredLevel: 3,
  weight: 5,
  critical: true,
  evidence: 'observed',
};
const own: Requirement = { ...programming, ksaNo: -4, ksaCode: 'own.4', requiredLevel: 2, critical: false };

describe('a role profile made ready to score', () => {
  test('has every number over L · Σw', () => {
    // L = lcm(1 … 4) = 12, Σw = 10. Programming: 5 · 12 / 3 = 20 a level, own: 5 · 12 / 2 = 30; each shares 60 of 120.
    const profile = compileRoleProfile([programming, own], 4);
    expect(profile.denominator).toBe(120);
    expect([...profile.worthOfLevel]).toEqual([20, 30]);
    expect([...profile.share]).toEqual([60, 60]);
    expect([9, -4, 0, 10, 32_767, -32_768].map((ksaNo) => slotOf(profile, ksaNo))).toEqual([
      0, 1, -1, -1, -1, -1,
    ]);
  });

  test('needs at least one requirement', () => {
    expect(() => compileRoleProfile([], 4)).toThrow(
      expect.objectContaining({ code: 'gaps.empty-role-profile', pointer: '/requirements' }),
    );
  });

  test.each<[string, string, Partial<Requirement>]>([
    ['gaps.required-level-off-scale', 'requiredLevel', { requiredLevel: 0 }],
    ['gaps.required-level-off-scale', 'requiredLevel', { requiredLevel: 5 }],
    ['gaps.required-level-off-scale', 'requiredLevel', { requiredLevel: 1.5 }],
    ['gaps.required-level-off-scale', 'requiredLevel', { requiredLevel: Number.NaN }],
    ['gaps.invalid-weight', 'weight', { weight: 0 }],
    ['gaps.invalid-weight', 'weight', { weight: 101 }],
    ['gaps.invalid-weight', 'weight', { weight: 0.5 }],
    ['gaps.invalid-weight', 'weight', { weight: Number.NaN }],
    ['gaps.invalid-evidence', 'evidence', { evidence: 'hearsay' as never }],
    ['gaps.invalid-ksa', 'ksaNo', { ksaNo: 40_000 }],
    ['gaps.invalid-ksa', 'ksaNo', { ksaNo: Number.NaN }],
  ])('refuses with %s at %s: %p, naming the KSA', (code, field, change) => {
    expect(() => compileRoleProfile([programming, { ...own, ...change }], 4)).toThrow(
      expect.objectContaining({
        code,
        pointer: `/requirements/1/${field}`,
        message: expect.stringContaining('own.4'),
      }),
    );
  });

  test.each([{ ksaNo: 9 }, { ksaCode: '4.2.06.09' }])('refuses a KSA twice: %p', (same) => {
    expect(() => compileRoleProfile([programming, { ...own, ...same }], 4)).toThrow(
      expect.objectContaining({ code: 'gaps.duplicate-ksa', pointer: '/requirements/1' }),
    );
  });

  test('refuses a scale that is none', () => {
    expect(() => compileRoleProfile([programming], 11)).toThrow(
      expect.objectContaining({ code: 'scales.max-level-out-of-range' }),
    );
  });

  test('does not explain another version’s score', () => {
    const profile = compileRoleProfile([programming, own], 4);
    expect(() => gapView(profile, { attained: [1], used: [1], verified: [true] })).toThrow(
      expect.objectContaining({ code: 'gaps.results-do-not-match-profile' }),
    );
  });
});
