import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { analyse } from './analysis/analyse.ts';
import { type CompiledRelease, compileRelease } from './analysis/analysed-release.ts';
import { compareOccupations } from './analysis/compare-occupations.ts';
import { nearestOccupations } from './analysis/nearest-occupations.ts';
import { analyses, analysisNames, reportsRule } from './analysis/questions.ts';
import { compareCodes, parseKsaCode } from './ksa-code.ts';
import { printedKey } from './printed/printed-figure.ts';
import { placeOf } from './printed/printed-places.ts';
import { printedBeside, recomputePrinted } from './printed/recompute-printed.ts';
import { ReleaseFacts } from './printed/release-facts.ts';
import { checkRelease, parentKindOf } from './releases/check-release.ts';
import { decideMigration } from './releases/decide-migration.ts';
import { diffReleases } from './releases/diff-releases.ts';
import { byOrigin, followSuccessions } from './releases/follow-successions.ts';
import { planMigration } from './releases/migrate-profile.ts';
import type { LineageRequirement, MigrationDecision, MigrationStep } from './releases/migration-step.ts';
import { nextCode } from './releases/next-code.ts';
import type { ItemContent, ReleaseContent, Succession } from './releases/release-content.ts';
import {
  type AssembledList,
  type ItemRow,
  type NewLineages,
  type OccupationRow,
  ReleaseAssembly,
  type ReportFault,
} from './releases/transfer/release-assembly.ts';
import { canonicalRelease, type ReleaseDocument } from './releases/transfer/release-document.ts';
import { releaseJson } from './releases/transfer/release-json.ts';
import { tableRows, type ReleaseTable } from './releases/transfer/release-tables.ts';

const item = (
  lineage: string,
  code: string,
  kind: ItemContent['kind'],
  parent: string | null,
): ItemContent => ({
  ...{ lineage, code, kind, parent, title: `What ${code} is` },
  ...{ definition: null, definitionSource: null, provisional: false },
});
const frame = [
  item('tier', '4', 'tier', null),
  item('competency', '4.1', 'competency', 'tier'),
  item('sub', '4.1.01', 'sub-competency', 'competency'),
];
const ksa = (lineage: string, no: number) => item(lineage, `4.1.01.0${no}`, 'ksa', 'sub');
const content = (...ksas: ItemContent[]): ReleaseContent => ({
  areas: [{ code: 'materials', name: 'Materials' }],
  items: [...frame, ...ksas],
  occupations: [
    {
      ...{ lineage: 'fitter', title: 'Fitter', technologyArea: 'materials', definition: null },
      ...{ selectedBy: 2, roleFamily: null },
    },
  ],
  selections: [{ occupation: 'fitter', ksa: 'a', count: 2 }],
  successions: [{ subject: 'item', kind: 'split', from: 'a', to: 'b' }],
});
const older = () => content(...['a', 'b', 'c', 'd', 'e'].map((lineage, place) => ksa(lineage, place + 1)));
const newer = () => content(ksa('a', 1), ksa('b', 2), ksa('f', 3), ksa('g', 4));
const succession = (kind: Succession['kind'], from: string, to: string | null): Succession => ({
  ...{ subject: 'item', kind, from, to },
});
/** a stays, b is divided, c and d become one, e is retired. */
const between = () => [
  [
    ...[succession('split', 'b', 'b'), succession('split', 'b', 'g')],
    ...[succession('merged', 'c', 'f'), succession('merged', 'd', 'f'), succession('retired', 'e', 'a')],
  ],
];
const required = (lineage: string): LineageRequirement => ({
  ...{ lineage, requiredLevel: 2, weight: 3, critical: true, evidence: 'any', evidenceChosen: true },
});
const requirements = () => ['a', 'b', 'c', 'd', 'e'].map(required);
const planned = planMigration(requirements(), older(), newer(), between());
const steps = (): MigrationStep[] => planned;
const decisions = (): MigrationDecision[] =>
  steps().flatMap((step) => (step.kind === 'kept' ? [] : [step.proposal]));

const analysed = () => ({
  areas: [{ code: 'materials', name: 'Materials' }],
  items: [...frame, ksa('a', 1), ksa('b', 2)].map(({ lineage, code, kind, parent, title }) => ({
    ...{ id: lineage, code, kind, parentId: parent, title },
  })),
  occupations: [
    { id: 'fitter', title: 'Fitter', technologyArea: 'materials', selectedBy: 2 },
    { id: 'mender', title: 'Mender', technologyArea: 'materials', selectedBy: 1 },
  ],
  selections: [
    { occupationId: 'fitter', ksaId: 'a', count: 2 },
    { occupationId: 'fitter', ksaId: 'b', count: 1 },
    { occupationId: 'mender', ksaId: 'b', count: 1 },
  ],
});
const release = compileRelease(analysed());
const subjects = { area: 'materials', ksa: '4.1.01.01' };
const question = (name: (typeof analysisNames)[number]) => {
  const { subject } = analyses[name];
  return { name, subject: subject === null ? null : subjects[subject], under: null };
};
const printed = () => [
  { figure: 'Table 1', row: 'materials', column: '# KSAs', printed: '2' },
  { figure: 'Section 3.3.4', row: '4.1.01.01', column: 'listed', printed: 'yes' },
  { figure: 'Section 3.2.2', row: '4.1.01.01', column: 'associated skill 1', printed: 'What 4.1.01.02 is' },
];
const figure = () => analyse(release, question('ksas-by-area'));
const document = (): ReleaseDocument => ({
  framework: { uri: 'https://example.org/f', name: 'Of ours', publisher: 'We', licence: 'CC0' },
  release: {
    ...{ uri: null, label: '1', state: 'draft', publishedOn: null, basedOn: null },
    attribution: 'Ours',
  },
  content: older(),
});
const itemRow = (): ItemRow => {
  const { parent, ...rest } = ksa('a', 1);
  return { ...rest, key: 'a', parentKey: parent };
};
const occupationRow = (): OccupationRow => ({ ...content().occupations[0]!, key: 'fitter', lineage: null });
const lineages = (): NewLineages => ({ item: ({ code }) => code, occupation: ({ title }) => title });

await describeBadInput(['frameworks'], {
  compareCodes: ask(() => ['4.1', '4.1.01']),
  isKsaCode: ask(() => ['4.1.01.01']),
  parseKsaCode: ask(() => ['4.1.01.01']),
  checkRelease: ask(() => [older()]),
  parentKindOf: ask(() => ['ksa']),
  diffReleases: ask(() => [content(ksa('a', 1)), content(ksa('b', 2)), between()]),
  decideMigration: ask(() => [steps(), decisions(), 4]),
  byOrigin: ask(() => [between()[0]]),
  followSuccessions: ask(() => ['b', between().map(byOrigin)]),
  planMigration: ask(() => [requirements(), { items: older().items }, { items: newer().items }, between()]),
  nextCode: ask(() => ['ksa', '4.1.01', ['4.1.01.01']]),
  ownPartOfCode: ask(() => ['4.1.01', '4.1']),
  analyse: ask(...analysisNames.map((name) => () => [release, question(name), reportsRule(name)]), () => [
    release,
    { ...question('most-cited-ksas'), under: '4.1' },
    'titles',
  ]),
  compileRelease: ask(() => [analysed()]),
  compareOccupations: ask(() => [release, 0, 1]),
  nearestOccupations: ask(() => [release, new Set([0, 1]), 'jaccard']),
  nearnessOf: ask(() => ['jaccard', { shared: 1, needed: 2, had: 3 }]),
  reportsRule: ask(() => ['careers']),
  rulesOf: ask(() => ['careers']),
  printedKey: ask(() => [printed()[0]]),
  placeOf: ask(
    () => [printed()[0]],
    () => [printed()[2]],
  ),
  printedBeside: ask(() => [figure(), question('ksas-by-area'), printed()]),
  recomputePrinted: ask(() => [release, printed()]),
  ReleaseFacts: {
    good: [() => [release, '4.1', 'materials', 'materials']],
    call: (release: CompiledRelease, code: string, area: string, other: string) => {
      const facts = new ReleaseFacts(release);
      const { items, ksas } = { items: facts.items('tier'), ksas: facts.ksasUnder(code) };
      return [
        ...[items, ksas, facts.subCompetencies(code), facts.lines(code, area), facts.areas(code)],
        ...[facts.ksasOfArea(area), facts.ksasShared(area, other), facts.ksasOnlyIn(area)],
        facts.ksasInSeveralAreas(code),
      ];
    },
  },
  reportStatements: ask(() => []),
  settledSuccessions: ask(() => [older()]),
  laterSuccessions: ask(() => [content().successions, older(), true]),
  canonicalRelease: {
    good: [() => [older()]],
    call: (content: ReleaseContent) => finished(canonicalRelease(content)),
  },
  parentsFirst: ask(() => [older().items]),
  releaseJson: {
    good: [() => [document()]],
    call: (document: ReleaseDocument) => [...releaseJson(document)],
  },
  tableRows: {
    good: [() => [document(), 'release'], () => [document(), 'items'], () => [document(), 'selections']],
    call: (document: ReleaseDocument, table: ReleaseTable) => [...tableRows(document, table)],
  },
  beginsLikeFormula: ask(() => ['=1']),
  defused: ask(() => ['=1']),
  restored: ask(() => ["'=1"]),
  ReleaseAssembly: {
    good: [
      () => [
        ...[() => undefined, () => false, 1, content().areas[0], itemRow(), occupationRow()],
        ...[content().selections[0], content().successions[0], 'items', 'b', lineages()],
      ],
    ],
    call: (
      report: ReportFault,
      areasAreImplied: () => boolean,
      at: number,
      area: ReleaseContent['areas'][number],
      item: ItemRow,
      occupation: OccupationRow,
      selection: ReleaseContent['selections'][number],
      succession: Succession,
      list: Exclude<AssembledList, 'selections' | 'successions'>,
      key: string,
      lineages: NewLineages,
    ) => {
      const assembly = new ReleaseAssembly(report, areasAreImplied);
      assembly.area(at, area);
      assembly.item(at, item);
      assembly.occupation(at, occupation);
      assembly.selection(at, selection);
      assembly.succession(at, succession);
      assembly.unsound(list, key);
      const { successions } = finished(assembly.finish(lineages));
      finished(assembly.checkSuccessions(successions));
      return [successions, ...assembly.itemLineages(), ...assembly.successionRows()];
    },
  },
});

function finished<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('an error names the item:', () => {
  const checking = (change: object) => () => checkRelease({ ...older(), ...change });
  const first = (list: 'items' | 'occupations' | 'selections', change: object) =>
    checking({ [list]: [{ ...older()[list][0], ...change }] });
  const deciding = (change: object) => () => {
    const [decision, ...others] = decisions();
    return decideMigration(steps(), [{ ...decision, ...change } as never, ...others], 4);
  };
  const moving = (change: object) => () =>
    planMigration([{ ...required('a'), ...change }], older(), newer(), between());
  const asking = (change: object) => () => analyse(release, { ...question('careers'), ...change });

  test.each<[string, string, () => unknown]>([
    ['frameworks.invalid-ksa-code', '/code', () => parseKsaCode(null as never)],
    ['frameworks.invalid-code', '/b', () => compareCodes('4', null as never)],
    ['frameworks.invalid-kind', '/kind', () => parentKindOf('tiers' as never)],
    ['frameworks.invalid-code', '/siblings/0', () => nextCode('ksa', '4.1.01', [null as never])],
    ['frameworks.invalid-release', '', () => checkRelease(null as never)],
    ['frameworks.invalid-release', '/areas', checking({ areas: null })],
    ['frameworks.invalid-release', '/items/0', checking({ items: [null] })],
    ['frameworks.invalid-release', '/items/0/code', first('items', { code: Number.NaN })],
    ['frameworks.invalid-release', '/items/0/kind', first('items', { kind: 'tiers' })],
    ['frameworks.invalid-release', '/items/0/parent', first('items', { parent: undefined })],
    ['frameworks.invalid-release', '/occupations/0/selectedBy', first('occupations', { selectedBy: 0.5 })],
    ['frameworks.invalid-release', '/selections/0/count', first('selections', { count: Number.NaN })],
    ['frameworks.invalid-release', '/newer/areas', () => diffReleases(older(), {} as never, [])],
    ['frameworks.invalid-release', '/older', () => diffReleases(null as never, newer(), [])],
    ['frameworks.invalid-release', '/between', () => diffReleases(older(), newer(), null as never)],
    [
      'frameworks.invalid-release',
      '/between/0/0/kind',
      () => diffReleases(older(), newer(), [[succession('gone' as never, 'a', null)]]),
    ],
    ['frameworks.invalid-release', '/lineage', () => followSuccessions(undefined as never, [])],
    ['frameworks.invalid-release', '/releases', () => followSuccessions('a', [[]] as never)],
    [
      'migration.invalid-requirement',
      '/requirements',
      () => planMigration(null as never, older(), newer(), []),
    ],
    ['migration.invalid-requirement', '/requirements/0/critical', moving({ critical: 'no' })],
    ['migration.invalid-weight', '/requirements/0/weight', moving({ weight: Number.NaN })],
    ['migration.invalid-step', '/steps', () => decideMigration(null as never, [], 4)],
    ['migration.invalid-step', '/steps/0/kind', () => decideMigration([{ kind: 'gone' }] as never, [], 4)],
    ['migration.invalid-decision', '/decisions', () => decideMigration(steps(), null as never, 4)],
    ['migration.invalid-decision', '/decisions/0/lineage', deciding({ lineage: Number.NaN })],
    ['migration.invalid-decision', '/decisions/0/parts', deciding({ parts: null })],
    ['frameworks.invalid-release', '', () => compileRelease(null as never)],
    [
      'frameworks.invalid-release',
      '/selections/0/count',
      () => compileRelease({ ...analysed(), selections: [{ occupationId: 'o', ksaId: 'k', count: 0.5 }] }),
    ],
    ['frameworks.release-not-compiled', '/release', () => analyse(analysed() as never, question('careers'))],
    ['frameworks.invalid-question', '/name', asking({ name: 'constructor' })],
    ['frameworks.invalid-question', '/subject', asking({ subject: undefined })],
    ['frameworks.nothing-to-analyse', '/subject', asking({ subject: '9' })],
    [
      'frameworks.rule-of-another-analysis',
      '/rule',
      () => analyse(release, question('careers'), null as never),
    ],
    ['frameworks.nothing-to-analyse', '/second', () => compareOccupations(release, 0, Number.NaN)],
    ['frameworks.nothing-to-analyse', '/ksas', () => nearestOccupations(release, new Set([0.5]), 'shared')],
    [
      'frameworks.rule-of-another-analysis',
      '/rule',
      () => nearestOccupations(release, new Set([0]), 'near' as never),
    ],
    ['frameworks.invalid-figure', '/row', () => printedKey({ figure: 'Table 1', column: '' } as never)],
    ['frameworks.invalid-figure', '', () => placeOf(null as never)],
    ['frameworks.invalid-figure', '/printed/0', () => recomputePrinted(release, [null as never])],
    [
      'frameworks.invalid-figure',
      '/figure/values',
      () => printedBeside({ ...figure(), values: [[Number.NaN]] }, question('careers'), []),
    ],
    [
      'frameworks.invalid-release',
      '/content/items/0/title',
      () => [
        ...releaseJson({
          ...document(),
          content: { ...older(), items: [{ ...ksa('a', 1), title: 5 as never }] },
        }),
      ],
    ],
    [
      'frameworks.invalid-release',
      '/release/state',
      () => [
        ...tableRows({ ...document(), release: { ...document().release, state: 'lost' as never } }, 'items'),
      ],
    ],
    ['frameworks.invalid-release', '/table', () => [...tableRows(document(), 'constructor' as never)]],
    [
      'frameworks.invalid-release',
      '/row/key',
      () => {
        new ReleaseAssembly(() => undefined).item(1, { ...itemRow(), key: 5 as never });
      },
    ],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });

  test('what only looks like a printed list is none', () => {
    const rank = {
      figure: 'Section 3.2.2',
      row: '4.1.01.01',
      column: 'associated skill first',
      printed: 'x',
    };
    expect(placeOf(rank)).toBeUndefined();
    expect(placeOf({ ...rank, figure: 'constructor' })).toBeUndefined();
  });
});
