import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scoreWorker } from '../gaps/gap-score.ts';
import { someProfile } from '../gaps/gaps.arbitrary.ts';
import { compileRoleProfile, type CompiledRoleProfile, type Requirement } from '../gaps/role-profile.ts';
import { ksaCover } from '../groups/cover.ts';
import { GroupTally } from '../groups/group-tally.ts';
import { evidences } from '../ratings/evidence.ts';
import { never } from '../ratings/instant.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import type { Rating } from '../ratings/rating.ts';
import { someDay, somePolicy, someRatings } from '../ratings/ratings.arbitrary.ts';
import type { Programme } from '../training/programme.ts';
import { changedRequirements } from './changed-requirements.ts';
import { coverChanges } from './cover-changes.ts';
import { copyOfLevels, evidencedLevels, unknownLevels } from './evidenced-levels.ts';
import { ksasOfProgrammes, ProgrammeTaking } from './taken-programmes.ts';
import { WhatIf } from './what-if.ts';

const VERSION = 7;

/** A role, what it would ask for instead, a policy and another one, and some workers with ratings; some leave. */
const someCase = someProfile.chain(({ maxLevel, requirements, profile }) => {
  const change = fc.record({
    requiredLevel: fc.integer({ min: 1, max: maxLevel }),
    weight: fc.integer({ min: 1, max: 100 }),
    critical: fc.boolean(),
    evidence: fc.constantFrom(...evidences),
    removed: fc.boolean(),
  });
  return fc
    .record({
      changes: fc.array(fc.option(change), {
        minLength: requirements.length + 1,
        maxLength: requirements.length + 1,
      }),
      policy: somePolicy,
      other: somePolicy,
      workers: fc.array(
        fc.record({ ratings: someRatings(requirements.length + 1, maxLevel), leaves: fc.boolean() }),
        { maxLength: 5 },
      ),
    })
    .map(({ changes, ...rest }) => ({
      ...rest,
      maxLevel,
      profile,
      changed: asChanged(requirements, changes, maxLevel),
    }));
});

function asChanged(
  requirements: readonly Requirement[],
  changes: readonly ((Omit<Requirement, 'ksaNo' | 'ksaCode'> & { removed: boolean }) | null)[],
  maxLevel: number,
): CompiledRoleProfile {
  const asked = changes.flatMap((change, index) => {
    const ksaNo = index + 1;
    const isAdded = index === requirements.length;
    // The first stays, so that the role asks for something.
    if (change === null || (change.removed && (isAdded || index === 0))) return [];
    const { removed, ...values } = change;
    return {
      ksaNo,
      ksaCode: `4.2.06.${String(ksaNo).padStart(2, '0')}`,
      ...(removed ? { removed } : values),
    };
  });
  return compileRoleProfile(changedRequirements(requirements, asked), maxLevel);
}

const levelsOf = (
  policy: RatingPolicy,
  ksaNos: readonly number[],
  ratings: readonly (readonly Rating[])[],
) => {
  const starts = [0];
  for (const each of ratings) starts.push((starts.at(-1) ?? 0) + each.length);
  return evidencedLevels(policy, ksaNos, { columns: columnsOfRatings(ratings.flat()), starts }, someDay);
};

describe('what if', () => {
  test('is what scoring would give: everybody before, who stays after, by other requirements and another policy', () => {
    fc.assert(
      fc.property(someCase, ({ maxLevel, profile, changed, policy, other, workers }) => {
        const ksaNos = [
          ...new Set([...profile.requirements, ...changed.requirements].map(({ ksaNo }) => ksaNo)),
        ];
        const ratings = workers.map((worker) => worker.ratings);
        const whatIf = new WhatIf(maxLevel, new Map([[VERSION, { before: profile, after: changed }]]), 3);
        // In two pieces.
        for (const [from, to] of [
          [0, 2],
          [2, workers.length],
        ] as const) {
          const piece = ratings.slice(from, to);
          whatIf.add({
            workers: workers.slice(from, to).map(({ leaves }, place) => ({
              ...{ workerNo: from + place + 1, profileVersionNos: [VERSION], leaves },
            })),
            before: levelsOf(policy, ksaNos, piece),
            after: levelsOf(other, ksaNos, piece),
          });
        }
        const answer = whatIf.answer();

        const scored = (by: RatingPolicy, against: CompiledRoleProfile) =>
          workers.map((worker, place) => ({
            ...worker,
            workerNo: place + 1,
            score: scoreWorker(against, by, worker.ratings, someDay),
          }));
        const [were, are] = [scored(policy, profile), scored(other, changed)];
        const tally = (list: typeof were, against: CompiledRoleProfile) => {
          const sums = new GroupTally(maxLevel, never);
          for (const { workerNo, score } of list) {
            const { attained } = score;
            const verified = score.verified.map(Number);
            const expiresAt = attained.map(() => never);
            sums.add({
              workerNo,
              scores: [{ profileVersionNo: VERSION, profile: against, attained, verified, expiresAt }],
            });
          }
          return sums.totals();
        };
        expect(answer.before).toEqual(tally(were, profile));
        expect(answer.after).toEqual(
          tally(
            are.filter(({ leaves }) => !leaves),
            changed,
          ),
        );

        const differ = were.filter(({ score: was, leaves }, place) => {
          const is = are[place]!.score;
          const sums = (score: typeof was) => [
            score.low / score.denominator,
            score.high / score.denominator,
            score.criticalShort > 0 ? 'no' : score.criticalOpen > 0 ? 'open' : 'yes',
          ];
          return !leaves && JSON.stringify(sums(was)) !== JSON.stringify(sums(is));
        });
        expect(answer.changedCount).toBe(differ.length);
        expect(answer.changed).toHaveLength(Math.min(3, differ.length));
        const moves = answer.changed.map(({ before, after }) =>
          Math.abs(after.low / after.denominator - before.low / before.denominator),
        );
        expect(moves).toEqual(moves.toSorted((a, b) => b - a));
      }),
      { numRuns: 80 },
    );
  });

  test('changes nothing when nothing is changed', () => {
    fc.assert(
      fc.property(someCase, ({ maxLevel, profile, policy, workers }) => {
        const ratings = workers.map((worker) => worker.ratings);
        const levels = levelsOf(
          policy,
          profile.requirements.map(({ ksaNo }) => ksaNo),
          ratings,
        );
        const whatIf = new WhatIf(maxLevel, new Map([[VERSION, { before: profile, after: profile }]]), 10);
        whatIf.add({
          workers: workers.map((_, place) => ({
            ...{ workerNo: place + 1, profileVersionNos: [VERSION], leaves: false },
          })),
          before: levels,
          after: copyOfLevels(levels),
        });
        const { before, after, changedCount } = whatIf.answer();
        expect(after).toEqual(before);
        expect(changedCount).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses levels of others, off the scale, and a role that it does not know', () => {
    const profile = compileRoleProfile(
      [{ ksaNo: 1, ksaCode: 'x', requiredLevel: 1, weight: 1, critical: false, evidence: 'any' }],
      4,
    );
    const whatIf = new WhatIf(4, new Map([[VERSION, { before: profile, after: profile }]]), 1);
    const workers = [{ workerNo: 1, profileVersionNos: [VERSION], leaves: false }];
    const code = (name: string) => expect.objectContaining({ code: name });
    const good = unknownLevels([1], 1);
    const off = unknownLevels([1], 1);
    off.byEvidence.observed[0] = 5;
    for (const bad of [unknownLevels([1], 2), off])
      expect(() => whatIf.add({ workers, before: good, after: bad })).toThrow(
        code('what-if.levels-do-not-match'),
      );
    expect(() =>
      whatIf.add({ workers: [{ ...workers[0]!, profileVersionNos: [8] }], before: good, after: good }),
    ).toThrow(code('what-if.unknown-role-profile'));
    expect(whatIf.answer()).toMatchObject({ before: { profiles: [] }, changedCount: 0 });
  });
});

describe('changed requirements', () => {
  const asked = [
    {
      ksaNo: 2,
      ksaCode: '4.2.06.09',
      requiredLevel: 2,
      weight: 3,
      critical: false,
      evidence: 'any' as const,
    },
    {
      ...{ ksaNo: 1, ksaCode: '4.2.06.2', requiredLevel: 1, weight: 1, critical: true },
      ...{ evidence: 'certified' as const, evidenceChosen: true },
    },
  ];

  test('are changed, added and left out, in code order, the evidence following as it does in an edit', () => {
    expect(
      changedRequirements(asked, [
        { ksaNo: 2, ksaCode: '4.2.06.09', requiredLevel: 4, critical: true },
        { ksaNo: 1, ksaCode: '4.2.06.2', critical: false },
        { ksaNo: 3, ksaCode: '4.2.06.01', requiredLevel: 1 },
      ]),
    ).toEqual([
      { ksaNo: 3, ksaCode: '4.2.06.01', requiredLevel: 1, weight: 1, critical: false, evidence: 'any' },
      { ksaNo: 1, ksaCode: '4.2.06.2', requiredLevel: 1, weight: 1, critical: false, evidence: 'certified' },
      { ksaNo: 2, ksaCode: '4.2.06.09', requiredLevel: 4, weight: 3, critical: true, evidence: 'observed' },
    ]);
    expect(changedRequirements(asked, [{ ksaNo: 1, ksaCode: '4.2.06.2', removed: true }])).toHaveLength(1);
  });

  test.each([
    ['what-if.duplicate-change', [{ weight: 1 }, { weight: 2 }]],
    ['what-if.nothing-to-remove', [{ ksaNo: 9, removed: true }]],
    ['what-if.invalid-level', [{ ksaNo: 9, weight: 2 }]],
  ])('are refused as %s', (code, changes) => {
    const named = changes.map((change) => ({ ksaNo: 2, ksaCode: '4.2.06.09', ...change }));
    expect(() => changedRequirements(asked, named)).toThrow(expect.objectContaining({ code }));
  });
});

describe('taking programmes', () => {
  const programme = (
    id: string,
    outcomes: [number, number][],
    first: Partial<Programme> = {},
  ): Programme => ({
    ...{ id, minutes: 60, costCents: null, requiresProgrammes: [], requiresLevels: [] },
    outcomes: outcomes.map(([ksaNo, level]) => ({ ksaNo, level })),
    ...first,
  });

  // KSA 1 at 1, KSA 2 unknown, KSA 3 at 4. The base raises 1 to 2 and opens the rest, which raises 2 to 3 and leaves 3
  // at 4. Worker 2 is not sent to the base: nothing opens.
  test('raises what is attained and what is unknown, lowers nothing, proves nothing, and keeps prerequisites', () => {
    const taken = [
      {
        programme: programme(
          'rest',
          [
            [2, 3],
            [3, 2],
          ],
          { requiresProgrammes: ['base'], requiresLevels: [{ ksaNo: 1, level: 2 }] },
        ),
        workerNos: null,
      },
      { programme: programme('base', [[1, 2]]), workerNos: new Set([1]) },
      { programme: programme('other', [[1, 4]], { requiresProgrammes: ['gone'] }), workerNos: new Set([2]) },
    ];
    expect(ksasOfProgrammes(taken.map((each) => each.programme)).sort()).toEqual([1, 2, 3]);
    const levels = unknownLevels([1, 2, 3], 2);
    levels.byEvidence.any.set([1, -1, 4, 1, -1, 4]);
    const taking = new ProgrammeTaking(taken, 4);
    taking.take(1, levels, 0);
    taking.take(2, levels, 1);
    expect([...levels.byEvidence.any]).toEqual([2, 3, 4, 1, -1, 4]);
    expect([...levels.byEvidence.observed, ...levels.byEvidence.certified]).toEqual(Array(12).fill(-1));
    expect(taking.takers).toEqual([
      { programmeId: 'rest', taken: 1, notEntered: 1 },
      { programmeId: 'base', taken: 1, notEntered: 0 },
      { programmeId: 'other', taken: 0, notEntered: 1 },
    ]);
  });

  test('follows a level that no role asks about from programme to programme', () => {
    const taking = new ProgrammeTaking(
      [
        {
          programme: programme('second', [[1, 2]], { requiresLevels: [{ ksaNo: 9, level: 1 }] }),
          workerNos: null,
        },
        { programme: programme('first', [[9, 1]]), workerNos: null },
      ],
      4,
    );
    const levels = unknownLevels([1], 1);
    taking.take(1, levels, 0);
    expect([...levels.byEvidence.any]).toEqual([2]);
  });

  test('refuses a programme that is none', () => {
    const broken = { programme: programme('broken', [[1, 2]], { minutes: -1 }), workerNos: null };
    expect(() => new ProgrammeTaking([broken], 4)).toThrow(
      expect.objectContaining({ code: 'training.invalid-hours' }),
    );
  });
});

describe('cover changes', () => {
  const totals = (ksaNo: number, required: number, met: number) => ({
    ...{ ksaNo, required, met, short: required - met, unknown: 0, verified: met, atLevel: [], expiring: 0 },
    metNumbers: 0,
  });

  test('name where nobody or one alone is left, and where a minimum is missed', () => {
    const minimums = [{ ksaNo: 4, headcount: 2 }];
    const before = ksaCover(
      [totals(1, 2, 1), totals(2, 3, 2), totals(3, 1, 1), totals(4, 3, 2), totals(5, 1, 0), totals(7, 1, 0)],
      minimums,
    );
    const after = ksaCover(
      [totals(1, 2, 0), totals(2, 3, 1), totals(3, 1, 1), totals(4, 3, 1), totals(6, 1, 0), totals(7, 2, 0)],
      minimums,
    );
    const changes = coverChanges(before, after);
    expect(
      changes.map((change) => [
        ...[change.ksaNo, change.newlyZeroCover, change.newlySinglePointOfFailure, change.newlyBelowMinimum],
      ]),
    ).toEqual([
      [1, true, false, false],
      [2, false, true, false],
      [4, false, true, true],
      [5, false, false, false],
      [6, true, false, false],
      [7, false, false, false],
    ]);
    expect(changes[3]).toMatchObject({ before: { met: 0 }, after: null });
  });
});
