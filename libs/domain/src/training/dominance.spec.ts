import { describe, expect, test } from '@jest/globals';
import { compileCatalogue } from './catalogue.ts';
import { withoutDominated } from './dominance.ts';
import type { Programme } from './programme.ts';

const programme = (id: string, minutes: number, raises: [number, number][], more = {}): Programme => ({
  id,
  minutes,
  costCents: 100,
  outcomes: raises.map(([ksaNo, level]) => ({ ksaNo, level })),
  requiresProgrammes: [],
  requiresLevels: [],
  ...more,
});

/** KSAs 1, 2, 3; the worker stands at 1, 0, 0 and levels matter up to 3, 2, 0. */
function kept(programmes: Programme[], isCostLimited = false, stays: string[] = []): string[] {
  const listed = [
    ...programmes,
    programme('~all', 9999, [
      [1, 1],
      [2, 1],
      [3, 1],
    ]),
  ];
  const catalogue = compileCatalogue(listed, 4);
  const idOf = (index: number): string => catalogue.programmes[index]!.id;
  const all = [...catalogue.programmes.keys()].filter((index) => idOf(index) !== '~all');
  const isKept = (index: number): boolean => stays.includes(idOf(index));
  return withoutDominated(catalogue, all, [1, 0, 0], [3, 2, 0], isKept, isCostLimited).map(idOf);
}

describe('a programme is left out', () => {
  test('for a shorter one that raises all that it raises, as far as that matters', () => {
    const better = programme('better', 60, [
      [1, 3],
      [2, 1],
    ]);
    expect(kept([better, programme('lower', 70, [[1, 2]])])).toEqual(['better']);
    expect(
      kept([
        better,
        programme('beyond', 70, [
          [1, 4],
          [3, 4],
        ]),
      ]),
    ).toEqual(['better']);
    expect(kept([better, programme('other', 70, [[2, 2]])])).toEqual(['better', 'other']);
    expect(kept([better, programme('shorter', 50, [[1, 2]])])).toEqual(['shorter', 'better']);
    expect(
      kept([
        programme('nothing', 5, [
          [1, 1],
          [3, 4],
        ]),
      ]),
    ).toEqual([]);
  });

  test('of two alike, the dearer, or the later by id', () => {
    const dear = programme('dear', 60, [[1, 3]], { costCents: 200 });
    expect(kept([dear, programme('cheap', 60, [[1, 3]])])).toEqual(['cheap']);
    expect(kept([programme('b', 60, [[1, 3]]), programme('a', 60, [[1, 3]])])).toEqual(['a']);
  });

  test('not for a dearer one where money is limited', () => {
    const short = programme('short', 60, [[1, 3]], { costCents: 200 });
    const cheap = programme('cheap', 90, [[1, 3]]);
    expect(kept([short, cheap])).toEqual(['short']);
    expect(kept([short, cheap], true)).toEqual(['short', 'cheap']);
  });

  test('not for one that asks for more on entry', () => {
    const asking = programme('asking', 60, [[1, 3]], { requiresLevels: [{ ksaNo: 2, level: 1 }] });
    const plain = programme('plain', 90, [[1, 3]]);
    expect(kept([asking, plain])).toEqual(['asking', 'plain']);
    const alike = { ...plain, requiresLevels: [{ ksaNo: 2, level: 2 }] };
    expect(kept([asking, alike])).toEqual(['asking']);
    const has = programme('has', 60, [[1, 3]], { requiresLevels: [{ ksaNo: 1, level: 1 }] });
    expect(kept([has, plain])).toEqual(['has']);
    const after = programme('after', 60, [[1, 3]], { requiresProgrammes: ['first'] });
    expect(kept([after, plain, programme('first', 10, [[2, 1]])])).toEqual(['first', 'after', 'plain']);
  });

  test('never when it is to stay', () => {
    const worse = programme('worse', 90, [[1, 2]]);
    expect(kept([programme('better', 60, [[1, 3]]), worse], false, ['worse'])).toEqual(['better', 'worse']);
  });
});
