import { useQuery } from '@tanstack/react-query';
import { list } from '../../api/client.ts';
import { readinessFigure } from '../../look/gapWords.ts';
import { day, dayAndTime } from '../../look/numbers.ts';
import { StepChart } from '../../look/StepChart.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { ScorePoint } from '../providers/records.ts';
import { type Text, useText } from '../providers/useText.ts';
import { Qualified } from './Readiness.tsx';
import './history.css';

/** How the score came to be what it is: as it was computed each time, nothing computed again. */
export function ReadinessHistory({ workerId, roleProfileId }: { workerId: string; roleProfileId: string }) {
  const text = useText();
  const {
    data: points,
    error,
    refetch,
  } = useQuery({
    // Below the view's key: what makes the view stale makes its history stale.
    queryKey: ['gap-scores', 'view', workerId, roleProfileId, 'history'],
    queryFn: async ({ signal }) =>
      (
        await list<ScorePoint>(
          `/api/gap-scores/${workerId}/${roleProfileId}/history`,
          { range: [0, 999], sort: ['computedAt', 'ASC'] },
          signal,
        )
      ).rows,
  });
  return (
    <section className="section" aria-labelledby="history-heading">
      <h2 id="history-heading">{text('history.title')}</h2>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {points === undefined && error === null && <Bones count={2} />}
      {points !== undefined && <Points points={points} />}
    </section>
  );
}

function Points({ points }: { points: readonly ScorePoint[] }) {
  const text = useText();
  const [first] = points;
  if (first === undefined) return <p className="hint">{text('history.none')}</p>;
  return (
    <>
      <p className="provenance">{text('history.provenance')}</p>
      {points.length > 1 && (
        <StepChart
          from={first.computedAt}
          to={new Date().toISOString()}
          points={points.map(({ computedAt, low, high, denominator }) => ({
            ...{ day: computedAt, low: low / denominator, high: high / denominator },
          }))}
          label={text('history.label', {
            from: readinessFigure(first),
            since: day(first.computedAt),
            to: readinessFigure(points.at(-1) ?? first),
          })}
        />
      )}
      <details className="history-table" open={points.length === 1}>
        <summary>{text('history.table', { smart_count: points.length })}</summary>
        <table className="list" aria-label={text('history.title')}>
          <thead>
            <tr>
              <th scope="col">{text('history.since')}</th>
              <th scope="col">{text('gaps.fields.readiness')}</th>
              <th scope="col">{text('gaps.fields.qualified')}</th>
              <th scope="col">{text('history.changed')}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.id}>
                <th scope="row">{dayAndTime(point.computedAt)}</th>
                <td>{text('gaps.percent', { figure: readinessFigure(point) })}</td>
                <td>
                  <Qualified answer={point.qualified} />
                </td>
                <td>{causesInWords(point, text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function causesInWords({ causes, roleProfileVersion, policyVersion }: ScorePoint, text: Text): string {
  if (causes.length === 0) return text('history.begins');
  const words = causes.map((cause) =>
    text(`history.causes.${cause}`, { role: roleProfileVersion, policy: policyVersion }),
  );
  // A day that passed is worth a word only where nothing else explains it.
  return (words.length > 1 ? words.filter((_, place) => causes[place] !== 'date') : words).join(', ');
}
