import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '../../api/client.ts';
import type { GapView as GapViewData } from '../../api/types.ts';
import { GapView } from '../../look/GapView.tsx';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { statusOf } from '../providers/problem.ts';
import { useText } from '../providers/useText.ts';
import { AssessOpen } from './AssessOpen.tsx';
import { ReadinessHistory } from './ReadinessHistory.tsx';
import { Recommendation } from '../training/Recommendation.tsx';

/** A worker against a role: the shared gap view, with what the console's people can do about it. */
export default function GapScoreShow() {
  const text = useText();
  const { workerId = '', roleProfileId = '' } = useParams();
  const mayPlan = useMay('recommendations', 'show');
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    queryKey: ['gap-scores', 'view', workerId, roleProfileId],
    queryFn: ({ signal }) => get<GapViewData>(`/api/gap-scores/${workerId}/${roleProfileId}`, { signal }),
  });

  useEffect(() => {
    if (view !== undefined)
      document.title = `${text('gaps.heading', { worker: view.worker.name, role: view.roleProfile.name })} · ${text('layout.product')}`;
  }, [view, text]);

  if (error !== null && view === undefined)
    return (
      <Page title={text('gaps.title')} crumbs={[{ to: '/workers', label: text('workers.title') }]}>
        {statusOf(error) === 404 ? (
          <Empty
            title={text('gaps.notYet')}
            action={
              <Link className="button" to={`/workers/${workerId}/show`}>
                {text('gaps.toWorker')}
              </Link>
            }
          >
            {text('gaps.notYetWhy')}
          </Empty>
        ) : (
          <Failure error={error} retry={() => void refetch()} />
        )}
      </Page>
    );
  if (view === undefined) return <PageSkeleton />;

  return (
    <div className="page-inner">
      <GapView
        view={view}
        crumb={
          <>
            <Link to="/workers">{text('workers.title')}</Link> /{' '}
            <Link to={`/workers/${workerId}/show`}>{view.worker.name}</Link>
          </>
        }
        heading={text('gaps.heading', { worker: view.worker.name, role: view.roleProfile.name })}
        actions={
          <>
            <AssessOpen view={view} />
            {mayPlan && (
              <a className="button" href="#training">
                {text('gaps.planTraining')}
              </a>
            )}
          </>
        }
      />
      <ReadinessHistory workerId={workerId} roleProfileId={roleProfileId} />
      {mayPlan && <Recommendation workerId={workerId} roleProfileId={roleProfileId} />}
    </div>
  );
}
