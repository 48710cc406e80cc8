import { describe, expect, test } from '@jest/globals';
import { commonMultipleOfLevels } from './common-multiple.ts';
import {
  assertLevel,
  assertMaxLevel,
  assertProficiencyScale,
  defaultProficiencyScale,
} from './proficiency-scale.ts';

describe('a proficiency scale', () => {
  test('begins as five levels, each with a label and a described anchor', () => {
    expect(() => assertProficiencyScale(defaultProficiencyScale)).not.toThrow();
    expect(defaultProficiencyScale.levels.map(({ label }) => label)).toEqual([
      'none',
      'aware',
      'with guidance',
      'independently',
      'can teach',
    ]);
    expect(defaultProficiencyScale.levels.every(({ anchor }) => /^[A-Z].{20,}\.$/.test(anchor))).toBe(true);
  });

  test.each([0, 11, 2.5, Number.NaN, Number.POSITIVE_INFINITY, -1])('cannot reach up to %p', (maxLevel) => {
    expect(() => assertMaxLevel(maxLevel)).toThrow(
      expect.objectContaining({ code: 'scales.max-level-out-of-range', pointer: '/maxLevel' }),
    );
  });

  test.each([-1, 5, 1.5, Number.NaN])(
    'does not hold level %p of 4, and the error names the place',
    (level) => {
      expect(() => assertLevel(level, 4, 'KSA 4.2.06.09', '/level')).toThrow(
        expect.objectContaining({
          code: 'scales.level-off-scale',
          message: expect.stringContaining('4.2.06.09'),
        }),
      );
    },
  );

  test('needs every level once, in order, with a label', () => {
    const { levels } = defaultProficiencyScale;
    const scale = (changed: typeof levels) => ({ maxLevel: 4, levels: changed });
    expect(() => assertProficiencyScale(scale(levels.slice(1)))).toThrow(
      expect.objectContaining({ code: 'scales.levels-do-not-match-max-level' }),
    );
    expect(() => assertProficiencyScale(scale([...levels].reverse()))).toThrow(
      expect.objectContaining({ code: 'scales.levels-do-not-match-max-level', pointer: '/levels/0/level' }),
    );
    const unlabelled = levels.map((level) => (level.level === 2 ? { ...level, label: ' ' } : level));
    expect(() => assertProficiencyScale(scale(unlabelled))).toThrow(
      expect.objectContaining({ code: 'scales.level-without-label', pointer: '/levels/2/label' }),
    );
  });

  test('has a least common multiple of its levels', () => {
    // By hand: 2·3 = 6; ·2 = 12 for 4; ·5 = 60; 6 adds nothing; ·7 = 420; ·2 = 840 for 8; ·3 = 2520 for 9.
    const multiples = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(commonMultipleOfLevels);
    expect(multiples).toEqual([1, 2, 6, 12, 60, 60, 420, 840, 2520, 2520]);
  });
});
