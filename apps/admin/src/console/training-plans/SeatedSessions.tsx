import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client.ts';
import { costWords } from '../../look/training/trainingWords.ts';
import { Failure } from '../layout/Notice.tsx';
import { useFilters } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import type { TrainingPlanDetail, TrainingPlanPlace, TrainingPlanSession } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { daysOf, pointsOf } from './planModel.ts';

type Result = NonNullable<TrainingPlanDetail['result']>;

/** Every session of the days, with the seats given and, opened, who has them. */
export function SeatedSessions({ plan, result }: { plan: TrainingPlanDetail; result: Result }) {
  const text = useText();
  const columns: Column<TrainingPlanSession>[] = [
    {
      key: 'programme',
      label: text('sessions.fields.programme'),
      sortBy: 'programmeTitle',
      cell: ({ programme }) => (
        <>
          {programme.title}
          <span className="second">
            {programme.provider} · {costWords(programme.costCents, programme.currency)}
          </span>
        </>
      ),
    },
    {
      key: 'days',
      label: text('sessions.fields.days'),
      sortBy: 'firstDay',
      cell: (session) => daysOf(session),
    },
    {
      key: 'taken',
      label: text('plans.seated.taken'),
      sortBy: 'taken',
      cell: (session) => <Seats plan={plan} session={session} />,
    },
    {
      key: 'gained',
      label: text('plans.seated.closes'),
      sortBy: 'gained',
      numeric: true,
      cell: ({ gained }) => text('plans.points', { points: pointsOf(gained, result.denominator) }),
    },
  ];
  return (
    <section className="section" aria-labelledby="plan-sessions">
      <h2 id="plan-sessions">{text('plans.seated.title')}</h2>
      <RecordList<TrainingPlanSession>
        resource={`training-plans/${plan.id}/sessions`}
        label={text('plans.seated.title')}
        columns={columns}
        sort={{ field: 'firstDay', order: 'ASC' }}
        filters={<WhichSessions />}
        noMatch={<p className="list-none">{text('plans.seated.noneTaken')}</p>}
        filterDefaultValues={{ taken: true }}
        empty={<p className="list-none">{text('plans.seated.none')}</p>}
      />
    </section>
  );
}

function WhichSessions() {
  const text = useText();
  const { filterValues, setFilters } = useFilters();
  return (
    <div className="filters">
      <label className="field">
        <span>{text('plans.seated.showWhich')}</span>
        <select
          value={filterValues['taken'] === true ? 'taken' : 'all'}
          onChange={(event) => {
            setFilters(event.target.value === 'taken' ? { taken: true } : {});
          }}
        >
          <option value="taken">{text('plans.seated.takenOnly')}</option>
          <option value="all">{text('plans.seated.everySession')}</option>
        </select>
      </label>
    </div>
  );
}

function Seats({ plan, session }: { plan: TrainingPlanDetail; session: TrainingPlanSession }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const seats = text('plans.seated.of', {
    taken: session.taken,
    seats: session.seats ?? text('sessions.unlimited'),
  });
  if (session.taken === 0) return <>{seats}</>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{seats}</summary>
      {open && <WhoSits planId={plan.id} session={session} />}
    </details>
  );
}

const mostNames = 50;

function WhoSits({ planId, session }: { planId: string; session: TrainingPlanSession }) {
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['training-plans', planId, 'places', session.id],
    queryFn: ({ signal }) =>
      get<TrainingPlanPlace[]>(`/api/training-plans/${planId}/places`, {
        signal,
        query: {
          filter: JSON.stringify({ sessionId: session.id }),
          range: JSON.stringify([0, mostNames - 1]),
        },
      }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const more = session.taken - mostNames;
  return (
    <ul className="plan-names">
      {data?.map(({ id, worker }) => (
        <li key={id}>
          <Link to={`/workers/${worker.id}/show`}>{worker.name}</Link>
        </li>
      ))}
      {data !== undefined && more > 0 && <li>{text('plans.seated.more', { smart_count: more })}</li>}
    </ul>
  );
}
