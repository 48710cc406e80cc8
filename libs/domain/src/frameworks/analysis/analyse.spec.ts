import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCodes } from '../ksa-code.ts';
import { analyse } from './analyse.ts';
import { type AnalysedRelease, compileRelease } from './analysed-release.ts';
import type { CountingRule } from './counting-rules.ts';
import { NaiveCounts } from './naive-counts.oracle.ts';
import { analyses, analysisNames, type AnalysisName, type AnalysisRule, rulesOf } from './questions.ts';
import { someRelease } from './releases.arbitrary.ts';

const ask = (
  release: AnalysedRelease,
  name: AnalysisName,
  rule: AnalysisRule,
  { subject = null, under = null }: { subject?: string | null; under?: string | null } = {},
) => analyse(compileRelease(release), { name, subject, under }, rule);

/** Of every release and each rule of the analysis. */
function forAll(
  name: AnalysisName,
  hold: (release: AnalysedRelease, rule: AnalysisRule, naive: NaiveCounts) => void,
): void {
  fc.assert(
    fc.property(someRelease, fc.constantFrom(...rulesOf(name)), (release, rule) =>
      hold(release, rule, new NaiveCounts(release)),
    ),
    { numRuns: 200 },
  );
}

describe('what areas need', () => {
  test('is counted KSA by KSA, apart what no other area needs', () => {
    forAll('ksas-by-area', (release, rule, naive) => {
      const { rows, values } = ask(release, 'ksas-by-area', rule);
      expect(rows.map(({ key }) => key)).toEqual(release.areas.map(({ code }) => code));
      for (const [place, { code }] of release.areas.entries()) {
        const needed = naive.ksas.filter((ksa) => naive.areas(ksa.code).includes(code));
        const sum = (ksas: typeof needed) =>
          ksas.reduce((all, ksa) => all + naive.count(ksa.code, rule as CountingRule, code), 0);
        const only = sum(needed.filter((ksa) => naive.areas(ksa.code).length === 1));
        expect(values[place]).toEqual([sum(needed), only, sum(needed) - only]);
      }
    });
  });

  test('is shared by each two of them, and by an area with itself', () => {
    forAll('shared-ksas-of-areas', (release, rule, naive) => {
      const { values } = ask(release, 'shared-ksas-of-areas', rule);
      for (const [row, one] of release.areas.entries()) {
        for (const [column, other] of release.areas.entries()) {
          const both = naive.ksas.filter((ksa) =>
            [one.code, other.code].every((area) => naive.areas(ksa.code).includes(area)),
          );
          const count = (ksa: string, area: string) => naive.count(ksa, rule as CountingRule, area);
          const expected = both.reduce((sum, { code }) => {
            if (rule === 'ksas') return sum + 1;
            return sum + count(code, one.code) + (row === column ? 0 : count(code, other.code));
          }, 0);
          expect(values[row]?.[column]).toBe(expected);
        }
      }
    });
  });

  test('and no other area does is listed, the most cited first, ties in code order', () => {
    forAll('unique-ksas', (release, rule, naive) => {
      for (const { code: subject } of release.areas) {
        const { rows, values } = ask(release, 'unique-ksas', rule, { subject });
        const expected = naive.ksas
          .filter((ksa) => naive.areas(ksa.code).join() === subject)
          .map(({ code }) => [naive.count(code, rule as CountingRule), code] as const)
          .sort(([a, one], [b, other]) => b - a || compareCodes(one, other));
        expect(rows.map(({ code }, place) => [values[place]?.[0], code])).toEqual(expected);
      }
    });
  });
});

describe('competencies and sub-competencies', () => {
  test.each(['competency', 'sub-competency'] as const)(
    'hold KSAs of one area, of several, and of none: %s',
    (kind) => {
      forAll(`ksas-by-${kind}`, (release, rule, naive) => {
        const { rows, values } = ask(release, `ksas-by-${kind}`, rule);
        expect(rows.map(({ code }) => code)).toEqual(naive.of(kind).map(({ code }) => code));
        for (const [place, { code }] of naive.of(kind).entries()) {
          const sum = (areas: (count: number) => boolean) =>
            naive
              .under(code)
              .filter((ksa) => areas(naive.areas(ksa.code).length))
              .reduce((all, ksa) => all + naive.count(ksa.code, rule as CountingRule), 0);
          expect(values[place]).toEqual([
            sum(() => true),
            sum((count) => count > 1),
            sum((count) => count === 1),
          ]);
        }
      });
    },
  );

  test.each(['competency', 'sub-competency'] as const)('are selected by each area: %s', (kind) => {
    forAll(`selections-by-${kind}`, (release, rule, naive) => {
      const { columns, values } = ask(release, `selections-by-${kind}`, rule);
      expect(columns.map(({ key }) => key)).toEqual([...release.areas.map(({ code }) => code), 'all']);
      expect(values).toEqual(
        naive
          .of(kind)
          .map(({ code }) => [
            ...release.areas.map((area) => naive.count(code, rule as CountingRule, area.code)),
            naive.count(code, rule as CountingRule),
          ]),
      );
    });
  });

  test('that an area selects are ranked by how much it does', () => {
    forAll('top-sub-competencies', (release, rule, naive) => {
      for (const { code: subject } of release.areas) {
        const { rows, values } = ask(release, 'top-sub-competencies', rule, { subject });
        const expected = naive
          .of('sub-competency')
          .map(({ code }) => [naive.count(code, rule as CountingRule, subject), code] as const)
          .filter(([count]) => count > 0)
          .sort(([a, one], [b, other]) => b - a || compareCodes(one, other));
        expect(rows.map(({ code }, place) => [values[place]?.[0], code])).toEqual(expected);
      }
    });
  });

  test('are named from three KSAs on', () => {
    forAll('named-sub-competencies', (release, rule, naive) => {
      const named = ask(release, 'named-sub-competencies', rule).rows.map(({ code }) => code);
      expect(named.toSorted()).toEqual(
        naive
          .of('sub-competency')
          .map(({ code }) => code)
          .filter((code) => naive.under(code).length >= 3),
      );
    });
  });

  test.each([
    ['shared-occupations-of-competencies', 'competency'],
    ['shared-occupations-of-sub-competencies', 'sub-competency'],
  ] as const)('share what needs both of them: %s', (name, kind) => {
    forAll(name, (release, rule, naive) => {
      const { values } = ask(release, name, rule);
      const weigh = (id: string) =>
        rule === 'institutes' ? release.occupations.find((each) => each.id === id)!.selectedBy : 1;
      const sets = naive
        .of(kind)
        .map(({ code }) => (rule === 'titles' ? naive.titles(code) : naive.occupations(code)));
      expect(values).toEqual(
        sets.map((one) =>
          sets.map((other) =>
            [...one].filter((each) => other.has(each)).reduce((sum, each) => sum + weigh(each), 0),
          ),
        ),
      );
    });
  });
});

describe('KSAs', () => {
  test.each(['most-cited-ksas', 'area-spanning-ksas'] as const)(
    'are ranked by count and areas, ties in code order: %s',
    (name) => {
      forAll(name, (release, rule, naive) => {
        const { rows, values } = ask(release, name, rule);
        const expected = naive.ksas
          .map(({ code }) => ({
            code,
            line: [
              naive.count(code, rule as CountingRule),
              naive.areas(code).length,
              ...release.areas.map((area) => naive.count(code, rule as CountingRule, area.code)),
            ],
          }))
          .filter(({ line }) => line[0]! > 0)
          .sort(({ code: one, line: [a, b] }, { code: other, line: [c, d] }) => {
            const [first, second] = name === 'most-cited-ksas' ? [c! - a!, d! - b!] : [d! - b!, c! - a!];
            return first || second || compareCodes(one, other);
          });
        expect(rows.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
        expect(values).toEqual(expected.map(({ line }) => line));
      });
    },
  );

  test('align with so many occupations, and with so many or more', () => {
    forAll('ksas-by-occupations', (release, rule, naive) => {
      const { rows, values } = ask(release, 'ksas-by-occupations', rule);
      const counts = naive.ksas.map(({ code }) => naive.count(code, rule as CountingRule));
      expect(rows.map(({ key }) => Number(key))).toEqual([...new Set(counts)].sort((a, b) => a - b));
      for (const [place, { key }] of rows.entries())
        expect(values[place]).toEqual([
          counts.filter((count) => count === Number(key)).length,
          counts.filter((count) => count >= Number(key)).length,
        ]);
    });
  });

  test('go with one by each rule of association, the strongest first', () => {
    forAll('associated-ksas', (release, rule, naive) => {
      for (const { code: subject } of naive.ksas) {
        const needing = naive.occupations(subject);
        const titles = naive.titles(subject);
        const strength = (code: string): number => {
          const there = naive.occupations(code);
          const both = [...there].filter((id) => needing.has(id));
          switch (rule) {
            case 'lines':
              return naive
                .lines(code)
                .filter(({ occupation }) => titles.has(occupation.title))
                .reduce((sum, { count }) => sum + count, 0);
            case 'titles':
              return [...naive.titles(code)].filter((title) => titles.has(title)).length;
            case 'occupations':
              return both.length;
            case 'institutes':
              return naive
                .lines(code)
                .filter(({ occupationId }) => needing.has(occupationId))
                .reduce((sum, { occupation }) => sum + occupation.selectedBy, 0);
            case 'jaccard':
              return both.length / new Set([...there, ...needing]).size;
            default:
              return (both.length * release.occupations.length) / (there.size * needing.size);
          }
        };
        const { rows, values } = ask(release, 'associated-ksas', rule, { subject });
        const expected = naive.ksas
          .filter(({ code }) => code !== subject)
          .map(({ code }) => [strength(code), code] as const)
          .filter(([value]) => value > 0)
          .sort(([a, one], [b, other]) => b - a || compareCodes(one, other));
        expect(rows.map(({ code }, place) => [values[place]?.[0], code])).toEqual(expected);
      }
    });
  });

  test('lead to the careers that need them', () => {
    forAll('careers', (release, rule, naive) => {
      for (const { code: subject } of naive.ksas) {
        const { rows, values } = ask(release, 'careers', rule, { subject });
        expect(new Set(rows.map(({ key }) => key))).toEqual(naive.occupations(subject));
        const sum = values.reduce((all, [value = 0]) => all + value, 0);
        expect(sum).toBe(naive.count(subject, rule as CountingRule));
      }
    });
  });
});

describe('every analysis', () => {
  const subjectOf = (name: AnalysisName, release: AnalysedRelease): string | null => {
    if (analyses[name].subject === 'area') return release.areas[0]?.code ?? null;
    if (analyses[name].subject === null) return null;
    return release.items.find(({ kind }) => kind === 'ksa')?.code ?? null;
  };

  test('answers the same whatever the order of what it is given', () => {
    fc.assert(
      fc.property(someRelease, fc.constantFrom(...analysisNames), (release, name) => {
        const subject = subjectOf(name, release);
        const turned = {
          ...release,
          items: release.items.toReversed(),
          occupations: release.occupations.toReversed(),
          selections: release.selections.toReversed(),
        };
        for (const rule of rulesOf(name))
          expect(ask(turned, name, rule, { subject })).toEqual(ask(release, name, rule, { subject }));
      }),
      { numRuns: 300 },
    );
  });

  test('that narrows knows only what stands under an item', () => {
    fc.assert(
      fc.property(
        someRelease,
        fc.constantFrom(...analysisNames.filter((name) => analyses[name].narrows)),
        (release, name) => {
          const subject = subjectOf(name, release);
          const rows = (under: string | null) =>
            ask(release, name, rulesOf(name)[0]!, { subject, under }).rows.map(({ code }) => code);
          if (name === 'ksas-by-occupations') return;
          expect(rows('2')).toEqual(rows(null).filter((code) => code?.startsWith('2')));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('that narrows to what is below its rows has none', () => {
    const release: AnalysedRelease = {
      areas: [],
      items: [
        { id: 'a', code: '1', kind: 'competency', parentId: null, title: 'One' },
        { id: 'b', code: '1.1', kind: 'sub-competency', parentId: 'a', title: 'Two' },
        { id: 'c', code: '1.1.1', kind: 'ksa', parentId: 'b', title: 'Three' },
      ],
      occupations: [],
      selections: [],
    };
    const rows = (under: string) =>
      ask(release, 'ksas-by-competency', 'ksas', { under }).rows.map(({ code }) => code);
    expect([rows('1'), rows('1.1')]).toEqual([['1'], []]);
  });

  test('refuses what the release does not have, and a rule that is none of its own', () => {
    fc.assert(
      fc.property(someRelease, (release) => {
        const nothing = expect.objectContaining({ code: 'frameworks.nothing-to-analyse' });
        expect(() => ask(release, 'unique-ksas', 'lines', { subject: 'water' })).toThrow(nothing);
        expect(() => ask(release, 'careers', 'lines', { subject: 'wood' })).toThrow(nothing);
        expect(() => ask(release, 'most-cited-ksas', 'lines', { under: '7' })).toThrow(nothing);
        expect(() => ask(release, 'ksas-by-area', 'titles')).toThrow(
          expect.objectContaining({ code: 'frameworks.rule-of-another-analysis' }),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('stands a draft that has a circle, a KSA under nothing and a selection of nothing', () => {
    const ksa = { kind: 'ksa', title: 'A skill' } as const;
    const release: AnalysedRelease = {
      areas: [{ code: 'wood', name: 'Wood' }],
      items: [
        { id: 'a', code: '1', kind: 'competency', parentId: 'b', title: 'One' },
        { id: 'b', code: '2', kind: 'sub-competency', parentId: 'a', title: 'Two' },
        { id: 'c', code: '2.1', parentId: 'b', ...ksa },
        { id: 'd', code: '3', parentId: 'nowhere', ...ksa },
      ],
      occupations: [
        { id: 'o', title: 'Turner', technologyArea: 'wood', selectedBy: 1 },
        { id: 'p', title: 'Diver', technologyArea: 'water', selectedBy: 1 },
      ],
      selections: [
        { occupationId: 'o', ksaId: 'c', count: 1 },
        { occupationId: 'p', ksaId: 'd', count: 2 },
        { occupationId: 'o', ksaId: 'gone', count: 1 },
      ],
    };
    expect(ask(release, 'ksas-by-area', 'ksas').values).toEqual([[1, 1, 0]]);
    expect(ask(release, 'ksas-by-competency', 'lines').values).toEqual([[1, 0, 1]]);
    expect(ask(release, 'most-cited-ksas', 'lines').values).toEqual([
      [2, 0, 0],
      [1, 1, 1],
    ]);
  });
});
