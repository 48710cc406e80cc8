import fc from 'fast-check';
import type { AnalysedItem, AnalysedRelease } from './analysed-release.ts';

const AREAS = ['wood', 'stone', 'air'];
const TITLES = ['Turner', 'Mason', 'Pilot', 'Smith'];

/** Two tiers of two competencies of two sub-competencies each; KSAs stand under any of them, and under none. */
function items(ksas: readonly number[]): AnalysedItem[] {
  const above: AnalysedItem[] = ['1', '2'].flatMap((tier) => [
    item(tier, 'tier', null),
    ...['1', '2'].flatMap((part) => [
      item(`${tier}.${part}`, 'competency', tier),
      ...['01', '02'].map((sub) => item(`${tier}.${part}.${sub}`, 'sub-competency', `${tier}.${part}`)),
    ]),
  ]);
  const subCompetencies = above.filter(({ kind }) => kind === 'sub-competency');
  return [
    ...above,
    ...ksas.map((under, place) =>
      item(`${subCompetencies[under]?.code ?? '9.9.99'}.${place}`, 'ksa', subCompetencies[under]?.id ?? null),
    ),
  ];
}

function item(code: string, kind: AnalysedItem['kind'], parent: string | null): AnalysedItem {
  const idOf = (what: string) => (what.startsWith('id ') ? what : `id ${what}`);
  return {
    id: idOf(code),
    code,
    kind,
    parentId: parent === null ? null : idOf(parent),
    title: `What ${code} is`,
  };
}

/** Up to 10 KSAs and 8 occupations, of which some share their title, some select nothing and some KSAs nobody needs. */
export const someRelease: fc.Arbitrary<AnalysedRelease> = fc
  .record({
    ksas: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 10 }),
    occupations: fc.uniqueArray(
      fc.record({
        title: fc.constantFrom(...TITLES),
        technologyArea: fc.constantFrom(...AREAS),
        selectedBy: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 8, selector: ({ title, technologyArea }) => `${title} ${technologyArea}` },
    ),
    cells: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 80, maxLength: 80 }),
  })
  .map(({ ksas, occupations, cells }) => {
    const all = items(ksas);
    const named = occupations.map((occupation, place) => ({ id: `occupation ${place}`, ...occupation }));
    const selections = all
      .filter(({ kind }) => kind === 'ksa')
      .flatMap(({ id }, row) =>
        named.flatMap((occupation, column) => {
          const count = cells[row * 8 + column] ?? 0;
          return count > 0 ? [{ occupationId: occupation.id, ksaId: id, count }] : [];
        }),
      );
    return {
      areas: AREAS.map((code) => ({ code, name: code.toUpperCase() })),
      items: all,
      occupations: named,
      selections,
    };
  });
