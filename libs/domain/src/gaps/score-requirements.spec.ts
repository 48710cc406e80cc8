import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gapView } from './gap-view.ts';
import { someProfile, someProfileAndSlot, type SomeProfile } from './gaps.arbitrary.ts';
import { compileRoleProfile, type Requirement } from './role-profile.ts';
import { scoreRequirements, unknownLevel } from './score-requirements.ts';

/** Numerators over different denominators, compared exactly. */
interface Range {
  low: number;
  high: number;
  denominator: number;
}
const product = (a: number, b: number): bigint => BigInt(a) * BigInt(b);
const isAtMost = (a: number, of: Range, b: number, other: Range): boolean =>
  product(a, other.denominator) <= product(b, of.denominator);
const isSame = (a: Range, b: Range): boolean =>
  product(a.low, b.denominator) === product(b.low, a.denominator) &&
  product(a.high, b.denominator) === product(b.high, a.denominator);

const score = (some: SomeProfile, attained: readonly number[] = some.attained) =>
  scoreRequirements(some.profile, attained, some.verified);
const rescored = (
  some: SomeProfile,
  requirements: Requirement[],
  attained: readonly number[] = some.attained,
) =>
  scoreRequirements(
    compileRoleProfile(requirements, some.maxLevel),
    attained,
    new Uint8Array(attained.length),
  );
const view = (some: SomeProfile, attained: readonly number[] = some.attained) =>
  gapView(some.profile, { attained, used: attained.map(() => -1), verified: some.verified });
const replaced = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, place) => (place === index ? item : old));

const runs = { numRuns: 400 };

/*
 * The laws of the design, all of them: those of the formula here; those of resolving in
 * `ratings/resolve-ratings.spec.ts` and `ratings/assert-rating-policy.spec.ts` (decay); evidence, late and unordered
 * ratings and the agreement of every way to a score in `score-in-bulk.spec.ts`; calibration and the fewest questions in
 * their own specs; a set-based SQL statement as the second opinion on all in `test/e2e/scoring-oracle-statement.spec.ts`.
 */
describe('laws of the gap score', () => {
  test('0 ≤ low ≤ high ≤ 1, in whole numbers far under 2^53', () => {
    fc.assert(
      fc.property(someProfile, (some) => {
        const { low, high, denominator, met, short, unknown } = score(some);
        expect([low, high, denominator].every(Number.isSafeInteger)).toBe(true);
        expect(0 <= low && low <= high && high <= denominator).toBe(true);
        expect(met + short + unknown).toBe(some.attained.length);
      }),
      runs,
    );
  });

  test('raising an attained level never lowers low or high', () => {
    fc.assert(
      fc.property(someProfileAndSlot, ({ some, slot }) => {
        const level = some.attained[slot]!;
        fc.pre(level !== unknownLevel && level < some.maxLevel);
        const before = score(some);
        const after = score(some, replaced(some.attained, slot, level + 1));
        expect(after.low >= before.low && after.high >= before.high).toBe(true);
      }),
      runs,
    );
  });

  test('raising a required level never raises low or high', () => {
    fc.assert(
      fc.property(someProfileAndSlot, ({ some, slot }) => {
        const requirement = some.requirements[slot]!;
        fc.pre(requirement.requiredLevel < some.maxLevel);
        const raised = { ...requirement, requiredLevel: requirement.requiredLevel + 1 };
        const before = score(some);
        const after = rescored(some, replaced(some.requirements, slot, raised));
        expect(isAtMost(after.low, after, before.low, before)).toBe(true);
        expect(isAtMost(after.high, after, before.high, before)).toBe(true);
      }),
      runs,
    );
  });

  test('learning an unknown never widens the range, whatever the answer', () => {
    fc.assert(
      fc.property(someProfileAndSlot, fc.nat(10), ({ some, slot }, answer) => {
        fc.pre(answer <= some.maxLevel);
        const before = score(some, replaced(some.attained, slot, unknownLevel));
        const after = score(some, replaced(some.attained, slot, answer));
        expect(after.low >= before.low && after.high <= before.high).toBe(true);
      }),
      runs,
    );
  });

  test('scaling all weights changes nothing', () => {
    fc.assert(
      fc.property(someProfile, fc.integer({ min: 2, max: 10 }), (some, factor) => {
        const weighted = (by: number): Requirement[] =>
          some.requirements.map((requirement) => ({
            ...requirement,
            weight: Math.ceil(requirement.weight / 10) * by,
          }));
        expect(isSame(rescored(some, weighted(factor)), rescored(some, weighted(1)))).toBe(true);
      }),
      runs,
    );
  });

  test('the order of requirements changes neither the sums nor the explanation', () => {
    const shuffled = someProfile.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray([...some.attained.keys()], { minLength: some.attained.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, order]) => {
        const profile = compileRoleProfile(
          order.map((slot) => some.requirements[slot]!),
          some.maxLevel,
        );
        const attained = order.map((slot) => some.attained[slot]!);
        const verified = order.map((slot) => some.verified[slot]!);
        expect(scoreRequirements(profile, attained, verified)).toEqual(score(some));
        expect(gapView(profile, { attained, used: attained.map(() => -1), verified })).toEqual(view(some));
      }),
      runs,
    );
  });

  test('splitting a requirement in two of half the weight changes no readiness', () => {
    fc.assert(
      fc.property(someProfileAndSlot, ({ some, slot }) => {
        const requirement = some.requirements[slot]!;
        fc.pre(requirement.weight % 2 === 0);
        const half = { ...requirement, weight: requirement.weight / 2 };
        const twin = { ...half, ksaNo: 1000, ksaCode: '5.1.01.01' };
        const split = rescored(
          some,
          [...replaced(some.requirements, slot, half), twin],
          [...some.attained, some.attained[slot]!],
        );
        expect(isSame(split, score(some))).toBe(true);
      }),
      runs,
    );
  });

  test('low is 1 exactly when all is met', () => {
    const often = fc.tuple(someProfile, fc.boolean()).map(([some, allMet]) => ({
      ...some,
      attained: allMet ? some.requirements.map(({ requiredLevel }) => requiredLevel) : some.attained,
    }));
    fc.assert(
      fc.property(often, (some) => {
        const { low, denominator, met } = score(some);
        expect(low === denominator).toBe(met === some.attained.length);
      }),
      runs,
    );
  });

  test('closing a gap raises readiness by its shortfall, no more and no less', () => {
    fc.assert(
      fc.property(someProfileAndSlot, ({ some, slot }) => {
        const { ksaNo, requiredLevel } = some.requirements[slot]!;
        const { shortfall, status } = view(some).requirements.find((each) => each.ksaNo === ksaNo)!;
        fc.pre(status === 'short');
        const before = score(some);
        const after = score(some, replaced(some.attained, slot, requiredLevel));
        expect([after.low - before.low, after.high - before.high]).toEqual([shortfall, shortfall]);
      }),
      runs,
    );
  });

  test('parts add up to low, shares to 1, what unknowns hide to the range, and shortfalls to the rest', () => {
    fc.assert(
      fc.property(someProfile, (some) => {
        const { requirements, low, high, denominator } = view(some);
        const sum = (of: (each: (typeof requirements)[number]) => number): number =>
          requirements.reduce((total, each) => total + of(each), 0);
        expect(sum(({ part }) => part)).toBe(low);
        expect(sum(({ share }) => share)).toBe(denominator);
        expect(sum(({ status, share }) => (status === 'unknown' ? share : 0))).toBe(high - low);
        expect(sum(({ shortfall }) => shortfall)).toBe(denominator - high);
      }),
      runs,
    );
  });

  test('gap, surplus and status follow from R and A, and coverage counts them', () => {
    fc.assert(
      fc.property(someProfile, (some) => {
        const { requirements, coverage } = view(some);
        const told = new Map(requirements.map((each) => [each.ksaNo, each]));
        const expected = some.requirements.map(({ ksaNo, requiredLevel }, slot) => {
          const level = some.attained[slot]!;
          const known = level !== unknownLevel;
          return {
            ksaNo,
            attained: known ? level : null,
            status: !known ? 'unknown' : level >= requiredLevel ? 'met' : 'short',
            gap: known ? Math.max(0, requiredLevel - level) : 0,
            surplus: known ? Math.max(0, level - requiredLevel) : 0,
          };
        });
        expect(expected.map(({ ksaNo }) => told.get(ksaNo))).toMatchObject(expected);
        const count = (status: string): number => expected.filter((each) => each.status === status).length;
        expect(coverage).toEqual({
          met: count('met'),
          short: count('short'),
          unknown: count('unknown'),
          total: expected.length,
        });
      }),
      runs,
    );
  });

  test('what is open is ranked critical first, then by what it withholds, then by code; what is met by code', () => {
    fc.assert(
      fc.property(someProfile, (some) => {
        const { requirements, denominator } = view(some);
        // One text a requirement, so built that the order of texts is the order asked for: codes are of one length.
        const places = requirements.map(({ status, critical, share, shortfall, ksaCode }) => {
          const withheld = status === 'unknown' ? share : shortfall;
          const rest = String(denominator - withheld).padStart(16, '0');
          return status === 'met' ? `2 ${ksaCode}` : `${critical ? 0 : 1} ${rest} ${ksaCode}`;
        });
        expect(places).toEqual(places.toSorted());
      }),
      runs,
    );
  });

  test('qualified is no, not yet known or yes as the critical requirements say, and each that stands in the way is named', () => {
    fc.assert(
      fc.property(someProfile, (some) => {
        const critical = some.requirements.flatMap(({ ksaNo, requiredLevel, critical }, slot) =>
          critical
            ? [{ ksaNo, requiredLevel, level: some.attained[slot]!, verified: some.verified[slot] === 1 }]
            : [],
        );
        const short = critical.filter(({ level, requiredLevel }) => level >= 0 && level < requiredLevel);
        const unknown = critical.filter(({ level }) => level < 0);
        const unproven = critical.filter(
          ({ level, requiredLevel, verified }) => level >= requiredLevel && !verified,
        );
        const { answer, reasons } = view(some).qualified;
        expect(answer).toBe(
          short.length > 0 ? 'no' : unknown.length + unproven.length > 0 ? 'not-yet-known' : 'yes',
        );
        const named = (list: typeof critical, reason: string): string[] =>
          list.map(({ ksaNo }) => `${ksaNo} ${reason}`);
        expect(reasons.map(({ ksaNo, reason }) => `${ksaNo} ${reason}`).sort()).toEqual(
          [...named(short, 'short'), ...named(unknown, 'unknown'), ...named(unproven, 'not-verified')].sort(),
        );
        for (const { ksaNo, levelsShort } of reasons) {
          const gap = short.find((each) => each.ksaNo === ksaNo);
          expect(levelsShort).toBe(gap && gap.requiredLevel - gap.level);
        }
      }),
      runs,
    );
  });

  test('no other single answer narrows the range more than the next best question, critical ones aside', () => {
    fc.assert(
      fc.property(someProfile, (some) => {
        const { nextBestQuestion, requirements } = view(some);
        const unknown = requirements.filter(({ status }) => status === 'unknown');
        if (nextBestQuestion === null) {
          expect(unknown).toEqual([]);
          return;
        }
        const pool = unknown.some(({ critical }) => critical)
          ? unknown.filter(({ critical }) => critical)
          : unknown;
        expect(pool.map(({ ksaNo }) => ksaNo)).toContain(nextBestQuestion.ksaNo);
        expect(nextBestQuestion.share).toBe(Math.max(...pool.map(({ share }) => share)));
        const slot = some.requirements.findIndex(({ ksaNo }) => ksaNo === nextBestQuestion.ksaNo);
        const before = score(some);
        const after = score(some, replaced(some.attained, slot, 0));
        expect(before.high - before.low - (after.high - after.low)).toBe(nextBestQuestion.share);
      }),
      runs,
    );
  });
});

/** A fraction of big whole numbers: the formulas of the text, term by term, with no common denominator. */
class Fraction {
  readonly over: bigint;
  readonly under: bigint;
  constructor(over: bigint, under: bigint) {
    this.over = over;
    this.under = under;
  }
  plus({ over, under }: Fraction): Fraction {
    return new Fraction(this.over * under + over * this.under, this.under * under);
  }
  equals(numerator: number, denominator: number): boolean {
    return this.over * BigInt(denominator) === BigInt(numerator) * this.under;
  }
}

test('agrees with fractions summed as the text says: Σ s·a, s = w / Σw, a = min(A, R) / R', () => {
  fc.assert(
    fc.property(someProfile, (some) => {
      const allWeight = some.requirements.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
      const readiness = (ofUnknown: bigint): Fraction =>
        some.requirements.reduce(
          (sum, { requiredLevel, weight }, slot) => {
            const level = BigInt(some.attained[slot]!);
            const required = BigInt(requiredLevel);
            const reached = level < 0n ? ofUnknown * required : level > required ? required : level;
            return sum.plus(new Fraction(BigInt(weight) * reached, allWeight * required));
          },
          new Fraction(0n, 1n),
        );
      const { low, high, denominator } = score(some);
      expect(readiness(0n).equals(low, denominator)).toBe(true);
      expect(readiness(1n).equals(high, denominator)).toBe(true);
    }),
    runs,
  );
});

describe('a level that is none', () => {
  const requirement: Requirement = {
    ksaNo: 1,
    ksaCode: '4.2.06.09',
    requiredLevel: 2,
    weight: 1,
    critical: false,
    evidence: 'any',
  };
  const profile = compileRoleProfile([requirement], 4);
  test.each([Number.NaN, 1.5, 2.5, 5, -2, Number.POSITIVE_INFINITY, undefined as never])(
    '%p is refused, and the KSA named: no NaN leaves',
    (level) => {
      expect(() => scoreRequirements(profile, [level], [0])).toThrow(
        expect.objectContaining({
          code: 'gaps.attained-level-off-scale',
          pointer: '/attained/0',
          message: expect.stringContaining('4.2.06.09'),
        }),
      );
    },
  );
});
