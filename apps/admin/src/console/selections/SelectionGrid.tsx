import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useNotify } from 'react-admin';
import { moveFor, type Place } from '../grid/place.ts';
import { useCellGrid } from '../grid/useCellGrid.ts';
import { useIsWide } from '../layout/useIsWide.ts';
import { useText } from '../providers/useText.ts';
import {
  type Area,
  asTable,
  cellKey,
  isWithin,
  keysIn,
  MOST_COUNT,
  pasted,
  type SelectionView,
} from './selectionModel.ts';

const CELL = 32;
const HEAD = 220;

interface SelectionGridProps {
  view: SelectionView;
  area: Area;
  setArea: (area: Area) => void;
  count: (key: string) => number;
  stateOf: (key: string) => 'edited' | 'refused' | null;
  /** Null: nothing can be edited. */
  edit: { toggle: (keys: readonly string[]) => void; set: (edits: Map<string, number>) => void } | null;
}

const idOf = ({ row, column }: Place): string => `selection-${row}-${column}`;

/**
 * Only the cells in view are in the page. The grid itself holds the focus and names the cell that it is on; Shift and
 * the arrows, or the pointer, choose an area.
 */
export function SelectionGrid({ view, area, setArea, count, stateOf, edit }: SelectionGridProps) {
  const text = useText();
  const notify = useNotify();
  const names = useIsWide() ? 280 : 150;
  const pressed = useRef<Place | null>(null);
  const { scroller, shownRows, shownColumns, size, page, scrollTo, placeUnder } = useCellGrid({
    ...{ rows: view.rows.length, columns: view.columns.length, cell: CELL, head: HEAD, names },
  });
  const focused = area.to;

  const goTo = (cell: Place, extend: boolean): void => {
    setArea({ from: extend ? area.from : cell, to: cell });
    scrollTo(cell);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const extent = { rows: view.rows.length, columns: view.columns.length, page: page() };
    const cell = moveFor(event, focused, extent);
    if (cell !== null) {
      event.preventDefault();
      goTo(cell, event.shiftKey);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if ((event.ctrlKey || event.metaKey) && key === 'a') {
        event.preventDefault();
        setArea({
          from: { row: 0, column: 0 },
          to: { row: view.rows.length - 1, column: view.columns.length - 1 },
        });
      }
      return;
    }
    if (edit === null) return;
    const keys = keysIn(view, area);
    if (key === ' ' || key === 'Enter') edit.toggle(keys);
    else if (/^\d$/.test(key)) edit.set(new Map(keys.map((each) => [each, Number(key)])));
    else if (key === 'Delete' || key === 'Backspace') edit.set(new Map(keys.map((each) => [each, 0])));
    else return;
    event.preventDefault();
  };

  // A mouse draws an area; a finger scrolls, and its tap is one cell.
  const onPointerDown = (event: PointerEvent): void => {
    const cell = placeUnder(event);
    if (cell === null || event.button !== 0) return;
    pressed.current = cell;
    if (event.pointerType === 'mouse') setArea({ from: event.shiftKey ? area.from : cell, to: cell });
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (pressed.current === null || event.pointerType !== 'mouse' || (event.buttons & 1) === 0) return;
    const cell = placeUnder(event);
    if (cell !== null && (cell.row !== focused.row || cell.column !== focused.column))
      setArea({ from: area.from, to: cell });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const begun = pressed.current;
    pressed.current = null;
    const cell = placeUnder(event);
    if (begun === null || cell === null || event.shiftKey) return;
    if (cell.row !== begun.row || cell.column !== begun.column) return;
    setArea({ from: cell, to: cell });
    const [occupation, ksa] = [view.rows[cell.row], view.columns[cell.column]];
    if (edit !== null && occupation !== undefined && ksa !== undefined)
      edit.toggle([cellKey(occupation.id, ksa.id)]);
  };

  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', asTable(view, area, count));
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    if (edit === null) return;
    const edits = pasted(view, area, event.clipboardData.getData('text/plain'));
    if (typeof edits === 'string')
      notify(text('selections.noCount', { cell: edits.slice(0, 40), most: MOST_COUNT }), { type: 'error' });
    else edit.set(edits);
  };

  return (
    <div className="matrix-scroll selection-scroll" ref={scroller}>
      <div
        className="matrix-grid"
        role="grid"
        tabIndex={0}
        aria-label={text('selections.grid')}
        aria-rowcount={view.rows.length + 1}
        aria-colcount={view.columns.length + 1}
        aria-multiselectable
        aria-readonly={edit === null}
        aria-activedescendant={idOf(focused)}
        style={size}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <div className="matrix-head" role="row" aria-rowindex={1} style={{ height: HEAD }}>
          <div className="matrix-corner" role="columnheader" aria-colindex={1} style={{ width: names }}>
            <span>{text('selections.corner')}</span>
          </div>
          {shownColumns.map(({ index, start }) => (
            <ColumnHead
              key={index}
              view={view}
              column={index}
              start={start}
              focused={index === focused.column}
            />
          ))}
        </div>
        {shownRows.map(({ index, start }) => (
          <Row
            key={view.rows[index]?.id ?? index}
            row={index}
            start={start}
            names={names}
            {...{ view, area, count, stateOf }}
            columns={shownColumns}
          />
        ))}
      </div>
    </div>
  );
}

interface ColumnHeadProps {
  view: SelectionView;
  column: number;
  start: number;
  focused: boolean;
}

function ColumnHead({ view, column, start, focused }: ColumnHeadProps) {
  const ksa = view.columns[column];
  if (ksa === undefined) return null;
  return (
    <div
      className="matrix-ksa selection-ksa"
      role="columnheader"
      aria-colindex={column + 2}
      title={`${ksa.code} ${ksa.title}`}
      data-focused={focused}
      data-first={view.columns[column - 1]?.parentId !== ksa.parentId}
      style={{ insetInlineStart: start }}
    >
      <span className="matrix-ksa-title">
        {ksa.code} {ksa.title}
      </span>
    </div>
  );
}

interface RowProps extends Pick<SelectionGridProps, 'view' | 'area' | 'count' | 'stateOf'> {
  row: number;
  start: number;
  names: number;
  columns: readonly VirtualItem[];
}

function Row({ view, area, count, stateOf, row, start, names, columns }: RowProps) {
  const occupation = view.rows[row];
  if (occupation === undefined) return null;
  const hasFocus = area.to.row === row;
  // A cell out of view that has the focus is named by the grid: it has to be there.
  const shown = columns.map(({ index }) => index);
  if (hasFocus && !shown.includes(area.to.column)) shown.push(area.to.column);
  return (
    <div
      className="matrix-row"
      role="row"
      aria-rowindex={row + 2}
      data-focused={hasFocus}
      style={{ insetBlockStart: start, height: CELL }}
    >
      <div
        className="matrix-name"
        role="rowheader"
        aria-colindex={1}
        title={`${occupation.title} · ${occupation.technologyAreaName}`}
        style={{ width: names }}
      >
        <span>{occupation.title}</span>
        <span className="matrix-range">{occupation.technologyAreaName}</span>
      </div>
      {shown.map((column) => {
        const ksa = view.columns[column];
        if (ksa === undefined) return null;
        const cell = { row, column };
        const key = cellKey(occupation.id, ksa.id);
        return (
          <GridCell
            key={column}
            cell={cell}
            start={names + column * CELL}
            count={count(key)}
            state={stateOf(key)}
            chosen={isWithin(area, cell)}
            focused={hasFocus && column === area.to.column}
            first={view.columns[column - 1]?.parentId !== ksa.parentId}
          />
        );
      })}
    </div>
  );
}

interface GridCellProps {
  cell: Place;
  start: number;
  count: number;
  state: 'edited' | 'refused' | null;
  chosen: boolean;
  focused: boolean;
  /** Where another sub-competency begins. */
  first: boolean;
}

function GridCell({ cell, start, count, state, chosen, focused, first }: GridCellProps) {
  const text = useText();
  const words = [
    count === 0 ? text('releases.notSelected') : text('releases.selected', { smart_count: count }),
    ...(state === null ? [] : [text(`selections.${state}`)]),
  ].join(', ');
  return (
    <div
      id={idOf(cell)}
      className="selection-cell"
      role="gridcell"
      aria-colindex={cell.column + 2}
      aria-label={words}
      aria-selected={chosen}
      data-focused={focused}
      data-first={first}
      {...(state === null ? {} : { 'data-state': state })}
      style={{ insetInlineStart: start }}
    >
      {count > 0 && <span className="selection-mark">{count > 1 ? count : ''}</span>}
    </div>
  );
}
