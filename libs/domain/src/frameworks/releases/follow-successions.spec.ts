import { describe, expect, test } from '@jest/globals';
import { byOrigin, followSuccessions } from './follow-successions.ts';
import type { Succession } from './release-content.ts';

const way = (kind: Succession['kind'], from: string, to: string | null): Succession => ({
  ...{ subject: 'item', kind, from, to },
});
const follow = (lineage: string, ...releases: Succession[][]) =>
  followSuccessions(lineage, releases.map(byOrigin));

describe('what has become of an item', () => {
  test('is nothing where nothing is said of it', () => {
    expect(follow('a')).toBeNull();
    expect(follow('a', [way('split', 'b', 'c')])).toBeNull();
  });

  test('is followed over releases', () => {
    const first = [way('split', 'a', 'b'), way('split', 'a', 'c')];
    expect(follow('a', first)).toEqual({ kind: 'split', into: ['b', 'c'] });
    const second = [way('merged', 'b', 'd'), way('merged', 'c', 'd')];
    expect(follow('a', first, second)).toEqual({ kind: 'split', into: ['d'] });
    expect(follow('b', first, second)).toEqual({ kind: 'merged', into: ['d'] });
  });

  test('is retirement once it was retired, whatever stood in for it', () => {
    const first = [way('retired', 'a', 'b')];
    expect(follow('a', first, [way('split', 'b', 'c'), way('split', 'b', 'd')])).toEqual({
      ...{ kind: 'retired', into: ['c', 'd'] },
    });
    expect(follow('a', [way('retired', 'a', null)])).toEqual({ kind: 'retired', into: [] });
  });

  test('may be itself, as a part or as a target', () => {
    expect(follow('a', [way('split', 'a', 'a'), way('split', 'a', 'b')])).toEqual({
      kind: 'split',
      into: ['a', 'b'],
    });
  });
});
