import { useState } from 'react';
import { Empty, Failure } from '../layout/Notice.tsx';
import { useIsWide } from '../layout/useIsWide.ts';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { PrintedFigure } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { usePrintedFigures } from './analysisQueries.ts';
import { Download } from './Download.tsx';

type Show = 'differing' | 'all' | PrintedFigure['outcome'];

const choices: readonly Show[] = ['differing', 'all', 'agreed', 'explained', 'unexplained'];

/** Everything that the report prints, recomputed; to begin with, what differs and why. */
export function ReportView({ releaseId }: { releaseId: string }) {
  const text = useText();
  const { data, error, refetch } = usePrintedFigures(releaseId);
  const isWide = useIsWide();
  const [show, setShow] = useState<Show>('differing');
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Bones />;
  if (data.length === 0) return <Empty title={text('analysis.report.none')} />;
  const count = (outcome: PrintedFigure['outcome']) => data.filter((each) => each.outcome === outcome).length;
  const rows = data.filter(
    ({ outcome }) => show === 'all' || outcome === show || (show === 'differing' && outcome !== 'agreed'),
  );
  return (
    <section className="section" aria-labelledby="figure-report">
      <div className="section-head">
        <h2 id="figure-report">{text('analysis.report.title')}</h2>
        <Download
          path={`/api/releases/${releaseId}/printed-figures`}
          query={{}}
          title={text('analysis.report.title')}
        />
      </div>
      <p className="figure-asks">
        {text('analysis.report.counts', {
          all: data.length,
          agreed: count('agreed'),
          explained: count('explained'),
          unexplained: count('unexplained'),
        })}
      </p>
      <div className="filters figure-choices">
        <label className="field">
          <span>{text('analysis.report.show')}</span>
          <select value={show} onChange={(event) => setShow(event.target.value as Show)}>
            {choices.map((each) => (
              <option key={each} value={each}>
                {text(`analysis.report.outcome.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {isWide ? <PrintedTable rows={rows} /> : <PrintedCards rows={rows} />}
    </section>
  );
}

function PrintedTable({ rows }: { rows: readonly PrintedFigure[] }) {
  const text = useText();
  return (
    <div className="heat-scroll report-scroll" role="group" tabIndex={0} aria-labelledby="figure-report">
      <table className="list report-figures">
        <thead>
          <tr>
            <th scope="col">{text('analysis.report.figure')}</th>
            <th scope="col">{text('analysis.report.what')}</th>
            <th scope="col">{text('analysis.report.printed')}</th>
            <th scope="col">{text('analysis.report.recomputed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figure, row, column, printed, recomputed, outcome, reason, phrase }) => (
            <tr key={`${figure} ${row} ${column}`}>
              <th scope="row">{figure}</th>
              <td>
                {row}, {column}
                {phrase !== null && <span className="second">“{phrase.replace('{}', printed)}”</span>}
                {reason !== null && <span className="second report-reason">{reason}</span>}
              </td>
              <td>{printed}</td>
              <td>
                {recomputed ?? text('analysis.report.impossible')}
                <span className="second">{text(`analysis.report.outcomes.${outcome}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same, where a table has no room. */
function PrintedCards({ rows }: { rows: readonly PrintedFigure[] }) {
  const text = useText();
  return (
    <ul className="rows">
      {rows.map(({ figure, row, column, printed, recomputed, outcome, reason, phrase }) => (
        <li key={`${figure} ${row} ${column}`}>
          <p>
            <strong>{figure}</strong> {row}, {column}
          </p>
          <p>
            {text('analysis.report.card', {
              printed,
              recomputed: recomputed ?? text('analysis.report.impossible'),
              outcome: text(`analysis.report.outcomes.${outcome}`),
            })}
          </p>
          {phrase !== null && <p className="hint">“{phrase.replace('{}', printed)}”</p>}
          {reason !== null && <p className="hint">{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
