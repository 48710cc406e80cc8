import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ItemContent, ReleaseContent } from '../release-content.ts';
import { canonicalRelease, parentsFirst } from './release-document.ts';
import { releaseJson } from './release-json.ts';
import { releaseTables, tableColumns, tableRows } from './release-tables.ts';

const item = (lineage: string, kind: ItemContent['kind'], parent: string | null): ItemContent => ({
  ...{ lineage, code: lineage, kind, parent, title: lineage },
  ...{ definition: null, definitionSource: null, provisional: false },
});

const occupation = (lineage: string, technologyArea: string, title: string) => ({
  ...{ lineage, technologyArea, title, definition: null, selectedBy: 1, roleFamily: null },
});

const CONTENT: ReleaseContent = {
  areas: [
    { code: 'robots', name: 'Robots' },
    { code: 'chips', name: 'Chips' },
  ],
  items: [
    item('2', 'tier', null),
    item('1', 'tier', null),
    item('1.2', 'competency', '1'),
    item('1.1', 'competency', '1'),
    item('1.2.1', 'sub-competency', '1.2'),
    item('k2', 'ksa', '1.2.1'),
    item('k1', 'ksa', '1.2.1'),
  ],
  occupations: [
    occupation('c', 'chips', 'A'),
    occupation('b', 'robots', 'B'),
    occupation('a', 'robots', 'A'),
  ],
  selections: [
    { occupation: 'b', ksa: 'k1', count: 1 },
    { occupation: 'a', ksa: 'k1', count: 1 },
    { occupation: 'a', ksa: 'k2', count: 2 },
  ],
  successions: [
    { subject: 'occupation', kind: 'retired', from: 'x', to: null },
    { subject: 'item', kind: 'split', from: 'y', to: 'k2' },
    { subject: 'item', kind: 'split', from: 'y', to: 'k1' },
  ],
};

const canonical = (content: ReleaseContent): ReleaseContent => {
  const work = canonicalRelease(content);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
};

const HEAD = {
  uri: null,
  label: '1',
  state: 'draft',
  publishedOn: null,
  basedOn: null,
  attribution: '',
} as const;
const documentOf = (content: ReleaseContent) => ({
  framework: { uri: 'https://frameworks.example', name: 'F', publisher: 'P', licence: 'L' },
  release: HEAD,
  content,
});

describe('the one order of a release', () => {
  it('has parents before what they hold, siblings in theirs, the rest by what it belongs to', () => {
    const { items, occupations, selections, successions } = canonical(CONTENT);
    expect(items.map(({ lineage }) => lineage)).toEqual(['2', '1', '1.2', '1.2.1', 'k2', 'k1', '1.1']);
    expect(occupations.map(({ lineage }) => lineage)).toEqual(['a', 'b', 'c']);
    expect(selections.map(({ occupation: of, ksa }) => of + ksa)).toEqual(['ak2', 'ak1', 'bk1']);
    expect(successions.map(({ subject, to }) => [subject, to])).toEqual([
      ['item', 'k1'],
      ['item', 'k2'],
      ['occupation', null],
    ]);
  });

  it('is the same however the rows came, siblings and areas aside, and loses none', () => {
    const rows = [...releaseJson(documentOf(canonical(CONTENT)))].join('');
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...CONTENT.occupations], { minLength: 3 }),
        fc.shuffledSubarray([...CONTENT.selections], { minLength: 3 }),
        fc.shuffledSubarray([...CONTENT.successions], { minLength: 3 }),
        (occupations, selections, successions) => {
          const shuffled = { ...CONTENT, occupations, selections, successions };
          expect([...releaseJson(documentOf(canonical(shuffled)))].join('')).toBe(rows);
        },
      ),
    );
    expect((JSON.parse(rows) as ReleaseContent).items).toHaveLength(CONTENT.items.length);
  });

  it('keeps what hangs in a circle or under nothing', () => {
    const items = [
      item('a', 'competency', 'b'),
      item('b', 'competency', 'a'),
      item('c', 'ksa', 'gone'),
      ...CONTENT.items,
    ];
    expect(
      canonical({ ...CONTENT, items })
        .items.map(({ lineage }) => lineage)
        .slice(-3),
    ).toEqual(['a', 'b', 'c']);
  });

  it('has each item after its parent where rows go into a table', () => {
    const places = new Map(
      parentsFirst(CONTENT.items.toReversed()).map(({ lineage }, place) => [lineage, place]),
    );
    for (const { lineage, parent } of CONTENT.items)
      if (parent !== null) expect(places.get(lineage)).toBeGreaterThan(places.get(parent) as number);
  });

  it('is as wide in tables as their headers', () => {
    for (const table of releaseTables)
      for (const row of tableRows(documentOf(canonical(CONTENT)), table))
        expect(row).toHaveLength(tableColumns[table].length);
  });
});
