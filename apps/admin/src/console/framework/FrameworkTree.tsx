import { memo, useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Item } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { dropSide, placeOf, type DropSide, type Place } from './treeDrag.ts';
import { itemsMatching, stepFor, typedRow, visibleRows, type TreeRow } from './treeRows.ts';

/** What a curator does in the tree of a draft. */
export interface TreeEditing {
  move: (item: Item, place: Place) => void;
  /** So many places down among its siblings; up below 0. */
  step: (item: Item, count: number) => void;
  /** Several are being chosen, to be merged; null: none are. */
  picked: ReadonlySet<string> | null;
  pick: (item: Item) => void;
}

interface FrameworkTreeProps {
  items: readonly Item[];
  selected: string | undefined;
  select: (id: string) => void;
  editing: TreeEditing | null;
}

const rowHeight = 40;
const typingMs = 700;

/**
 * Only the rows in view are in the page, so ten thousand cost what thirty do. The tree itself holds the focus and names
 * the row it is on, because the row may be scrolled out of the page.
 */
export function FrameworkTree({ items, selected, select, editing }: FrameworkTreeProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => openedAtFirst(items, selected));
  const [focusedId, setFocusedId] = useState(selected ?? items[0]?.id);
  const [drop, setDrop] = useState<{ over: string; side: DropSide } | null>(null);
  const dragged = useRef<Item | null>(null);
  const typing = useRef({ text: '', at: 0 });
  const scroller = useRef<HTMLDivElement>(null);

  const filtering = typed.trim() !== '';
  const rows = useMemo(
    () => visibleRows(itemsMatching(items, typed), (item) => filtering || opened.has(item.id)),
    [items, typed, filtering, opened],
  );
  const focused = Math.max(
    0,
    rows.findIndex((row) => row.item.id === focusedId),
  );

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.item.id ?? index,
  });

  // Where a link or an edit led to is shown; afterwards the reader scrolls.
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => setOpened((before) => openedAbove(before, items, selected)), [items, selected]);
  useEffect(() => {
    const wanted = selected ?? items[0]?.id;
    if (shown.current === wanted || rows[focused] === undefined) return;
    const index = rows.findIndex((row) => row.item.id === wanted);
    if (index === -1) return;
    const isFirst = shown.current === undefined;
    shown.current = wanted;
    if (wanted !== focusedId) setFocusedId(wanted);
    virtualizer.scrollToIndex(index, { align: isFirst ? 'center' : 'auto' });
  }, [rows, focused, focusedId, items, selected, virtualizer]);

  const toggle = (id: string, open: boolean) =>
    setOpened((before) => {
      const after = new Set(before);
      if (open) after.add(id);
      else after.delete(id);
      return after;
    });

  const choose = (row: TreeRow) => {
    setFocusedId(row.item.id);
    shown.current = row.item.id;
    if (editing?.picked != null) editing.pick(row.item);
    else select(row.item.id);
  };
  const focusOn = (index: number) => {
    setFocusedId(rows[index]?.item.id);
    virtualizer.scrollToIndex(index);
  };

  /** Letters that follow each other closely are one beginning of a name. */
  const type = (key: string, now: number): void => {
    const before = typing.current;
    const sought = now - before.at < typingMs ? before.text + key : key;
    typing.current = { text: sought, at: now };
    const index = typedRow(rows, focused, sought);
    if (index !== null) focusOn(index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[focused];
    if (row === undefined) return;
    const { key } = event;
    if (editing !== null && event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      editing.step(row.item, key === 'ArrowUp' ? -1 : 1);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      choose(row);
      return;
    }
    const step = stepFor(key, rows, focused);
    if (step === null) {
      if (key.length === 1) {
        event.preventDefault();
        type(key, event.timeStamp);
      }
      return;
    }
    event.preventDefault();
    if ('open' in step) toggle(step.open, true);
    else if ('close' in step) toggle(step.close, false);
    else focusOn(step.focus);
  };

  const sideUnder = (row: TreeRow, event: DragEvent): DropSide | null => {
    if (dragged.current === null) return null;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return dropSide(dragged.current, row.item, event.clientY < top + height / 2);
  };
  const acts = useRef<RowActs>(null);
  const rowActs: RowActs = {
    choose,
    toggle: (row) => toggle(row.item.id, !row.open),
    dragStart: (row, event) => {
      dragged.current = row.item;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', row.item.title);
    },
    dragOver: (row, event) => {
      const side = sideUnder(row, event);
      if (side === null) {
        setDrop(null);
        return;
      }
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (drop?.over !== row.item.id || drop.side !== side) setDrop({ over: row.item.id, side });
    },
    drop: (row, event) => {
      const [item, side] = [dragged.current, sideUnder(row, event)];
      event.preventDefault();
      if (item !== null && side !== null) editing?.move(item, placeOf(items, item, row.item, side));
      rowActs.dragEnd();
    },
    dragEnd: () => {
      dragged.current = null;
      setDrop(null);
    },
  };
  useEffect(() => {
    acts.current = rowActs;
  });
  // The same for as long as the tree is there, so that scrolling draws the rows that come and no others.
  const on = useMemo(() => lasting(acts), []);

  return (
    <div className="tree-side">
      <label className="field tree-filter">
        <span>{text('framework.filter')}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <p className="said" role="status">
        {filtering
          ? text('framework.found', { smart_count: rows.filter((row) => row.item.kind === 'ksa').length })
          : ''}
      </p>
      <div className="tree-tools">
        <button
          className="link-button"
          type="button"
          onClick={() => setOpened(new Set(items.map(({ id }) => id)))}
        >
          {text('framework.openAll')}
        </button>
        <button
          className="link-button"
          type="button"
          onClick={() => setOpened(openedAbove(new Set(), items, selected))}
        >
          {text('framework.closeAll')}
        </button>
        {editing !== null && <span className="hint tree-keys">{text('framework.editing.keys')}</span>}
      </div>
      <div className="tree-scroll" ref={scroller}>
        {rows.length === 0 ? (
          <p className="hint tree-none">{text(items.length === 0 ? 'framework.empty' : 'framework.none')}</p>
        ) : (
          <div
            className="tree"
            role="tree"
            tabIndex={0}
            aria-label={text('framework.tree')}
            aria-activedescendant={`tree-${rows[focused]?.item.id}`}
            aria-multiselectable={editing?.picked != null}
            style={{ height: virtualizer.getTotalSize() }}
            onKeyDown={onKeyDown}
          >
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <Row
                  key={row.item.id}
                  row={row}
                  start={start}
                  focused={index === focused}
                  selected={row.item.id === selected}
                  picked={editing?.picked?.has(row.item.id) ?? null}
                  dropping={drop?.over === row.item.id ? drop.side : null}
                  draggable={editing !== null}
                  on={on}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

interface RowActs {
  choose: (row: TreeRow) => void;
  toggle: (row: TreeRow) => void;
  dragStart: (row: TreeRow, event: DragEvent) => void;
  dragOver: (row: TreeRow, event: DragEvent) => void;
  drop: (row: TreeRow, event: DragEvent) => void;
  dragEnd: () => void;
}

/** Functions that stay the same, and do what those of the newest drawing do. */
const lasting = (acts: { current: RowActs | null }): RowActs => ({
  choose: (row) => acts.current?.choose(row),
  toggle: (row) => acts.current?.toggle(row),
  dragStart: (row, event) => acts.current?.dragStart(row, event),
  dragOver: (row, event) => acts.current?.dragOver(row, event),
  drop: (row, event) => acts.current?.drop(row, event),
  dragEnd: () => acts.current?.dragEnd(),
});

interface RowProps {
  row: TreeRow;
  start: number;
  focused: boolean;
  selected: boolean;
  /** Null: nothing is being chosen. */
  picked: boolean | null;
  dropping: DropSide | null;
  draggable: boolean;
  on: RowActs;
}

/* The keyboard is the tree's (above); a pointer may hit the row or its mark. */
const Row = memo(function Row({ row, start, focused, selected, picked, dropping, draggable, on }: RowProps) {
  const { item, depth, hasChildren, open, position, siblings } = row;
  return (
    <div
      id={`tree-${item.id}`}
      className="tree-row"
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={picked ?? selected}
      {...(hasChildren ? { 'aria-expanded': open } : {})}
      data-focused={focused}
      {...(dropping === null ? {} : { 'data-drop': dropping })}
      style={{ transform: `translateY(${start}px)`, paddingLeft: 8 + depth * 16 }}
      onClick={() => on.choose(row)}
      {...(draggable
        ? {
            draggable: true,
            onDragStart: (event: DragEvent) => on.dragStart(row, event),
            onDragOver: (event: DragEvent) => on.dragOver(row, event),
            onDrop: (event: DragEvent) => on.drop(row, event),
            onDragEnd: on.dragEnd,
          }
        : {})}
    >
      <span
        className="tree-mark"
        aria-hidden="true"
        onClick={(event) => {
          if (!hasChildren) return;
          event.stopPropagation();
          on.toggle(row);
        }}
      >
        {hasChildren ? (open ? '▾' : '▸') : ''}
      </span>
      {picked !== null && (
        <span className="tree-pick" aria-hidden="true">
          {picked ? '☑' : '☐'}
        </span>
      )}
      <span className="tree-title">{item.title}</span>
      <span className="tree-code">{item.code}</span>
    </div>
  );
});

/** The tiers stand open, and the way down to what is selected. */
function openedAtFirst(items: readonly Item[], selected: string | undefined): ReadonlySet<string> {
  const tiers = new Set(items.filter((item) => item.kind === 'tier').map((item) => item.id));
  return openedAbove(tiers, items, selected);
}

function openedAbove(
  before: ReadonlySet<string>,
  items: readonly Item[],
  selected: string | undefined,
): ReadonlySet<string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const opened = new Set(before);
  for (let item = byId.get(selected ?? ''); item?.parentId != null; item = byId.get(item.parentId))
    opened.add(item.parentId);
  return opened.size === before.size ? before : opened;
}
