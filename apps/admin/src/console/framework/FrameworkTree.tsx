import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Item } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { itemsMatching, stepFor, visibleRows, type TreeRow } from './treeRows.ts';

interface FrameworkTreeProps {
  items: readonly Item[];
  selected: string | undefined;
  select: (id: string) => void;
}

const rowHeight = 40;

/**
 * Only the rows in view are in the page, so ten thousand cost what thirty do. The tree itself holds the focus and names
 * the row it is on, because the row may be scrolled out of the page.
 */
export function FrameworkTree({ items, selected, select }: FrameworkTreeProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => openedAtFirst(items, selected));
  const [focusedId, setFocusedId] = useState(selected ?? items[0]?.id);
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

  // Where a link led to is shown, once; afterwards the reader scrolls.
  useEffect(() => {
    virtualizer.scrollToIndex(focused, { align: 'center' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const toggle = (id: string, open: boolean) =>
    setOpened((before) => {
      const after = new Set(before);
      if (open) after.add(id);
      else after.delete(id);
      return after;
    });

  const choose = (row: TreeRow) => {
    setFocusedId(row.item.id);
    select(row.item.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[focused];
    if (row === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(row);
      return;
    }
    const step = stepFor(event.key, rows, focused);
    if (step === null) return;
    event.preventDefault();
    if ('open' in step) toggle(step.open, true);
    else if ('close' in step) toggle(step.close, false);
    else {
      setFocusedId(rows[step.focus]?.item.id);
      virtualizer.scrollToIndex(step.focus);
    }
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
      <div className="tree-scroll" ref={scroller}>
        {rows.length === 0 ? (
          <p className="hint tree-none">{text('framework.none')}</p>
        ) : (
          <div
            className="tree"
            role="tree"
            tabIndex={0}
            aria-label={text('framework.tree')}
            aria-activedescendant={`tree-${rows[focused]?.item.id}`}
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
  choose: () => void;
  toggle: () => void;
}

/* The keyboard is the tree's (above); a pointer may hit the row or its mark. */
function Row({ row, start, focused, selected, choose, toggle }: RowProps) {
  const { item, depth, hasChildren, open, position, siblings } = row;
  return (
    <div
      id={`tree-${item.id}`}
      className="tree-row"
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(hasChildren ? { 'aria-expanded': open } : {})}
      data-focused={focused}
      style={{ transform: `translateY(${start}px)`, paddingLeft: 8 + depth * 16 }}
      onClick={choose}
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
      <span className="tree-title">{item.title}</span>
      <span className="tree-code">{item.code}</span>
    </div>
  );
}

/** The tiers stand open, and the way down to what is selected. */
function openedAtFirst(items: readonly Item[], selected: string | undefined): ReadonlySet<string> {
  const opened = new Set(items.filter((item) => item.kind === 'tier').map((item) => item.id));
  const byId = new Map(items.map((item) => [item.id, item]));
  for (let item = byId.get(selected ?? ''); item?.parentId != null; item = byId.get(item.parentId))
    opened.add(item.parentId);
  return opened;
}
