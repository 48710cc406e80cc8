import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gapView } from './gap-view.ts';
import { someProfile } from './gaps.arbitrary.ts';
import {
  gapViewByState,
  requirementsByState,
  requirementStates,
  type StatedRequirement,
} from './requirement-states.ts';
import { compileRoleProfile, type Requirement } from './role-profile.ts';

const requirement = (ksaNo: number, more: Partial<Requirement>): Requirement => ({
  ...{ ksaNo, ksaCode: `4.2.06.0${ksaNo}`, requiredLevel: 2, weight: 1, critical: false, evidence: 'any' },
  ...more,
});
const stated = (
  ksaNo: number,
  state: StatedRequirement['state'],
  from = 10,
  until: number | null = null,
) => ({
  ...{ ksaNo, state, from, until },
});

// Scale of four, L = 12: KSA 1 critical, met and verified; KSA 2 short by half; KSA 3, weight 2, unknown.
const profile = compileRoleProfile(
  [requirement(1, { critical: true }), requirement(2, {}), requirement(3, { weight: 2 })],
  4,
);
const score = { attained: [3, 1, -1], used: [5, 6, -1], verified: [true, false, false] };
const told = (states: readonly StatedRequirement[], asOf = 20) => {
  const { low, high, denominator, qualified, byState } = gapViewByState(profile, score, states, asOf);
  const { suspended, exempt, notApplicable } = byState;
  const codes = [suspended, exempt, notApplicable].map((list) => list.map(({ ksaNo }) => ksaNo));
  return { range: `${low}…${high}/${denominator}`, qualified: qualified.answer, codes };
};

describe('a requirement in a state', () => {
  test('is worked out by hand', () => {
    // low = 12 + 6, high = 18 + 24, of 12 · 4.
    expect(told([])).toEqual({ range: '18…42/48', qualified: 'yes', codes: [[], [], []] });
    // Without KSA 3: of 12 · 2.
    expect(told([stated(3, 'exempt')])).toEqual({
      range: '18…18/24',
      qualified: 'yes',
      codes: [[], [3], []],
    });
    // Without KSA 2: 12 … 12 + 24 of 12 · 3.
    expect(told([stated(2, 'not-applicable')])).toEqual({
      range: '12…36/36',
      qualified: 'yes',
      codes: [[], [], [2]],
    });
    // Suspended keeps its part; being critical, it decides. A requirement that is not critical does not.
    expect(told([stated(1, 'suspended')])).toEqual({
      range: '18…42/48',
      qualified: 'no',
      codes: [[1], [], []],
    });
    expect(told([stated(2, 'suspended')])).toEqual({
      range: '18…42/48',
      qualified: 'yes',
      codes: [[2], [], []],
    });
    // The suspension holds over the exemption.
    expect(told([stated(1, 'exempt'), stated(1, 'suspended')]).qualified).toBe('no');
    expect(gapViewByState(profile, score, [stated(1, 'suspended')], 20).qualified.reasons).toEqual([
      { ksaNo: 1, ksaCode: '4.2.06.01', reason: 'suspended' },
    ]);
  });

  test('is in it from the first second to the one before the last', () => {
    const answers = [9, 10, 29, 30].map((asOf) => told([stated(1, 'suspended', 10, 30)], asOf).qualified);
    expect(answers).toEqual(['yes', 'no', 'no', 'yes']);
  });

  test('is as if it were not asked for when exempt or not applicable, and as it was to readiness when suspended', () => {
    const state = fc.record({
      ksaNo: fc.integer({ min: 1, max: 14 }),
      state: fc.constantFrom(...requirementStates),
      from: fc.integer({ min: 0, max: 20 }),
      until: fc.option(fc.integer({ min: 21, max: 40 }), { nil: null }),
    });
    fc.assert(
      fc.property(someProfile, fc.array(state, { maxLength: 8 }), fc.nat(45), (some, states, asOf) => {
        const used = some.attained.map((level) => (level < 0 ? -1 : 1));
        const whole = { attained: some.attained, verified: some.verified, used };
        const { counting } = requirementsByState(some.profile, states, asOf);
        if (counting.length === 0) {
          expect(() => gapViewByState(some.profile, whole, states, asOf)).toThrow(
            expect.objectContaining({ code: 'gaps.empty-role-profile' }),
          );
          return;
        }
        const held = states.filter(({ from, until }) => from <= asOf && asOf < (until ?? Infinity));
        const isIn = (ksaNo: number, ...of: string[]): boolean =>
          held.some((each) => each.ksaNo === ksaNo && of.includes(each.state));
        const isOut = (ksaNo: number): boolean =>
          isIn(ksaNo, 'exempt', 'not-applicable') && !isIn(ksaNo, 'suspended');
        const kept = some.requirements.flatMap(({ ksaNo }, slot) => (isOut(ksaNo) ? [] : [slot]));
        const left = gapView(
          compileRoleProfile(
            kept.map((slot) => some.requirements[slot]!),
            some.maxLevel,
          ),
          {
            attained: kept.map((slot) => some.attained[slot]!),
            verified: kept.map((slot) => some.verified[slot]!),
            used: kept.map((slot) => used[slot]!),
          },
        );
        const { qualified, byState, ...view } = gapViewByState(
          some.profile,
          whole,
          states.toReversed(),
          asOf,
        );
        const { qualified: otherwise, ...rest } = left;
        expect(view).toEqual(rest);
        const isStopped = some.requirements.some(
          ({ ksaNo, critical }) => critical && isIn(ksaNo, 'suspended'),
        );
        expect(qualified.answer).toBe(isStopped ? 'no' : otherwise.answer);
        expect(byState.counting).toHaveLength(kept.length);
      }),
      { numRuns: 200 },
    );
  });

  test.each<[string, unknown]>([
    ['/states/0/ksaNo', stated(0.5, 'exempt')],
    ['/states/0/state', stated(1, 'forgiven' as never)],
    ['/states/0/from', stated(1, 'exempt', Number.NaN)],
    ['/states/0/until', stated(1, 'exempt', 10, 10)],
  ])('is refused at %s', (pointer, state) => {
    expect(() => told([state as StatedRequirement])).toThrow(expect.objectContaining({ pointer }));
  });
});
