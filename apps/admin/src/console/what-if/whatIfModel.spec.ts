import { describe, expect, it } from '@jest/globals';
import type { ChangeableRequirement } from '../providers/records.ts';
import { bodyOf, isAnythingTried, isTriedHere, nothingTried, withChange } from './whatIfModel.ts';

const ROBOTS: ChangeableRequirement = {
  ...{ ksaCode: '4.2.06.09', title: 'Robots', requiredLevel: 3, weight: 2, critical: true },
  ...{ evidence: 'observed', evidenceChosen: false },
};

describe('what is tried', () => {
  it('is what differs from what holds, value by value', () => {
    const once = withChange(nothingTried, ROBOTS, { requiredLevel: 4 });
    const twice = withChange(once, ROBOTS, { weight: 5, removed: true });
    expect(twice.requirements).toEqual({ '4.2.06.09': { requiredLevel: 4, weight: 5, removed: true } });
    const back = withChange(withChange(twice, ROBOTS, { requiredLevel: 3, removed: false }), ROBOTS, {
      weight: 2,
    });
    expect(back.requirements).toEqual({});
    expect([nothingTried, once, back].map(isAnythingTried)).toEqual([false, true, false]);
  });

  it('takes the evidence that follows from being critical, until another is chosen', () => {
    const eased = withChange(nothingTried, ROBOTS, { critical: false });
    expect(eased.requirements).toEqual({ '4.2.06.09': { critical: false } });
    const asked = withChange(eased, ROBOTS, { evidence: 'observed' });
    expect(asked.requirements).toEqual({ '4.2.06.09': { critical: false, evidence: 'observed' } });
    expect(withChange(asked, ROBOTS, { critical: true }).requirements).toEqual({});
  });

  it('is tried in the page as long as the page has what it takes', () => {
    const once = withChange(nothingTried, ROBOTS, { requiredLevel: 4 });
    expect(isTriedHere(once)).toBe(true);
    expect(isTriedHere({ ...once, kind: 'team' })).toBe(false);
    expect(isTriedHere({ ...once, programmes: { p: 'A course' } })).toBe(false);
  });

  it('names the role of each change, and whom it is tried with', () => {
    const trial = withChange({ ...nothingTried, roleProfileId: 'r', leavers: { w: 'Ana' } }, ROBOTS, {
      weight: 9,
    });
    expect(bodyOf(trial)).toEqual({
      scope: { roleProfileId: 'r' },
      changes: {
        requirements: [{ ksaCode: '4.2.06.09', weight: 9, roleProfileId: 'r' }],
        leavers: ['w'],
        programmes: [],
      },
    });
    expect(bodyOf({ ...trial, kind: 'team', teamId: 't' }).scope).toEqual({ teamId: 't' });
    expect(bodyOf({ ...trial, kind: 'organisation' }).scope).toEqual({ organisation: true });
  });
});
