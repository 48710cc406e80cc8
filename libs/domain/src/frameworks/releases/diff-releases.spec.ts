import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffReleases, type ItemChange, type ReleaseDiff } from './diff-releases.ts';
import { aRelease } from './release-content.arbitrary.ts';
import type { ItemContent, ReleaseContent, Succession } from './release-content.ts';

const compare = (newer: ReleaseContent): ReleaseDiff => diffReleases(aRelease(), newer, [newer.successions]);
const list = (items: readonly ItemContent[]) => items.map(({ lineage }) => lineage).join(' ');

function inWords(change: ItemChange): string {
  if (change.kind === 'added') return `added ${change.after.lineage}`;
  if (change.kind === 'merged') return `merged ${list(change.from)} into ${change.into.lineage}`;
  if (change.kind === 'split') return `split ${change.before.lineage} into ${list(change.into)}`;
  if (change.kind === 'retired') return `retired ${change.before.lineage} for ${list(change.replacedBy)}`;
  return `${change.kind} ${change.before.lineage}`;
}

/** One edit of a KSA that no other edit touches, and what the difference must say of it. */
type Edit = (
  release: ReleaseContent,
  lineage: string,
  others: readonly string[],
) => [ReleaseContent, string[]];

const withItem = (
  release: ReleaseContent,
  lineage: string,
  change: Partial<ItemContent>,
): ReleaseContent => ({
  ...release,
  items: release.items.map((item) => (item.lineage === lineage ? { ...item, ...change } : item)),
});
const without = (release: ReleaseContent, lineages: readonly string[]): ReleaseContent => ({
  ...release,
  items: release.items.filter(({ lineage }) => !lineages.includes(lineage)),
  selections: release.selections.filter(({ ksa }) => !lineages.includes(ksa)),
});
const succeeding = (
  release: ReleaseContent,
  kind: Succession['kind'],
  from: string,
  to: (string | null)[],
) => ({
  ...release,
  successions: [
    ...release.successions,
    ...to.map((each) => ({ subject: 'item' as const, kind, from, to: each })),
  ],
});
const another = (release: ReleaseContent, lineage: string, made: string): ReleaseContent => {
  const model = release.items.find((item) => item.lineage === lineage) as ItemContent;
  return {
    ...release,
    items: [...release.items, { ...model, lineage: made, code: `${model.code}${made.at(-1)}`, title: made }],
  };
};

const EDITS: Record<string, Edit> = {
  none: (release) => [release, []],
  added: (release, lineage) => [another(release, lineage, `${lineage}n`), [`added ${lineage}n`]],
  reworded: (release, lineage) => [withItem(release, lineage, { title: 'Other' }), [`reworded ${lineage}`]],
  moved: (release, lineage) => {
    const parent = lineage.startsWith('4.1.01') ? '5.2.02' : '4.1.01';
    return [
      withItem(release, lineage, { parent, code: `${parent}.9${lineage.replaceAll('.', '')}` }),
      [`moved ${lineage}`],
    ];
  },
  recoded: (release, lineage) => [
    withItem(release, lineage, { code: `${lineage}9` }),
    [`recoded ${lineage}`],
  ],
  'moved and reworded': (release, lineage) => {
    const [moved, told] = (EDITS['moved'] as Edit)(release, lineage, []);
    return [withItem(moved, lineage, { definition: 'Other' }), [...told, `reworded ${lineage}`]];
  },
  retired: (release, lineage) => [
    succeeding(without(release, [lineage]), 'retired', lineage, [null]),
    [`retired ${lineage} for `],
  ],
  'retired without a word': (release, lineage) => [without(release, [lineage]), [`retired ${lineage} for `]],
  split: (release, lineage) => {
    const parts = [`${lineage}p`, `${lineage}q`];
    const made = parts.reduce((all, part) => another(all, lineage, part), release);
    return [
      succeeding(without(made, [lineage]), 'split', lineage, parts),
      [`split ${lineage} into ${parts.join(' ')}`],
    ];
  },
  'split, going on as a part': (release, lineage) => {
    const made = another(withItem(release, lineage, { title: 'A part' }), lineage, `${lineage}p`);
    return [
      succeeding(made, 'split', lineage, [lineage, `${lineage}p`]),
      [`split ${lineage} into ${lineage} ${lineage}p`],
    ];
  },
};

describe('the difference of two releases', () => {
  test('is nothing between one and itself, in whatever order its rows stand', () => {
    const release = aRelease();
    const shuffled = {
      ...release,
      occupations: release.occupations.toReversed(),
      selections: release.selections.toReversed(),
    };
    expect(compare(shuffled)).toEqual({ areas: [], items: [], occupations: [], selections: [] });
  });

  test('is told in one order, in whatever order the rows stand', () => {
    const release = aRelease();
    const [occupation] = release.occupations;
    const namesake = (lineage: string, technologyArea: string, selectedBy: number) => ({
      ...{ lineage, title: 'Namesake', technologyArea, definition: null, selectedBy, roleFamily: null },
    });
    const older = {
      ...release,
      occupations: ['a', 'b', 'c'].map((lineage) => namesake(lineage, occupation?.technologyArea ?? '', 1)),
      selections: [],
    };
    const newer = {
      ...older,
      occupations: older.occupations.map((each) => ({ ...each, selectedBy: 2 })),
      selections: ['a', 'b', 'c'].map((lineage) => ({ occupation: lineage, ksa: '4.1.01.01', count: 1 })),
    };
    const told = diffReleases(older, newer, []);
    expect([told.occupations.length, told.selections.length]).toEqual([3, 3]);
    const { occupations, selections } = newer;
    for (const each of [
      { ...newer, occupations: occupations.toReversed() },
      { ...newer, selections: selections.toReversed() },
    ])
      expect(diffReleases({ ...older, occupations: older.occupations.toReversed() }, each, [])).toEqual(told);
  });

  test('names each of any edits of any KSAs once, and nothing else', () => {
    const ksas = aRelease()
      .items.filter(({ kind }) => kind === 'ksa')
      .map(({ lineage }) => lineage);
    const edits = fc.array(fc.constantFrom(...Object.keys(EDITS)), {
      minLength: ksas.length,
      maxLength: ksas.length,
    });
    fc.assert(
      fc.property(edits, (chosen) => {
        let release = aRelease();
        const expected: string[] = [];
        chosen.forEach((name, place) => {
          const [edited, told] = (EDITS[name] as Edit)(release, ksas[place] as string, ksas);
          release = edited;
          expected.push(...told);
        });
        const { items } = compare(release);
        expect(items.map(inWords).sort()).toEqual(expected.sort());
      }),
    );
  });

  test('tells a merger once, into a new item or into one of them', () => {
    const merged = (target: string) => {
      const from = ['4.1.01.01', '4.1.01.02'];
      const made = target === '4.1.01.01' ? aRelease() : another(aRelease(), '4.1.01.01', target);
      const ended = without(
        made,
        from.filter((each) => each !== target),
      );
      return from.reduce((all, each) => succeeding(all, 'merged', each, [target]), ended);
    };
    for (const target of ['4.1.01.01', '4.1.01.01m'])
      expect(compare(merged(target)).items.map(inWords)).toEqual([
        `merged 4.1.01.01 4.1.01.02 into ${target}`,
      ]);
  });

  test('tells a merger whose target is gone again as what it is: the end of what was merged', () => {
    const from = ['4.1.01.01', '4.1.01.02'];
    const ended = from.reduce(
      (all, each) => succeeding(all, 'merged', each, ['made']),
      without(aRelease(), from),
    );
    expect(compare(ended).items.map(inWords)).toEqual(['retired 4.1.01.01 for ', 'retired 4.1.01.02 for ']);
  });

  test('tells the fewest siblings that account for another order, and what each stands behind', () => {
    const release = aRelease();
    const order = ['4.1.01', '4.1.02', '4.1.01.03', '4.1.01.01', '4.1.01.02'];
    const placeOf = ({ lineage }: ItemContent) => order.indexOf(lineage);
    const items = [...release.items].sort((left, right) => placeOf(left) - placeOf(right));
    const changes = compare({ ...release, items }).items;
    expect(changes.map(inWords)).toEqual(['ordered 4.1.01.03']);
    expect(changes[0]).toMatchObject({ follows: null });
  });

  test('tells the fewest of any other order: as many as are outside its longest rise', () => {
    const release = aRelease();
    const tiers = release.items.filter(({ kind }) => kind === 'tier');
    const many = Array.from({ length: 9 }, (_, at) => ({
      ...(tiers[0] as ItemContent),
      lineage: `t${at}`,
      code: `t${at}`,
    }));
    const told = fc.property(fc.shuffledSubarray(many, { minLength: 9 }), (shuffled) => {
      const longest = (from: number): number => {
        let best = 0;
        for (let next = from + 1; next < shuffled.length; next += 1) {
          const rises =
            from < 0 || (shuffled[from] as ItemContent).code < (shuffled[next] as ItemContent).code;
          if (rises) best = Math.max(best, 1 + longest(next));
        }
        return best;
      };
      const [older, newer] = [many, shuffled].map((items) => ({ ...release, items, selections: [] }));
      const { items } = diffReleases(older as ReleaseContent, newer as ReleaseContent, []);
      expect(items).toHaveLength(9 - longest(-1));
    });
    fc.assert(told);
  });

  test('tells of technology areas: added, renamed, retired', () => {
    const release = aRelease();
    const areas = (...all: [string, string][]) => all.map(([code, name]) => ({ code, name }));
    const older = { ...release, areas: areas(['materials', 'Materials'], ['optics', 'Optics']) };
    const newer = { ...release, areas: areas(['bio', 'Biology'], ['materials', 'Matter']) };
    expect(diffReleases(older, newer, []).areas).toEqual([
      { kind: 'added', after: { code: 'bio', name: 'Biology' } },
      {
        kind: 'renamed',
        before: { code: 'materials', name: 'Materials' },
        after: { code: 'materials', name: 'Matter' },
      },
      { kind: 'retired', before: { code: 'optics', name: 'Optics' } },
    ]);
  });

  test('tells a split of which no part is left as the end of it', () => {
    const ended = succeeding(without(aRelease(), ['4.1.01.01']), 'split', '4.1.01.01', ['gone']);
    expect(compare(ended).items.map(inWords)).toEqual(['retired 4.1.01.01 for ']);
  });

  test('tells where the target of a merger, or the part that goes on, was moved to', () => {
    const moved = withItem(aRelease(), '4.1.01.01', { parent: '5.2.02', code: '5.2.02.04' });
    const split = succeeding(another(moved, '4.1.01.02', 'part'), 'split', '4.1.01.01', [
      '4.1.01.01',
      'part',
    ]);
    expect(compare(split).items.map(inWords)).toEqual([
      'moved 4.1.01.01',
      'split 4.1.01.01 into part 4.1.01.01',
    ]);
    const pair = ['4.1.01.01', '4.1.01.02'];
    const merger = pair.reduce(
      (all, each) => succeeding(all, 'merged', each, ['4.1.01.01']),
      without(moved, ['4.1.01.02']),
    );
    expect(compare(merger).items.map(inWords)).toEqual([
      'moved 4.1.01.01',
      'merged 4.1.01.01 4.1.01.02 into 4.1.01.01',
    ]);
  });

  test('says nothing of an item that goes on as itself alone, whatever else points to it', () => {
    for (const kind of ['merged', 'split'] as const) {
      const alone = succeeding(aRelease(), kind, '4.1.01.01', ['4.1.01.01']);
      const replacing = succeeding(without(alone, ['4.1.01.02']), 'retired', '4.1.01.02', ['4.1.01.01']);
      expect(compare(alone).items).toEqual([]);
      expect(compare(replacing).items.map(inWords)).toEqual(['retired 4.1.01.02 for 4.1.01.01']);
    }
  });

  test('tells what was merged and then divided as split, with every part', () => {
    const pair = ['4.1.01.01', '4.1.01.02'];
    const ended = without(another(another(aRelease(), '4.1.01.03', 'd'), '4.1.01.03', 'e'), pair);
    const merged = pair.map((from) => ({ subject: 'item' as const, kind: 'merged' as const, from, to: 'c' }));
    const divided = ['d', 'e'].map((to) => ({
      subject: 'item' as const,
      kind: 'split' as const,
      from: 'c',
      to,
    }));
    expect(diffReleases(aRelease(), ended, [merged, divided]).items.map(inWords)).toEqual([
      'split 4.1.01.01 into d e',
      'split 4.1.01.02 into d e',
    ]);
  });

  test('tells a part that came to another item once, and nothing of the cells that came with it', () => {
    const ended = without(another(aRelease(), '4.1.01.02', 'rest'), ['4.1.01.01']);
    const split = succeeding(ended, 'split', '4.1.01.01', ['4.1.01.02', 'rest']);
    const given = {
      ...succeeding(split, 'merged', '4.1.01.02', ['4.1.01.02']),
      selections: [
        ...ended.selections,
        { occupation: 'Builders', ksa: '4.1.01.02', count: 1 },
        { occupation: 'Fitters', ksa: '4.1.01.02', count: 2 },
      ],
    };
    const { items, selections } = compare(given);
    expect(items.map(inWords)).toEqual(['split 4.1.01.01 into 4.1.01.02 rest']);
    expect(selections).toEqual([]);
  });

  test('tells of the cells of a merger’s target only what the merger does not', () => {
    const pair = ['4.1.01.01', '5.2.02.03'];
    const merged = pair.reduce(
      (all, each) => succeeding(all, 'merged', each, ['5.2.02.03']),
      without(aRelease(), ['4.1.01.01']),
    );
    const selecting = (builders: number) => ({
      ...merged,
      selections: [
        { occupation: 'Builders', ksa: '5.2.02.03', count: builders },
        { occupation: 'Fitters', ksa: '5.2.02.03', count: 2 },
      ],
    });
    expect(compare(selecting(1)).selections).toEqual([]);
    expect(compare(selecting(3)).selections).toMatchObject([{ before: 0, after: 3 }]);
  });

  test('does not tell of codes that only follow a parent', () => {
    const release = aRelease();
    const items = release.items.map((item) => {
      if (item.lineage === '4.2') return { ...item, code: '5.3', parent: '5' };
      return item.code.startsWith('4.2.') ? { ...item, code: `5.3${item.code.slice(3)}` } : item;
    });
    expect(compare({ ...release, items }).items.map(inWords)).toEqual(['moved 4.2']);
  });

  test('tells of occupations and of the cells that both releases have', () => {
    const release = aRelease();
    const newer: ReleaseContent = {
      ...without(release, ['5.2.02.03']),
      occupations: [
        ...release.occupations
          .filter(({ title }) => title !== 'Menders')
          .map((each) => ({ ...each, selectedBy: each.title === 'Fitters' ? 2 : 1 })),
        {
          lineage: 'New',
          title: 'New',
          technologyArea: 'materials',
          definition: null,
          selectedBy: 1,
          roleFamily: null,
        },
      ],
      selections: [
        { occupation: 'Fitters', ksa: '4.1.01.01', count: 1 },
        { occupation: 'New', ksa: '4.1.01.01', count: 1 },
        { occupation: 'Builders', ksa: '4.1.01.02', count: 1 },
      ],
    };
    const { occupations, selections } = compare(newer);
    expect(occupations.map(({ kind }) => kind)).toEqual(['changed', 'retired', 'added']);
    expect(
      selections.map(({ occupation, ksa, before, after }) => [occupation.title, ksa.code, before, after]),
    ).toEqual([
      ['Builders', '4.1.01.01', 1, 0],
      ['Builders', '4.1.01.02', 0, 1],
      ['Fitters', '4.1.01.01', 2, 1],
    ]);
  });
});
