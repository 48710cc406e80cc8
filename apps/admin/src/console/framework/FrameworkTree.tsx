import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Item } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { dropSide, placeOf, stepAmongSiblings, type DropSide, type Place } from './treeDrag.ts';
import { itemsMatching, stepFor, typedRow, visibleRows, type TreeRow } from './treeRows.ts';

/** What a curator does in the tree of a draft. */
export interface TreeEditing {
  move: (item: Item, place: Place) => void;
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
      const place = stepAmongSiblings(items, row.item, key === 'ArrowUp' ? -1 : 1);
      if (place !== null) editing.move(row.item, place);
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

  const dragging = (row: TreeRow): RowProps['drag'] =>
    editing === null
      ? null
      : {
          start: (event) => {
            dragged.current = row.item;
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', row.item.title);
          },
          over: (event) => {
            if (dragged.current === null) return;
            const { top, height } = event.currentTarget.getBoundingClientRect();
            const side = dropSide(dragged.current, row.item, event.clientY < top + height / 2);
            if (side === null) {
              setDrop(null);
              return;
            }
            event.preventDefault();
            event.dataTransfer.dropEffect = 'move';
            if (drop?.over !== row.item.id || drop.side !== side) setDrop({ over: row.item.id, side });
          },
          drop: (event) => {
            event.preventDefault();
            const item = dragged.current;
            if (item !== null && drop?.over === row.item.id)
              editing.move(item, placeOf(items, item, row.item, drop.side));
            dragged.current = null;
            setDrop(null);
          },
          end: () => {
            dragged.current = null;
            setDrop(null);
          },
        };

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
                  drag={dragging(row)}
                  choose={() => choose(row)}
                  toggle={() => toggle(row.item.id, !row.open)}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  row: TreeRow;
  start: number;
  focused: boolean;
  selected: boolean;
  /** Null: nothing is being chosen. */
  picked: boolean | null;
  dropping: DropSide | null;
  drag: (Record<'start' | 'over' | 'drop', (event: DragEvent) => void> & { end: () => void }) | null;
  choose: () => void;
  toggle: () => void;
}

/* The keyboard is the tree's (above); a pointer may hit the row or its mark. */
function Row({ row, start, focused, selected, picked, dropping, drag, choose, toggle }: RowProps) {
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
      onClick={choose}
      {...(drag === null
        ? {}
        : {
            draggable: true,
            onDragStart: drag.start,
            onDragOver: drag.over,
            onDrop: drag.drop,
            onDragEnd: drag.end,
          })}
    >
      <span
        className="tree-mark"
        aria-hidden="true"
        onClick={(event) => {
          if (!hasChildren) return;
          event.stopPropagation();
          toggle();
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
}

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
