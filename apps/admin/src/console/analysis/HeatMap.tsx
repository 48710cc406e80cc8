import { memo, useState } from 'react';
import type { Analysis, AnalysisEntry } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { EntryName } from './EntryName.tsx';
import { firstRows, heatOf, inFigures, isSquare, mostOf, printedCells } from './analysisModel.ts';
import { useNameOf } from './words.ts';

interface HeatMapProps {
  analysis: Analysis;
  title: string;
  /** Totals, which have no colour. */
  beside: readonly string[];
}

/** A table whose cells are coloured by their numbers: read as numbers, seen as a map. */
export const HeatMap = memo(function HeatMap({ analysis, title, beside }: HeatMapProps) {
  const text = useText();
  const { rows, columns } = analysis;
  const square = isSquare(analysis);
  const most = mostOf(analysis, beside);
  const printedAt = printedCells(analysis);
  const [all, setAll] = useState(false);
  // A ranking may be read from its top; of competencies every one is wanted.
  const isRanking = !square && beside.length > 1;
  const shown = isRanking && !all ? SHOWN : rows.length;
  return (
    <>
      <div className="heat-scroll" role="group" tabIndex={0} aria-label={title}>
        <table className="heat" data-square={square && rows.some(({ of }) => of === 'item')}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <HeatColumn key={column.key} column={column} upright={square && column.of === 'item'} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, rowAt) => (
              <tr key={row.key}>
                <th scope="row">
                  <EntryName entry={row} />
                </th>
                {columns.map((column, columnAt) => {
                  const value = analysis.values[rowAt]?.[columnAt] ?? 0;
                  const printed = printedAt(rowAt, columnAt);
                  const differs = printed !== undefined && !printed.agrees;
                  return (
                    <td
                      key={column.key}
                      data-heat={beside.includes(column.key) ? undefined : heatOf(value, most)}
                      data-whole={square && rowAt === columnAt}
                      data-differs={differs}
                    >
                      {inFigures(value, analysis.rule)}
                      {differs && (
                        <span className="heat-printed">
                          <span aria-hidden="true">≠</span>
                          <span className="said">{text('analysis.printedColumn')}</span> {printed.printed}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isRanking && rows.length > SHOWN && (
        <button className="link-button" type="button" onClick={() => setAll(!all)}>
          {all ? text('analysis.fewer') : text('analysis.all', { count: rows.length })}
        </button>
      )}
    </>
  );
});

const SHOWN = firstRows.heat;

/** Where columns are as many as rows only the code stands over them; the rows say what it is. */
function HeatColumn({ column, upright }: { column: AnalysisEntry; upright: boolean }) {
  const name = useNameOf()(column);
  return (
    <th scope="col">
      {upright ? (
        <>
          <span className="heat-upright" aria-hidden="true">
            {column.code}
          </span>
          <span className="said">
            {column.code} {name}
          </span>
        </>
      ) : (
        name
      )}
    </th>
  );
}
