import { useState } from 'react';
import { useIsWide } from '../layout/useIsWide.ts';
import type { TrainingPlanDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { pointsOf } from './planModel.ts';

type Result = NonNullable<TrainingPlanDetail['result']>;
type LeftOutProgramme = Result['leftOut'][number];

const first = 10;

/** What would still close something, and why it does not; and what no programme closes at all. */
export function LeftOut({ result }: { result: Result }) {
  const text = useText();
  const wide = useIsWide();
  const [all, setAll] = useState(false);
  const { leftOut, uncovered, denominator } = result;
  const rows = all ? leftOut : leftOut.slice(0, first);
  return (
    <section className="section" aria-labelledby="plan-left-out">
      <h2 id="plan-left-out">{text('plans.leftOut.title')}</h2>
      {leftOut.length === 0 ? (
        <p className="hint">{text('plans.leftOut.none')}</p>
      ) : (
        <>
          <p className="hint">{text('plans.leftOut.hint')}</p>
          {wide ? (
            <TableOf rows={rows} denominator={denominator} />
          ) : (
            <CardsOf rows={rows} denominator={denominator} />
          )}
        </>
      )}
      {!all && leftOut.length > first && (
        <button className="button button-quiet" type="button" onClick={() => setAll(true)}>
          {text('plans.leftOut.more', { count: leftOut.length })}
        </button>
      )}
      {uncovered.length > 0 && (
        <details className="training-list">
          <summary>{text('plans.leftOut.uncovered', { smart_count: uncovered.length })}</summary>
          <ul>
            {uncovered.map(({ ksaCode, title, workers }) => (
              <li key={ksaCode}>
                {title} <span className="hint">{ksaCode}</span> ·{' '}
                {text('plans.workers', { smart_count: workers })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface Rows {
  rows: readonly LeftOutProgramme[];
  denominator: string;
}

const keyOf = ({ programme, reason }: LeftOutProgramme): string => `${programme.id} ${reason}`;

function TableOf({ rows, denominator }: Rows) {
  const text = useText();
  return (
    <table className="list" aria-labelledby="plan-left-out">
      <thead>
        <tr>
          <th scope="col">{text('plans.leftOut.programme')}</th>
          <th scope="col">{text('plans.leftOut.why')}</th>
          <th scope="col" className="numeric">
            {text('plans.leftOut.workers')}
          </th>
          <th scope="col" className="numeric">
            {text('plans.leftOut.would')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{row.programme.title}</th>
            <td>{text(`plans.leftOut.reasons.${row.reason}`)}</td>
            <td className="numeric">{row.workers}</td>
            <td className="numeric">
              {text('plans.points', { points: pointsOf(row.wouldGain, denominator) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CardsOf({ rows, denominator }: Rows) {
  const text = useText();
  return (
    <ul className="cards" aria-labelledby="plan-left-out">
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div className="card-name">{row.programme.title}</div>
          <p className="hint">
            {text(`plans.leftOut.reasons.${row.reason}`)} ·{' '}
            {text('plans.workers', { smart_count: row.workers })} ·{' '}
            {text('plans.points', { points: pointsOf(row.wouldGain, denominator) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
