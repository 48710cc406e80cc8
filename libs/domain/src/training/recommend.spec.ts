import { describe, expect, test } from '@jest/globals';
import { compileRoleProfile, type Requirement } from '../gaps/role-profile.ts';
import { compileCatalogue } from './catalogue.ts';
import type { Programme } from './programme.ts';
import { recommendTraining } from './recommend.ts';
import type { RecommendationInput } from './recommendation.ts';

const requirement = (ksaNo: number, requiredLevel: number, weight: number): Requirement => ({
  ksaNo,
  ksaCode: `4.2.06.0${ksaNo}`,
  requiredLevel,
  weight,
  critical: false,
  evidence: 'any',
});
const programme = (
  id: string,
  hours: number,
  raises: [number, number][],
  more: Partial<Programme> = {},
): Programme => ({
  id,
  minutes: hours * 60,
  costCents: 0,
  outcomes: raises.map(([ksaNo, level]) => ({ ksaNo, level })),
  requiresProgrammes: [],
  requiresLevels: [],
  ...more,
});

/**
 * L = 12, Σw = 10, denominator 120. One level is worth: KSA 1 (R 3, w 4) 16, KSA 2 (R 4, w 2) 6, KSA 3 (R 2, w 3) 18,
 * KSA 4 (R 1, w 1) 12. The worker stands at 1, 0, unknown, 0: short by 32, 24, –, 12.
 */
const profile = compileRoleProfile(
  [requirement(1, 3, 4), requirement(2, 4, 2), requirement(3, 2, 3), requirement(4, 1, 1)],
  4,
);
const input = (programmes: Programme[], more: Partial<RecommendationInput> = {}): RecommendationInput => ({
  profile,
  attained: new Map([
    [1, 1],
    [2, 0],
    [4, 0],
  ]),
  catalogue: compileCatalogue(programmes, 4),
  budget: { minutes: 40 * 60, costCents: null },
  ...more,
});
const idsOf = (given: RecommendationInput): string[] =>
  recommendTraining(given).steps.map(({ programmeId }) => programmeId);

describe('a training recommendation', () => {
  test('takes what gains most within the hours, says what each step closes, and what remains', () => {
    // robots: KSA 1 from 1 to 3 = 32 in 24 h. vision: KSA 2 to 3 = 18 in 16 h; both 40 h, 50. basics: 16 + 6 = 22 in 20 h.
    const answer = recommendTraining(
      input([
        programme('robots', 24, [[1, 3]]),
        programme('vision', 16, [[2, 3]]),
        programme('basics', 20, [
          [1, 2],
          [2, 1],
        ]),
      ]),
    );
    expect(answer).toEqual({
      algorithm: 'priced-branch-and-bound/2',
      denominator: 120,
      gained: 50,
      bound: 50,
      optimal: true,
      minutes: 2400,
      costCents: 0,
      steps: [
        {
          programmeId: 'robots',
          minutes: 1440,
          costCents: 0,
          closes: [{ ksaNo: 1, ksaCode: '4.2.06.01', from: 1, to: 3, requiredLevel: 3, gained: 32 }],
          gained: 32,
          remaining: 36,
        },
        {
          programmeId: 'vision',
          minutes: 960,
          costCents: 0,
          closes: [{ ksaNo: 2, ksaCode: '4.2.06.02', from: 0, to: 3, requiredLevel: 4, gained: 18 }],
          gained: 18,
          remaining: 18,
        },
      ],
      remainingGaps: [
        { ksaNo: 2, ksaCode: '4.2.06.02', level: 3, requiredLevel: 4, shortfall: 6 },
        { ksaNo: 4, ksaCode: '4.2.06.04', level: 0, requiredLevel: 1, shortfall: 12 },
      ],
      uncovered: [4],
      assessFirst: [3],
    });
  });

  test('does not train for an unknown, unless it is told to count it as 0', () => {
    const safety = [programme('safety', 8, [[3, 2]])];
    expect(recommendTraining(input(safety))).toMatchObject({
      steps: [],
      gained: 0,
      bound: 0,
      assessFirst: [3],
    });
    expect(recommendTraining(input(safety, { unknowns: 'as-zero' }))).toMatchObject({
      gained: 36,
      assessFirst: [],
    });
  });

  test('takes the whole chain of prerequisites, in its order, or none of it', () => {
    const chain = [
      programme('c-advanced', 10, [[1, 3]], { requiresProgrammes: ['b-middle'] }),
      programme('b-middle', 10, [[1, 2]], { requiresProgrammes: ['a-first'] }),
      programme('a-first', 10, [[9, 1]]),
    ];
    const answer = recommendTraining(input(chain));
    expect(answer.steps.map(({ programmeId, gained }) => [programmeId, gained])).toEqual([
      ['a-first', 0],
      ['b-middle', 16],
      ['c-advanced', 16],
    ]);
    expect(answer.steps.flatMap(({ closes }) => closes.map(({ from, to }) => [from, to]))).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(idsOf(input(chain, { budget: { minutes: 25 * 60, costCents: null } }))).toEqual([
      'a-first',
      'b-middle',
    ]);
    expect(idsOf(input(chain, { budget: { minutes: 15 * 60, costCents: null } }))).toEqual([]);
    expect(idsOf(input(chain, { completed: ['a-first'] }))).toEqual(['b-middle', 'c-advanced']);
  });

  test('reaches a level that is asked for on entry the shortest way', () => {
    const ways = [
      programme('long', 12, [[9, 2]]),
      programme('short', 6, [[9, 2]]),
      programme('robots', 10, [[1, 3]], { requiresLevels: [{ ksaNo: 9, level: 2 }] }),
    ];
    expect(idsOf(input(ways))).toEqual(['short', 'robots']);
    // With a way that is shorter by itself but not with what it requires: 6 + 8 against 12 hours.
    const detour = ways.map((way) => (way.id === 'short' ? { ...way, requiresProgrammes: ['entry'] } : way));
    expect(idsOf(input([...detour, programme('entry', 8, [[8, 1]])], { effort: 1 }))).toEqual([
      'long',
      'robots',
    ]);
    const has = new Map([
      [1, 1],
      [9, 2],
    ]);
    expect(idsOf(input(ways, { attained: has }))).toEqual(['robots']);
  });

  test('lets whoever has completed what is no longer offered go on from it, and nobody else', () => {
    const catalogue = compileCatalogue(
      [programme('robots', 10, [[1, 3]], { requiresProgrammes: ['former'] })],
      4,
      ['former'],
    );
    expect(idsOf(input([], { catalogue }))).toEqual([]);
    expect(idsOf(input([], { catalogue, completed: ['former'] }))).toEqual(['robots']);
  });

  test('keeps a budget of money, where a programme of unknown cost cannot be counted', () => {
    const priced = [
      programme('robots', 10, [[1, 3]], { costCents: 90_000 }),
      programme('vision', 10, [[2, 4]], { costCents: null }),
      programme('safety', 10, [[4, 1]], { costCents: 20_000 }),
    ];
    expect(idsOf(input(priced, { budget: { minutes: null, costCents: 100_000 } }))).toEqual(['robots']);
    expect(idsOf(input(priced, { budget: { minutes: null, costCents: 110_000 } }))).toEqual([
      'robots',
      'safety',
    ]);
    expect(idsOf(input(priced, { budget: { minutes: null, costCents: null } }))).toEqual([
      'robots',
      'vision',
      'safety',
    ]);
  });

  test('counts a KSA raised by two programmes once, and takes no programme that closes nothing', () => {
    const twice = [
      programme('robots', 10, [[1, 3]]),
      programme('robots-again', 10, [[1, 3]]),
      programme('robots-some', 2, [[1, 2]]),
      programme('elsewhere', 1, [[9, 4]]),
    ];
    expect(recommendTraining(input(twice))).toMatchObject({
      gained: 32,
      bound: 32,
      optimal: true,
      minutes: 600,
    });
  });

  test('breaks ties by fewer minutes, then less cost, then id, whatever order the catalogue has', () => {
    const alike = [
      programme('b', 10, [[1, 3]], { costCents: 5 }),
      programme('c', 10, [[1, 3]], { costCents: 5 }),
      programme('a', 11, [[1, 3]], { costCents: 0 }),
      programme('d', 10, [[1, 3]], { costCents: 6 }),
    ];
    expect(idsOf(input(alike))).toEqual(['b']);
    expect(idsOf(input([...alike].reverse()))).toEqual(['b']);
  });

  test('has nothing to say where there is nothing short, no programme, or no hour', () => {
    const met = new Map([1, 2, 3, 4].map((ksaNo) => [ksaNo, 4]));
    const robots = [programme('robots', 10, [[1, 3]])];
    expect(recommendTraining(input(robots, { attained: met }))).toMatchObject({
      steps: [],
      optimal: true,
      uncovered: [],
    });
    expect(recommendTraining(input([]))).toMatchObject({ steps: [], optimal: true, uncovered: [1, 2, 4] });
    const noTime = { minutes: 0, costCents: 0 };
    expect(recommendTraining(input(robots, { budget: noTime }))).toMatchObject({
      steps: [],
      gained: 0,
      bound: 0,
    });
    const gift = [programme('gift', 0, [[1, 2]])];
    expect(recommendTraining(input(gift, { budget: noTime }))).toMatchObject({ gained: 16, optimal: true });
  });

  test.each([
    { minutes: -1, costCents: null },
    { minutes: 0.5, costCents: null },
    { minutes: null, costCents: Number.NaN },
  ])('refuses a budget of %p', (budget) => {
    expect(() => recommendTraining(input([], { budget }))).toThrow(
      expect.objectContaining({ code: 'training.invalid-budget' }),
    );
  });

  test('refuses a catalogue on another scale than the role profile', () => {
    expect(() => recommendTraining(input([], { catalogue: compileCatalogue([], 5) }))).toThrow(
      expect.objectContaining({ code: 'training.catalogue-of-another-scale' }),
    );
  });

  test('refuses an attained level that is none', () => {
    expect(() => recommendTraining(input([], { attained: new Map([[1, Number.NaN]]) }))).toThrow(
      expect.objectContaining({ code: 'scales.level-off-scale' }),
    );
  });
});
