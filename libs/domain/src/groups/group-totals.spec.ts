import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { scoreRequirements } from '../gaps/score-requirements.ts';
import { never } from '../ratings/instant.ts';
import { GroupTally } from './group-tally.ts';
import type { GroupMember } from './group-member.ts';
import { noTotals } from './group-totals.ts';
import { type SomeGroup, someGroup, someHorizon, tally } from './groups.arbitrary.ts';
import { mergeTotals, subtractTotals, sumOfTotals } from './merge-totals.ts';
import { packKsaTotals, unpackKsaTotals } from './packed-ksa-totals.ts';

/** A group, its members dealt out to three teams. */
const someTeams = someGroup.chain((some) =>
  fc.record({
    some: fc.constant(some),
    teams: fc
      .array(fc.nat(2), { minLength: some.members.length, maxLength: some.members.length })
      .map((deal) => [0, 1, 2].map((team) => some.members.filter((_, index) => deal[index] === team))),
  }),
);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const scoresOf = ({ members }: SomeGroup, profileVersionNo: number) =>
  members.flatMap(({ scores }) => scores.filter((score) => score.profileVersionNo === profileVersionNo));

describe('the totals of groups', () => {
  test('merge: however members are dealt out, the teams together are the organisation', () => {
    fc.assert(
      fc.property(someTeams, ({ some: { maxLevel, members }, teams }) => {
        const [a, b, c] = teams.map((team) => tally(maxLevel, team));
        const whole = tally(maxLevel, members);
        expect(mergeTotals(mergeTotals(a!, b!), c!)).toEqual(whole);
        expect(mergeTotals(a!, mergeTotals(b!, c!))).toEqual(whole);
        expect(mergeTotals(mergeTotals(c!, a!), b!)).toEqual(whole);
        expect(sumOfTotals(maxLevel, [b!, c!, a!])).toEqual(whole);
        expect(sumOfTotals(maxLevel, [])).toEqual(noTotals(maxLevel));
        expect(mergeTotals(whole, noTotals(maxLevel))).toEqual(whole);
        expect(mergeTotals(noTotals(maxLevel), whole)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('are taken away again: what is left is what it was before', () => {
    fc.assert(
      fc.property(someTeams, ({ some: { maxLevel, members }, teams: [a, b, c] }) => {
        const whole = tally(maxLevel, members);
        expect(subtractTotals(whole, tally(maxLevel, a!))).toEqual(tally(maxLevel, [...b!, ...c!]));
        expect(subtractTotals(whole, whole)).toEqual(noTotals(maxLevel));
      }),
      { numRuns: 200 },
    );
  });

  test('are the same when they come back from bytes', () => {
    fc.assert(
      fc.property(someGroup, ({ maxLevel, members }) => {
        const { ksas } = tally(maxLevel, members);
        expect(unpackKsaTotals(packKsaTotals(ksas, maxLevel), maxLevel)).toEqual(ksas);
      }),
      { numRuns: 100 },
    );
  });

  test('do not ask in which order members came', () => {
    fc.assert(
      fc.property(someGroup, ({ maxLevel, members }) => {
        expect(tally(maxLevel, members.toReversed())).toEqual(tally(maxLevel, members));
      }),
      { numRuns: 100 },
    );
  });

  test('add up, by role, what each score says by itself', () => {
    fc.assert(
      fc.property(someGroup, (some) => {
        const { profiles } = tally(some.maxLevel, some.members);
        for (const [profileVersionNo, profile] of some.profiles) {
          const alone = scoresOf(some, profileVersionNo).map(({ attained, verified }) =>
            scoreRequirements(profile, attained, verified),
          );
          const totals = profiles.find((each) => each.profileVersionNo === profileVersionNo);
          expect(totals?.scores ?? 0).toBe(alone.length);
          if (totals === undefined) continue;
          expect(totals.low).toBe(sum(alone.map(({ low }) => low)));
          expect(totals.high).toBe(sum(alone.map(({ high }) => high)));
          expect(totals.notQualified).toBe(alone.filter(({ criticalShort }) => criticalShort > 0).length);
          expect(totals.qualified).toBe(
            alone.filter(({ criticalShort, criticalOpen }) => criticalShort + criticalOpen === 0).length,
          );
          expect(totals.qualified + totals.notQualified + totals.notYetKnown).toBe(alone.length);
          // Entry t holds who has at least t tenths and not t + 1: said by whole numbers alone.
          totals.lowTenths.forEach((count, tenth) => {
            const within = alone.filter(
              ({ low, denominator }) =>
                10 * low >= tenth * denominator && 10 * low < (tenth + 1) * denominator,
            );
            expect(count).toBe(within.length);
          });
          expect(sum(totals.highTenths)).toBe(alone.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('count, by KSA, each member once, at the highest level that a role of theirs asks for', () => {
    fc.assert(
      fc.property(someGroup, ({ maxLevel, members }) => {
        const { ksas } = tally(maxLevel, members);
        for (let ksaNo = 1; ksaNo <= 5; ksaNo += 1) {
          const asked = members.flatMap(({ workerNo, scores }) => {
            const of = scores.flatMap(({ profile, attained, verified, expiresAt }) =>
              profile.requirements.flatMap((requirement, slot) =>
                requirement.ksaNo === ksaNo
                  ? [
                      {
                        required: requirement.requiredLevel,
                        attained: attained[slot]!,
                        verified: verified[slot] === 1,
                        ends: expiresAt[slot]!,
                      },
                    ]
                  : [],
              ),
            );
            const most = of.toSorted((a, b) => b.required - a.required)[0];
            return most === undefined
              ? []
              : [{ ...most, workerNo, verified: of.every(({ verified }) => verified) }];
          });
          const totals = ksas.find((each) => each.ksaNo === ksaNo);
          expect(totals?.required ?? 0).toBe(asked.length);
          if (totals === undefined) continue;
          const met = asked.filter(({ attained, required }) => attained >= required);
          expect(totals.met).toBe(met.length);
          expect(totals.unknown).toBe(asked.filter(({ attained }) => attained === -1).length);
          expect(totals.met + totals.short + totals.unknown).toBe(totals.required);
          expect(totals.verified).toBe(asked.filter(({ verified }) => verified).length);
          expect(totals.expiring).toBe(met.filter(({ ends }) => ends < someHorizon).length);
          expect(totals.metNumbers).toBe(sum(met.map(({ workerNo }) => workerNo)));
          expect(totals.atLevel).toEqual(
            Array.from(
              { length: maxLevel + 1 },
              (_, level) => asked.filter(({ attained }) => attained === level).length,
            ),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

const requirement = { evidence: 'any', critical: false } as const;
const welder = compileRoleProfile(
  [
    { ...requirement, ksaNo: 1, ksaCode: '4.1.01.01', requiredLevel: 2, weight: 1, critical: true },
    { ...requirement, ksaNo: 2, ksaCode: '4.1.01.02', requiredLevel: 4, weight: 3 },
  ],
  4,
);
const fitter = compileRoleProfile(
  [{ ...requirement, ksaNo: 2, ksaCode: '4.1.01.02', requiredLevel: 3, weight: 5 }],
  4,
);
const score = (
  profileVersionNo: number,
  profile: typeof welder,
  attained: readonly number[],
  verified: readonly number[],
  expiresAt: readonly number[] = attained.map(() => never),
) => ({ profileVersionNo, profile, attained, verified, expiresAt });

/**
 * L = lcm(1 … 4) = 12. Welder: Σw = 4, denominator 48; KSA 1 is worth 12 · 1 = 12, 6 a level; KSA 2 is worth 36, 9 a
 * level. Fitter: Σw = 5, denominator 60; KSA 2 is worth 60, 20 a level.
 *
 * Ada, welder: KSA 1 at 2 (met, verified), KSA 2 at 4 (met): 48 / 48. Qualified.
 * Ben, welder: KSA 1 at 1 (short), KSA 2 unknown: low 6, high 6 + 36 = 42. Not qualified.
 * Cem, welder and fitter: KSA 1 at 3 (met, not verified), KSA 2 at 3: as a welder low = high = 12 + 27 = 39 and not yet
 * known; as a fitter 60 / 60, qualified (nothing critical). KSA 2 counts once, at the welder's 4: short.
 */
const team: readonly GroupMember[] = [
  { workerNo: 11, scores: [score(7, welder, [2, 4], [1, 1], [never, someHorizon - 1])] },
  { workerNo: 12, scores: [score(7, welder, [1, -1], [0, 0])] },
  { workerNo: 13, scores: [score(7, welder, [3, 3], [0, 0]), score(9, fitter, [3], [1])] },
];

describe('a team of three, worked out by hand', () => {
  const totals = tally(4, team);

  test('by role', () => {
    expect(totals.profiles).toEqual([
      {
        profileVersionNo: 7,
        denominator: 48,
        scores: 3,
        // 48 + 6 + 39, 48 + 42 + 39
        low: 93,
        high: 129,
        qualified: 1,
        notQualified: 1,
        notYetKnown: 1,
        qualifiedNumbers: 11,
        // 6/48 = 0.125, 39/48 = 0.8125, 1
        lowTenths: [0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
        // 42/48 = 0.875, 39/48 = 0.8125, 1
        highTenths: [0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1],
      },
      {
        profileVersionNo: 9,
        denominator: 60,
        scores: 1,
        low: 60,
        high: 60,
        qualified: 1,
        notQualified: 0,
        notYetKnown: 0,
        qualifiedNumbers: 13,
        lowTenths: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        highTenths: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      },
    ]);
  });

  test('by KSA', () => {
    expect(totals.ksas).toEqual([
      {
        ksaNo: 1,
        required: 3,
        met: 2,
        short: 1,
        unknown: 0,
        verified: 1,
        atLevel: [0, 1, 1, 1, 0],
        expiring: 0,
        // Ada's 11 and Cem's 13.
        metNumbers: 24,
      },
      {
        ksaNo: 2,
        required: 3,
        met: 1,
        short: 1,
        unknown: 1,
        // Cem's is verified for the fitter alone.
        verified: 1,
        atLevel: [0, 0, 0, 1, 1],
        expiring: 1,
        metNumbers: 11,
      },
    ]);
  });
});

describe('what cannot be added up', () => {
  const adding = (member: GroupMember) => () => {
    new GroupTally(4, someHorizon).add(member);
  };

  test.each([
    ['a worker without a number', { workerNo: 0, scores: [] }, 'groups.invalid-worker'],
    ['half a worker', { workerNo: 1.5, scores: [] }, 'groups.invalid-worker'],
    [
      'a role twice',
      { workerNo: 1, scores: [score(7, welder, [2, 4], [1, 1]), score(7, welder, [2, 4], [1, 1])] },
      'groups.duplicate-profile',
    ],
    [
      'a role without a number',
      { workerNo: 1, scores: [score(Number.NaN, welder, [2, 4], [1, 1])] },
      'groups.invalid-profile',
    ],
    [
      'a score of another profile',
      { workerNo: 1, scores: [score(7, welder, [2], [1])] },
      'groups.results-do-not-match-profile',
    ],
    [
      'a level above the scale',
      { workerNo: 1, scores: [score(7, welder, [2, 5], [1, 1])] },
      'gaps.attained-level-off-scale',
    ],
    [
      'no number for a level',
      { workerNo: 1, scores: [score(7, welder, [2, Number.NaN], [1, 1])] },
      'gaps.attained-level-off-scale',
    ],
  ])('%s is refused by name', (_, member, code) => {
    expect(adding(member)).toThrow(expect.objectContaining({ code }));
  });

  test('a member who is refused leaves nothing behind', () => {
    const group = new GroupTally(4, someHorizon);
    const half = [score(7, welder, [2, 4], [1, 1]), score(9, fitter, [5], [1])];
    expect(() => group.add({ workerNo: 1, scores: half })).toThrow();
    expect(group.totals()).toEqual(noTotals(4));
  });

  test('what is no part of a group is not taken away from it, nor are bytes that are no totals read', () => {
    const code = 'groups.totals-do-not-match';
    expect(() => subtractTotals(noTotals(4), tally(4, team))).toThrow(expect.objectContaining({ code }));
    expect(() => subtractTotals(tally(4, [team[0]!]), tally(4, [team[1]!]))).toThrow(
      expect.objectContaining({ code }),
    );
    expect(() => unpackKsaTotals(new Uint8Array(55), 4)).toThrow(
      expect.objectContaining({ code: 'groups.packed-length' }),
    );
  });

  test('groups on two scales, or of one version with two denominators do not merge', () => {
    const code = 'groups.totals-do-not-match';
    const totals = tally(4, team);
    expect(() => mergeTotals(totals, noTotals(5))).toThrow(expect.objectContaining({ code }));
    expect(() => sumOfTotals(4, [totals, noTotals(5)])).toThrow(expect.objectContaining({ code }));
    const other = tally(4, [{ workerNo: 20, scores: [score(7, fitter, [3], [1])] }]);
    expect(() => mergeTotals(totals, other)).toThrow(expect.objectContaining({ code }));
    expect(() => sumOfTotals(4, [totals, other])).toThrow(expect.objectContaining({ code }));
    const group = new GroupTally(4, someHorizon);
    group.add(team[0]!);
    expect(() => group.add({ workerNo: 20, scores: [score(7, fitter, [3], [1])] })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(() => new GroupTally(11, someHorizon)).toThrow(
      expect.objectContaining({ code: 'scales.max-level-out-of-range' }),
    );
    expect(() => new GroupTally(4, Number.NaN)).toThrow(
      expect.objectContaining({ code: 'ratings.invalid-instant' }),
    );
  });
});
