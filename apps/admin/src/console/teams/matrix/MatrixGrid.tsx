import { type KeyboardEvent, memo, type MouseEvent } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { readinessFigure } from '../../../look/gapWords.ts';
import { moveFor, type Place } from '../../grid/place.ts';
import { useCellGrid } from '../../grid/useCellGrid.ts';
import { useIsWide } from '../../layout/useIsWide.ts';
import { useText } from '../../providers/useText.ts';
import { cellWords, isBlank, type MatrixView } from './matrixModel.ts';
import { spriteOf } from './RingSprites.tsx';

const CELL = 40;
const HEAD = 204;

interface MatrixGridProps {
  view: MatrixView;
  focused: Place;
  setFocused: (place: Place) => void;
}

const idOf = ({ row, column }: Place): string => `cell-${row}-${column}`;

/**
 * Only the cells in view are in the page. The grid itself holds the focus and names the cell that it is on, because the
 * cell may be scrolled out of the page.
 */
export function MatrixGrid({ view, focused, setFocused }: MatrixGridProps) {
  const text = useText();
  const names = useIsWide() ? 224 : 132;
  const { scroller, shownRows, shownColumns, size, page, scrollTo, placeUnder } = useCellGrid({
    ...{ rows: view.rows, columns: view.columns, cell: CELL, head: HEAD, names },
  });

  const goTo = (place: Place): void => {
    setFocused(place);
    scrollTo(place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = moveFor(event, focused, { rows: view.rows, columns: view.columns, page: page() });
    if (place === null) return;
    event.preventDefault();
    goTo(place);
  };
  const onClick = (event: MouseEvent): void => {
    const place = placeUnder(event);
    if (place !== null) goTo(place);
  };

  return (
    <div className="matrix-scroll" ref={scroller}>
      <div
        className="matrix-grid"
        role="grid"
        tabIndex={0}
        aria-label={text('matrix.grid')}
        aria-rowcount={view.rows + 1}
        aria-colcount={view.columns + 1}
        aria-activedescendant={idOf(focused)}
        style={size}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <Head view={view} columns={shownColumns} names={names} focused={focused.column} />
        <div
          className="matrix-crosshair"
          style={{ insetInlineStart: names + focused.column * CELL, insetBlockStart: HEAD, width: CELL }}
        />
        {shownRows.map(({ index, start }) => (
          <Row
            key={index}
            view={view}
            row={index}
            start={start}
            columns={shownColumns}
            names={names}
            focused={index === focused.row ? focused.column : null}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadProps {
  view: MatrixView;
  columns: readonly VirtualItem[];
  names: number;
  focused: number;
}

/** The KSAs, standing up, and how many meet each; ▲ where too few do. */
function Head({ view, columns, names, focused }: HeadProps) {
  const text = useText();
  return (
    <div className="matrix-head" role="row" aria-rowindex={1} style={{ height: HEAD }}>
      <div className="matrix-corner" role="columnheader" aria-colindex={1} style={{ width: names }}>
        <span>{text('matrix.corner.ksa')}</span>
        <span>{text('matrix.corner.totals')}</span>
      </div>
      {columns.map(({ index, start }) => {
        const ksa = view.data.ksas[index];
        if (ksa === undefined) return null;
        const { title, required, met, minimum, belowMinimum } = ksa;
        return (
          <div
            key={index}
            className="matrix-ksa"
            role="columnheader"
            aria-colindex={index + 2}
            aria-label={
              minimum === null
                ? text('matrix.totals', { title, met, required })
                : text('matrix.totalsMinimum', { title, met, required, minimum })
            }
            data-focused={index === focused}
            data-below={belowMinimum}
            style={{ insetInlineStart: start }}
          >
            <span className="matrix-ksa-title">{title}</span>
            <span className="matrix-total">
              {belowMinimum && <span className="matrix-too-few">▲</span>}
              {met}
            </span>
          </div>
        );
      })}
    </div>
  );
}

interface RowProps {
  view: MatrixView;
  row: number;
  start: number;
  columns: readonly VirtualItem[];
  names: number;
  focused: number | null;
}

/** Moving the focus concerns two rows, scrolling those that come: the others are left as they are. */
const Row = memo(function Row({ view, row, start, columns, names, focused }: RowProps) {
  const text = useText();
  const [least, ...others] = view.readinessOf(row);
  // A cell out of view that has the focus is named by the grid: it has to be there.
  const shown = columns.map(({ index }) => index);
  if (focused !== null && !shown.includes(focused)) shown.push(focused);
  return (
    <div
      className="matrix-row"
      role="row"
      aria-rowindex={row + 2}
      data-focused={focused !== null}
      style={{ insetBlockStart: start, height: CELL }}
    >
      <div className="matrix-name" role="rowheader" aria-colindex={1} style={{ width: names }}>
        <span>{view.data.workers.name[row]}</span>
        {least !== undefined && (
          <span className="matrix-range">
            {text('groups.percent', { figure: readinessFigure(least) })}
            {others.length > 0 && ` ${text('matrix.more', { count: others.length })}`}
          </span>
        )}
      </div>
      {shown.map((column) => (
        <Cell
          key={column}
          view={view}
          place={{ row, column }}
          start={names + column * CELL}
          focused={column === focused}
        />
      ))}
    </div>
  );
});

interface CellProps {
  view: MatrixView;
  place: Place;
  start: number;
  focused: boolean;
}

function Cell({ view, place, start, focused }: CellProps) {
  const text = useText();
  const cell = view.cellAt(place);
  if (isBlank(cell) && !focused) return null;
  const { attained, requiredLevel, verified, expiry } = cell;
  return (
    <div
      id={idOf(place)}
      className="matrix-cell"
      role="gridcell"
      aria-colindex={place.column + 2}
      aria-label={cellWords(text, view, place)}
      aria-selected={focused}
      style={{ insetInlineStart: start }}
    >
      {!isBlank(cell) && (
        <svg width="28" height="28" aria-hidden="true">
          <use href={`#${spriteOf(attained, requiredLevel, verified || requiredLevel === null)}`} />
        </svg>
      )}
      {expiry === 'soon' && <span className="matrix-soon" aria-hidden="true" />}
      {expiry === 'expired' && (
        <span className="matrix-expired" aria-hidden="true">
          ×
        </span>
      )}
    </div>
  );
}
