import type { Item } from '../providers/records.ts';

export interface TreeRow {
  item: Item;
  depth: number;
  hasChildren: boolean;
  open: boolean;
  /** Which of its siblings it is, from 1, and of how many: a screen reader says both. */
  position: number;
  siblings: number;
}

/** Children by parent, in the order in which the release lists them. Roots stand under `null`. */
function childrenOf(items: readonly Item[]): ReadonlyMap<string | null, readonly Item[]> {
  const known = new Set(items.map((item) => item.id));
  const children = new Map<string | null, Item[]>();
  for (const item of items) {
    const parent = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [item]);
    else siblings.push(item);
  }
  return children;
}

/** By its name or its code, in whatever letters either is written; `typed` is in small ones. */
export const matches = (item: Item, typed: string): boolean =>
  item.title.toLowerCase().includes(typed) || item.code.toLowerCase().startsWith(typed);

/** What is typed keeps what matches and the way down to it; an item that matches keeps what it holds. */
export function itemsMatching(items: readonly Item[], typed: string): Item[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...items];
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = new Set<string>();
  const within = new Set<string>();
  for (const item of items) {
    // Items come parents first, so a parent's mark is set before its children are looked at.
    const inside = item.parentId !== null && within.has(item.parentId);
    if (inside) kept.add(item.id);
    if (!matches(item, wanted)) {
      if (inside) within.add(item.id);
      continue;
    }
    within.add(item.id);
    for (let each: Item | undefined = item; each !== undefined && !kept.has(each.id);) {
      kept.add(each.id);
      each = each.parentId === null ? undefined : byId.get(each.parentId);
    }
  }
  return items.filter((item) => kept.has(item.id));
}

/** The rows that are to be seen, top down: an item whose parent is closed is not among them. */
export function visibleRows(items: readonly Item[], isOpen: (item: Item) => boolean): TreeRow[] {
  const children = childrenOf(items);
  const rows: TreeRow[] = [];
  const walk = (siblings: readonly Item[], depth: number): void => {
    siblings.forEach((item, index) => {
      const below = children.get(item.id) ?? [];
      const open = below.length > 0 && isOpen(item);
      rows.push({
        item,
        depth,
        hasChildren: below.length > 0,
        open,
        position: index + 1,
        siblings: siblings.length,
      });
      if (open) walk(below, depth + 1);
    });
  };
  walk(children.get(null) ?? [], 0);
  return rows;
}

/** What an arrow key does in a tree (WAI-ARIA): where the focus goes, and what opens or closes. */
export type TreeStep = { focus: number } | { open: string } | { close: string } | null;

export function stepFor(key: string, rows: readonly TreeRow[], focused: number): TreeStep {
  const row = rows[focused];
  if (row === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return focused < rows.length - 1 ? { focus: focused + 1 } : null;
    case 'ArrowUp':
      return focused > 0 ? { focus: focused - 1 } : null;
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: rows.length - 1 };
    case 'ArrowRight':
      if (!row.hasChildren) return null;
      return row.open ? { focus: focused + 1 } : { open: row.item.id };
    case 'ArrowLeft': {
      if (row.open) return { close: row.item.id };
      const parent = rows.findLastIndex((each, index) => index < focused && each.depth < row.depth);
      return parent === -1 ? null : { focus: parent };
    }
    default:
      return null;
  }
}

/** The next row, from the focused one round, whose name or code begins with what was typed. */
export function typedRow(rows: readonly TreeRow[], focused: number, typed: string): number | null {
  const wanted = typed.toLowerCase();
  // One letter goes on to the next that begins with it; a second one may stay where the first has led.
  const from = typed.length > 1 ? focused : focused + 1;
  for (let step = 0; step < rows.length; step += 1) {
    const index = (from + step) % rows.length;
    const row = rows[index];
    if (row?.item.title.toLowerCase().startsWith(wanted) || row?.item.code.toLowerCase().startsWith(wanted))
      return index;
  }
  return null;
}
