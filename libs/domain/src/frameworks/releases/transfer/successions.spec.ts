import { describe, expect, it } from '@jest/globals';
import type { ItemContent, Succession } from '../release-content.ts';
import { laterSuccessions, settledSuccessions } from './successions.ts';

const release = (lineages: string, ...successions: Succession[]) => ({
  items: Array.from(lineages, (lineage): ItemContent => ({
    ...{ lineage, code: lineage, kind: 'tier', parent: null, title: lineage },
    ...{ definition: null, definitionSource: null, provisional: false },
  })),
  occupations: [],
  successions,
});
const of = (kind: Succession['kind'], from: string, to: string | null = null): Succession => ({
  ...{ subject: 'item', kind, from, to },
});

describe('what has become of what was before', () => {
  it.each<[string, Succession[], Succession[]]>([
    ['one stands in for it', [of('retired', 'x', 'a')], [of('retired', 'x', 'a')]],
    [
      'its replacement was replaced',
      [of('retired', 'x', 'y'), of('retired', 'y', 'a')],
      [of('retired', 'x', 'a'), of('retired', 'y', 'a')],
    ],
    [
      'no part of it is left',
      [of('split', 'x'), of('merged', 'y', 'z')],
      [of('retired', 'x'), of('retired', 'y')],
    ],
    ['one part of it is left', [of('split', 'x'), of('split', 'x', 'a')], [of('split', 'x', 'a')]],
    [
      'it is a part itself',
      [of('split', 'a', 'a'), of('split', 'a', 'b')],
      [of('split', 'a', 'a'), of('split', 'a', 'b')],
    ],
    [
      'it takes in another',
      [of('merged', 'a', 'a'), of('merged', 'x', 'a')],
      [of('merged', 'a', 'a'), of('merged', 'x', 'a')],
    ],
    ['it is alone again', [of('split', 'a', 'a'), of('split', 'a')], []],
    ['it is there, whatever is said of it', [of('retired', 'a', 'b'), of('retired', 'b', 'b')], []],
    [
      'it goes round',
      [of('split', 'x', 'y'), of('split', 'y', 'x')],
      [of('retired', 'x'), of('retired', 'y')],
    ],
  ])('is told by what is there: %s', (_, told, settled) => {
    expect(settledSuccessions(release('abc', ...told))).toEqual(settled);
    expect(settledSuccessions(release('abc', ...settled))).toEqual(settled);
  });

  it('is told of its base by the base alone', () => {
    const base = release(
      'abcw',
      ...[of('split', 'a', 'a'), of('split', 'a', 'b'), of('retired', 'x', 'b')],
      ...[of('merged', 'c', 'c'), of('merged', 'y', 'c')],
    );
    const { successions: told } = base;
    const nothing = { later: [], unknown: [] };
    expect(laterSuccessions(told, base, true)).toEqual(nothing);
    expect(laterSuccessions([...told, of('retired', 'b')], base, true)).toEqual({
      later: [of('retired', 'b')],
      unknown: [],
    });
    // c takes in another one once more.
    const again = [of('merged', 'c', 'c'), of('merged', 'w', 'c')];
    expect(laterSuccessions([...told, of('merged', 'w', 'c')], base, true).later).toEqual(again);
    // Whoever names the base as what they began from has said it of what the base has.
    const split = [of('split', 'a', 'a'), of('split', 'a', 'b')];
    expect(laterSuccessions([...split, of('retired', 'x', 'b')], base, false)).toEqual({
      later: split,
      unknown: [],
    });
    expect(laterSuccessions([of('retired', 'z')], base, true).unknown).toEqual([of('retired', 'z')]);
  });
});
