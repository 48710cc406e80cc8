import { useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { TrainingPlanDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { ForWhom } from './ForWhom.tsx';
import { lookEveryMs } from './KeepPlanning.tsx';
import { LeftOut } from './LeftOut.tsx';
import { PlanAgain } from './PlanAgain.tsx';
import { daysOf } from './planModel.ts';
import { PlanProgress } from './PlanProgress.tsx';
import { PlanResult } from './PlanResult.tsx';
import { RemovePlan } from './RemovePlan.tsx';
import { SeatedSessions } from './SeatedSessions.tsx';
import './plans.css';

/** What a plan closes, of at most how much, who sits where, and what stays out and why. */
export default function PlanShow() {
  const text = useText();
  const { id = '' } = useParams();
  const mayEdit = useMay('training-plans', 'edit');
  const {
    data: plan,
    error,
    refetch,
  } = useGetOne<TrainingPlanDetail>(
    'training-plans',
    { id },
    { refetchInterval: ({ state }) => (state.data?.state === 'planning' ? lookEveryMs : false) },
  );
  const crumbs = [{ to: '/training-plans', label: text('plans.title') }];
  if (error !== null && plan === undefined)
    return (
      <Page title={text('plans.one')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  // The list knows a plan too, without what was left out: until the whole one is there, it is not there.
  if (plan === undefined || (plan.result !== null && !('leftOut' in plan.result))) return <PageSkeleton />;
  return (
    <Page
      title={plan.name}
      crumbs={crumbs}
      provenance={<Provenance plan={plan} />}
      actions={
        mayEdit && (
          <>
            <RemovePlan plan={plan} />
            <PlanAgain plan={plan} />
          </>
        )
      }
    >
      <PlanProgress plan={plan} />
      {plan.result !== null && (
        <>
          <PlanResult plan={plan} result={plan.result} />
          <p className="plan-who">
            <Link to={`/training-plans/${plan.id}/places`}>{text('plans.who.title')}</Link>
          </p>
          <SeatedSessions plan={plan} result={plan.result} />
          <LeftOut result={plan.result} />
        </>
      )}
    </Page>
  );
}

/** The question, and when it was answered last. */
function Provenance({ plan }: { plan: TrainingPlanDetail }) {
  const text = useText();
  const { from, until, computedAt, result } = plan;
  return (
    <>
      {daysOf({ firstDay: from, lastDay: until })} · <ForWhom plan={plan} />
      {plan.hoursPerWorker !== null && ` · ${text('plans.hoursEach', { hours: `${plan.hoursPerWorker} h` })}`}
      {computedAt !== null &&
        result !== null &&
        ` · ${text('plans.computed', {
          time: dayAndTime(computedAt),
          workers: text('plans.workers', { smart_count: result.workerCount }),
        })}`}
    </>
  );
}
