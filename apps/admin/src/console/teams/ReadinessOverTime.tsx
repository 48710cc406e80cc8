import { day } from '../../look/numbers.ts';
import { StepChart } from '../../look/StepChart.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { GroupReadinessByDay } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { dayAway, meanFigure, meansOf, percentOfShare } from './groupModel.ts';
import { type GroupKey, useReadinessByDay } from './groupQueries.ts';

const DAYS_SHOWN = 365;

/** A year of mean readiness, and the same as a table for whoever does not see the line. */
export function ReadinessOverTime({ group }: { group: GroupKey }) {
  const text = useText();
  const to = new Date().toISOString().slice(0, 10);
  const { data, error, refetch } = useReadinessByDay(group, dayAway(to, -DAYS_SHOWN), to);
  return (
    <section className="section" aria-labelledby="over-time">
      <h2 id="over-time">{text('groups.overTime.title')}</h2>
      <p className="hint">{text('groups.overTime.what')}</p>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Bones count={3} />}
      {data !== undefined && <Course days={data.days} to={to} />}
    </section>
  );
}

function Course({ days, to }: { days: GroupReadinessByDay['days']; to: string }) {
  const text = useText();
  const means = meansOf(days);
  const [first, last] = [means[0], means.at(-1)];
  if (first === undefined || last === undefined) return <p className="hint">{text('groups.none')}</p>;
  const figure = (of: string): string => {
    const mean = days.find(({ day: each }) => each === of)?.mean;
    return mean == null ? '' : text('groups.percent', { figure: meanFigure(mean) });
  };
  return (
    <>
      <StepChart
        from={first.day}
        to={to}
        points={means}
        label={text('groups.overTime.chart', {
          from: day(first.day),
          to: day(to),
          first: figure(first.day),
          last: figure(last.day),
        })}
      />
      {means.length === 1 && <p className="hint">{text('groups.overTime.onlyToday')}</p>}
      <details>
        <summary>{text('groups.overTime.table')}</summary>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{text('groups.overTime.day')}</th>
              <th scope="col">{text('groups.overTime.low')}</th>
              <th scope="col">{text('groups.overTime.high')}</th>
              <th scope="col">{text('groups.overTime.qualified')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day: each, mean, qualified }) => (
              <tr key={each}>
                <th scope="row">{day(each)}</th>
                <td>{mean && text('groups.percent', { figure: percentOfShare(mean.low, 1) })}</td>
                <td>{mean && text('groups.percent', { figure: percentOfShare(mean.high, 1) })}</td>
                <td>{qualified.yes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
