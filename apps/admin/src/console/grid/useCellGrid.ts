import { type RefObject, useCallback, useRef } from 'react';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import type { Place } from './place.ts';

interface CellGridShape {
  rows: number;
  columns: number;
  /** Pixels: cells are square; `head` stands above them, `names` before them. */
  cell: number;
  head: number;
  names: number;
}

interface CellGrid {
  scroller: RefObject<HTMLDivElement | null>;
  shownRows: readonly VirtualItem[];
  shownColumns: readonly VirtualItem[];
  size: { width: number; height: number };
  /** How many rows a page key goes. */
  page: () => number;
  scrollTo: (place: Place) => void;
  /** The cell that a pointer is on; null beside the cells. */
  placeUnder: (pointer: { clientX: number; clientY: number }) => Place | null;
}

/** Square cells below a head and behind names, of which only those in view are in the page. */
export function useCellGrid({ rows, columns, cell, head, names }: CellGridShape): CellGrid {
  const scroller = useRef<HTMLDivElement>(null);
  const getScrollElement = useCallback(() => scroller.current, []);
  const down = useVirtualizer({
    count: rows,
    getScrollElement,
    estimateSize: () => cell,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: 6,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement,
    estimateSize: () => cell,
    paddingStart: names,
    scrollPaddingStart: names,
    overscan: 4,
  });
  return {
    scroller,
    shownRows: down.getVirtualItems(),
    shownColumns: across.getVirtualItems(),
    size: { width: across.getTotalSize(), height: down.getTotalSize() },
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / cell) - 1),
    scrollTo: ({ row, column }) => {
      down.scrollToIndex(row);
      across.scrollToIndex(column);
    },
    placeUnder: ({ clientX, clientY }) => {
      const box = scroller.current;
      if (box === null) return null;
      const { left, top } = box.getBoundingClientRect();
      const [x, y] = [clientX - left, clientY - top];
      if (x < names || y < head) return null;
      const row = Math.floor((y + box.scrollTop - head) / cell);
      const column = Math.floor((x + box.scrollLeft - names) / cell);
      return row < rows && column < columns ? { row, column } : null;
    },
  };
}
