import { useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import type { TrainingPlanDetail, TrainingPlanPlace } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { daysOf, pointsOf } from './planModel.ts';

/** Worker by worker, in the order of their days. */
export default function PlanPlaces() {
  const text = useText();
  const { id = '' } = useParams();
  const { data: plan, error, refetch } = useGetOne<TrainingPlanDetail>('training-plans', { id });
  const crumbs = [{ to: '/training-plans', label: text('plans.title') }];
  if (error !== null && plan === undefined)
    return (
      <Page title={text('plans.who.title')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (plan === undefined) return <PageSkeleton />;
  const denominator = plan.result?.denominator ?? '1';
  const columns: Column<TrainingPlanPlace>[] = [
    {
      key: 'worker',
      label: text('plans.who.worker'),
      sortBy: 'workerName',
      cell: ({ worker }) => <Link to={`/workers/${worker.id}/show`}>{worker.name}</Link>,
    },
    {
      key: 'programme',
      label: text('plans.who.programme'),
      cell: ({ order, programme, gained }) => (
        <>
          {text('plans.who.order', { order })} {programme.title}
          {BigInt(gained) === 0n && <span className="second">{text('plans.seated.opens')}</span>}
        </>
      ),
    },
    {
      key: 'days',
      label: text('plans.who.days'),
      sortBy: 'firstDay',
      cell: ({ session }) => daysOf(session),
    },
    {
      key: 'gained',
      label: text('plans.who.closes'),
      sortBy: 'gained',
      numeric: true,
      cell: ({ gained }) => text('plans.points', { points: pointsOf(gained, denominator) }),
    },
  ];
  return (
    <Page
      title={text('plans.who.title')}
      crumbs={[...crumbs, { to: `/training-plans/${id}/show`, label: plan.name }]}
    >
      <RecordList<TrainingPlanPlace>
        resource={`training-plans/${id}/places`}
        label={text('plans.who.title')}
        columns={columns}
        sort={{ field: 'workerName', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('plans.who.search')} />
          </div>
        }
        empty={<Empty title={text('plans.who.none')}>{text('plans.who.noneYet')}</Empty>}
      />
    </Page>
  );
}
