import { describe, expect, it } from '@jest/globals';
import { assertRequiredLevel, changed, defaultRequiredLevel, newRequirement } from './requirement-rules.ts';

const requirement = newRequirement({ ksaNo: 7, position: 12 }, 3);

describe('a requirement', () => {
  it('begins at three quarters of the scale, at least at 1', () => {
    expect([1, 2, 3, 4, 5, 10].map(defaultRequiredLevel)).toEqual([1, 2, 2, 3, 4, 8]);
  });

  it('begins with weight 1, not critical, any evidence', () => {
    expect(requirement).toMatchObject({ weight: 1, critical: false, evidence: 'any' });
  });

  it('asks to be observed once it is critical, unless an evidence was chosen', () => {
    expect(changed(requirement, { critical: true }).evidence).toBe('observed');
    expect(changed(changed(requirement, { critical: true }), { critical: false }).evidence).toBe('any');
    expect(changed(requirement, { critical: true, evidence: 'any' }).evidence).toBe('any');
    expect(changed(changed(requirement, { evidence: 'certified' }), { critical: true }).evidence).toBe(
      'certified',
    );
  });

  it('keeps what a change does not name', () => {
    expect(changed(changed(requirement, { weight: 5 }), { requiredLevel: 2 })).toMatchObject({
      weight: 5,
      requiredLevel: 2,
    });
  });

  it('takes levels 1 to the highest of the scale', () => {
    expect(() => assertRequiredLevel(4, 4, '/requiredLevel')).not.toThrow();
    for (const level of [0, 5, -1])
      expect(() => assertRequiredLevel(level, 4, '/requiredLevel')).toThrow('1 to 4');
  });
});
