import { describe, expect, it } from '@jest/globals';
import type { Item } from '../providers/records.ts';
import { dropSide, placeOf, stepAmongSiblings } from './treeDrag.ts';

const item = (code: string, kind: Item['kind'], parentId: string | null): Item => ({
  ...{ id: code, lineage: code, version: 1, releaseId: 'release', code, kind, parentId, title: code },
  ...{ definition: null, provisional: false, occupationCount: 0, ksaCount: 0 },
});

const items = [
  item('4', 'tier', null),
  item('4.1', 'competency', '4'),
  item('4.2', 'competency', '4'),
  item('4.3', 'competency', '4'),
  item('5', 'tier', null),
];
const [tier, first, second, third, other] = items as [Item, Item, Item, Item, Item];

describe('what is dragged in the tree', () => {
  it('goes into what may hold it, beside what is of its kind, and nowhere else', () => {
    expect(dropSide(first, other, true)).toBe('into');
    expect(dropSide(first, third, true)).toBe('before');
    expect(dropSide(first, third, false)).toBe('after');
    expect(dropSide(first, first, true)).toBeNull();
    expect(dropSide(tier, first, true)).toBeNull();
    expect(dropSide(tier, other, false)).toBe('after');
  });

  it('stands where it was let go', () => {
    expect(placeOf(items, first, other, 'into')).toEqual({ parentId: '5', before: null });
    expect(placeOf(items, third, first, 'before')).toEqual({ parentId: '4', before: '4.1' });
    expect(placeOf(items, third, first, 'after')).toEqual({ parentId: '4', before: '4.2' });
    expect(placeOf(items, first, third, 'after')).toEqual({ parentId: '4', before: null });
    expect(placeOf(items, third, second, 'after')).toEqual({ parentId: '4', before: null });
  });

  it('goes step by step among its siblings, as far as there are any', () => {
    expect(stepAmongSiblings(items, second, -1)).toEqual({ parentId: '4', before: '4.1' });
    expect(stepAmongSiblings(items, first, 1)).toEqual({ parentId: '4', before: '4.3' });
    expect(stepAmongSiblings(items, second, 1)).toEqual({ parentId: '4', before: null });
    expect(stepAmongSiblings(items, third, -2)).toEqual({ parentId: '4', before: '4.1' });
    expect(stepAmongSiblings(items, first, 9)).toEqual({ parentId: '4', before: null });
    expect(stepAmongSiblings(items, first, -1)).toBeNull();
    expect(stepAmongSiblings(items, third, 1)).toBeNull();
  });
});
