import { parentKindOf } from '#domain';
import type { Item } from '../providers/records.ts';

/** Where something is put: under what, and before which sibling; null: last. */
export interface Place {
  parentId: string | null;
  before: string | null;
}

export type DropSide = 'before' | 'after' | 'into';

/** On a row of the kind that holds it an item goes into it; on one of its own kind beside it; else nowhere. */
export function dropSide(dragged: Item, over: Item, upperHalf: boolean): DropSide | null {
  if (dragged.id === over.id) return null;
  if (over.kind === parentKindOf(dragged.kind)) return 'into';
  if (over.kind === dragged.kind) return upperHalf ? 'before' : 'after';
  return null;
}

export function placeOf(items: readonly Item[], dragged: Item, over: Item, side: DropSide): Place {
  if (side === 'into') return { parentId: over.id, before: null };
  if (side === 'before') return { parentId: over.parentId, before: over.id };
  const siblings = siblingsOf(items, over.parentId).filter(({ id }) => id !== dragged.id);
  const next = siblings[siblings.findIndex(({ id }) => id === over.id) + 1];
  return { parentId: over.parentId, before: next?.id ?? null };
}

/** So many steps down among its siblings, up below 0, as far as there are any; null where there are none. */
export function stepAmongSiblings(items: readonly Item[], item: Item, steps: number): Place | null {
  const siblings = siblingsOf(items, item.parentId);
  const from = siblings.findIndex(({ id }) => id === item.id);
  const to = Math.min(siblings.length - 1, Math.max(0, from + steps));
  if (from === -1 || to === from) return null;
  const others = siblings.toSpliced(from, 1);
  return { parentId: item.parentId, before: others[to]?.id ?? null };
}

export const siblingsOf = (items: readonly Item[], parentId: string | null): Item[] =>
  items.filter((item) => item.parentId === parentId);
