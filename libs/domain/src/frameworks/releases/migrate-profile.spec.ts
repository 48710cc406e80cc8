import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidences } from '../../ratings/evidence.ts';
import { compareCodes } from '../ksa-code.ts';
import { shareWeight } from './combine-requirements.ts';
import { decideMigration } from './decide-migration.ts';
import { planMigration } from './migrate-profile.ts';
import type {
  KeptStep,
  LineageRequirement,
  MigratedRequirement,
  MigrationDecision,
  MigrationStep,
} from './migration-step.ts';
import type { ItemContent, Succession } from './release-content.ts';

const MAX_LEVEL = 4;

const item = (
  lineage: string,
  code: string,
  parent: string | null,
  more: Partial<ItemContent> = {},
): ItemContent => ({
  ...{ lineage, code, parent, kind: 'ksa', title: `KSA ${lineage}`, definition: null },
  ...{ definitionSource: null, provisional: false, ...more },
});
const FRAME = [
  item('tier', '4', null, { kind: 'tier' }),
  item('one', '4.1', 'tier', { kind: 'competency' }),
  item('sub', '4.1.01', 'one', { kind: 'sub-competency' }),
  item('other', '4.1.02', 'one', { kind: 'sub-competency' }),
];
const release = (...ksas: ItemContent[]) => ({ items: [...FRAME, ...ksas] });
const ksa = (lineage: string, no: number, more: Partial<ItemContent> = {}) =>
  item(lineage, `4.1.01.${String(no).padStart(2, '0')}`, 'sub', more);
const asked = (lineage: string, more: Partial<LineageRequirement> = {}): LineageRequirement => ({
  ...{ lineage, requiredLevel: 2, weight: 1, critical: false, evidence: 'any', evidenceChosen: false },
  ...more,
});
const succession = (kind: Succession['kind'], from: string, to: string | null): Succession => ({
  ...{ subject: 'item', kind, from, to },
});
const proposalsOf = (steps: readonly MigrationStep[]): MigrationDecision[] =>
  steps.flatMap((step) => (step.kind === 'kept' ? [] : [step.proposal]));
const said = (requirements: readonly MigratedRequirement[]) =>
  requirements.map(({ item: { code }, requiredLevel, weight, critical, evidence }) =>
    [code, requiredLevel, weight, critical ? 'critical' : '-', evidence].join(' '),
  );

// Of the older release: a stays, b is reworded, c moves, d is recoded; e becomes e and f; g and h become one, new i; j
// goes for k, l goes for nothing.
const OLDER = release(
  ...[ksa('a', 1), ksa('b', 2), ksa('c', 3), ksa('d', 4), ksa('e', 5), ksa('g', 6), ksa('h', 7)],
  ...[ksa('j', 8), ksa('k', 9), ksa('l', 10)],
);
const NEWER = release(
  ...[ksa('a', 1), ksa('b', 2, { title: 'Worded anew' }), item('c', '4.1.02.01', 'other'), ksa('d', 44)],
  ...[ksa('e', 5), ksa('f', 11), ksa('i', 6), ksa('k', 9)],
);
const BETWEEN = [
  [
    ...[succession('split', 'e', 'e'), succession('split', 'e', 'f')],
    ...[succession('merged', 'g', 'i'), succession('merged', 'h', 'i')],
    ...[succession('retired', 'j', 'k'), succession('retired', 'l', null)],
  ],
];
const PROFILE = [
  asked('a', { requiredLevel: 1, weight: 7, critical: true, evidence: 'observed' }),
  ...[asked('b'), asked('c', { requiredLevel: 4 }), asked('d', { weight: 9 })],
  asked('e', { requiredLevel: 3, weight: 5, critical: true, evidence: 'certified', evidenceChosen: true }),
  asked('g', { requiredLevel: 4, weight: 60 }),
  asked('h', { weight: 50, critical: true, evidence: 'observed' }),
  ...[asked('j', { weight: 3 }), asked('l')],
];

describe('moving a role profile to another release', () => {
  const plan = (profile: readonly LineageRequirement[] = PROFILE) =>
    planMigration(profile, OLDER, NEWER, BETWEEN);

  test('keeps what is the same KSA still, and says what of it is another', () => {
    const kept = plan().filter((step): step is KeptStep => step.kind === 'kept');
    expect(kept.map(({ after, changes }) => [after.code, ...changes])).toEqual([
      ['4.1.01.01'],
      ['4.1.01.02', 'reworded'],
      ['4.1.02.01', 'moved'],
      ['4.1.01.44', 'recoded'],
    ]);
  });

  test('proposes no less than before for what is divided, merged or replaced, and drops what nothing replaces', () => {
    expect(plan().flatMap((step) => (step.kind === 'kept' ? [] : [[step.kind, step.proposal]]))).toEqual([
      [
        'split',
        {
          ...{ kind: 'split', lineage: 'e' },
          parts: [
            { lineage: 'e', requiredLevel: 3, weight: 3 },
            { lineage: 'f', requiredLevel: 3, weight: 2 },
          ],
        },
      ],
      [
        'merged',
        {
          ...{ kind: 'merged', lineage: 'i', requiredLevel: 4, weight: 100 },
          ...{ critical: true, evidence: 'observed' },
        },
      ],
      ['retired', { kind: 'retired', lineage: 'j', replacedBy: ['k'] }],
      ['retired', { kind: 'retired', lineage: 'l', replacedBy: [] }],
    ]);
    expect(said(decideMigration(plan(), proposalsOf(plan()), MAX_LEVEL))).toEqual([
      '4.1.01.01 1 7 critical observed',
      '4.1.01.02 2 1 - any',
      '4.1.01.05 3 3 critical certified',
      '4.1.01.06 4 100 critical observed',
      '4.1.01.09 2 3 - any',
      '4.1.01.11 3 2 critical certified',
      '4.1.01.44 2 9 - any',
      '4.1.02.01 4 1 - any',
    ]);
  });

  test('does as was decided instead', () => {
    const decisions: MigrationDecision[] = [
      { kind: 'retired', lineage: 'j', replacedBy: [] },
      { kind: 'retired', lineage: 'l', replacedBy: [] },
      {
        ...{ kind: 'merged', lineage: 'i', requiredLevel: 1, weight: 2, critical: false },
        evidence: 'certified',
      },
      { kind: 'split', lineage: 'e', parts: [{ lineage: 'f', requiredLevel: 4, weight: 8 }] },
    ];
    const result = decideMigration(plan(), decisions, MAX_LEVEL);
    expect(said(result)).toEqual([
      '4.1.01.01 1 7 critical observed',
      '4.1.01.02 2 1 - any',
      '4.1.01.06 1 2 - certified',
      '4.1.01.11 4 8 critical certified',
      '4.1.01.44 2 9 - any',
      '4.1.02.01 4 1 - any',
    ]);
    expect(result.find(({ lineage }) => lineage === 'i')).toMatchObject({
      ...{ evidenceChosen: true, from: ['g', 'h'] },
    });
  });

  test('asks once for what two of them have come to, by the rule of a merger', () => {
    const steps = plan([
      asked('j', { requiredLevel: 3, weight: 2, critical: true, evidence: 'observed' }),
      asked('k', { requiredLevel: 1, weight: 4 }),
    ]);
    const [only, ...others] = decideMigration(steps, proposalsOf(steps), MAX_LEVEL);
    expect(others).toEqual([]);
    expect(said([only!])).toEqual(['4.1.01.09 3 6 critical observed']);
    expect(only!.from).toEqual(['j', 'k']);
  });

  test('follows what happened over several releases', () => {
    const between = [
      [succession('merged', 'g', 'x'), succession('merged', 'h', 'x')],
      [succession('split', 'x', 'i'), succession('split', 'x', 'f')],
      [succession('retired', 'f', 'k')],
    ];
    const steps = planMigration([asked('g', { weight: 4 })], OLDER, NEWER, between);
    expect(steps).toMatchObject([{ kind: 'retired', replacements: [{ lineage: 'i' }, { lineage: 'k' }] }]);
    expect(planMigration([asked('g', { weight: 4 })], OLDER, NEWER, between.slice(0, 2))).toMatchObject([
      { kind: 'split', parts: [{ lineage: 'i' }, { lineage: 'f' }] },
    ]);
  });

  test.each<[string, MigrationDecision[] | null, string | undefined]>([
    ['migration.decision-missing', null, '/decisions'],
    [
      'migration.nothing-to-decide',
      [{ kind: 'retired', lineage: 'a', replacedBy: [] }],
      '/decisions/4/lineage',
    ],
    ['migration.duplicate-decision', [{ kind: 'retired', lineage: 'l', replacedBy: [] }], '/decisions/4'],
    ['migration.no-part', [{ kind: 'split', lineage: 'e', parts: [] }], '/decisions/0/parts'],
    [
      'migration.unknown-part',
      [{ kind: 'split', lineage: 'e', parts: [{ lineage: 'k', requiredLevel: 1, weight: 1 }] }],
      '/decisions/0/parts/0/lineage',
    ],
    [
      'migration.duplicate-part',
      [{ kind: 'retired', lineage: 'j', replacedBy: ['k', 'k'] }],
      '/decisions/2/replacedBy/1',
    ],
    [
      'migration.level-off-scale',
      [{ kind: 'split', lineage: 'e', parts: [{ lineage: 'f', requiredLevel: 5, weight: 1 }] }],
      '/decisions/0/parts/0/requiredLevel',
    ],
    [
      'migration.invalid-weight',
      [
        {
          ...{ kind: 'merged', lineage: 'i', requiredLevel: 1, weight: 0.5, critical: false },
          evidence: 'any',
        },
      ],
      '/decisions/1/weight',
    ],
  ])('refuses as %s what it cannot do, and names the KSA', (code, given, pointer) => {
    const proposals = proposalsOf(plan());
    const replaced = (given ?? []).filter(
      ({ kind, lineage }) =>
        proposals.some((each) => each.kind === kind && each.lineage === lineage) &&
        code !== 'migration.duplicate-decision',
    );
    const decisions =
      given === null
        ? proposals.slice(1)
        : proposals.map(
            (each) =>
              replaced.find(({ kind, lineage }) => each.kind === kind && each.lineage === lineage) ?? each,
          );
    const others = (given ?? []).filter((each) => !replaced.includes(each));
    expect(() => decideMigration(plan(), [...decisions, ...others], MAX_LEVEL)).toThrow(
      expect.objectContaining({ code, pointer }),
    );
  });

  test.each([
    ['migration.unknown-requirement', [asked('a'), asked('sub')], '/requirements/1'],
    ['migration.duplicate-requirement', [asked('a'), asked('a')], '/requirements/1'],
    ['migration.level-off-scale', [asked('a', { requiredLevel: 0 })], '/requirements/0/requiredLevel'],
    ['migration.invalid-weight', [asked('a', { weight: 101 })], '/requirements/0/weight'],
    ['migration.invalid-evidence', [asked('a', { evidence: 'seen' as never })], '/requirements/0/evidence'],
  ])('refuses as %s what is no requirement', (code, profile, pointer) => {
    expect(() => plan(profile)).toThrow(expect.objectContaining({ code, pointer }));
  });
});

describe('a weight', () => {
  test('is shared in whole numbers of at least 1 that add up to it, or to their count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 120 }), (weight, count) => {
        const shares = shareWeight(weight, count);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.max(weight, count));
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        expect(shares.toSorted((left, right) => right - left)).toEqual(shares);
      }),
    );
  });
});

describe('any migration', () => {
  const LINEAGES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const NEW = ['v', 'w', 'x', 'y', 'z'];
  const older = release(...LINEAGES.map((lineage, no) => ksa(lineage, no + 1)));
  const requirement = (lineage: string) =>
    fc.record({
      lineage: fc.constant(lineage),
      requiredLevel: fc.integer({ min: 1, max: MAX_LEVEL }),
      weight: fc.integer({ min: 1, max: 100 }),
      critical: fc.boolean(),
      evidence: fc.constantFrom(...evidences),
      evidenceChosen: fc.boolean(),
    });
  /** For each KSA of the older release what becomes of it: nothing, or successors of a kind. */
  const fate = fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    fc.record({
      kind: fc.constantFrom('split' as const, 'merged' as const, 'retired' as const),
      to: fc.uniqueArray(fc.constantFrom(...NEW, ...LINEAGES), { minLength: 1, maxLength: 3 }),
      isNothing: fc.boolean(),
    }),
  );
  const someCase = fc
    .record({
      fates: fc.tuple(...LINEAGES.map(() => fate)),
      profile: fc
        .subarray(LINEAGES, { minLength: 1 })
        .chain((lineages) => fc.tuple(...lineages.map(requirement))),
    })
    .map(({ fates, profile }) => {
      const successions = LINEAGES.flatMap((from, place) => {
        const it = fates[place] ?? null;
        if (it === null) return [];
        if (it.kind === 'retired' && it.isNothing) return [succession('retired', from, null)];
        const to = it.kind === 'merged' ? it.to.slice(0, 1) : it.to;
        return to.map((each) => succession(it.kind, from, each));
      });
      const goes = new Set(successions.map(({ from }) => from));
      const there = new Set([
        ...LINEAGES.filter((lineage) => !goes.has(lineage)),
        ...successions.flatMap(({ to }) => (to === null ? [] : [to])),
      ]);
      const newer = release(...[...there].map((lineage, no) => ksa(lineage, no + 1)));
      return { profile, newer, successions };
    });
  const moved = (profile: readonly LineageRequirement[], newer: typeof older, between: Succession[][]) => {
    const steps = planMigration(profile, older, newer, between);
    return { steps, result: decideMigration(steps, proposalsOf(steps), MAX_LEVEL) };
  };

  test('to the same release changes nothing', () => {
    fc.assert(
      fc.property(someCase, ({ profile }) => {
        const { steps, result } = moved(profile, older, []);
        expect(steps.every((step) => step.kind === 'kept' && step.changes.length === 0)).toBe(true);
        expect(result.map(({ item: _, from: __, ...rest }) => rest)).toEqual(
          profile.toSorted((left, right) => (left.lineage < right.lineage ? -1 : 1)),
        );
      }),
    );
  });

  test('as proposed asks only for KSAs of the newer release, each once, in code order and range', () => {
    fc.assert(
      fc.property(someCase, ({ profile, newer, successions }) => {
        const { result } = moved(profile, newer, [successions]);
        const known = new Set(newer.items.map(({ lineage }) => lineage));
        const lineages = result.map(({ lineage }) => lineage);
        expect(lineages.every((lineage) => known.has(lineage))).toBe(true);
        expect(new Set(lineages).size).toBe(lineages.length);
        const codes = result.map(({ item: { code } }) => code);
        expect(codes.toSorted(compareCodes)).toEqual(codes);
        for (const { requiredLevel, weight } of result) {
          expect(requiredLevel).toBeGreaterThanOrEqual(1);
          expect(requiredLevel).toBeLessThanOrEqual(MAX_LEVEL);
          expect(weight).toBeGreaterThanOrEqual(1);
          expect(weight).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('as proposed loses no requirement but what nothing replaces, and asks for no less of any', () => {
    fc.assert(
      fc.property(someCase, ({ profile, newer, successions }) => {
        const { steps, result } = moved(profile, newer, [successions]);
        for (const before of profile) {
          const after = result.filter(({ from }) => from.includes(before.lineage));
          const dropped = steps.some(
            (step) =>
              step.kind === 'retired' &&
              step.requirement.lineage === before.lineage &&
              step.replacements.length === 0,
          );
          expect(after.length === 0).toBe(dropped);
          for (const each of after) {
            expect(each.requiredLevel).toBeGreaterThanOrEqual(before.requiredLevel);
            expect(each.critical || !before.critical).toBe(true);
            expect(evidences.indexOf(each.evidence)).toBeGreaterThanOrEqual(
              evidences.indexOf(before.evidence),
            );
          }
        }
      }),
    );
  });

  test('comes out the same whatever the order of requirements and decisions', () => {
    fc.assert(
      fc.property(someCase, ({ profile, newer, successions }) => {
        const { result } = moved(profile, newer, [successions]);
        const steps = planMigration(profile.toReversed(), older, newer, [successions.toReversed()]);
        const again = decideMigration(steps, proposalsOf(steps).toReversed(), MAX_LEVEL);
        const sorted = (each: MigratedRequirement) => ({ ...each, from: each.from.toSorted() });
        expect(again.map(sorted)).toEqual(result.map(sorted));
      }),
    );
  });
});
