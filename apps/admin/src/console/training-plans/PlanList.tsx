import { Link } from 'react-router';
import { day } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { TrainingPlan } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { ForWhom } from './ForWhom.tsx';
import { KeepPlanning } from './KeepPlanning.tsx';
import { daysOf, pointsEach } from './planModel.ts';
import { PlanState } from './PlanState.tsx';
import './plans.css';

export default function PlanList() {
  const text = useText();
  const mayCreate = useMay('training-plans', 'create');
  const create = mayCreate && (
    <Link className="button" to="/training-plans/create">
      {text('plans.add')}
    </Link>
  );
  const columns: Column<TrainingPlan>[] = [
    {
      key: 'name',
      label: text('plans.one'),
      sortBy: 'name',
      cell: ({ id, name, createdAt }) => (
        <>
          <Link to={`/training-plans/${id}/show`}>{name}</Link>
          <span className="second">{day(createdAt)}</span>
        </>
      ),
    },
    {
      key: 'days',
      label: text('plans.fields.days'),
      sortBy: 'from',
      cell: ({ from, until }) => daysOf({ firstDay: from, lastDay: until }),
    },
    { key: 'scope', label: text('plans.fields.scope'), cell: (plan) => <ForWhom plan={plan} /> },
    { key: 'state', label: text('plans.fields.state'), cell: (plan) => <PlanState plan={plan} /> },
    {
      key: 'gained',
      label: text('plans.fields.gained'),
      numeric: true,
      cell: ({ result }) =>
        result === null ? (
          '–'
        ) : (
          <>
            {text('plans.points', { points: pointsEach(result) })}
            <span className="second">{text('plans.places', { smart_count: result.placeCount })}</span>
          </>
        ),
    },
  ];
  return (
    <Page title={text('plans.title')} provenance={text('plans.provenance')} actions={create}>
      <RecordList<TrainingPlan>
        resource="training-plans"
        label={text('plans.title')}
        columns={columns}
        sort={{ field: 'createdAt', order: 'DESC' }}
        filters={<KeepPlanning />}
        empty={
          <Empty title={text('plans.none')} action={create}>
            {text('plans.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
