import { useState } from 'react';
import type { Analysis } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { firstRows, inFigures, listedRows, printedCells } from './analysisModel.ts';
import { EntryName } from './EntryName.tsx';
import { useNameOf } from './words.ts';

interface BarsProps {
  analysis: Analysis;
  title: string;
  parts: readonly [string, string] | undefined;
  /** Whether the numbers of the other rules stand beside. */
  withOthers: boolean;
}

const SHOWN = firstRows.bars;

/** A table whose numbers have bars behind them; the first column, of parts where it has some. */
export function Bars({ analysis, title, parts, withOthers }: BarsProps) {
  const text = useText();
  const nameOf = useNameOf();
  const [all, setAll] = useState(false);
  const { rows, columns, values, rule } = analysis;
  const partsAt = (parts ?? []).map((part) => columns.findIndex(({ key }) => key === part));
  const numbersAt = columns.flatMap((column, at) => (at > 0 && column.of === 'measure' ? [at] : []));
  const most = values.reduce((highest, [value = 0]) => Math.max(highest, value), 0);
  const printedAt = printedCells(analysis);
  const isPrinted = analysis.printed.some(({ rowAt, columnAt }) => rowAt !== null && columnAt === 0);
  const listed = listedRows(analysis);
  const others = withOthers ? analysis.rules.filter((other) => other.rule !== rule) : [];
  // A distribution is one picture; a ranking may be read from its top.
  const shown = all || rows[0]?.of === 'number' ? rows.length : SHOWN;
  return (
    <>
      <div className="heat-scroll" role="group" tabIndex={0} aria-label={title}>
        <table className="bars">
          <thead>
            <tr>
              <td />
              <th scope="col" className="bars-bar">
                {columns[0] && nameOf(columns[0])}
              </th>
              {numbersAt.map((at) => (
                <th scope="col" className="numeric" key={at}>
                  {partsAt.includes(at) && (
                    <span className={`bars-key bars-part-${partsAt.indexOf(at)}`} aria-hidden="true" />
                  )}
                  {columns[at] && nameOf(columns[at])}
                </th>
              ))}
              {isPrinted && (
                <th scope="col" className="numeric">
                  {text('analysis.printedColumn')}
                </th>
              )}
              {others.map((other) => (
                <th scope="col" className="numeric" key={other.rule}>
                  {text(`analysis.rules.${other.rule}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, rowAt) => {
              const cells = values[rowAt] ?? [];
              const printed = printedAt(rowAt, 0);
              const place = listed.get(rowAt);
              return (
                <tr key={row.key}>
                  <th scope="row">
                    <EntryName entry={row} />
                    {place !== undefined && (
                      <>
                        {' '}
                        <span className="tag tag-muted">
                          {place === 'listed'
                            ? text('analysis.listed')
                            : text('analysis.place', { rank: place })}
                        </span>
                      </>
                    )}
                  </th>
                  <td className="bars-bar">
                    <span className="bars-cell">
                      {(partsAt.length > 0 ? partsAt : [0]).map((at, part) => (
                        <span
                          key={at}
                          className={`bars-part bars-part-${part}`}
                          style={{ inlineSize: `${((cells[at] ?? 0) * 70) / Math.max(1e-9, most)}%` }}
                          aria-hidden="true"
                        />
                      ))}
                      <span className="bars-value">{inFigures(cells[0] ?? 0, rule)}</span>
                    </span>
                  </td>
                  {numbersAt.map((at) => (
                    <td className="numeric" key={at}>
                      {inFigures(cells[at] ?? 0, rule)}
                    </td>
                  ))}
                  {isPrinted && (
                    <td className="numeric">
                      {printed !== undefined &&
                        (printed.agrees ? (
                          printed.printed
                        ) : (
                          <span className="bars-differs">≠ {printed.printed}</span>
                        ))}
                    </td>
                  )}
                  {others.map((other) => (
                    <td className="numeric" key={other.rule}>
                      {inFigures(other.values[rowAt]?.[0] ?? null, other.rule)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && rows[0]?.of !== 'number' && (
        <button className="link-button" type="button" onClick={() => setAll(!all)}>
          {all ? text('analysis.fewer') : text('analysis.all', { count: rows.length })}
        </button>
      )}
    </>
  );
}
