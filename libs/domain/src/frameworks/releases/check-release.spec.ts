import { describe, expect, test } from '@jest/globals';
import { checkRelease } from './check-release.ts';
import { aRelease } from './release-content.arbitrary.ts';
import type { ItemContent, ReleaseContent } from './release-content.ts';

const told = (release: ReleaseContent) => checkRelease(release).map(({ check, name }) => [check, name]);

/** The release with one item changed. */
function withItem(code: string, change: Partial<ItemContent>): ReleaseContent {
  const release = aRelease();
  return {
    ...release,
    items: release.items.map((item) => (item.code === code ? { ...item, ...change } : item)),
  };
}

describe('a release', () => {
  test('without a fault passes', () => {
    expect(checkRelease(aRelease())).toEqual([]);
  });

  test.each<[string, ReleaseContent, unknown[]]>([
    ['that is empty', { ...aRelease(), items: [], selections: [] }, [['empty-release', '']]],
    ['with a code twice', withItem('5.2.02.03', { code: '5.2.02.02' }), [['duplicate-code', '5.2.02.02']]],
    ['with an orphan', withItem('5.2.02.03', { parent: 'gone' }), [['orphan', '5.2.02.03']]],
    ['with a KSA under nothing', withItem('5.2.02.03', { parent: null }), [['orphan', '5.2.02.03']]],
    [
      'with a KSA under a competency',
      withItem('5.2.02.03', { parent: '5.2' }),
      [['wrong-parent', '5.2.02.03']],
    ],
    ['with a tier under another', withItem('5', { parent: '4' }), [['wrong-parent', '5']]],
    [
      'with a circle',
      withItem('5.2', { parent: '5.2.02' }),
      [
        ['circle', '5.2'],
        ['circle', '5.2.02'],
      ],
    ],
    [
      'with a definition of no source',
      withItem('4.1.01.01', { definition: 'What it is.' }),
      [['unsourced-definition', '4.1.01.01']],
    ],
    [
      'with an area that it lacks',
      { ...aRelease(), areas: [] },
      ['Builders', 'Fitters', 'Menders'].map((name) => ['unknown-technology-area', name]),
    ],
    [
      'with an occupation twice',
      {
        ...aRelease(),
        occupations: aRelease().occupations.map((each) => ({
          ...each,
          title: each.title === 'Menders' ? 'Fitters' : each.title,
        })),
      },
      [['duplicate-occupation', 'Fitters']],
    ],
    [
      'that selects what is no KSA',
      { ...aRelease(), selections: [{ occupation: 'Builders', ksa: '4.1.01', count: 1 }] },
      [['selection-of-nothing', 'Builders']],
    ],
  ])('%s fails, and the place is named', (_, release, faults) => {
    expect(told(release)).toEqual(faults);
  });

  test('with a competency that holds nothing fails; a definition that is marked or sourced passes', () => {
    const release = aRelease();
    const items = release.items.filter(({ parent }) => parent !== '4.2.02');
    expect(told({ ...release, items })).toEqual([['empty-competency', '4.2.02']]);
    expect(told(withItem('4.1.01.01', { definition: 'It.', provisional: true }))).toEqual([]);
    expect(told(withItem('4.1.01.01', { definition: 'It.', definitionSource: 'DOL' }))).toEqual([]);
  });
});
