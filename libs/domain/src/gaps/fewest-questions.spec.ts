import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fewestQuestions } from './fewest-questions.ts';
import { gapView } from './gap-view.ts';
import { someProfile, type SomeProfile } from './gaps.arbitrary.ts';

const viewOf = ({ profile, attained, verified }: SomeProfile) =>
  gapView(profile, { attained, verified, used: attained.map(() => -1) });

describe('the fewest questions that settle a part of the range', () => {
  test('are worked out by hand', () => {
    // Weights 5, 3, 3, 1 and 8 on a scale of one level: L = 1, so the shares are the weights. The last is known:
    // range 5 + 3 + 3 + 1 = 12. Half of it is 6: 5 is not enough, 5 + 3 = 8 is; of the two 3s the critical one goes
    // first. Nine tenths are 10.8: 5 + 3 + 3 = 11. All of it takes all four.
    const unknown = (ksaNo: number, share: number, critical = false) => ({
      ksaNo,
      ksaCode: `4.2.06.0${ksaNo}`,
      critical,
      share,
      status: 'unknown' as const,
    });
    const known = { ...unknown(5, 8), status: 'met' as const };
    const asked = [unknown(1, 1), unknown(2, 3), unknown(3, 3, true), known, unknown(4, 5)];
    const numbers = (percent: number) => fewestQuestions(asked, percent).questions.map(({ ksaNo }) => ksaNo);
    expect(numbers(1)).toEqual([4]);
    expect(numbers(50)).toEqual([4, 3]);
    expect(numbers(90)).toEqual([4, 3, 2]);
    expect(numbers(100)).toEqual([4, 3, 2, 1]);
    expect(fewestQuestions(asked, 50)).toMatchObject({
      range: 12,
      questions: [{ settles: 5 }, { settles: 8 }],
    });
    expect(fewestQuestions([known], 100)).toEqual({ questions: [], range: 0 });
  });

  test('narrow the range by what they say, whatever is answered, and no smaller set does', () => {
    fc.assert(
      fc.property(someProfile, fc.integer({ min: 1, max: 100 }), fc.nat(), (some, percent, seed) => {
        const view = viewOf(some);
        const { questions, range } = fewestQuestions(view.requirements, percent);
        expect(range).toBe(view.high - view.low);
        const asked = new Set(questions.map(({ ksaNo }) => ksaNo));
        const answered = some.attained.map((level, slot) =>
          asked.has(some.requirements[slot]?.ksaNo ?? 0) ? (seed + slot) % (some.maxLevel + 1) : level,
        );
        const after = viewOf({ ...some, attained: answered });
        const settled = range - (after.high - after.low);
        expect(settled).toBe(questions.at(-1)?.settles ?? 0);
        expect(settled * 100).toBeGreaterThanOrEqual(range * percent);

        const shares = view.requirements
          .filter(({ status }) => status === 'unknown')
          .map(({ share }) => share);
        for (let mask = 0; mask < 1 << shares.length; mask += 1) {
          const chosen = shares.filter((_, index) => (mask >> index) % 2 === 1);
          if (chosen.length >= questions.length) continue;
          expect(chosen.reduce((sum, share) => sum + share, 0) * 100).toBeLessThan(range * percent);
        }
      }),
    );
  });

  test.each([0, 101, 33.3, Number.NaN, Number.POSITIVE_INFINITY, '50' as never])(
    'are not asked for by %p per cent',
    (percent) => {
      expect(() => fewestQuestions([], percent)).toThrow(
        expect.objectContaining({ code: 'gaps.invalid-percentage', pointer: '/percent' }),
      );
    },
  );
});
