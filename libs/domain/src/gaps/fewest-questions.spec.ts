import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCodes } from '../frameworks/ksa-code.ts';
import { fewestQuestions } from './fewest-questions.ts';
import { gapView } from './gap-view.ts';
import { someProfile, type SomeProfile } from './gaps.arbitrary.ts';
import type { ExplainedRequirement } from './requirement-view.ts';

const viewOf = ({ profile, attained, verified }: SomeProfile) =>
  gapView(profile, { attained, verified, used: attained.map(() => -1) });

const unknown = (ksaNo: number, share: number, critical = false): ExplainedRequirement => ({
  ksaNo,
  ksaCode: `4.2.06.0${ksaNo}`,
  critical,
  share,
  status: 'unknown',
});
const numbers = (asked: ExplainedRequirement[], percent: number) =>
  fewestQuestions(asked, percent).questions.map(({ ksaNo }) => ksaNo);

/** Every set of the unknowns, the one to ask first: the smallest that settles enough, and so on down the rules. */
function bruteForce(asked: readonly ExplainedRequirement[], percent: number): Set<number> {
  const total = asked.reduce((sum, { share }) => sum + share, 0);
  const sets = Array.from({ length: 1 << asked.length }, (_, mask) => {
    const members = asked.filter((_, index) => (mask >> index) % 2 === 1);
    return {
      members,
      settled: members.reduce((sum, { share }) => sum + share, 0),
      critical: members.filter(({ critical }) => critical).length,
      codes: members.map(({ ksaCode }) => ksaCode).sort(compareCodes),
    };
  }).filter(({ settled }) => settled * 100 >= total * percent);
  sets.sort(
    (a, b) =>
      a.members.length - b.members.length ||
      b.critical - a.critical ||
      b.settled - a.settled ||
      (a.codes.map((code, index) => compareCodes(code, b.codes[index]!)).find((order) => order !== 0) ?? 0),
  );
  return new Set(sets[0]!.members.map(({ ksaNo }) => ksaNo));
}

describe('the fewest questions that settle a part of the range', () => {
  test('are worked out by hand', () => {
    // Weights 5, 3, 3, 1 and 8 on a scale of one level: L = 1, so the shares are the weights. The last is known:
    // range 5 + 3 + 3 + 1 = 12. A hundredth of it takes one question, and the critical 3 is enough. Half of it is 6: no
    // one of them is enough, the critical 3 with the 5 is. Nine tenths are 10.8: 3 + 5 + 3 = 11. All takes all four.
    const known: ExplainedRequirement = { ...unknown(5, 8), status: 'met' };
    const asked = [unknown(1, 1), unknown(2, 3), unknown(3, 3, true), known, unknown(4, 5)];
    expect(numbers(asked, 1)).toEqual([3]);
    expect(numbers(asked, 50)).toEqual([3, 4]);
    expect(numbers(asked, 90)).toEqual([3, 4, 2]);
    expect(numbers(asked, 100)).toEqual([3, 4, 2, 1]);
    expect(fewestQuestions(asked, 50)).toMatchObject({
      range: 12,
      questions: [{ settles: 3 }, { settles: 8 }],
    });
    expect(fewestQuestions([known], 100)).toEqual({ questions: [], range: 0 });
  });

  test('are critical where that takes no more of them', () => {
    // Range 16. Half of it, 8: the 6 with the 4 is enough, and so are the two critical 4s, which are asked. Of 9, the
    // two critical ones settle too little: the 6 goes with the critical 4 of the lower code.
    const asked = [unknown(1, 6), unknown(2, 4, true), unknown(3, 4, true), unknown(4, 2)];
    expect(numbers(asked, 50)).toEqual([2, 3]);
    expect(numbers(asked, 56)).toEqual([2, 1]);
  });

  test('narrow the range by what they say, whatever is answered, and no set comes before them by the rules', () => {
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
        expect(asked).toEqual(
          bruteForce(
            view.requirements.filter(({ status }) => status === 'unknown'),
            percent,
          ),
        );
      }),
      { numRuns: 300 },
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
